"""Tables of a study: what their columns are, what their rows hold, and the files they make."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, TypeVar

from mkdocs_casebook.views.site import Site

T = TypeVar("T")

Value = str | int | float | bool | tuple[str, ...] | None
"""What a cell holds; None and an empty tuple are what the record does not say."""

_PLAIN = re.compile(r"[^\\`*_\[\]<>&@!#$~^{}|]*")
_SPACES = re.compile(r"[ \t\n]+")


class Type(StrEnum):
    """The type of a column, by its name in the Table Schema of Frictionless."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    ARRAY = "array"


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column of a table whose rows are made from items of type ``T``.

    Attributes:
        name: Its name: a promise to programs, like the address of a page.
        value: Returns what its cell holds.
        type: Its type. An array is written as JSON.
        required: No cell is empty.
        choices: The values that it may hold; in an array, each of its items.
        words: The group of words that say what the choices mean.
        limits: The least and the greatest number.
        pattern: The form of its texts.
        markdown: The value is inline Markdown, of which the cell has the words alone.
    """

    name: str
    value: Callable[[T], Value]
    type: Type = Type.STRING
    required: bool = False
    choices: tuple[str, ...] = ()
    words: str = ""
    limits: tuple[float, float] | None = None
    pattern: str = ""
    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table.

    Attributes:
        name: The name of its file, without the ending, and of its words.
        items: Yields what its rows are made from, in order.
        columns: Its columns. Programs rely on them: new ones come last.
        key: The columns that no two rows have alike.
        refers: The columns whose values are keys of another table, with the name of that table.
    """

    name: str
    items: Callable[[Site], Iterable[T]]
    columns: tuple[Column[T], ...]
    key: tuple[str, ...]
    refers: Mapping[str, str] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"


@dataclass(frozen=True)
class FilledTable:
    """A table with its rows.

    Attributes:
        table: The table.
        rows: Its rows, each with a value for each column.
    """

    table: Table[Any]
    rows: tuple[tuple[Value, ...], ...]

    @cached_property
    def csv(self) -> str:
        """The table as CSV, exactly as the records have it.

        A cell is never changed to please a spreadsheet: a value that a program reads is the value
        of the record. What a spreadsheet would take for a formula is kept out of the records
        instead (the check ``formula-like-text``).

        Source: RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
        """
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([column.name for column in self.table.columns])
        writer.writerows([[_written(value) for value in row] for row in self.rows])
        return text.getvalue()


def fill(table: Table[T], site: Site, plain: Callable[[str], str]) -> FilledTable:
    """Return a table with its rows.

    Args:
        table: The table.
        site: The site of the study's first language.
        plain: Returns the words of inline Markdown.
    """
    rows = tuple(
        tuple(_cell(column, item, plain) for column in table.columns) for item in table.items(site)
    )
    return FilledTable(table, rows)


def _cell(column: Column[T], item: T, plain: Callable[[str], str]) -> Value:
    value = column.value(item)
    if not column.markdown:
        return value
    if isinstance(value, tuple):
        return tuple(_words(each, plain) for each in value)
    return _words(value, plain) if isinstance(value, str) else value


def _words(text: str, plain: Callable[[str], str]) -> str:
    # Most texts have no markup, and thousands of them are rendered on their pages already.
    return _SPACES.sub(" ", text).strip() if _PLAIN.fullmatch(text) else plain(text)


def _written(value: Value) -> str:
    match value:
        case None | ():
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def keys_in(filled: FilledTable, name: str) -> Iterator[str]:
    """Yield the keys in the arrays of a column, if the table has it."""
    names = [column.name for column in filled.table.columns]
    for row in filled.rows if name in names else ():
        value = row[names.index(name)]
        if isinstance(value, tuple):
            yield from value
