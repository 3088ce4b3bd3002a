"""The records that a check looks at."""

from collections.abc import Iterator
from typing import TypeVar

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.context import Context
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.finding import Finding
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.study import Study

R = TypeVar("R", bound=Record)


def cases(study: Study) -> Iterator[tuple[Document, Case]]:
    """Yield the cases of a study, in its first language."""
    return _records(study, Kind.CASE, Case)


def contexts(study: Study) -> Iterator[tuple[Document, Context]]:
    """Yield the contexts of a study, in its first language."""
    return _records(study, Kind.CONTEXT, Context)


def findings(study: Study) -> Iterator[tuple[Document, Finding]]:
    """Yield the findings of a study, in its first language."""
    return _records(study, Kind.FINDING, Finding)


def _records(study: Study, kind: Kind, model: type[R]) -> Iterator[tuple[Document, R]]:
    for document in study.of_kind(kind):
        if isinstance(document.record, model):
            yield document, document.record
