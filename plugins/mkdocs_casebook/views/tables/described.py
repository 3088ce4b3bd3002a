"""What tables and columns are called, and what they are, in the language of a site."""

from dataclasses import dataclass
from typing import Any

from mkdocs_casebook.views.tables.table import Column, Table
from mkdocs_casebook.views.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Described:
    """A table or a column in words.

    Attributes:
        title: Its name.
        text: What it is.
    """

    title: str
    text: str


def describe_table(words: Vocabulary, table: Table[Any]) -> Described:
    """Return the words about a table."""
    start = f"tables.{table.name}"
    return Described(words(f"{start}.title"), words(f"{start}.text"))


def describe_column(words: Vocabulary, table: Table[Any], column: Column[Any]) -> Described:
    """Return the words about a column: those of its table, or those of all tables."""
    starts = (f"tables.{table.name}.columns.{column.name}", f"tables.columns.{column.name}")
    own = words.or_else(f"{starts[0]}.title", "")
    start = starts[0] if own else starts[1]
    return Described(words(f"{start}.title"), words(f"{start}.text"))


def choices_in_words(words: Vocabulary, column: Column[Any]) -> list[tuple[str, str]]:
    """Return the values that a column may hold, each with what it means."""
    return [(choice, words(f"{column.words}.{choice}")) for choice in column.choices]
