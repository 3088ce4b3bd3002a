"""Checks of texts that a spreadsheet would take for a formula.

The tables of a study hold its texts unchanged, so that what is harmful to those who open them in a
spreadsheet is kept out of the records.

Source: https://owasp.org/www-community/attacks/CSV_Injection
"""

import re
from collections.abc import Iterator

from mkdocs_casebook.model.fields import Inline
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import shown
from mkdocs_casebook.model.walk import walk

_TABLED = (Kind.CASE, Kind.CONTEXT, Kind.CRITERION)
_MARKUP = "*_`[\\"
_CITATION = re.compile(r"\[?-?@")
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
# "-12 %" is a figure; "-2+3|…" is not.
_FIGURE = re.compile(r"[+-]\s?\d[\w\s%‰°.,;:/–]*")


def formula_like_texts(study: Study) -> Iterator[Problem]:
    """Report texts of tables that begin as a formula does."""
    for kind in _TABLED:
        for document in study.of_kind(kind):
            for path, text, marks in walk(document.record) if document.record else ():
                inline = any(isinstance(mark, Inline) for mark in marks)
                if _is_formula_like(text, inline=inline):
                    span = document.locations.of(path, document.span)
                    message = f"a spreadsheet would take this for a formula: '{shown(text)}'"
                    yield Problem(
                        "formula-like-text", span, message, "begin with a letter or a digit"
                    )


def _is_formula_like(text: str, *, inline: bool) -> bool:
    if inline:
        if _CITATION.match(text):
            return False
        text = text.lstrip(_MARKUP)
    return bool(_FORMULA.match(text)) and not _FIGURE.fullmatch(text)
