"""The indicators of a case: a table, and a figure where there are several values in time."""

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.indicator_series import Point, Series, series_of
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

WIDTH = 360
"""The width of a figure, in its own units."""

_ROW = 44
_LABEL = 15
_BAR = 23
_LONGEST = 46


@dataclass(frozen=True, slots=True)
class Bar:
    """A value as it is drawn.

    Attributes:
        year: Its year or years.
        value: The value as it is read.
        label: The height at which both stand.
        top: The upper edge of the bar.
        left: The left edge of the bar.
        width: The width of the bar.
        last: It is the latest value.
    """

    year: str
    value: str
    label: int
    top: int
    left: float
    width: float
    last: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawn series.

    Attributes:
        series: What is drawn.
        point: What it shows, in a sentence.
        bars: Its bars, the oldest first.
        zero: Where the bars begin.
        height: The height of the whole.
    """

    series: Series
    point: str
    bars: tuple[Bar, ...]
    zero: float
    height: int


def indicators_section(view: View, record: Case) -> Markup:
    """Return the indicators of a case.

    Args:
        view: The page.
        record: The case.
    """
    indicators = record.indicators
    if not indicators:
        return Markup("")
    criteria = {each.criterion for each in indicators if each.criterion}
    return render(
        "case/indicators",
        view,
        indicators=indicators,
        criteria={id: criterion_link(view, record, id) for id in criteria},
        compared=any(each.baseline for each in indicators),
        figures=[_figure(view, series) for series in series_of(indicators)],
        width=WIDTH,
    )


def criterion_link(view: View, record: Case, criterion: str) -> Markup:
    """Return a link to the assessment by a criterion on this page, or else to the criterion."""
    if any(each.criterion == criterion for each in record.assessments):
        found = view.site.find(Kind.CRITERION, criterion)
        name, language = (found.title, found.language) if found else (criterion, view.language)
        foreign = Markup(' lang="{}"').format(language) if language != view.language else ""
        return Markup('<a href="#a-{}"{}>{}</a>').format(criterion, foreign, name)
    return view.link(Kind.CRITERION, criterion)


def _figure(view: View, series: Series) -> Figure:
    lowest = min(0.0, *(point.value for point in series.points))
    highest = max(0.0, *(point.value for point in series.points))
    scale = WIDTH / (highest - lowest or 1.0)
    bars = tuple(
        Bar(
            _clipped(point.year),
            view.words.number(point.text),
            _LABEL + _ROW * number,
            _BAR + _ROW * number,
            round((min(point.value, 0.0) - lowest) * scale, 1),
            round(abs(point.value) * scale, 1),
            point is series.points[-1],
        )
        for number, point in enumerate(series.points)
    )
    return Figure(
        series, _point(view, series), bars, round(-lowest * scale, 1), _ROW * len(series.points)
    )


def _point(view: View, series: Series) -> str:
    """Return what a series shows, in a sentence."""
    words = view.words
    first, last = series.points[0], series.points[-1]
    way = "same" if first.value == last.value else "up" if first.value < last.value else "down"

    def said(point: Point) -> str:
        return words("indicator_figure.value", value=words.number(point.text), year=point.year)

    return words(
        f"indicator_figure.{way}",
        name=series.name,
        first=said(first),
        last=said(last),
        unit=series.unit,
    )


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
