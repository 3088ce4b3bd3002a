"""Checks of ids, links and citations."""

from collections.abc import Iterator

from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Mention
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import nearest, shown


def duplicate_ids(study: Study) -> Iterator[Problem]:
    """Report two files that claim one id, whatever the case of its letters."""
    claimed: dict[tuple[Kind, str, str], Document] = {}
    for document, name, span in (*_ids(study), *_former_ids(study)):
        if document.kind is None:
            continue
        first = claimed.setdefault((document.kind, name, document.language), document)
        if first is not document:
            message = f"the id '{name}' is taken by {first.path}"
            hint = "give one of the two records another id"
            yield Problem("duplicate-id", span, message, hint)


def _ids(study: Study) -> Iterator[tuple[Document, str, Span]]:
    for document in study.documents:
        yield document, document.id.casefold(), document.span


def _former_ids(study: Study) -> Iterator[tuple[Document, str, Span]]:
    """Yield ids of other days, which lead to the record still."""
    for document in study.of_kind(Kind.DEFINITION):
        if isinstance(document.record, Definition):
            for number, id in enumerate(document.record.former_ids):
                yield document, id, document.locations.of(("former_ids", number), document.span)


def unknown_targets(study: Study) -> Iterator[Problem]:
    """Report links, citations and fields that name something that does not exist."""
    known = {kind: study.ids(kind) for kind in Kind}
    hints: dict[tuple[Kind, str], str] = {
        (Kind.DEFINITION, former): f"it was renamed: write '{document.id}'"
        for document, former, _ in _former_ids(study)
    }
    for document in study.documents:
        if document.kind is Kind.SOURCE and document.id not in known[Kind.SOURCE]:
            yield _unknown_source(document.id, known[Kind.SOURCE], document)
        for mention in document.mentions:
            target = mention.target
            if target.id not in known[target.kind]:
                # To look for the nearest of thousands of keys takes long: once is enough.
                if (target.kind, target.id) not in hints:
                    hints[target.kind, target.id] = _did_you_mean(target.id, known[target.kind])
                yield _unknown(mention, hints[target.kind, target.id])
            elif target.kind is Kind.DEFINITION and (target.version or target.part):
                yield from _missing_part(study, mention)


def _did_you_mean(id: str, known: frozenset[str]) -> str:
    near = nearest(id, known)
    return f"did you mean '{near}'?" if near else ""


def _unknown(mention: Mention, hint: str) -> Problem:
    target = mention.target
    if target.kind is Kind.SOURCE:
        message = f"the bibliography has no entry '{shown(target.id)}'"
        return Problem(
            "unknown-source", mention.span, message, hint or "add it to the bibliography"
        )
    message = f"there is no {target.kind} '{shown(target.id)}'"
    return Problem("unknown-record", mention.span, message, hint)


def _unknown_source(key: str, known: frozenset[str], document: Document) -> Problem:
    near = nearest(key, known)
    message = f"the bibliography has no entry '{key}' for this note"
    hint = f"did you mean '{near}'? The file is named after the key" if near else ""
    return Problem("unknown-source", document.span, message, hint)


def _missing_part(study: Study, mention: Mention) -> Iterator[Problem]:
    target = mention.target
    document = study.find(Kind.DEFINITION, target.id)
    record = document.record if document else None
    if not isinstance(record, Definition):
        return
    numbers = [str(each.version) for each in record.versions]
    if target.version and target.version not in numbers:
        message = f"'{target.id}' has no version {target.version}"
        hint = f"it has: {', '.join(numbers)}"
        yield Problem("missing-version", mention.span, message, hint)
    parts = [each.id for each in record.candidates]
    if target.part and target.part not in parts:
        near = nearest(target.part, parts)
        message = f"'{target.id}' has no candidate '{target.part}'"
        hint = f"did you mean '{near}'?" if near else f"it has: {', '.join(parts) or 'none'}"
        yield Problem("missing-version", mention.span, message, hint)
