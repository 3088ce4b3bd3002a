"""The configuration table: rows, cases, contradictions, and what is unknown."""

import pytest

from mkdocs_casebook.analysis.calibration import Configuration
from mkdocs_casebook.analysis.table import Row, completed, configuration_table, possible_rows
from mkdocs_casebook.model.analysis import Membership
from tests.analysis import lipset

VALUES = {"1": Membership.PRESENT, "0": Membership.ABSENT, "?": Membership.UNKNOWN}


def case(name: str, conditions: str, outcome: str) -> Configuration:
    return Configuration(name, VALUES[outcome], tuple(VALUES[each] for each in conditions))


def printed(row: Row) -> tuple[int, str, str, list[str]]:
    """Return a row as the R package QCA prints it."""
    pattern = "".join("1" if present else "0" for present in row.pattern)
    if row.is_contradictory:
        output = "C"
    else:
        output = "1" if row.with_outcome else "0" if row.without_outcome else "?"
    return row.number, pattern, output, sorted(row.cases)


def test_a_published_table_has_its_rows_contradictions_and_counts() -> None:
    rows = configuration_table(lipset.first(), 4)
    published = [
        (n, row, out, sorted(filter(None, cases.split(","))))
        for n, row, out, cases in lipset.FIRST_TABLE
    ]
    assert [printed(row) for row in rows] == published
    shares = {
        row.number: round(len(row.with_outcome) / len(row.cases), 3) for row in rows if row.cases
    }
    assert shares == lipset.FIRST_SHARES


def test_a_published_table_of_five_conditions() -> None:
    rows = configuration_table(lipset.second(), 5)
    published = [
        (n, row, out, sorted(cases.split(","))) for n, row, out, cases in lipset.SECOND_TABLE
    ]
    assert len(rows) == 32
    assert [printed(row) for row in rows if row.cases] == published


def test_a_case_of_which_a_condition_is_unknown_stands_in_no_row() -> None:
    open_case = case("a", "1?0?", "1")
    rows = configuration_table([open_case, case("b", "1000", "?")], 4)
    assert possible_rows(open_case) == (9, 10, 13, 14)
    assert {row.number: row.undecided for row in rows if row.cases} == {9: ("b",)}


@pytest.mark.parametrize(
    ("value", "number", "outcome"), [(Membership.ABSENT, 9, "a"), (Membership.PRESENT, 14, "")]
)
def test_both_completions(value: Membership, number: int, outcome: str) -> None:
    known = [case("a", "1?0?", "?"), case("b", "1000", "1")]
    rows = configuration_table(completed(known, value), 4)
    row = rows[number - 1]
    assert "a" in row.cases
    assert ("a" in row.without_outcome) == bool(outcome)
    assert row.is_contradictory == bool(outcome)


def test_no_case_at_all() -> None:
    assert [printed(row) for row in configuration_table([], 1)] == [
        (1, "0", "?", []),
        (2, "1", "?", []),
    ]
