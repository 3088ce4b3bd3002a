"""Markdown files of a study: records, and plain pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Mention
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.span import Span

Path = tuple[str | int, ...]
"""The way to a value in front matter: names of fields and numbers of items."""


@dataclass(frozen=True, slots=True)
class Locations:
    """Where fields and values of front matter stand.

    Attributes:
        keys: Place of the name of each field.
        values: Place of each value.
    """

    keys: Mapping[Path, Span] = field(default_factory=dict)
    values: Mapping[Path, Span] = field(default_factory=dict)

    def of(self, path: Path, default: Span) -> Span:
        """Return the place of the value at ``path``, or of the nearest value around it."""
        while path:
            if path in self.values:
                return self.values[path]
            path = path[:-1]
        return self.values.get((), default)

    def of_key(self, path: Path, default: Span) -> Span:
        """Return the place of the field name at ``path``, or of the nearest value around it."""
        return self.keys[path] if path in self.keys else self.of(path, default)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the body of a file.

    Attributes:
        text: Its text, without markup.
        anchor: Its id on the page; empty where it is left to the Markdown renderer.
        level: 1 to 6.
        line: Its line in the file.
    """

    text: str
    anchor: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file of the study.

    Attributes:
        path: Path from the root of the study.
        page: Path inside the folder of its language.
        language: Its language.
        title: Its title, or the name of the record.
        body: The Markdown after the front matter.
        body_line: The line of the file at which the body starts.
        kind: Kind of the record; None for a plain page.
        id: Id of the record (that of the original, for a translation); empty for a plain page.
        record: The record; for a translation, the original with the translated fields over it.
        translates: Version of the original that a translated definition follows.
        translated: It is a translation of a record in the study's first language.
        locations: Where the fields of its front matter stand.
        headings: The headings of its body.
        mentions: The records and sources that its body and fields mention.
    """

    path: str
    page: str
    language: str
    title: str
    body: str
    body_line: int
    kind: Kind | None = None
    id: str = ""
    record: Record | None = None
    translates: int | None = None
    translated: bool = False
    locations: Locations = field(default_factory=Locations)
    headings: tuple[Heading, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def span(self) -> Span:
        """The start of the file."""
        return Span(self.path)
