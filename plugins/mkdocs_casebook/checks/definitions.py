"""Checks of definitions."""

from collections.abc import Iterator, Mapping

from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.edtf import parse_moment
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import normalise


def _definitions(
    study: Study, language: str | None = None
) -> Iterator[tuple[Document, Definition]]:
    for document in study.of_kind(Kind.DEFINITION, language):
        if isinstance(document.record, Definition):
            yield document, document.record


def claimed_forms(study: Study) -> Iterator[Problem]:
    """Report two definitions of one language that claim one form."""
    for language in study.settings.languages:
        claims: dict[str, Document] = {}
        for document, record in _definitions(study, language):
            written = {normalise(record.term): ("term",)} | {
                normalise(form): ("forms", number) for number, form in enumerate(record.forms)
            }
            for form, path in written.items():
                first = claims.setdefault(form, document)
                if first is not document:
                    span = document.locations.of(path, document.span)
                    message = f"'{form}' is claimed by {first.path} too"
                    hint = "a form leads to one definition: keep it in one of the two"
                    yield Problem("claimed-form", span, message, hint)


def broader_cycles(study: Study) -> Iterator[Problem]:
    """Report definitions that are broader than themselves, directly or through others."""
    broader = {document.id: record.broader for document, record in _definitions(study)}
    for document, record in _definitions(study):
        for number, id in enumerate(record.broader):
            chain = _way_back(id, document.id, broader)
            if chain:
                span = document.locations.of(("broader", number), document.span)
                message = (
                    f"'{document.id}' is broader than itself: {' < '.join((document.id, *chain))}"
                )
                yield Problem("broader-cycle", span, message, "take one of these links away")


def _way_back(start: str, goal: str, broader: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return a chain of broader terms from ``start`` to ``goal``, or nothing."""
    waiting: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while waiting:
        chain = waiting.pop()
        if chain[-1] == goal:
            return chain
        if chain[-1] not in seen:
            seen.add(chain[-1])
            waiting += [(*chain, each) for each in broader.get(chain[-1], ())]
    return ()


def version_order(study: Study) -> Iterator[Problem]:
    """Report versions with one number, out of order, or dated before the one that they replace."""
    for document, record in _definitions(study):
        for number, (before, after) in enumerate(
            zip(record.versions, record.versions[1:], strict=False), start=1
        ):
            span = document.locations.of(("versions", number), document.span)
            if after.version <= before.version:
                message = f"version {after.version} follows version {before.version}"
                hint = "number versions upwards, the oldest first, each number once"
                yield Problem("invalid-versions", span, message, hint)
            elif parse_moment(after.date).latest < parse_moment(before.date).earliest:
                message = (
                    f"version {after.version} ({after.date}) is dated before "
                    f"version {before.version} ({before.date})"
                )
                yield Problem("invalid-versions", span, message, "check the two dates")


def translations_behind(study: Study) -> Iterator[Problem]:
    """Report translations that follow an older version, or one that does not exist."""
    current = {document.id: record for document, record in _definitions(study)}
    for document in study.documents:
        if document.kind is not Kind.DEFINITION or not document.translated:
            continue
        original = current.get(document.id)
        if original is None:
            continue
        span = document.locations.of(("translates",), document.span)
        version = document.translates
        if version is None:
            message = "the translation does not say which version it follows"
            hint = f"write 'translates: {document.id}@{original.current.version}'"
            yield Problem("missing-field", span, message, hint)
        elif original.version(version) is None:
            message = f"'{document.id}' has no version {version}"
            numbers = ", ".join(str(each.version) for each in original.versions)
            yield Problem("missing-version", span, message, f"it has: {numbers}")
        elif version < original.current.version:
            newest = original.current.version
            message = f"the translation follows version {version}; the current one is {newest}"
            hint = f"translate version {newest}, then write 'translates: {document.id}@{newest}'"
            yield Problem("translation-behind", span, message, hint)
