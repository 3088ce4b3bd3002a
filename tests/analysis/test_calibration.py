"""Calibration: what rules and values by hand make of a case, and what they refuse to say."""

from typing import Any

import pytest
from pydantic import ValidationError

from mkdocs_casebook.analysis.calibration import (
    calibrate,
    circular_conditions,
    membership,
    one_sided_outcome,
)
from mkdocs_casebook.model.analysis import Analysis, Factor, Membership
from mkdocs_casebook.model.case import Case
from tests.analysis.test_table import case as configuration

PARTNERS = [
    {"name": "State", "sector": "public", "level": "national"},
    {"name": "Town", "sector": "public", "level": "local"},
]


def a_case(**changed: Any) -> Case:
    return Case.model_validate(
        {
            "title": "A",
            "date": "2026",
            "country": "GB",
            "areas": [{"name": "Here", "scale": "city"}],
            "period": "1990/1999",
            "project": {},
            "partners": PARTNERS,
            "scheme": {"type": "partnership"},
        }
        | changed
    )


def factor(rule: dict[str, Any] | None = None, id: str = "x", **given: Any) -> dict[str, Any]:
    rules = {"rule": rule} if rule else {}
    return {"id": id, "label": "X", "calibration": "As told.", **rules, **given}


def value(rule: dict[str, Any], **changed: Any) -> str:
    return membership(Factor.model_validate(factor(rule)), "a", a_case(**changed)).value


def judged(conclusion: str = "good", **given: Any) -> dict[str, Any]:
    told = {"conclusion": conclusion, "rationale": "Why.", "assessor": "We", "date": "2026"}
    return {"judgement": told | given}


def assessed(verdict: str) -> dict[str, Any]:
    return {"assessments": [{"criterion": "money", "verdict": verdict, "rationale": "Why."}]}


TYPE = {"field": "scheme.type", "present": ["contract", "both"]}
CONCLUSION = {"field": "judgement.conclusion", "present": ["good"]}
MONEY = {"criterion": "money", "present": ["met"], "absent": ["not-met"]}
TEN = {"field": "period", "years": 10}


@pytest.mark.parametrize(
    ("rule", "changed", "expected"),
    [
        (TYPE, {}, "absent"),
        (TYPE, {"scheme": {"type": "both"}}, "present"),
        (CONCLUSION, {}, "unknown"),
        (CONCLUSION, judged("good"), "present"),
        (CONCLUSION, judged("mixed"), "absent"),
        (CONCLUSION, judged("undetermined"), "unknown"),
        (CONCLUSION | {"absent": ["not-good"]}, judged("mixed"), "unknown"),
        (MONEY, {}, "unknown"),
        (MONEY, assessed("met"), "present"),
        (MONEY, assessed("not-met"), "absent"),
        (MONEY, assessed("partly"), "unknown"),
        (MONEY, assessed("no-evidence"), "unknown"),
        ({"criterion": "money", "present": ["met"]}, assessed("not-applicable"), "unknown"),
        ({"field": "partners.level", "distinct": 2}, {}, "present"),
        ({"field": "partners.level", "distinct": 3}, {}, "absent"),
        ({"field": "partners.sector", "distinct": 2}, {}, "absent"),
        ({"field": "areas.scale", "present": ["city"]}, {}, "present"),
        ({"field": "exclusion_fields", "distinct": 2}, {}, "unknown"),
        ({"field": "scheme.legal_basis", "given": True}, {}, "unknown"),
        (
            {"field": "scheme.legal_basis", "given": True},
            {"scheme": {"type": "both", "legal_basis": "A law."}},
            "present",
        ),
        (TEN, {}, "absent"),
        (TEN, {"period": "1990/2000"}, "present"),
        (TEN, {"period": "1990/.."}, "present"),
        (TEN, {"period": "2020/.."}, "unknown"),
        (TEN, {"period": "1990/.."} | {"date": None}, "unknown"),
        (TEN, {"period": "1990/"}, "unknown"),
        (TEN, {"period": "198X/1999"}, "unknown"),
    ],
)
def test_rules(rule: dict[str, Any], changed: dict[str, Any], expected: str) -> None:
    assert value(rule, **changed) == expected


