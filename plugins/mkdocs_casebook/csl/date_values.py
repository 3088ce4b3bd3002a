"""Dates of CSL-JSON: parts, ranges, seasons and texts in the manner of EDTF."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_EDTF = re.compile(
    r"(?P<year>[+-]?\d{1,6}|y?-?\d{4,})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?"
)
_UNCERTAIN = re.compile(r"[?~%]")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WRITTEN = (
    re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{3,4})$"),
    re.compile(r"(?P<day>\d{1,2})\.? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{3,4})$"),
    re.compile(r"(?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{3,4})$"),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a date: zero where a part is not known.

    Attributes:
        year: The year; negative before Christ.
        month: 1 to 12.
        day: 1 to 31.
        season: 1 to 4, spring to winter.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    season: int = 0

    def __bool__(self) -> bool:
        return bool(self.year or self.month or self.day or self.season)

    def sort_key(self) -> str:
        """Give the moment as text that sorts in time, negative years before positive ones."""
        return f"{self.year + 1_000_000:07d}{self.month:02d}{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Date:
    """A date, a range of dates, or a text that stands for one.

    Attributes:
        start: Its beginning.
        end: Its end, where it is a range; an empty moment where the range is open.
        uncertain: Whether it is approximate.
        literal: Text to show as it is.
    """

    start: Moment = Moment()
    end: Moment | None = None
    uncertain: bool = False
    literal: str = ""

    def __bool__(self) -> bool:
        return bool(self.start or self.literal)

    def sort_key(self) -> str:
        """Give the date as text that sorts in time; a range comes after its first day alone."""
        end = self.end.sort_key() if self.end is not None else ""
        return self.start.sort_key() + "-" + end if self.start else ""


def _integer(value: object) -> int:
    try:
        return int(str(value).strip())
    except ValueError:
        return 0


def _moment(parts: object, season: int = 0) -> Moment:
    if not isinstance(parts, list | tuple):
        return Moment()
    year, month, day = (*map(_integer, parts[:3]), 0, 0, 0)[:3]
    if 13 <= month <= 24:
        season, month = (month - 1) % 4 + 1, 0
        if month == 0 and day:
            day = 0
    elif not 0 <= month <= 12:
        month = 0
        day = 0
    if not 0 <= day <= 31:
        day = 0
    return Moment(year, month, day, season)


def _read_edtf(text: str) -> Moment | None:
    match = _EDTF.fullmatch(_UNCERTAIN.sub("", text).strip().replace("X", "0"))
    if match is None:
        return None
    return _moment([match["year"].lstrip("y"), match["month"] or 0, match["day"] or 0])


def _read_written(text: str) -> Moment | None:
    lowered = text.strip()
    for pattern in _WRITTEN:
        match = pattern.match(lowered)
        if match is None:
            continue
        word = match["month"].lower()
        year = int(match["year"])
        if word in _SEASONS and "day" not in match.groupdict():
            return Moment(year, season=_SEASONS[word])
        if word[:3] in _MONTHS:
            day = int(match.groupdict().get("day") or 0)
            return Moment(year, _MONTHS.index(word[:3]) + 1, day)
    return None


def parse_date(text: str) -> Date:
    """Read a date written as text: EDTF levels 0 and 1, or as English writes it.

    Args:
        text: Such as `1984~`, `2004-06/2006-08`, `2001-21`, `May 3, 1968`.

    Returns:
        The date; what cannot be read is kept as a literal.
    """
    stripped = text.strip()
    uncertain = bool(_UNCERTAIN.search(stripped))
    ends = stripped.split("/") if "/" in stripped else re.split(r"\s+[-–]\s+", stripped)
    if len(ends) == 2:
        start, end = (
            Moment() if side in ("", "..", "open") else _read_edtf(side) or _read_written(side)
            for side in ends
        )
        if start and end is not None:
            return Date(start, end, uncertain)
    else:
        start = _read_edtf(stripped) or _read_written(stripped)
        if start:
            return Date(start, None, uncertain)
    return Date(literal=stripped)


def read_date(value: object) -> Date:
    """Read a date of CSL-JSON.

    Args:
        value: An object with `date-parts`, `season`, `circa`, `literal` or `raw`, or a text.

    Returns:
        The date; an empty one where nothing can be read.
    """
    if isinstance(value, str | int):
        return parse_date(str(value))
    if not isinstance(value, Mapping):
        return Date()
    uncertain = value.get("circa") not in (None, False, 0, "", "0", "false")
    parts = value.get("date-parts")
    season_given = value.get("season")
    if isinstance(season_given, str) and season_given.strip().lower() in _SEASONS:
        season = _SEASONS[season_given.strip().lower()]
    else:
        season = _integer(season_given)
        season = season if 1 <= season <= 4 else 0
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        start = _moment(parts[0])
        if season and not start.month and not start.season:
            start = Moment(start.year, season=season)
        if start:
            end = _moment(parts[1]) if len(parts) > 1 else None
            return Date(start, end, uncertain)
    for key in ("literal", "raw"):
        text = value.get(key)
        if isinstance(text, str) and text.strip():
            if key == "literal":
                return Date(literal=text.strip(), uncertain=uncertain)
            date = parse_date(text)
            return Date(date.start, date.end, uncertain or date.uncertain, date.literal)
    return Date()
