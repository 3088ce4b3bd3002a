"""Checks of what stands in the fields of the bibliography."""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import normalise as folded
from mkdocs_casebook.model.text import shown
from mkdocs_casebook.model.url import doi_address
from mkdocs_casebook.reading.csl_json import normalise, plain_text, resolve
from mkdocs_casebook.reading.csl_json.dates import read_date
from mkdocs_casebook.reading.csl_json.entry_types import base_type
from mkdocs_casebook.reading.csl_json.inheritance import canonical
from mkdocs_casebook.reading.csl_json.latex import to_text
from mkdocs_casebook.reading.csl_json.names import parse_names, split_names

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
_ROLES = (
    *("author", "editor", "editora", "editorb", "editorc", "translator", "bookauthor"),
    *("introduction", "foreword", "afterword", "annotator", "commentator"),
)
_ET_AL = re.compile(r"\bet\s+al\b|\bu\.\s?a\.$|\band\s+(?:colleagues|co-?workers)\b", re.IGNORECASE)
_SUFFIX = re.compile(r"\{?(?:Jr|Sr|Jnr|Snr|I{1,3}|IV|V|MD|PhD|Ph\.D)\.?\}?", re.IGNORECASE)
_IN_BRACES = re.compile(r"\{[^{}]*\}")
_SEPARATOR = re.compile(r"[;&]|https?:")
_NOT_ALPHANUMERIC = re.compile(r"[^0-9a-z]+")
_DIGITS = re.compile(r"\d+")
_NUMBER_NAME = re.compile(r"ISBN(?:-1[03])?|ISSN|\(.*", re.IGNORECASE)
_NOT_IN_NUMBER = re.compile(r"[^0-9Xx]")
_ISBN_LENGTHS = (10, 13)
_ISSN_LENGTH = 8
_SHORTEST_CAPITALS = 4
_LONGEST_TITLE = 300
_NEIGHBOURS = 4
_ALIKE = 0.9


def not_understood(study: Study) -> Iterator[Problem]:
    """Report what the citation styles would not get right: types, dates, LaTeX, inheritance."""
    yield from normalise(study.references)[1]


def missing_fields(study: Study) -> Iterator[Problem]:
    """Report entries that lack a field which biblatex requires of their type."""
    for reference in resolve(study.references)[0].values():
        fields = canonical(reference.fields)
        for group in _REQUIRED.get(base_type(reference.type), ()):
            if not any(fields.get(name) for name in group):
                article = "an" if reference.type[:1] in "aeiou" else "a"
                named = " or ".join(f"'{name}'" for name in group)
                message = (
                    f"'{reference.key}' has no {named}, which {article} @{reference.type} needs"
                )
                hint = "add it, or choose another type"
                yield Problem("missing-entry-field", reference.span, message, hint)


def near_duplicates(study: Study) -> Iterator[Problem]:
    """Report two entries with one author and year, and titles that hardly differ.

    Titles with different numbers are different: parts and editions of one work.
    """
    groups: dict[tuple[str, ...], list[tuple[str, Reference]]] = {}
    for key, reference in resolve(study.references)[0].items():
        fields = canonical(reference.fields)
        title = _comparable(fields)
        if title and reference.type not in _NO_WORKS:
            original = study.references[key]
            groups.setdefault(_author_and_year(fields), []).append((title, original))
    for group in groups.values():
        group.sort(key=lambda each: each[0])
        for number, (title, reference) in enumerate(group):
            for other, earlier in group[max(0, number - _NEIGHBOURS) : number]:
                if _nearly_alike(title, other) and not _are_linked(reference, earlier):
                    yield _duplicate(*sorted((earlier, reference), key=lambda each: each.span))


def suspicious_names(study: Study) -> Iterator[Problem]:
    """Report names that are hardly names of people as BibTeX writes them."""
    for reference in study.references.values():
        for role in _ROLES:
            for written in split_names(reference.get(role)):
                reason = _suspicion(written.strip())
                if reason:
                    message = (
                        f"'{shown(written.strip())}' in '{role}' of '{reference.key}' {reason[0]}"
                    )
                    span = reference.span_of(role)
                    yield Problem("suspicious-name", span, message, reason[1])


def check_digits(study: Study) -> Iterator[Problem]:
    """Report ISBNs and ISSNs that cannot be right."""
    for reference in study.references.values():
        for name, is_right in (("isbn", _is_isbn), ("issn", _is_issn)):
            for number in re.split(r"[,;/]|\s+and\s+", reference.get(name)):
                bare = _NOT_IN_NUMBER.sub("", _NUMBER_NAME.sub("", number))
                if bare and not is_right(bare.upper()):
                    message = f"'{shown(number.strip())}' of '{reference.key}' is no {name.upper()}"
                    hint = "its check digit does not fit: compare it with the source"
                    yield Problem("invalid-check-digit", reference.span_of(name), message, hint)


