"""Checks of the bibliography."""

from collections.abc import Iterator

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.settings import ALL_SOURCES
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import shown
from mkdocs_casebook.model.url import doi_address, is_safe, scheme
from mkdocs_casebook.reading.csl_json.latex import plain

_RESPONSIBLE = ("author", "editor", "editora", "organization", "institution", "key")
_DATED = ("date", "year", "eventdate", "urldate")
_TITLED = ("title", "booktitle", "maintitle")
_INHERITS = ("crossref", "xdata", "entryset")
_HELPERS = frozenset({"xdata", "set"})
_ADDRESSES = ("url", "howpublished")


def duplicate_dois(study: Study) -> Iterator[Problem]:
    """Report two entries with one DOI."""
    first: dict[str, Reference] = {}
    for reference in study.references.values():
        doi = doi_address(plain(reference.get("doi")))
        if doi is None:
            continue
        known = first.setdefault(doi.casefold(), reference)
        if known is not reference:
            span = reference.span_of("doi")
            message = f"'{reference.key}' has the DOI of '{known.key}' (line {known.span.line})"
            yield Problem("duplicate-doi", span, message, "merge the two, or mend one DOI")


def incomplete_entries(study: Study) -> Iterator[Problem]:
    """Report entries without author, year or title."""
    for reference in study.references.values():
        if reference.type in _HELPERS or reference.get(*_INHERITS):
            continue
        missing = [
            name
            for name, fields in (("author", _RESPONSIBLE), ("year", _DATED), ("title", _TITLED))
            if not reference.get(*fields)
        ]
        if missing:
            message = f"'{reference.key}' has no {' and no '.join(missing)}"
            hint = "where it is not known, say so: author = {{[Author not seen]}}, year = {n.d.}"
            yield Problem("incomplete-entry", reference.span, message, hint)


def unsafe_addresses(study: Study) -> Iterator[Problem]:
    """Report addresses that a public page must not carry; they are never linked."""
    for reference in study.references.values():
        for name in _ADDRESSES:
            address = reference.get(name)
            if address and not is_safe(address) and (name == "url" or " " not in address):
                message = f"the address of '{reference.key}' has a scheme that is not allowed"
                hint = f"use http or https instead of '{scheme(address)}'"
                yield Problem("unsafe-url", reference.span_of(name), message, hint)
        doi = plain(reference.get("doi"))
        if doi and doi_address(doi) is None:
            message = f"'{shown(doi)}' of '{reference.key}' is not a DOI"
            hint = "write it from '10.' on, as in 10.1000/182; leave it out if there is none"
            yield Problem("unsafe-url", reference.span_of("doi"), message, hint)


def unused_sources(study: Study) -> Iterator[Problem]:
    """Report entries that nothing cites."""
    used = {
        mention.target.id
        for document in study.documents
        for mention in document.mentions
        if mention.target.kind is Kind.SOURCE
    }
    wanted = set(study.settings.citations.nocite)
    if ALL_SOURCES & wanted:
        return
    used |= wanted
    noted = {document.id for document in study.documents if document.kind is Kind.SOURCE}
    for key, reference in study.references.items():
        if key not in used and key not in noted:
            yield Problem("unused-source", reference.span, f"nothing cites '{key}'")
