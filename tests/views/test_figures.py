"""The tile map and the timeline of cases."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from mkdocs_casebook.views.figures.tile_map import GRID, tiles_of
from mkdocs_casebook.views.figures.timeline import MOST_ROWS, Axis, Bar, axis_of, bars_of, counts_of
from mkdocs_casebook.views.vocabulary import Vocabulary
from mkdocs_casebook.views.years import Run, run_of, step_for
from tests.sites import FILES, site_of, small_study
from tests.views.test_cases_index import SEMINAR, many, page, small

WORDS = Vocabulary("en")
COUNCIL_OF_EUROPE = 46


def test_the_map_has_each_country_once() -> None:
    codes = [each for each in GRID.split() if each != "."]
    assert len(codes) == len({*codes}) == COUNCIL_OF_EUROPE
    assert all(WORDS.country(each) != each for each in codes)
    assert len({len(row.split()) for row in GRID.strip().splitlines()}) == 1


def test_tiles_do_not_overlap_and_stand_in_reading_order() -> None:
    counts = {"PT": 2, "US": 1, "EU": 3, "UN": 1, "AU": 1}
    tiles = tiles_of(counts, WORDS, lambda code: f"#{code}")
    assert [(each.y, each.x) for each in tiles] == sorted((each.y, each.x) for each in tiles)
    for row in {each.y for each in tiles}:
        edges = sorted((each.x, each.x + each.width) for each in tiles if each.y == row)
        assert all(end < start for (_, end), (start, _) in pairwise(edges))
    shown = {each.label: (each.count, each.href) for each in tiles if each.count}
    assert shown == {
        "PT": (2, "#PT"),
        "Europe-wide": (4, "#EU"),
        # What lies outside Europe has tiles below it.
        "AU": (1, "#AU"),
        "US": (1, "#US"),
    }
    lowest = max(each.y for each in tiles if each.label in GRID.split())
    assert all(each.y > lowest for each in tiles if each.label in {"AU", "US"})


def test_the_table_beside_the_map_has_the_same_numbers() -> None:
    found = page(many())
    rows = {
        row.find("th/a").get("data-country"): (row.find("th/a").get("href"), row.find("td").text)
        for row in found.xpath("//table[contains(@class,'cb-countries')]/tbody/tr")
    }
    tiles = {
        each.get("data-country"): (each.get("href"), each.findall("text")[1].text)
        for each in found.find_class("cb-tile--on")
    }
    assert rows == tiles
    assert found.xpath("//a[@data-country='GB']/@aria-label") == [
        f"United Kingdom: {rows['GB'][1]} cases"
    ]


@pytest.mark.parametrize(
    ("period", "run", "years"),
    [
        ("1988/1995", Run(1988, 1996), (1988, 1995)),
        ("1997/..", Run(1997, None, open_end=True), (1997, 2010)),
        ("1997/", Run(1997, None), (1997, 1997)),
        ("../1995", Run(None, 1996, open_start=True), (1995, 1995)),
        ("2001-07", Run(2001.5, 2001 + 7 / 12), (2001, 2001)),
        ("199X/2004~", Run(1990, 2005), (1990, 2004)),
        ("-0002/0003", Run(-2, 4), (-2, 3)),
    ],
)
def test_when_schemes_ran(period: str, run: Run, years: tuple[int, int]) -> None:
    found = run_of(period)
    assert (found.open_start, found.open_end) == (run.open_start, run.open_end)
    assert found.known == pytest.approx(run.known, abs=0.01)
    assert found.years(2010) == years


@pytest.mark.parametrize(
    ("period", "bars"),
    [
        ("1990/1999", [Bar(0, 100)]),
        ("1995/..", [Bar(50, 10), Bar(60, 40)]),
        ("1995/", [Bar(50, 10), Bar(60, 40, known=False)]),
        ("/1994", [Bar(0, 40, known=False), Bar(40, 10)]),
    ],
)
def test_bars(period: str, bars: list[Bar]) -> None:
    found = [*bars_of(run_of(period), Axis(1990, 2000))]
    assert found == bars


def test_the_seminar_is_a_line_from_its_record(tmp_path: Path) -> None:
    found = small(tmp_path)
    (table,) = found.find_class("cb-tl")
    lines = table.xpath(".//line[@class='cb-svg-now']/@x1")
    # From a year before 1988 to a year after 2002.
    assert {*lines} == {f"{Axis(1987, 2003).at(2001 + 2 / 12 + 1 / 372)}%"}
    assert len(lines) == len(table.findall("tbody/tr")) == 2
    assert found.xpath("//figcaption//a[@href='../seminars/paris-2001/']/text()")
    other = FILES[SEMINAR].replace("2001-03-02/2001-03-03", "1992")
    site = site_of(small_study(tmp_path, {SEMINAR: other}))
    assert "Seminar of Paris, 1992" in page(site).text_content()
    without = page(site_of(small_study(tmp_path / "without", {SEMINAR: None})))
    assert not without.find_class("cb-svg-now")


def test_a_timeline_has_its_dates_in_words(tmp_path: Path) -> None:
    (table,) = small(tmp_path, period="1997/").find_class("cb-tl")
    rows = [[cell.text_content().strip() for cell in row[:3]] for row in table.findall("tbody/tr")]
    assert rows == [
        ["Safer Cities", "United Kingdom", "1988–1995"],
        ["Rede Social", "Portugal", "since 1997"],
    ]
    assert table.find_class("cb-svg-unknown")


def test_of_many_cases_the_schemes_of_each_year_are_counted() -> None:
    (table,) = page(many()).find_class("cb-tl")
    rows = table.findall("tbody/tr")
    assert 10 < len(rows) <= MOST_ROWS / 2
    assert len(table.xpath(".//a[contains(@href, 'seminars')]")) == 1


def test_schemes_are_counted_in_every_year_in_which_they_ran() -> None:
    runs = [run_of(each) for each in ("1990/1992", "1991/..", "1993", "1992/")]
    counts = {each.years: each.count for each in counts_of(runs, 1991.2)}
    assert counts == {"1990": 1, "1991": 2, "1992": 3, "1993": 2}
    assert [each.years for each in counts_of(runs, 1991.2) if each.meeting] == ["1991"]


def test_a_far_year_makes_no_endless_figure() -> None:
    runs = [run_of("Y-170000002"), run_of("1990/..")]
    counts = [*counts_of(runs, None)]
    assert len(counts) <= 41
    assert Counter(each.count for each in counts)[0] > 30
    assert len(axis_of(runs, None).ticks) <= 7


@pytest.mark.parametrize(
    ("years", "most", "step"), [(27, 6, 5), (9, 9, 1), (10, 9, 2), (95, 9, 20)]
)
def test_steps_are_round(years: int, most: int, step: int) -> None:
    assert step_for(years, most) == step
