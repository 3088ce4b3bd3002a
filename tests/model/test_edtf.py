"""Dates: the examples of the specification, and what holds for every date.

Source: https://www.loc.gov/standards/datetime/
"""

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_casebook.model.edtf import parse_moment, parse_period

LEVEL_0 = (
    *("1985-04-12", "1985-04", "1985", "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08"),
    *("2004-02-01/2005-02", "2004-02-01/2005", "2005/2006-02"),
)
LEVEL_1 = (
    *("Y170000002", "Y-170000002", "2001-21", "1984?", "2004-06~", "2004-06-11%"),
    *("201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX"),
    *("1985-04-12/..", "1985-04/..", "1985/..", "../1985-04-12", "../1985-04", "../1985"),
    *("1985-04-12/", "1985-04/", "1985/", "/1985-04-12", "/1985-04", "/1985"),
    *("1984~/2004-06", "1984/2004-06~", "1984~/2004~", "1984?/2004%", "-1985"),
)
NOT_DATES = (
    *("", " ", "85", "1985-4", "1985-13", "1985-00", "1985-04-31", "1985-02-29", "1900-02-29"),
    *(
        "1985-25",
        "1985-21-01",
        "April 1985",
        "1985/1986/1987",
        "/",
        "..",
        "../..",
        "1985-",
        "Y1985",
    ),
    *("2004-XX-01", "201X-05", "XXXX", "1XXX", "19X5", "?1985", "1985??", "1985-04-12T10:00:00"),
    *("١٩٨٥", "1985\n/1990 x", "Y" + "9" * 5000),
)
MARKS = st.sampled_from(["", "?", "~", "%"])


@pytest.mark.parametrize("text", LEVEL_0 + LEVEL_1)
def test_examples_of_the_specification(text: str) -> None:
    period = parse_period(text)
    assert period.text == text
    assert period.interval == ("/" in text)
    assert not period.backwards


@pytest.mark.parametrize("text", NOT_DATES)
def test_not_dates(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parse_period(text)


@given(st.integers(0, 9999), st.integers(1, 12), st.integers(1, 28), st.integers(1, 3), MARKS)
def test_a_date_gives_back_its_parts(
    year: int, month: int, day: int, precision: int, mark: str
) -> None:
    text = f"{year:04}-{month:02}-{day:02}"[: (0, 4, 7, 10)[precision]] + mark
    moment = parse_moment(text)
    parts = (year, month if precision > 1 else None, day if precision > 2 else None)
    assert (moment.year, moment.month, moment.day) == parts
    assert moment.text == text
    assert (moment.uncertain, moment.approximate) == (
        mark in "?%" and mark != "",
        mark in "~%" and mark != "",
    )
    assert moment.earliest <= (year, month, day) <= moment.latest


@given(st.integers(-9999, 9999), st.integers(-9999, 9999))
def test_an_interval_is_backwards_when_its_years_are(first: int, last: int) -> None:
    def written(year: int) -> str:
        return f"{'-' if year < 0 else ''}{abs(year):04}"

    assert parse_period(f"{written(first)}/{written(last)}").backwards == (last < first)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("198X", (1980, 1, 1), (1989, 12, 31)),
        ("19XX", (1900, 1, 1), (1999, 12, 31)),
        ("-15XX", (-1599, 1, 1), (-1500, 12, 31)),
        ("2001-22", (2001, 4, 1), (2001, 6, 31)),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31)),
        ("2000-02-29", (2000, 2, 29), (2000, 2, 29)),
    ],
)
def test_the_days_that_a_date_may_mean(
    text: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]
) -> None:
    moment = parse_moment(text)
    assert (moment.earliest, moment.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "backwards"),
    [
        ("1995/1988", True),
        ("1995-05/1995", False),
        ("1995-05-03/1995-05", False),
        ("1995-23/1995-05", True),
        ("199X/1990", False),
        ("2000/199X", True),
        ("1988/..", False),
        ("/1988", False),
    ],
)
def test_backwards_whatever_is_unknown(text: str, backwards: bool) -> None:
    assert parse_period(text).backwards is backwards


def test_leap_years() -> None:
    assert [year for year in range(1890, 1910) if calendar.isleap(year)] == [1892, 1896, 1904, 1908]
    for year in range(1890, 1910):
        text = f"{year}-02-29"
        if calendar.isleap(year):
            assert parse_moment(text).day == 29
        else:
            with pytest.raises(ValueError, match="has no day 29"):
                parse_moment(text)
