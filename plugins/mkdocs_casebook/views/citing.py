"""How a citation shows in the text: author and year.

The only place that decides it; a CSL style will take it over.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_casebook.csl.disambiguation import letters
from mkdocs_casebook.model.edtf import parse_period
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.latex import plain
from mkdocs_casebook.reading.names import Name, split_names
from mkdocs_casebook.views.vocabulary import Vocabulary

_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_IN_BRACKETS = re.compile(r"(?P<before>[^(]+?)\s*\((?P<inside>[^()]+)\)")
# Two capitals are a country, as in "Social Exclusion Unit (UK)".
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z]{2,}")
_LONG_NAME = 25
_LONGEST_NAME = 60
_ROLES = ("shortauthor", "author", "editor", "editora", "institution", "organization")


@dataclass(frozen=True, slots=True)
class Label:
    """Author and year of a source, unlike those of any other source.

    Attributes:
        author: Family names, or the name of a body.
        year: Year with the letter that keeps it apart, or what stands for an unknown year.
    """

    author: str
    year: str

    def __str__(self) -> str:
        # A long name may part from its year at the end of a line.
        space = "\u00a0" if len(self.author) < _LONG_NAME else " "
        return f"{self.author}{space}{self.year}"


def labels(references: Mapping[str, Reference], words: Vocabulary) -> dict[str, Label]:
    """Return the label of each source; those that would be alike get letters, in order of title.

    Args:
        references: The bibliography.
        words: The language of the site.
    """
    groups: dict[tuple[str, str], list[Reference]] = {}
    for reference in references.values():
        groups.setdefault((_author(reference, words), year(reference, words)), []).append(reference)
    found: dict[str, Label] = {}
    for (author, date), alike in groups.items():
        alike.sort(key=lambda each: (plain(each.get("title")).casefold(), each.key))
        for number, reference in enumerate(alike):
            letter = letters(number) if len(alike) > 1 else ""
            joint = "-" if letter and not date[-1:].isdigit() else ""
            found[reference.key] = Label(author, f"{date}{joint}{letter}")
    return found


def year(reference: Reference, words: Vocabulary) -> str:
    """Return the year of a source as text, or what stands for an unknown one."""
    written = reference.get("date", "year", "eventdate")
    try:
        start = parse_period(written).start
    except ValueError:
        text = plain(written)
        return words("source.no_date") if text in {"", "n.d.", "[n.d.]"} else text
    return str(start.year) if start else words("source.no_date")


def suffix_text(suffix: str) -> str:
    """Return a locator as it shows: ranges with a dash."""
    return _RANGE.sub("–", suffix)


def _author(reference: Reference, words: Vocabulary) -> str:
    for role in _ROLES:
        if reference.get(role):
            names, others = split_names(reference.get(role))
            if names:
                return _short(names, others, words)
    title = plain(reference.get("title"))
    return _clipped(title) if title else words("cite.no_author")


def _short(names: Sequence[Name], others: bool, words: Vocabulary) -> str:
    first = _known_as(names[0])
    if len(names) > 2 or others:
        return f"{first} {words('cite.et_al')}"
    if len(names) == 2:
        return f"{first} {words('cite.and')} {_known_as(names[1])}"
    return first


def _known_as(name: Name) -> str:
    """Return the family name, or of a body the acronym or name without what is in brackets."""
    match = _IN_BRACKETS.fullmatch(name.family) if name.literal else None
    if match is None:
        return _clipped(name.family)
    return match["inside"] if _ACRONYM.fullmatch(match["inside"]) else _clipped(match["before"])


def _clipped(name: str) -> str:
    if len(name) <= _LONGEST_NAME:
        return name
    return name[:_LONGEST_NAME].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
