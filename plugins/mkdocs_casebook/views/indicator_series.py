"""Indicators with several values in time, as series that can be drawn."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_casebook.model.case import Indicator

# A number as sources print it, perhaps with a remark behind it: "631 (announced)".
_NUMBER = re.compile(r"([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s+\(.*\))?")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a series.

    Attributes:
        year: Year or years, as the source prints them.
        text: The value, as the source prints it.
        value: The same as a number.
    """

    year: str
    text: str
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """The values of an indicator.

    Attributes:
        name: What was counted.
        unit: Its unit.
        geography: The areas counted.
        points: Two values or more, the oldest first.
    """

    name: str
    unit: str
    geography: tuple[str, ...]
    points: tuple[Point, ...]


def number(text: str) -> float | None:
    """Return a value that a source prints as a number, or None where it is none.

    Args:
        text: The value, perhaps with commas between thousands, or a remark in round brackets.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    sign, whole, decimals = found.groups()
    value = float(whole.replace(",", "") + (decimals or ""))
    return -value if sign else value


def series_of(indicators: Iterable[Indicator]) -> Iterator[Series]:
    """Yield the series among indicators: those of one name and unit, with their baselines.

    Args:
        indicators: The indicators of a case.
    """
    groups: dict[tuple[str, str], list[Indicator]] = {}
    for each in indicators:
        groups.setdefault((each.name, each.unit), []).append(each)
    for (name, unit), group in groups.items():
        points = _points(group)
        if len(points) > 1:
            areas = dict.fromkeys(each.geography for each in group if each.geography)
            yield Series(name, unit, tuple(areas), points)


def _points(group: Iterable[Indicator]) -> tuple[Point, ...]:
    """Return the values of indicators that are numbers, one a year."""
    found: dict[str, Point] = {}
    for each in group:
        values = [(each.baseline.year, each.baseline.value)] if each.baseline else []
        for year, text in (*values, (each.year, each.value)):
            value = number(text)
            if value is not None:
                found.setdefault(year, Point(year, text, value))
    points = tuple(found.values())
    if all(_YEAR.search(point.year) for point in points):
        return tuple(sorted(points, key=_first_year))
    return points


def _first_year(point: Point) -> str:
    found = _YEAR.search(point.year)
    return found[0] if found else ""
