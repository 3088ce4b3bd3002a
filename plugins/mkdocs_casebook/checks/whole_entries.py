"""Checks of entries with what they take from others, which is found out once for all of them."""

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import normalise as folded
from mkdocs_casebook.reading.csl_json import plain_text, resolve
from mkdocs_casebook.reading.csl_json.dates import read_date
from mkdocs_casebook.reading.csl_json.entry_types import base_type
from mkdocs_casebook.reading.csl_json.inheritance import canonical
from mkdocs_casebook.reading.csl_json.latex import to_text
from mkdocs_casebook.reading.csl_json.names import first_name

_ANY_TITLE = ("booktitle", "maintitle")
_REQUIRED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "article": (("journaltitle", "eprint"),),
    "bookinbook": (_ANY_TITLE,),
    "suppbook": (_ANY_TITLE,),
    "incollection": (_ANY_TITLE,),
    "suppcollection": (_ANY_TITLE,),
    "inproceedings": ((*_ANY_TITLE, "eventtitle"),),
    "inreference": (_ANY_TITLE,),
    "suppperiodical": (("journaltitle",),),
    "online": (("url", "doi", "eprint"),),
    "patent": (("number",),),
    "thesis": (("institution",),),
    "set": (("entryset",),),
}
"""Beside author, title and date: of each group of fields one must be there."""
_NO_WORKS = frozenset({"set", "xdata"})
_LINKS = ("crossref", "xref", "related")
_NOT_ALPHANUMERIC = re.compile(r"[^0-9a-z]+")
_LETTERS = f"{string.ascii_lowercase} "
_DIGITS = re.compile(r"\d+")
_LONGEST_TITLE = 300
_NEIGHBOURS = 4
_ALIKE = 0.9
_Entry = tuple[Reference, Mapping[str, str]]
"""An entry as it is written, and its fields with those that it takes from others."""


def whole_entries(study: Study) -> Iterator[Problem]:
    """Report links between entries that lead nowhere, missing fields, and near-duplicates."""
    resolved, problems = resolve(study.references)
    entries = [
        (reference, canonical(whole.fields))
        for reference, whole in zip(study.references.values(), resolved.values(), strict=True)
    ]
    yield from problems
    yield from _missing_fields(entries)
    yield from _near_duplicates(entries)


def _missing_fields(entries: Iterable[_Entry]) -> Iterator[Problem]:
    """Report entries that lack a field which biblatex requires of their type."""
    for reference, fields in entries:
        for group in _REQUIRED.get(base_type(reference.type), ()):
            if not any(fields.get(name) for name in group):
                article = "an" if reference.type[:1] in "aeiou" else "a"
                named = " or ".join(f"'{name}'" for name in group)
                message = (
                    f"'{reference.key}' has no {named}, which {article} @{reference.type} needs"
                )
                hint = "add it, or choose another type"
                yield Problem("missing-entry-field", reference.span, message, hint)


def _near_duplicates(entries: Iterable[_Entry]) -> Iterator[Problem]:
    """Report two entries with one author and year, and titles that hardly differ.

    Titles with different numbers are different: parts and editions of one work.
    """
    groups: dict[tuple[str, ...], list[_Entry]] = {}
    for entry in entries:
        if entry[0].type not in _NO_WORKS:
            groups.setdefault(_author_and_year(entry[1]), []).append(entry)
    for group in groups.values():
        if len(group) > 1:
            yield from _alike(group)


def _alike(group: Iterable[_Entry]) -> Iterator[Problem]:
    titled = [(_comparable(fields), reference) for reference, fields in group]
    titled = sorted((each for each in titled if each[0]), key=lambda each: each[0])
    for number, (title, reference) in enumerate(titled):
        for other, earlier in titled[max(0, number - _NEIGHBOURS) : number]:
            if _nearly_alike(title, other) and not _are_linked(reference, earlier):
                yield _duplicate(*sorted((earlier, reference), key=lambda each: each.span))


def _comparable(fields: Mapping[str, str]) -> str:
    written = f"{fields.get('title', '')} {fields.get('subtitle', '')}"
    title = _folded(plain_text(to_text(written)))[:_LONGEST_TITLE]
    return _NOT_ALPHANUMERIC.sub(" ", title).strip()


def _author_and_year(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Return what two duplicates share; a chapter is none of its book."""
    name = first_name(fields.get("author") or fields.get("editor", ""))
    issued = read_date(fields, "")[0] or {}
    year = issued.get("date-parts", [[issued.get("literal", "")]])[0][0]
    family = _folded(name.get("family") or name.get("literal", ""))
    return family, str(year), "part" if fields.get("booktitle") else ""


def _folded(text: str) -> str:
    # Most text is ASCII, in which folding is simple.
    return " ".join(text.lower().split()) if text.isascii() else folded(text)


def _are_linked(first: Reference, second: Reference) -> bool:
    """Tell whether one entry names the other: a reprint, a translation or a part of it."""
    return any(
        one.key in re.split(r"\s*,\s*", other.get(field))
        for one, other in ((first, second), (second, first))
        for field in _LINKS
    )


def _nearly_alike(title: str, other: str) -> bool:
    if _DIGITS.findall(title) != _DIGITS.findall(other):
        return False
    # What two titles can have in common at most is soon counted, and nearly always too little.
    total = len(title) + len(other)
    differing = sum(abs(title.count(letter) - other.count(letter)) for letter in _LETTERS)
    if (total - differing) / total < _ALIKE:
        return False
    return SequenceMatcher(None, title, other, autojunk=False).ratio() >= _ALIKE


def _duplicate(first: Reference, second: Reference) -> Problem:
    message = f"'{second.key}' has author, year and nearly the title of '{first.key}'"
    hint = f"merge it with the entry of line {first.span.line}, or tell the two titles apart"
    return Problem("near-duplicate", second.span, message, hint)
