"""Paired comparisons: who is alike, who is not, and what falls out of a comparison."""

from mkdocs_casebook.analysis.comparisons import (
    Comparison,
    alike_but_unlike_outcome,
    unlike_but_alike_outcome,
)
from tests.analysis import lipset
from tests.analysis.test_table import case

PRESENT, ABSENT, OPEN = "1", "0", "?"


def said(found: list[Comparison]) -> list[tuple[str, str, tuple[int, ...], tuple[int, ...]]]:
    return [
        (",".join(each.first.cases), ",".join(each.second.cases), each.differing, each.unknown)
        for each in found
    ]


def test_cases_alike_in_all_conditions_come_first() -> None:
    cases = [
        case("a", "111", "1"),
        case("b", "101", "0"),
        case("c", "111", "0"),
        case("d", "001", "0"),
    ]
    assert said(alike_but_unlike_outcome(cases)) == [("a", "c", (), ()), ("a", "b", (1,), ())]


def test_one_unknown_condition_may_be_the_exception() -> None:
    cases = [case("a", "111", "1"), case("b", "11?", "0"), case("c", "10?", "0")]
    assert said(alike_but_unlike_outcome(cases)) == [("a", "b", (), (2,))]


def test_two_conditions_leave_no_room_for_an_exception() -> None:
    cases = [case("a", "11", "1"), case("b", "10", "0"), case("c", "11", "0"), case("d", "1?", "0")]
    assert said(alike_but_unlike_outcome(cases)) == [("a", "c", (), ())]
    far = [case("a", "11", "1"), case("b", "00", "1"), case("c", "10", "1")]
    assert said(unlike_but_alike_outcome(far)) == [("a", "b", (0, 1), ())]


def test_cases_unlike_in_nearly_all_conditions_and_alike_in_the_outcome() -> None:
    cases = [
        case("a", "111", "0"),
        case("b", "000", "0"),
        case("c", "001", "0"),
        case("d", "000", "1"),
    ]
    assert said(unlike_but_alike_outcome(cases)) == [
        ("a", "b", (0, 1, 2), ()),
        ("a", "c", (0, 1), ()),
    ]


def test_a_case_whose_outcome_is_unknown_is_in_no_pair() -> None:
    cases = [case("a", "111", "1"), case("b", "111", "?"), case("c", "000", "?")]
    assert not alike_but_unlike_outcome(cases)
    assert not unlike_but_alike_outcome(cases)


def test_cases_alike_stand_together() -> None:
    found = alike_but_unlike_outcome(lipset.first())
    certain = [each for each in said(found) if not each[2]]
    assert certain == [
        ("BE,NL,UK", "DE", (), ()),
        ("FI", "EE,HU,PL", (), ()),
        ("FR,SE", "AU", (), ()),
    ]
