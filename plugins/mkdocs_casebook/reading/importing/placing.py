"""From the rows of a foreign table to drafts of records, and to what found no place in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.text import shown
from mkdocs_casebook.reading.importing.assembling import assembled
from mkdocs_casebook.reading.importing.foreign_table import ForeignTable
from mkdocs_casebook.reading.importing.import_map import ImportMap
from mkdocs_casebook.reading.importing.row_reader import RowReader


@dataclass(frozen=True, slots=True)
class Draft:
    """The draft of a record.

    Attributes:
        id: Its id.
        data: Its fields.
        missing: The fields that it needs and lacks.
        unplaced: What the row says and the draft does not, in a few words each.
        span: Where the row starts.
    """

    id: str
    data: Mapping[str, Any]
    missing: tuple[str, ...]
    unplaced: tuple[str, ...]
    span: Span


def drafts_of(
    table: ForeignTable, map: ImportMap, model: type[Record]
) -> tuple[list[Draft], list[Problem]]:
    """Return a draft of each row of a table, and what could not be placed.

    Args:
        table: The table.
        map: Its map, of which the table has every column.
        model: The kind of record that is made.

    Returns:
        The drafts and the problems. A row without a draft has a problem that says so.
    """
    columns = table.columns()
    drafts: list[Draft] = []
    problems = [*_unused(table, map)]
    lines: dict[str, int] = {}
    for row in table.rows:
        reader = RowReader(row, columns, map)
        id_, problem = reader.id(lines)
        if problem is not None:
            problems.append(problem)
            continue
        lines[id_] = row[0].span.line
        draft, found = _draft(reader, id_, row[0].span, model)
        drafts.append(draft)
        problems += [*found, *reader.blanks()]
        if draft.missing:
            message = f"the draft '{id_}' lacks {', '.join(draft.missing)}"
            hint = "`casebook check` asks for them"
            problems.append(Problem("incomplete-draft", draft.span, message, hint))
    return drafts, problems


def _unused(table: ForeignTable, map: ImportMap) -> Iterator[Problem]:
    used = {rule.column for rule, _ in map.rules()}
    for cell in table.header:
        name = cell.text.strip()
        if name and name not in used:
            message = f"the map does not name the column '{shown(name)}'"
            yield Problem("unplaced-column", cell.span, message)


def _draft(
    reader: RowReader, id_: str, start: Span, model: type[Record]
) -> tuple[Draft, list[Problem]]:
    data, missing, refused = assembled(reader.placed(), model, start)
    problems = [*reader.problems, *refused]
    unplaced = tuple(f"{each.message} ({_place(each.span)})" for each in problems)
    return Draft(id_, data, tuple(missing), unplaced, start), problems


def _place(span: Span) -> str:
    """Return a place without the folders of the machine that it is on."""
    return str(span._replace(file=PurePath(span.file).name))
