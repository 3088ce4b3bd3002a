"""Dates of a bibliography, as CSL-JSON.

``date`` and its kin hold EDTF of levels 0 and 1; ``year`` and ``month`` what people write. CSL
dates know ranges, seasons and *circa*; years before 1 are counted as historians do, without a
year 0. Source: https://docs.citationstyles.org/en/stable/specification.html#dates
"""

import re
from collections.abc import Mapping
from typing import Any

from mkdocs_casebook.model.edtf import Moment, Period, parse_period
from mkdocs_casebook.reading.csl_json.latex import to_text

DateVariable = dict[str, Any]
"""A date of CSL-JSON."""

VARIABLES: Mapping[str, str] = {
    "": "issued",
    "url": "accessed",
    "orig": "original-date",
    "event": "event-date",
}
"""The variable of each date; by what stands before ``date`` and ``year``."""

_TIME = re.compile(r"T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?")
_SEASON_NAMES = {
    "spring": 21,
    "printemps": 21,
    "summer": 22,
    "été": 22,
    "autumn": 23,
    "fall": 23,
    "automne": 23,
    "winter": 24,
    "hiver": 24,
}
_MONTHS = (
    ("january", "janvier"),
    ("february", "février"),
    ("march", "mars"),
    ("april", "avril"),
    ("may", "mai"),
    ("june", "juin"),
    ("july", "juillet"),
    ("august", "août"),
    ("september", "septembre"),
    ("october", "octobre"),
    ("november", "novembre"),
    ("december", "décembre"),
)
_WORDS = {
    **_SEASON_NAMES,
    **{name: number for number, names in enumerate(_MONTHS, 1) for name in names},
    **{names[0][:3]: number for number, names in enumerate(_MONTHS, 1)},
    **{"sept": 9, "fevrier": 2, "aout": 8, "decembre": 12, "ete": 22, "févr": 2, "janv": 1},
    **{"juil": 7, "avr": 4, "déc": 12},
}
_PART = re.compile(r"\d+|[^\W\d_]+")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_YEAR = re.compile(r"-?\d{1,4}")
_YEARS = re.compile(r"(\d{4})\s*(?:--?-?|[–—/])\s*(\d{4}|\d{2})")
_CIRCA = re.compile(r"(?:c|ca|circa|vers|env)\.?\s*(?=\[?\d)|\?\]?$|~$", re.IGNORECASE)
_PLAIN = re.compile(r"(?!0000)(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|1\d|2[0-8]))?)?", re.ASCII)
"""A date as nearly all are written, on a day that every month has."""
_MARKS = re.compile(r"[\s.\[\](){}~]+")
_NO_DATE = frozenset(
    """nd nodate undated sd sansdate sinedato oj ohnejahr sa sineanno""".split()  # noqa: SIM905
)
"""What people write where no date is known, without marks."""
_LONGEST_NO_DATE = 20
_UNKNOWN_YEAR = 0
_CSL_SEASONS = 20


def read_date(fields: Mapping[str, str], prefix: str) -> tuple[DateVariable | None, bool]:
    """Read a date from the fields of an entry.

    Args:
        fields: Its fields.
        prefix: What stands before ``date`` and ``year``: nothing, ``orig``, ``event`` or ``url``.

    Returns:
        The date, if there is one, and whether ``<prefix>date`` holds something that is no EDTF.
    """
    written = fields.get(f"{prefix}date", "").strip()
    if written and not is_no_date(written):
        return _from_date(written)
    year = to_text(fields.get(f"{prefix}year", ""))
    if not year or is_no_date(year):
        return None, False
    months = to_text(fields.get(f"{prefix}month", ""))
    return _from_year(year, months, fields.get(f"{prefix}day", "").strip()), False


def is_no_date(text: str) -> bool:
    """Tell whether a text says that a date is not known: ``n.d.``, ``[s. d.]``, ``o. J.``."""
    return len(text) < _LONGEST_NO_DATE and _MARKS.sub("", text).lower() in _NO_DATE


def is_plain(written: str) -> bool:
    """Tell whether a text is a date such as 2001, 2001-03 or 2001-03-02; not all such are."""
    return _PLAIN.fullmatch(written) is not None


