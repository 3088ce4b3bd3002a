"""What the checks of cases report beside the examples, and what they leave alone."""

from pathlib import Path
from textwrap import dedent

import pytest

from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.checks.bounds import BOUNDS
from tests.checks.good_study import BIB, CASES, ENTRIES, FULL, FULL_CASE, GOOD, KINGDOM, MONEY
from tests.studies import study

LINKED = (
    "confidence: low\n        rationale: It is said, and denied.",
    "verdict: partly",
    "rests_on: [area]\n      conclusion: promising",
)
"""Words of the case on which its judgement hangs."""


def codes(root: Path, file: str, *changes: tuple[str, str]) -> set[str]:
    """Return the codes of the problems that changes to one file of the good study make."""
    text = GOOD[file]
    for good, bad in changes:
        assert text.count(good) == 1, good
        text = text.replace(good, bad)
    found, problems = study(root, {**GOOD, file: text})
    return {problem.code for problem in (*problems, *find_problems(found))}


@pytest.mark.parametrize(
    ("file", "good", "better"),
    [
        # A contract is often signed in the year before it begins.
        (FULL, "signed: 1997", "signed: 1996"),
        (FULL, "signed: 1997", "signed: 1997/2008"),
        (FULL, "period: 1997/2006", "period: 1997/.."),
        (FULL, "period: 1997/2006", "period: /2006"),
        (FULL, "year: 1999", "year: first selection"),
        (FULL, "date: 2001-06\n      assessor", "date: 2001\n      assessor"),
        (FULL, "value: 1,040.5", "value: -43"),
        (FULL, "value: 1,040.5", "value: \u22122.09"),
        (FULL, "value: 1,040.5", "value: 1\u202f040"),
        (FULL, "lat: 38.7, lon: -9.1", "lat: 32.65, lon: -16.9"),
        (FULL, ", lat: 38.7, lon: -9.1", ""),
        (FULL, "contexts: [portugal]", "contexts: [belgium, portugal]"),
        (
            FULL,
            "[geddes_2000, schaut_2000]\n            direction",
            "geddes_2000\n            direction",
        ),
        (FULL, "verdict: partly", "verdict: not-met"),
        (FULL, "status: evidenced", "status: stated"),
        (FULL, "rests_on: [area]\n      conclusion: promising", "conclusion: undetermined"),
        (KINGDOM, "date: 1988-05", "date: 1988"),
        (KINGDOM, "date: 1988-05", "date: 1988/1990"),
        (KINGDOM, "country: GB", "country: EU"),
        (MONEY, "[{case: safer-cities, note: It did not.}]", "[]"),
        (CASES, "country: GB", "country: UN"),
    ],
)
def test_what_is_right_is_left_alone(tmp_path: Path, file: str, good: str, better: str) -> None:
    # The case of the United Nations has a place somewhere, and that is not checked.
    assert codes(tmp_path, file, (good, better)) == set()


def test_all_that_a_case_leaves_out_is_one_problem(tmp_path: Path) -> None:
    bare = "---\n" + dedent(FULL_CASE).split("---\n")[1].split("assessments:")[0]
    for field in ("summary: A network.\n", "contexts: [portugal]\n"):
        bare = bare.replace(field, "")
    found, _ = study(tmp_path, {**GOOD, FULL: f"{bare}---\n"})
    messages = {each.code: each.message for each in find_problems(found)}
    needed = "no 'summary' and no 'contexts' and no 'exclusion_link' and no 'judgement'"
    assert needed in messages["incomplete-case"]
    assert "not assessed by 'area', 'link-with-exclusion'" in messages["missing-assessment"]
    assert "'area', 'project', 'partners'" in messages["missing-section"]


@pytest.mark.parametrize("verdict", ["no-evidence", "not-met"])
@pytest.mark.parametrize("rests_on", ["[area]", "[area, link-with-exclusion]"])
def test_a_good_practice_has_a_link_with_exclusion(
    tmp_path: Path, verdict: str, rests_on: str
) -> None:
    confidence, partly, promising = LINKED
    changes = [
        (partly, f"verdict: {verdict}"),
        (promising, f"rests_on: {rests_on}\n      conclusion: good"),
    ]
    if verdict == "no-evidence":
        changes += [
            (confidence, "rationale: Nothing."),
            ("direction: against", "direction: neutral"),
        ]
        changes += [("direction: neutral\n            confidence: low", "direction: neutral")]
    assert codes(tmp_path, FULL, *changes) == {"unsupported-judgement"}


def test_a_good_practice_may_meet_it_in_part(tmp_path: Path) -> None:
    assert codes(tmp_path, FULL, ("conclusion: promising", "conclusion: good")) == set()


def test_a_judgement_rests_on_what_is_assessed(tmp_path: Path) -> None:
    text = GOOD[FULL].replace("- criterion: area", "- criterion: link-with-exclusion", 1)
    found, _ = study(tmp_path, {**GOOD, FULL: text})
    messages = [each.message for each in find_problems(found)]
    assert (
        "the judgement 'promising' rests on 'area', by which the case is not assessed" in messages
    )


