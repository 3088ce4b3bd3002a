"""Calibration: whether each case has the outcome and the conditions of an analysis."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from mkdocs_casebook.model.analysis import Analysis, Factor, Membership, Rule
from mkdocs_casebook.model.case import Case, Conclusion, Verdict
from mkdocs_casebook.model.edtf import parse_moment, parse_period
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.study import Study

NOTHING_KNOWN = frozenset(
    {Verdict.NO_EVIDENCE.value, Verdict.NOT_APPLICABLE.value, Conclusion.UNDETERMINED.value}
)
"""Values that say that nothing is known: they never count as present or absent."""

_JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True)
class Configuration:
    """A case as an analysis sees it.

    Attributes:
        case: Id of the case.
        outcome: Whether it has the outcome.
        conditions: Whether it has each condition, in their order.
    """

    case: str
    outcome: Membership
    conditions: tuple[Membership, ...]

    @property
    def is_known(self) -> bool:
        """Nothing about the case is unknown."""
        return Membership.UNKNOWN not in (self.outcome, *self.conditions)


def cases_of(analysis: Analysis, study: Study) -> dict[str, Case]:
    """Return the cases of an analysis by id, in the order that it gives, or else by id."""
    found = {
        document.id: document.record
        for document in study.of_kind(Kind.CASE)
        if isinstance(document.record, Case)
    }
    wanted = analysis.cases or sorted(found)
    return {id: found[id] for id in wanted if id in found}


def calibrate(analysis: Analysis, cases: Mapping[str, Case]) -> tuple[Configuration, ...]:
    """Return each case as the analysis sees it.

    Args:
        analysis: The analysis.
        cases: Its cases by id.
    """
    return tuple(
        Configuration(
            id,
            membership(analysis.outcome, id, case),
            tuple(membership(each, id, case) for each in analysis.conditions),
        )
        for id, case in cases.items()
    )


def membership(factor: Factor, id: str, case: Case) -> Membership:
    """Tell whether a case has an outcome or condition.

    Args:
        factor: The outcome or condition.
        id: Id of the case.
        case: The case.
    """
    for each in factor.values:
        if each.case == id:
            return each.value
    return _by_rule(factor.rule, case) if factor.rule else Membership.UNKNOWN


def _by_rule(rule: Rule, case: Case) -> Membership:
    values = [*_values(rule, case)]
    known = [value for value in values if value not in NOTHING_KNOWN]
    if not known:
        return Membership.UNKNOWN
    if rule.given:
        return Membership.PRESENT
    if rule.distinct is not None:
        return _present_if(len(set(known)) >= rule.distinct)
    if rule.years is not None:
        return _long_enough(known[0], rule.years, case)
    return _listed(known, rule)


def _listed(values: list[str], rule: Rule) -> Membership:
    if any(value in rule.present for value in values):
        return Membership.PRESENT
    absent = not rule.absent or all(value in rule.absent for value in values)
    return Membership.ABSENT if absent else Membership.UNKNOWN


def _values(rule: Rule, case: Case) -> Iterator[str]:
    if rule.criterion is not None:
        for assessment in case.assessments:
            if assessment.criterion == rule.criterion:
                yield assessment.verdict.value
    elif rule.field is not None:
        yield from _at(case, rule.field.split("."))


def _at(value: object, path: list[str]) -> Iterator[str]:
    if value is None:
        return
    if isinstance(value, tuple):
        for item in value:
            yield from _at(item, path)
    elif isinstance(value, BaseModel) and path:
        yield from _at(getattr(value, path[0]), path[1:])
    else:
        yield str(value)


def _present_if(condition: bool) -> Membership:
    return Membership.PRESENT if condition else Membership.ABSENT


def _long_enough(text: str, years: int, case: Case) -> Membership:
    """Compare the length of a period, in calendar years; one that goes on may grow longer."""
    try:
        period = parse_period(text)
    except ValueError:
        return Membership.UNKNOWN
    start, end = period.start, period.end
    if period.open_end and case.date:
        end = parse_moment(case.date)
    if start is None or end is None or start.unspecified or end.unspecified:
        return Membership.UNKNOWN
    if end.year - start.year >= years:
        return Membership.PRESENT
    return Membership.UNKNOWN if period.open_end else Membership.ABSENT


def circular_conditions(analysis: Analysis, cases: Mapping[str, Case]) -> dict[str, list[str]]:
    """Return the conditions that the outcome rests on itself, with the cases in which it does.

    An outcome that the judgement gives cannot be accounted for by the criteria that the judgement
    rests on, nor by the judgement itself.

    Args:
        analysis: The analysis.
        cases: Its cases by id.

    Returns:
        Ids of cases by id of condition.
    """
    rule = analysis.outcome.rule
    if rule is not None and not (rule.field or "").startswith(_JUDGEMENT):
        return {}
    found = {
        condition.id: [id for id, case in cases.items() if _is_circular(condition, case)]
        for condition in analysis.conditions
    }
    return {id: circular for id, circular in found.items() if circular}


def _is_circular(condition: Factor, case: Case) -> bool:
    rule, judgement = condition.rule, case.judgement
    if judgement is None:
        return False
    if rule is not None and rule.field is not None:
        return rule.field.startswith(_JUDGEMENT)
    criterion = rule.criterion if rule is not None else condition.id
    return criterion in judgement.rests_on


def one_sided_outcome(configurations: tuple[Configuration, ...]) -> Membership | None:
    """Return the outcome that all cases have of which it is known, if they are two or more."""
    known = [each.outcome for each in configurations if each.outcome is not Membership.UNKNOWN]
    return known[0] if len(known) > 1 and len(set(known)) == 1 else None
