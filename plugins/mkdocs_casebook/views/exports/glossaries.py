"""A definition as an entry for the LaTeX package ``glossaries``.

Source: https://ctan.org/pkg/glossaries
"""

import re

from mkdocs_casebook.views.exports.bib_entries import escape_latex

_NOT_IN_LABEL = re.compile(r"[^A-Za-z0-9:.-]+")
_NOT_IN_URL = re.compile(r"[{}\\\s]")


def glossary_entry(label: str, name: str, description: str, url: str) -> str:
    r"""Return a ``\newglossaryentry``; its description ends with the permanent address.

    Args:
        label: Its label; other characters than letters, digits and ``:.-`` become hyphens.
        name: The term, as plain text.
        description: The definition, as plain text.
        url: The permanent address of the version.
    """
    address = _NOT_IN_URL.sub("", url).replace("%", r"\%").replace("#", r"\#")
    shown = " ".join(f"{escape_latex(description)} \\url{{{address}}}".split())
    return (
        f"\\newglossaryentry{{{_NOT_IN_LABEL.sub('-', label)}}}{{%\n"
        f"  name={{{escape_latex(name)}}},\n"
        f"  description={{{shown}}}\n"
        "}\n"
    )