PLACES = (
    'problem: "Poverty [@{}]."',
    'roles: ["They help [@{}]."]',
    'duration: "Ten years [@{}]."',
    "text: une ville, kind: quotation, source: {}",
    "text: It is denied.\n            source: [{}",
    "baseline: {{value: 27, year: 1999}}\n        source: [{}",
    "text: Ten of them., source: {}",
    "text: It did well., source: {}",
    "kind: synthesis\n        source: {}",
    "text: So they say., source: {}",
    "The areas are told [@{}]",
)
"""Each place at which a case names a source."""


@pytest.mark.parametrize("place", PLACES)
def test_an_unknown_source_is_reported_wherever_a_case_names_it(tmp_path: Path, place: str) -> None:
    key = "schaut_2000" if place.format("schaut_2000") in FULL_CASE else "geddes_2000"
    words = place.format(key)
    assert FULL_CASE.count(words) == 1
    broken = dedent(FULL_CASE.replace(words, place.format("nobody_1900")))
    found, problems = study(tmp_path, {**GOOD, FULL: broken})
    at = broken.index("nobody_1900")
    line = broken.count("\n", 0, at) + 1
    unknown = [
        problem
        for problem in (*problems, *find_problems(found))
        if problem.code == "unknown-source" and "'nobody_1900'" in problem.message
    ]
    assert [(each.span.file, each.span.line) for each in unknown] == [(FULL, line)]


def test_an_indicator_needs_a_unit_and_a_year_at_its_line(tmp_path: Path) -> None:
    for field in ("    unit: towns\n", "    year: about 2001\n"):
        broken = dedent(FULL_CASE).replace(field, "")
        found, problems = study(tmp_path, {**GOOD, FULL: broken})
        line = broken[: broken.index("- name: Towns")].count("\n") + 1
        every = (*problems, *find_problems(found))
        assert (FULL, line) in {
            (each.span.file, each.span.line) for each in every if each.code == "missing-field"
        }


def test_evidence_needs_a_source_and_a_summary_has_its_length(tmp_path: Path) -> None:
    text = GOOD[FULL].replace("Ten of them., source: geddes_2000", "Ten of them., source: []")
    text = text.replace("summary: A network.", f"summary: {'A network ' * 29}")
    found, problems = study(tmp_path, {**GOOD, FULL: text})
    messages = " ".join(each.message for each in (*problems, *find_problems(found)))
    assert "'exclusion_link.evidence[1].source' needs at least 1 item" in messages
    assert "'summary' has 289 characters; at most 280 fit" in messages


CAPITALS = {
    "AT": (48.21, 16.37),
    "BE": (50.85, 4.35),
    "BG": (42.7, 23.32),
    "CH": (46.95, 7.45),
    "CY": (35.17, 33.36),
    "CZ": (50.09, 14.42),
    "DE": (52.52, 13.4),
    "DK": (55.68, 12.57),
    "EE": (59.44, 24.75),
    "ES": (40.42, -3.7),
    "FI": (60.17, 24.94),
    "FR": (48.86, 2.35),
    "GB": (51.51, -0.13),
    "GR": (37.98, 23.73),
    "HR": (45.81, 15.98),
    "HU": (47.5, 19.04),
    "IE": (53.35, -6.26),
    "IS": (64.15, -21.94),
    "IT": (41.9, 12.5),
    "LT": (54.69, 25.28),
    "LU": (49.61, 6.13),
    "LV": (56.95, 24.11),
    "MT": (35.9, 14.51),
    "NL": (52.37, 4.9),
    "NO": (59.91, 10.75),
    "PL": (52.23, 21.01),
    "PT": (38.72, -9.14),
    "RO": (44.43, 26.1),
    "RS": (44.79, 20.45),
    "SE": (59.33, 18.07),
    "SI": (46.06, 14.51),
    "SK": (48.15, 17.11),
    "TR": (39.93, 32.86),
    "UA": (50.45, 30.52),
}


def test_bounds_hold_the_capitals_and_no_antipode() -> None:
    for country, (lat, lon) in CAPITALS.items():
        assert any(each.hold(lat, lon) for each in BOUNDS[country]), country
        assert not any(each.hold(lat, lon - 180) for each in BOUNDS[country]), country
        assert not any(each.hold(-lat, lon) for each in BOUNDS[country]), country


def test_bounds_are_written_the_right_way_round() -> None:
    for country, several in BOUNDS.items():
        for each in several:
            assert -90 < each.south < each.north < 90, country
            assert -180 < each.west < each.east < 180, country


def test_a_study_without_criteria_asks_for_no_assessment(tmp_path: Path) -> None:
    files = {
        name: text
        for name, text in GOOD.items()
        if not name.startswith(("docs/en/criteria", "docs/en/cases", "docs/en/findings"))
    }
    bare = GOOD[CASES].split("assessments:")
    body = bare[1][bare[1].index("exclusion_link") :]
    files[KINGDOM] = GOOD[KINGDOM]
    found, _ = study(tmp_path, {**files, CASES: f"{bare[0]}{body}", BIB: ENTRIES})
    assert "missing-assessment" not in {each.code for each in find_problems(found)}
