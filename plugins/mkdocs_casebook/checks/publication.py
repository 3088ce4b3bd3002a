"""Checks of what was published: its texts stay, and its addresses lead somewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_casebook.model.definition import Definition, Version
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.publication import (
    Edition,
    Publication,
    canonical,
    fingerprint,
    permanent_addresses,
)
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.study import Study


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a version as it stands in a record now."""

    span: Span
    fingerprints: tuple[str, ...]


def publication_of(study: Study) -> Publication:
    """Return what a study would publish now.

    Only what a translation translates itself has a text in its language; where it has none, the
    page of the version shows the original, at an address that is permanent all the same.

    Args:
        study: The study.
    """
    texts = {edition: text.fingerprints for edition, text in _texts(study).items()}
    return Publication(texts, frozenset(_addresses(study)))


def broken_promises(study: Study) -> Iterator[Problem]:
    """Report what is at odds with what the study has published."""
    return publication_problems(study, study.publication)


def publication_problems(study: Study, published: Publication | None) -> Iterator[Problem]:
    """Report published texts that changed, addresses that disappear, and what is not published.

    Args:
        study: The study.
        published: What it has published; None where it has not begun to, which is no problem.
    """
    if published is None:
        return
    texts, addresses, names = _texts(study), set(_addresses(study)), _names(study)
    for edition, before in published.texts.items():
        current = texts.get(edition._replace(id=names.get(edition.id, edition.id)))
        if current is not None:
            yield from _changed(edition, before, current)
        elif _page(study, edition) in addresses:
            message = f"the published text '{edition}' is no longer there"
            hint = "bring it back from version control"
            yield Problem("changed-text", published.span(edition), message, hint)
    for address in sorted(published.addresses - addresses):
        message = f"the permanent address '{address}' would disappear"
        hint = "bring the version back; a definition that has a new id lists the old one in "
        yield Problem("lost-address", published.span(address), message, f"{hint}'former_ids'")
    known = {edition._replace(id=names.get(edition.id, edition.id)) for edition in published.texts}
    for edition, text in texts.items():
        if edition not in known:
            message = f"'{edition}' is not published yet"
            hint = "`casebook publish` makes its text and its address permanent"
            yield Problem("unpublished-version", text.span, message, hint)


def _changed(edition: Edition, before: tuple[str, ...], current: _Text) -> Iterator[Problem]:
    now = current.fingerprints
    if now[: len(before)] != before:
        message = f"the published text of '{edition}' changed, or an erratum of it is gone"
        hint = f"make a new version with `casebook revise {edition.id}`, or declare an erratum"
        yield Problem("changed-text", current.span, message, hint)
    elif len(now) > len(before):
        message = f"an erratum of '{edition}' is not published yet"
        yield Problem("unpublished-version", current.span, message, "run `casebook publish`")


def _records(study: Study) -> Iterator[tuple[Document, Definition]]:
    for language in study.settings.languages:
        for document in study.of_kind(Kind.DEFINITION, language):
            if isinstance(document.record, Definition):
                yield document, document.record


def _texts(study: Study) -> Mapping[Edition, _Text]:
    found: dict[Edition, _Text] = {}
    for document, record in _records(study):
        for number, version in enumerate(record.versions):
            span = document.locations.of(("versions", number, "definition"), document.span)
            if span.file == document.path:
                edition = Edition(document.id, version.version, document.language)
                prints = _fingerprints(version, document.language, study.settings.original)
                found.setdefault(edition, _Text(span, prints))
    return found


def _fingerprints(version: Version, language: str, original: str) -> tuple[str, ...]:
    """Return the fingerprints of a text: as published first, and after each of its errata."""
    text = canonical(version.definition)
    found = [fingerprint(text)]
    for erratum in reversed(version.errata_in(language, original)):
        text = text.replace(canonical(erratum.now), canonical(erratum.was), 1)
        found.append(fingerprint(text))
    return tuple(reversed(found))


def _addresses(study: Study) -> Iterator[str]:
    for document, record in _records(study):
        numbers = [version.version for version in record.versions]
        for id in (document.id, *record.former_ids):
            yield from permanent_addresses(id, numbers, _prefix(study, document.language))


def _page(study: Study, edition: Edition) -> str:
    prefix = _prefix(study, edition.language)
    *_, page = permanent_addresses(edition.id, [edition.version], prefix)
    return page


def _prefix(study: Study, language: str) -> str:
    return "" if language == study.settings.original else f"{language}/"


def _names(study: Study) -> Mapping[str, str]:
    """Return the present id of each definition that had another."""
    records = [(document.id, record) for document, record in _records(study)]
    present = {id for id, _ in records}
    return {
        former: id
        for id, record in records
        for former in record.former_ids
        if former not in present
    }