def dois_in_addresses(study: Study) -> Iterator[Problem]:
    """Report addresses of DOIs in entries that have no DOI."""
    for reference in study.references.values():
        url = reference.get("url")
        if "doi.org/" in url.lower() and not reference.get("doi"):
            address = doi_address(url)
            if address:
                doi = address.removeprefix("https://doi.org/")
                message = f"the address of '{reference.key}' is that of a DOI"
                hint = f"write doi = {{{doi}}} instead"
                yield Problem("doi-in-url", reference.span_of("url"), message, hint)


def backward_pages(study: Study) -> Iterator[Problem]:
    """Report ranges of pages that end before they start; ``782--9`` is short for ``782--789``."""
    for reference in study.references.values():
        for part in reference.get("pages").split(","):
            sides = [side.strip() for side in re.split(r"\s*(?:-+|[–—])\s*", part.strip())]
            if len(sides) != len(("first", "last")) or not all(map(str.isdecimal, sides)):
                continue
            first, last = sides
            if len(first) == len(last) and first > last:
                message = f"the pages '{shown(part.strip())}' of '{reference.key}' run backwards"
                hint = "the first page stands before '--', the last one behind"
                yield Problem("pages-backwards", reference.span_of("pages"), message, hint)


def _comparable(fields: Mapping[str, str]) -> str:
    written = f"{fields.get('title', '')} {fields.get('subtitle', '')}"
    title = folded(plain_text(to_text(written)))[:_LONGEST_TITLE]
    return _NOT_ALPHANUMERIC.sub(" ", title).strip()


def _author_and_year(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Return what two duplicates share; a chapter is none of its book."""
    names = parse_names(fields.get("author") or fields.get("editor", ""))
    name = names[0] if names else {}
    issued = read_date(fields, "")[0] or {}
    year = issued.get("date-parts", [[issued.get("literal", "")]])[0][0]
    family = folded(name.get("family") or name.get("literal", ""))
    return family, str(year), "part" if fields.get("booktitle") else ""


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
    matcher = SequenceMatcher(None, title, other, autojunk=False)
    return (
        matcher.real_quick_ratio() >= _ALIKE <= matcher.quick_ratio() and matcher.ratio() >= _ALIKE
    )


def _duplicate(first: Reference, second: Reference) -> Problem:
    message = f"'{second.key}' has author, year and nearly the title of '{first.key}'"
    hint = f"merge it with the entry of line {first.span.line}, or tell the two titles apart"
    return Problem("near-duplicate", second.span, message, hint)


def _suspicion(name: str) -> tuple[str, str] | None:
    """Return what is wrong with a name, and what to do about it."""
    if _ET_AL.search(name):
        return "says that there are others", "write 'and others' for them"
    bare = _IN_BRACES.sub("", name)
    if name.lower() == "others" or not bare.strip() or "=" in bare:
        return None
    if _SEPARATOR.search(bare.replace("\\&", "&")):
        hint = "put 'and' between names; a body stands in braces: {{European Commission}}"
        return "is more than one name, or a body", hint
    parts = [part.strip() for part in bare.split(",")]
    if len(parts) > 3 or (len(parts) == 3 and not _SUFFIX.fullmatch(parts[1])):
        return "has a comma too many", "write 'Family, Given and Family, Given'"
    found = parse_names(name)
    letters = "".join(found[0].get(part, "") for part in ("family", "given")) if found else ""
    words = [word for word in re.split(r"[\W\d_]+", letters) if len(word) >= _SHORTEST_CAPITALS]
    if found and found[0].get("given") and words and letters.isupper():
        return "is all capitals", "write it as a name is written: styles make capitals"
    return None


def _is_isbn(number: str) -> bool:
    if len(number) not in _ISBN_LENGTHS or "X" in number[:-1]:
        return False
    digits = [10 if digit == "X" else int(digit) for digit in number]
    if len(number) == max(_ISBN_LENGTHS):
        weights = (1, 3) * 7
        return "X" not in number and sum(map(int.__mul__, digits, weights)) % 10 == 0
    return sum(map(int.__mul__, digits, range(10, 0, -1))) % 11 == 0


def _is_issn(number: str) -> bool:
    if len(number) != _ISSN_LENGTH or "X" in number[:-1]:
        return False
    digits = [10 if digit == "X" else int(digit) for digit in number]
    return sum(map(int.__mul__, digits, range(8, 0, -1))) % 11 == 0
