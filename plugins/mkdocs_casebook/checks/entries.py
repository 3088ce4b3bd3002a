"""Checks of what stands in the fields of the bibliography."""

import re
from collections.abc import Iterator

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import shown
from mkdocs_casebook.model.url import doi_address
from mkdocs_casebook.reading.csl_json import find_problems
from mkdocs_casebook.reading.csl_json.names import parse_names, split_names

_ROLES = (
    *("author", "editor", "editora", "editorb", "editorc", "translator", "bookauthor"),
    *("introduction", "foreword", "afterword", "annotator", "commentator"),
)
_ET_AL = re.compile(r"\bet\s+al\b|\bu\.\s?a\.$|\band\s+(?:colleagues|co-?workers)\b", re.IGNORECASE)
_SUFFIX = re.compile(r"\{?(?:Jr|Sr|Jnr|Snr|I{1,3}|IV|V|MD|PhD|Ph\.D)\.?\}?", re.IGNORECASE)
_IN_BRACES = re.compile(r"\{[^{}]*\}")
_SEPARATOR = re.compile(r"[;&]|https?:")
_AND = re.compile(r"\s+and\s", re.IGNORECASE)
_PERHAPS_SUSPICIOUS = re.compile(
    r"[;&\\]|https?:|(?i:et\s+al|u\.\s?a\.|and\s+co(?:lleagues|-?workers))"
    r"|[^\W\d_a-z]{2}",  # two capitals
)
_NUMBER_NAME = re.compile(r"ISBN(?:-1[03])?|ISSN|\(.*", re.IGNORECASE)
_NOT_IN_NUMBER = re.compile(r"[^0-9Xx]")
_ISBN_LENGTHS = (10, 13)
_ISSN_LENGTH = 8
_SHORTEST_CAPITALS = 4


def not_understood(study: Study) -> Iterator[Problem]:
    """Report what the citation styles would not get right: types, dates, LaTeX."""
    yield from find_problems(study.references)


def suspicious_names(study: Study) -> Iterator[Problem]:
    """Report names that are hardly names of people as BibTeX writes them."""
    for reference in study.references.values():
        for role in _ROLES:
            field = reference.fields.get(role)
            if not field or not _is_perhaps_suspicious(field):
                continue
            for written in split_names(field):
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


def _is_perhaps_suspicious(field: str) -> bool:
    """Tell at a glance whether a field of names is worth a closer look."""
    bare = _IN_BRACES.sub("", field)
    return (
        "{" in bare
        or _PERHAPS_SUSPICIOUS.search(field.replace("{", "").replace("}", "")) is not None
        or any(part.count(",") > 1 for part in _AND.split(bare))
    )


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
