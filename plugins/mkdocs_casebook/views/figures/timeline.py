"""The timeline: a table whose last column is drawn, or the schemes of each year, counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, floor

from markupsafe import Markup

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.seminar import Seminar
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View
from mkdocs_casebook.views.years import Run, last_year, run_of, step_for

MOST_ROWS = 100
"""With more cases than these, the schemes of each year are counted instead."""

_MOST_TICKS, _MOST_SPANS = 6, 40
_LEAST_WIDTH = 0.6
_MARGIN = 3


@dataclass(frozen=True, slots=True)
class Axis:
    """The years that a drawing spans.

    Attributes:
        start: The year at the left edge.
        end: The year at the right edge.
    """

    start: int
    end: int

    def at(self, year: float) -> float:
        """Return the place of a moment, in hundredths of the width."""
        return round(min(100, max(0, 100 * (year - self.start) / (self.end - self.start))), 2)

    @property
    def ticks(self) -> list[tuple[float, int]]:
        """Round years with their places, away from the edges."""
        step = step_for(self.end - self.start, _MOST_TICKS)
        years = range(-(-self.start // step) * step, self.end + 1, step)
        found = [(self.at(year), year) for year in years]
        return [(x, year) for x, year in found if _MARGIN <= x <= 100 - _MARGIN]


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a bar.

    Attributes:
        x: Its left edge, in hundredths of the width.
        width: Its width.
        known: It is known that the scheme ran then; otherwise the end or start is not known.
    """

    x: float
    width: float
    known: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A case on the timeline.

    Attributes:
        link: Link to it.
        country: Its country, in words.
        dates: Its dates, in words.
        bars: What is drawn.
    """

    link: Markup
    country: str
    dates: Markup
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """The schemes that ran in a year, or in any of several.

    Attributes:
        years: The year or years, in words.
        count: How many schemes ran then.
        width: The bar, in hundredths of the longest.
        meeting: The first seminar was held then.
    """

    years: str
    count: int
    width: float
    meeting: bool


def timeline(view: View, cases: Sequence[tuple[Document, Case]]) -> Markup:
    """Return the timeline of cases, with the first seminar of the study as a line through it.

    Args:
        view: The page.
        cases: The cases.
    """
    seminar = _first_seminar(view)
    held = run_of(seminar[1].date).known[0] if seminar else None
    runs = [run_of(record.period) for _, record in cases]
    meeting = {"seminar": seminar[0] if seminar else None, "date": seminar and seminar[1].date}
    if len(cases) > MOST_ROWS:
        counts = list(counts_of(runs, held))
        uncertain = any(each.end is None and not each.open_end for each in runs)
        return render("cases/running", view, counts=counts, uncertain=uncertain, **meeting)
    axis = axis_of(runs, held)
    rows = [
        Row(
            view.link_document(document),
            view.words.country(record.country),
            view.time(record.period),
            tuple(bars_of(run, axis)),
        )
        for run, (document, record) in sorted(
            zip(runs, cases, strict=True), key=lambda each: _order(each[0])
        )
    ]
    return render(
        "cases/timeline",
        view,
        rows=rows,
        axis=axis,
        now=axis.at(held) if held is not None else None,
        uncertain=any(not bar.known for row in rows for bar in row.bars),
        **meeting,
    )


def axis_of(runs: Sequence[Run], held: float | None) -> Axis:
    """Return the years that a drawing of schemes and of a seminar spans, with a year to spare."""
    known = [year for run in runs for year in run.known] + ([] if held is None else [held])
    return Axis(floor(min(known)) - 1, ceil(max(known)) + 1)


def bars_of(run: Run, axis: Axis) -> Iterator[Bar]:
    """Yield the parts of the bar of a scheme: to the edge where it is open or not known.

    Args:
        run: When it ran.
        axis: The years that the drawing spans.
    """
    first, last = run.years()
    start = axis.at(first if run.start is None else run.start)
    end = axis.at(last + 1 if run.end is None else run.end)
    if run.start is None:
        yield Bar(0, start, known=run.open_start)
    yield Bar(start, max(round(end - start, 2), _LEAST_WIDTH))
    if run.end is None:
        yield Bar(end, round(100 - end, 2), known=run.open_end)


def counts_of(runs: Sequence[Run], held: float | None) -> Iterator[Count]:
    """Yield how many schemes ran in each year, or in each of several spans of years.

    Args:
        runs: When each scheme ran.
        held: When the first seminar was held, if there was one.
    """
    last = last_year(runs)
    years = [run.years(last) for run in runs]
    first = min(start for start, _ in years)
    step = step_for(last - first + 1, _MOST_SPANS)
    base = first // step
    changes = [0] * (last // step - base + 2)
    for start, end in years:
        changes[start // step - base] += 1
        changes[end // step - base + 1] -= 1
    totals = list(accumulate(changes))[:-1]
    most = max(totals)
    for number, total in enumerate(totals, start=base):
        start = number * step
        yield Count(
            str(start) if step == 1 else f"{start}–{start + step - 1}",
            total,
            round(100 * total / most, 2),
            held is not None and start <= held < start + step,
        )


def _order(run: Run) -> tuple[float, float]:
    start, end = run.years()
    return (run.start or start, run.end or end)


def _first_seminar(view: View) -> tuple[Document, Seminar] | None:
    seminars = [
        (document, document.record)
        for document in view.site.of_kind(Kind.SEMINAR)
        if isinstance(document.record, Seminar)
    ]
    return min(seminars, key=lambda each: min(run_of(each[1].date).known), default=None)
