"""When schemes ran, in years: what facets count and figures draw."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

from mkdocs_casebook.model.edtf import Moment, parse_period

_MONTHS, _DAYS = 12, 31


@dataclass(frozen=True, slots=True)
class Run:
    """When a scheme ran, in years with their parts: 2001.5 is the middle of 2001.

    Attributes:
        start: Its start; None where it is open or not known.
        end: Its end; None where it is open or not known.
        open_start: It has no beginning, rather than an unknown one.
        open_end: It still goes on, rather than having an unknown end.
    """

    start: float | None
    end: float | None
    open_start: bool = False
    open_end: bool = False

    @property
    def known(self) -> tuple[float, ...]:
        """The start and the end, as far as they are known."""
        return tuple(each for each in (self.start, self.end) if each is not None)

    def years(self, last: int | None = None) -> tuple[int, int]:
        """Return the first and the last year in which it is known to have run.

        Args:
            last: The year up to which a scheme counts that still goes on.
        """
        first = floor(self.start) if self.start is not None else _year_before(self.end or 0)
        if self.end is not None:
            return first, max(first, _year_before(self.end))
        return first, max(first, last) if self.open_end and last is not None else first


def run_of(period: str) -> Run:
    """Return when a scheme ran.

    Args:
        period: An EDTF date or interval.

    Raises:
        ValueError: It is neither.
    """
    parsed = parse_period(period)
    return Run(
        _start(parsed.start) if parsed.start else None,
        _end(parsed.end) if parsed.end else None,
        parsed.open_start,
        parsed.open_end,
    )


def last_year(runs: Iterable[Run]) -> int:
    """Return the last year in which any of several schemes is known to have run."""
    return max((each.years()[1] for each in runs), default=0)


def step_for(years: int, most: int) -> int:
    """Return into spans of how many years to cut a time, so that there are not too many.

    Args:
        years: The length of the time.
        most: The most spans.

    Returns:
        1, 2 or 5, or one of these times a power of ten.
    """
    power = 1
    while True:
        for factor in (1, 2, 5):
            if years / (factor * power) <= most:
                return factor * power
        power *= 10


def _start(moment: Moment) -> float:
    year, month, day = moment.earliest
    return year + (month - 1) / _MONTHS + (day - 1) / (_MONTHS * _DAYS)


def _end(moment: Moment) -> float:
    year, month, day = moment.latest
    return year + (month - 1) / _MONTHS + day / (_MONTHS * _DAYS)


def _year_before(end: float) -> int:
    """Return the year that ends with a moment, or in which it lies."""
    return ceil(end) - 1