def _from_date(written: str) -> tuple[DateVariable, bool]:
    plain = _PLAIN.fullmatch(written)
    if plain:
        return {"date-parts": [[int(part) for part in plain.groups() if part]]}, False
    try:
        return _variable(parse_period(_TIME.sub("", written))), False
    except ValueError:
        text = to_text(written)
        return _written_out(text) or {"literal": text}, True


def _from_year(year: str, months: str, day: str) -> DateVariable:
    try:
        period = parse_period(year)
    except ValueError:
        period = None
    if period and (period.interval or not months):
        return _variable(period)
    circa = _CIRCA.search(year) is not None
    bare = _CIRCA.sub("", year).strip("[]() ")
    span = _YEARS.fullmatch(bare)
    if span:
        end = span[2] if len(span[2]) == 4 else span[1][:2] + span[2]
        return _dated([[int(span[1])], [int(end)]], circa)
    if not _YEAR.fullmatch(bare):
        return {"literal": year}
    return _dated(_with_months(_historical(int(bare)), months, day), circa)


def _with_months(year: int, months: str, day: str) -> list[list[int]]:
    """Return the date parts of a year with what stands in ``month``: ``10 July``, ``May--June``."""
    sides = [_month_and_day(side) for side in re.split(r"--?-?|[–—/]", months)][:2]
    if any(day for _, day in sides):  # in "10--12 May", 10 is no month
        sides = [(0, month) if not day else (month, day) for month, day in sides]
    known = [(month, given) for month, given in sides if month or given]
    if not known:
        return [[year]]
    last = known[-1][0]
    parts = []
    for month, given in known:
        number = given or (int(day) if _DAY.fullmatch(day) and len(known) == 1 else 0)
        parts.append(_parts(year, month or last, number))
    return parts


def _month_and_day(text: str) -> tuple[int, int]:
    """Return month and day of a text such as ``10 July``, ``july 10``, ``7``; 0 for none."""
    words = [word.lower() for word in _PART.findall(text)]
    numbers = [int(word) for word in words if word.isdigit() and len(word) <= 2]
    month = next((_WORDS[word] for word in words if word in _WORDS), 0)
    if month:
        return month, next((number for number in numbers if 1 <= number <= 31), 0)
    if numbers and len(words) == 1 and 1 <= numbers[0] <= 12:
        return numbers[0], 0
    return 0, 0


def _written_out(text: str) -> DateVariable | None:
    """Read a date that people write: ``5 May 2010``, ``May 5, 2010``, ``05/2010``."""
    words = _PART.findall(text)
    years = [word for word in words if word.isdigit() and len(word) == 4]
    if len(years) != 1 or not 1 < len(words) <= 3:
        return None
    month, day = _month_and_day(text.replace(years[0], " "))
    return {"date-parts": [_parts(int(years[0]), month, day)]} if month else None


def _parts(year: int, month: int, day: int) -> list[int]:
    parts = [year, month, day if month <= 12 else 0]
    while not parts[-1]:
        parts.pop()
    return parts


def _dated(parts: list[list[int]], circa: bool) -> DateVariable:
    date: DateVariable = {"date-parts": parts}
    if len(parts) == 1 and len(parts[0]) > 1 and parts[0][1] > _CSL_SEASONS:
        date = {"date-parts": [parts[0][:1]], "season": parts[0][1] - _CSL_SEASONS}
    return {**date, "circa": True} if circa else date


def _variable(period: Period) -> DateVariable:
    start, end = period.start, period.end
    if start is None:
        # CSL has no form for a date without beginning.
        year = _historical(end.year) if end else _UNKNOWN_YEAR
        return {"literal": f"–{year}"}
    circa = any(each and (each.approximate or each.uncertain) for each in (start, end))
    if end is None:
        return _dated([_moment(start), [0]], circa)
    if period.interval:
        return _dated([_moment(start), _moment(end)], circa)
    last = start.latest[0]
    if last != start.year:  # of 198X, biblatex makes a range too
        return _dated([[_historical(start.year)], [_historical(last)]], circa)
    return _dated([_moment(start)], circa)


def _moment(moment: Moment) -> list[int]:
    return _parts(_historical(moment.year), moment.month or 0, moment.day or 0)


def _historical(year: int) -> int:
    """Return an astronomical year as historians count: the year 0 is 1 BC."""
    return year if year > 0 else year - 1
