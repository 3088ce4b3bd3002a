"""Entries of BibTeX as text that reads back as it was."""

import re
from collections.abc import Mapping

from mkdocs_casebook.reading.csl_json.rich_text import plain_text

_FIRST = (
    *("author", "editor", "translator", "title", "subtitle", "titleaddon", "shorttitle"),
    *("booktitle", "maintitle", "journal", "journaltitle", "series", "volume", "number", "issue"),
    *("pages", "edition", "publisher", "institution", "school", "address", "location"),
    *("date", "year", "month", "day"),
)
_ORDER = {name: number for number, name in enumerate(_FIRST)}
_NAME = re.compile(r"[A-Za-z][\w-]*")
_FIELD = re.compile(r"[A-Za-z@!$&*+\-./:;<>?\[\\\]^_`|~\x7f][\w@!$&*+\-./:;<>?\[\\\]^`|~\x7f]*")
_NOT_IN_KEY = re.compile(r"[\s,]+")
_NOT_ENTRIES = frozenset({"string", "preamble", "comment"})
_BRACE = re.compile(r"[{}]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SPECIAL = re.compile(r"[&%$#_{}~^\\<>]")
_ESCAPES = {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "<": "<",
    ">": ">",
}
_BRACES = {"{": r"\textbraceleft ", "}": r"\textbraceright "}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names of months that BibTeX knows without braces."""


def entry(type: str, key: str, fields: Mapping[str, str], *, bare_month: bool = False) -> str:
    """Return one entry as text.

    A field cannot break out of its entry: braces are balanced and each value stands on one line.

    Args:
        type: Its entry type.
        key: Its key. White space and commas, which no key can have, become ``_``.
        fields: Its fields.
        bare_month: A month that is one of ``MONTHS`` stands without braces, as BibTeX has it.
    """
    kind = type if _NAME.fullmatch(type) and type.lower() not in _NOT_ENTRIES else "misc"
    key = _NOT_IN_KEY.sub("_", _SURROGATE.sub("", key)) or "_"
    opening, closing = ("(", ")") if "}" in key else ("{", "}")
    names = [name for name in fields if _FIELD.fullmatch(name)]
    names.sort(key=lambda name: (_ORDER.get(name, len(_ORDER)), name))
    values = {name: f"{{{_value(fields[name])}}}" for name in names}
    if bare_month and fields.get("month") in MONTHS:
        values["month"] = fields["month"]
    lines = [f"  {name} = {values[name]},\n" for name in names]
    return f"@{kind}{opening}{key},\n{''.join(lines)}{closing}\n"


def escape_latex(rich: str) -> str:
    """Return rich text or plain text as LaTeX that shows it, without its formatting."""
    return _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"\\{found[0]}"), plain_text(rich))


def _value(value: str) -> str:
    return _balanced(" ".join(_SURROGATE.sub("", value).split()))


def _balanced(value: str) -> str:
    """Return a value in which each brace has its partner, as BibTeX counts them."""
    opened: list[int] = []
    unmatched: set[int] = set()
    for match in _BRACE.finditer(value):
        if match[0] == "{":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            unmatched.add(match.start())
    unmatched.update(opened)
    if not unmatched:
        return value
    return "".join(
        _BRACES[character] if place in unmatched else character
        for place, character in enumerate(value)
    )
