"""Indicators with several values in time."""

import pytest

from mkdocs_casebook.model.case import Baseline, Indicator
from mkdocs_casebook.views.indicator_series import number, series_of


def indicator(value: str, year: str, baseline: tuple[str, str] | None = None) -> Indicator:
    return Indicator(
        name="Jobs",
        value=value,
        unit="jobs",
        year=year,
        baseline=Baseline(value=baseline[0], year=baseline[1]) if baseline else None,
        source=("geddes_2000",),
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("27", 27.0),
        ("0.211", 0.211),
        ("-43", -43.0),
        ("−2.09", -2.09),
        ("13,675", 13675.0),
        ("631 (announced)", 631.0),
        ("1,5", None),
        ("about 30", None),
        ("10-20", None),
        ("", None),
    ],
)
def test_what_is_a_number(text: str, value: float | None) -> None:
    assert number(text) == value


def test_a_baseline_makes_a_series() -> None:
    (series,) = series_of([indicator("696", "2005-2007", ("631 (announced)", "2000"))])
    assert [(each.year, each.text) for each in series.points] == [
        ("2000", "631 (announced)"),
        ("2005-2007", "696"),
    ]


def test_indicators_of_one_name_and_unit_are_one_series_in_time() -> None:
    (series,) = series_of([indicator("3", "2001"), indicator("1", "1999"), indicator("2", "2000")])
    assert [each.text for each in series.points] == ["1", "2", "3"]


def test_years_that_are_not_known_stay_in_their_order() -> None:
    (series,) = series_of([indicator("29", "2000", ("27", "first selection"))])
    assert [each.year for each in series.points] == ["first selection", "2000"]


@pytest.mark.parametrize(
    "indicators",
    [
        [indicator("29", "2000")],
        [indicator("29", "2000", ("some", "1999"))],
        [indicator("29", "2000"), indicator("30", "2000")],
    ],
)
def test_one_value_is_no_series(indicators: list[Indicator]) -> None:
    assert not list(series_of(indicators))
