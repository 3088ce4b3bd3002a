"""A whole study, in all its languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Mention, Target
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.publication import Publication
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.settings import Settings

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Study:
    """A study as it was read.

    Attributes:
        settings: How it is laid out and checked.
        documents: Its Markdown files, sorted by path.
        references: The entries of its bibliography by key, in the order of the file.
        citation_style: The CSL style of its citations where it brings its own; otherwise empty.
        problems: What was wrong with the files themselves.
        publication: What it has published; None where it has not begun to.
    """

    settings: Settings
    documents: tuple[Document, ...]
    references: Mapping[str, Reference]
    problems: tuple[Problem, ...] = ()
    citation_style: str = ""
    publication: Publication | None = None

    @cached_property
    def _records(self) -> Mapping[tuple[Kind, str, str], Document]:
        return {
            (document.kind, document.id, document.language): document
            for document in reversed(self.documents)
            if document.kind is not None and document.record is not None
        }

    @cached_property
    def _mentions(self) -> Mapping[tuple[Kind, str], tuple[tuple[Document, Mention], ...]]:
        found: dict[tuple[Kind, str], list[tuple[Document, Mention]]] = {}
        for document in self.documents:
            for mention in document.mentions:
                key = (mention.target.kind, mention.target.id)
                found.setdefault(key, []).append((document, mention))
        return {key: tuple(places) for key, places in found.items()}

    def find(self, kind: Kind, id: str, language: str | None = None) -> Document | None:
        """Return a record.

        Args:
            kind: Its kind.
            id: Its id.
            language: Its language; the study's first where None.
        """
        return self._records.get((kind, id, language or self.settings.original))

    def nearest(self, kind: Kind, id: str, language: str) -> Document | None:
        """Return a record in ``language``, or else in the study's first language, or None."""
        return self.find(kind, id, language) or self.find(kind, id)

    def of_kind(self, kind: Kind, language: str | None = None) -> tuple[Document, ...]:
        """Return the records of a kind in one language, sorted by path."""
        wanted = language or self.settings.original
        return tuple(
            document
            for document in self.documents
            if document.kind is kind and document.language == wanted and document.record
        )

    def mentions_of(
        self, target: Target, language: str | None = None
    ) -> Iterator[tuple[Document, Mention]]:
        """Yield the places that mention a record or source, whatever version or part of it.

        Args:
            target: The record or source.
            language: Only in files of this language; in all where None.
        """
        for document, mention in self._mentions.get((target.kind, target.id), ()):
            if language is None or document.language == language:
                yield document, mention

    def ids(self, kind: Kind) -> frozenset[str]:
        """Return the ids that links to a kind may name; for sources, the keys."""
        if kind is Kind.SOURCE:
            return frozenset(self.references)
        return frozenset(id for each, id, _ in self._records if each is kind)
