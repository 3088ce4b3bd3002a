"""Tables that others made, as they are."""

from collections import Counter
from dataclasses import dataclass

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.reading.importing.delimited import Cell, Row, read_rows, sniffed
from mkdocs_casebook.reading.importing.encodings import Encoding, decoded


@dataclass(frozen=True, slots=True)
class ForeignTable:
    """A table.

    Attributes:
        file: Its name in messages.
        header: The names of its columns.
        rows: Its rows, each with a cell for each column.
    """

    file: str
    header: Row = ()
    rows: tuple[Row, ...] = ()

    def columns(self) -> dict[str, int]:
        """Return the place of each column that has a name of its own."""
        counts = Counter(cell.text.strip() for cell in self.header)
        names = (cell.text.strip() for cell in self.header)
        return {name: place for place, name in enumerate(names) if name and counts[name] == 1}


def read_foreign_table(
    data: bytes, file: str, *, encoding: Encoding | None = None, delimiter: str = ""
) -> tuple[ForeignTable, list[Problem]]:
    """Read a table.

    Args:
        data: Its bytes.
        file: Its name in messages.
        encoding: Its encoding; found out where None.
        delimiter: What stands between its cells; found out where empty.

    Returns:
        The table and the problems found. Each row of the file is either one of the table, or a
        problem at its line.
    """
    text, problems = decoded(data, file, encoding)
    rows, found = read_rows(text, delimiter or sniffed(text), file)
    problems += found
    if not rows:
        if not problems:
            hint = "its first row names the columns"
            problems.append(Problem("broken-table", Span(file), "the table is empty", hint))
        return ForeignTable(file), problems
    header, *others = rows
    kept = []
    for row in others:
        problem = _fault(row, header)
        if problem:
            problems.append(problem)
        else:
            kept.append(row)
    return ForeignTable(file, header, tuple(kept)), problems


def _fault(row: Row, header: Row) -> Problem | None:
    start = row[0].span
    if len(row) != len(header):
        message = f"the row has {_cells(len(row))}, and the header {len(header)}"
        hint = "look for a delimiter or a quotation mark that is too much or missing"
        return Problem("broken-table", start, message, hint)
    if all(not cell.text.strip() for cell in row):
        return Problem("skipped-row", start, "the row is blank")
    return None


def _cells(number: int) -> str:
    return f"{number} cell{'s' if number != 1 else ''}"


__all__ = ["Cell", "ForeignTable", "Row", "read_foreign_table"]
