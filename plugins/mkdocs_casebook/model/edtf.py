"""Dates in the Extended Date/Time Format (ISO 8601-2, EDTF levels 0 and 1, without times).

Source: https://www.loc.gov/standards/datetime/
"""

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

_DATE = re.compile(
    r"(?P<year>Y-?\d{5,12}|-?\d{4}|-?\d{3}X|-?\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<mark>[?~%])?",
    re.ASCII,
)
_SEASONS = range(21, 25)


@dataclass(frozen=True, slots=True)
class Moment:
    """One date, to the precision at which it is known.

    Attributes:
        text: The date as written.
        year: Astronomical year (0 is 1 BC), the first possible one where digits are unspecified.
        month: 1 to 12, or 21 to 24 for the seasons from spring on; None when not given.
        day: 1 to 31; None when not given.
        uncertain: Marked ``?`` or ``%``.
        approximate: Marked ``~`` or ``%``.
        unspecified: Some digits are ``X``.
    """

    text: str
    year: int
    month: int | None = None
    day: int | None = None
    uncertain: bool = False
    approximate: bool = False
    unspecified: bool = False

    @property
    def earliest(self) -> tuple[int, int, int]:
        """The first day that this date may mean, as (year, month, day)."""
        month = self.month or 1
        if month in _SEASONS:
            month = (month - 21) * 3 + 1
        return (self.year, month, self.day or 1)

    @property
    def latest(self) -> tuple[int, int, int]:
        """The last day that this date may mean, as (year, month, day)."""
        unknown = self.text.lstrip("-")[:4].count("X")
        year = self.year + 10**unknown - 1
        month = self.month or 12
        if month in _SEASONS:
            month = (month - 20) * 3
        return (year, month, self.day or 31)


@dataclass(frozen=True, slots=True)
class Period:
    """A date or an interval.

    Attributes:
        text: The whole expression as written.
        start: First date; None when it is unknown (``/1995``) or open (``../1995``).
        end: Last date, the same as ``start`` for a single date; None when unknown or open.
        interval: The expression has a slash.
        open_start: Written ``..`` before the slash: no beginning, rather than an unknown one.
        open_end: Written ``..`` after the slash: still going on, rather than unknown.
    """

    text: str
    start: Moment | None
    end: Moment | None
    interval: bool = False
    open_start: bool = False
    open_end: bool = False

    @property
    def backwards(self) -> bool:
        """The end lies before the start, whatever the unknown parts of both dates are."""
        if self.start is None or self.end is None:
            return False
        return self.end.latest < self.start.earliest


@lru_cache(maxsize=4096)
def parse_moment(text: str) -> Moment:
    """Parse a single EDTF date.

    Args:
        text: For example ``2001``, ``2001-03-02``, ``1995-23``, ``198X``, ``2020~``.

    Raises:
        ValueError: It is not an EDTF date of level 0 or 1.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a date such as 2001, 2001-03 or 2001-03-02")
    year, mark = match["year"], match["mark"] or ""
    month, day = _number(match["month"]), _number(match["day"])
    if match["month"] == "XX" and day is not None:
        raise ValueError(f"{text!r} gives a day of an unknown month")
    if month is not None and not (1 <= month <= 12 or (month in _SEASONS and not match["day"])):
        raise ValueError(f"{text!r} has no month {month:02}")
    if "X" in year and match["month"]:
        raise ValueError(f"{text!r} gives a month of an unknown year")
    # Of the years before 1, the one with the largest digits is the first.
    number = int(year.removeprefix("Y").replace("X", "9" if year.startswith("-") else "0"))
    if day is not None and month is not None:
        # EDTF reckons leap years in astronomical years; those before 1 repeat every 400.
        days = calendar.monthrange(number % 400 + 2000, month)[1]
        if not 1 <= day <= days:
            raise ValueError(f"{text!r} has no day {day:02}")
    return Moment(
        text.strip(),
        number,
        month,
        day,
        uncertain=mark in {"?", "%"},
        approximate=mark in {"~", "%"},
        unspecified="X" in text,
    )


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Parse an EDTF date or interval.

    Args:
        text: A date, or two with a slash: ``1988/1995``, ``1997/..`` (open), ``1997/`` (unknown).

    Raises:
        ValueError: It is not an EDTF date or interval of level 0 or 1.
    """
    text = text.strip()
    if "/" not in text:
        moment = parse_moment(text)
        return Period(text, moment, moment)
    before, _, after = text.partition("/")
    if before in {"", ".."} and after in {"", ".."}:
        raise ValueError(f"{text!r} has neither a start nor an end")
    return Period(
        text,
        None if before in {"", ".."} else parse_moment(before),
        None if after in {"", ".."} else parse_moment(after),
        interval=True,
        open_start=before == "..",
        open_end=after == "..",
    )


def _number(digits: str | None) -> int | None:
    return int(digits) if digits and digits.isdigit() else None