def test_a_value_set_by_hand_comes_before_the_rule() -> None:
    given = factor(TYPE, values=[{"case": "a", "value": "unknown", "note": "Not seen."}])
    found = Factor.model_validate(given)
    assert membership(found, "a", a_case()) is Membership.UNKNOWN
    assert membership(found, "b", a_case()) is Membership.ABSENT
    by_hand = Factor.model_validate(factor(values=[{"case": "a", "value": "present"}]))
    assert membership(by_hand, "b", a_case()) is Membership.UNKNOWN


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ({"field": "scheme.tipe", "given": True}, "a case has no field 'scheme.tipe'"),
        ({"field": "scheme", "given": True}, "'scheme' has fields of its own"),
        ({"field": "period.years", "given": True}, "a case has no field"),
        ({"given": True}, "name either a field or a criterion"),
        ({"field": "period", "criterion": "a", "given": True}, "name either"),
        ({"field": "period"}, "say what counts"),
        ({"field": "period", "given": True, "years": 3}, "say what counts"),
        ({"field": "period", "given": True, "absent": ["x"]}, "'absent' goes with"),
    ],
)
def test_rules_that_say_nothing_are_refused(rule: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Factor.model_validate(factor(rule))


def analysis(*conditions: dict[str, Any], **given: Any) -> Analysis:
    outcome = factor(CONCLUSION, id="good")
    told = {"title": "A", "outcome": outcome, "conditions": list(conditions)}
    return Analysis.model_validate(told | given)


@pytest.mark.parametrize(
    ("conditions", "given", "message"),
    [
        ([], {}, "at least 1 item"),
        ([factor(TYPE, id=f"c{n}") for n in range(5)], {}, "at most 4 items"),
        ([factor(TYPE), factor(TYPE)], {}, "'x' stands twice"),
        ([factor(TYPE, id="good")], {}, "'good' stands twice"),
        ([factor(TYPE, id="3-levels")], {}, "pattern"),
        ([factor()], {}, "needs a rule, or values"),
        ([factor(TYPE)], {"cases": ["a", "a"]}, "'a' stands twice"),
        (
            [factor(values=[{"case": "b", "value": "present"}])],
            {"cases": ["a"]},
            "'b', which is not among the cases",
        ),
    ],
)
def test_analyses_that_contradict_themselves_are_refused(
    conditions: list[dict[str, Any]], given: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValidationError, match=message):
        analysis(*conditions, **given)


def test_cases_stand_in_their_order() -> None:
    found = calibrate(analysis(factor(TYPE)), {"b": a_case(**judged()), "a": a_case()})
    assert [(each.case, each.outcome, each.is_known) for each in found] == [
        ("b", Membership.PRESENT, True),
        ("a", Membership.UNKNOWN, False),
    ]


RESTS = judged(rests_on=["money"])


@pytest.mark.parametrize(
    ("condition", "circular"),
    [
        (factor(MONEY), ["a"]),
        (factor(id="money", values=[{"case": "a", "value": "present"}]), ["a"]),
        (factor(CONCLUSION), ["a"]),
        (factor({"criterion": "people", "present": ["met"]}), []),
        (factor(TYPE, id="money"), []),
    ],
)
def test_a_ground_of_the_judgement_is_no_condition(
    condition: dict[str, Any], circular: list[str]
) -> None:
    cases = {"a": a_case(**RESTS), "b": a_case()}
    found = circular_conditions(analysis(condition), cases)
    assert found.get(condition["id"], []) == circular


def test_another_outcome_than_the_judgement_makes_no_circle() -> None:
    other = analysis(factor(MONEY), outcome=factor(TYPE, id="contract"))
    assert not circular_conditions(other, {"a": a_case(**RESTS)})


@pytest.mark.parametrize(
    ("outcomes", "side"),
    [("11", "1"), ("00", "0"), ("10", ""), ("1", ""), ("1?", ""), ("11?", "1"), ("", "")],
)
def test_one_sided_outcomes(outcomes: str, side: str) -> None:
    found = one_sided_outcome(tuple(configuration("a", "1", each) for each in outcomes))
    assert {Membership.PRESENT: "1", Membership.ABSENT: "0", None: ""}[found] == side
