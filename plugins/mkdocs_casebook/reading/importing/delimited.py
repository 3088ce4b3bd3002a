"""Delimited text, such as CSV, with the place of every cell.

The ``csv`` module of Python tells neither line nor column, reads broken quotation marks as if they
were whole, and gives up at a large cell.

Source: RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span

DELIMITERS = (",", ";", "\t", "|")
"""The delimiters that are looked for where none is declared, the most usual first."""

_QUOTE = '"'
_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell.

    Attributes:
        text: What it holds, without the quotation marks around it.
        span: Where it starts.
    """

    text: str
    span: Span


Row = tuple[Cell, ...]


def read_rows(text: str, delimiter: str, file: str) -> tuple[list[Row], list[Problem]]:
    r"""Read delimited text.

    Args:
        text: The text, with ``\n`` line ends.
        delimiter: One character.
        file: The file that it stands in, for messages.

    Returns:
        The rows (lines without a character are none) and the problems found. A row whose quotation
        marks are broken is a problem instead.
    """
    reader = _Reader(text, delimiter, file)
    while reader.position < len(text):
        reader.read_row()
    return reader.rows, reader.problems


def sniffed(text: str) -> str:
    r"""Return the delimiter with which the first rows of a text best form a table.

    Args:
        text: The text, with ``\n`` line ends.
    """
    sample = "\n".join(text[:100_000].split("\n", _SAMPLE * 5)[: _SAMPLE * 5])

    def fit(delimiter: str) -> tuple[int, int]:
        rows = read_rows(sample, delimiter, "")[0][:_SAMPLE]
        width = len(rows[0]) if rows else 0
        same = sum(1 for row in rows if len(row) == width)
        return (same if width > 1 else 0, width)

    return max(DELIMITERS, key=fit)


class _Reader:
    def __init__(self, text: str, delimiter: str, file: str) -> None:
        self._text, self._delimiter, self._file = text, delimiter, file
        self._end_of_cell = re.compile(f"[{re.escape(delimiter)}\n]")
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.position = 0
        self.rows: list[Row] = []
        self.problems: list[Problem] = []

    def _span(self, offset: int) -> Span:
        line = bisect_right(self._starts, offset) - 1
        return Span(self._file, line + 1, offset - self._starts[line] + 1)

    def read_row(self) -> None:
        if self._text[self.position] == "\n":
            self.position += 1
            return
        cells: list[Cell] = []
        while (cell := self._cell()) is not None:
            cells.append(cell)
            sign = self._text[self.position : self.position + 1]
            self.position += 1
            if sign != self._delimiter:
                self.rows.append(tuple(cells))
                return

    def _cell(self) -> Cell | None:
        """Read a cell, up to what ends it; None where it is broken, and the row is left."""
        span = self._span(self.position)
        if self._text.startswith(_QUOTE, self.position):
            return self._quoted(span)
        match = self._end_of_cell.search(self._text, self.position)
        end = match.start() if match else len(self._text)
        text, self.position = self._text[self.position : end], end
        return Cell(text, span)

    def _quoted(self, span: Span) -> Cell | None:
        parts, start = [], self.position + 1
        while (end := self._text.find(_QUOTE, start)) >= 0:
            if not self._text.startswith(_QUOTE, end + 1):
                parts.append(self._text[start:end])
                self.position = end + 1
                return self._closed(Cell("".join(parts), span))
            parts.append(self._text[start : end + 1])
            start = end + 2
        last = self._span(len(self._text)).line
        message = "the quotation marks opened here are never closed"
        if last > span.line:
            message += f"; nothing from here to line {last} can be read"
        self._report(span, message, "close them, and double a quotation mark inside them")
        self.position = len(self._text)
        return None

    def _closed(self, cell: Cell) -> Cell | None:
        after = self._text[self.position : self.position + 1]
        if after in {"", "\n", self._delimiter}:
            return cell
        place = self._span(self.position)
        message = "text stands behind closing quotation marks; the row cannot be read"
        if place.line > cell.span.line:
            message += f" (they were opened at line {cell.span.line})"
        self._report(place, message, "double a quotation mark inside quotation marks")
        end = self._text.find("\n", self.position)
        self.position = end + 1 if end >= 0 else len(self._text)
        return None

    def _report(self, span: Span, message: str, hint: str) -> None:
        self.problems.append(Problem("broken-table", span, message, hint))
