"""The kinds of column that several tables have."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from mkdocs_casebook.model.edtf import Moment, parse_period
from mkdocs_casebook.views.tables.table import Column, Type, Value

T = TypeVar("T")

ID = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
COUNTRY = "[A-Z]{2}"
EDTF = "[0-9XY?~%./-]+"
"""The signs of a date or interval. That it is one, the study has checked."""


def text(name: str, value: Callable[[T], Value], *, required: bool = False) -> Column[T]:
    """Return a column of plain texts."""
    return Column(name, value, required=required)


def prose(name: str, value: Callable[[T], Value], *, required: bool = False) -> Column[T]:
    """Return a column of texts that are inline Markdown in the records."""
    return Column(name, value, required=required, markdown=True)


def texts(name: str, value: Callable[[T], Value], *, markdown: bool = False) -> Column[T]:
    """Return a column of lists of texts."""
    return Column(name, value, Type.ARRAY, markdown=markdown)


def id_(name: str, value: Callable[[T], Value], *, required: bool = True) -> Column[T]:
    """Return a column of ids."""
    return Column(name, value, required=required, pattern=ID)


def number(value: Callable[[T], Value]) -> Column[T]:
    """Return the column that tells the rows of one record apart."""
    return Column("number", value, Type.INTEGER, required=True, limits=(1, 10**6))


def edtf(name: str, value: Callable[[T], Value], *, required: bool = False) -> Column[T]:
    """Return a column of dates or intervals."""
    return Column(name, value, required=required, pattern=EDTF)


def choice(
    name: str,
    value: Callable[[T], Value],
    choices: type[StrEnum],
    words: str,
    *,
    required: bool = False,
) -> Column[T]:
    """Return a column of values from a closed list."""
    return Column(name, value, required=required, choices=tuple(choices), words=words)


def years(period: Callable[[T], str | None]) -> tuple[Column[T], Column[T]]:
    """Return the columns of the years in which a period starts and ends, as far as it says them.

    Args:
        period: Returns the period in EDTF.
    """

    def of(item: T, *, end: bool) -> int | None:
        written = period(item)
        if written is None:
            return None
        found = parse_period(written)
        return _year(found.end if end else found.start)

    return (
        Column("start_year", lambda item: of(item, end=False), Type.INTEGER),
        Column("end_year", lambda item: of(item, end=True), Type.INTEGER),
    )


def _year(moment: Moment | None) -> int | None:
    """Return a year of which every digit is known."""
    if moment is None or "X" in moment.text.lstrip("-")[:4]:
        return None
    return moment.year


def ongoing(period: str) -> bool | None:
    """Tell whether a period still runs; None where it does not say."""
    found = parse_period(period)
    if found.open_end:
        return True
    return None if found.interval and found.end is None else False
