"""What a case has that a list can be narrowed by: pairs of a facet and a value."""

import re
from collections.abc import Collection, Iterator

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.views.reference import folded
from mkdocs_casebook.views.years import run_of, step_for

Pair = tuple[str, str]
"""A facet and a value of it, as they stand in the address of a narrowed list."""

COUNTRY, PERIOD, TYPE = "country", "period", "type"
EXCLUSION, POLICY, JUDGEMENT = "exclusion", "policy", "judgement"
UNJUDGED = "none"

DECADE = 10
_MOST_SPANS = 12
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_NOT_WORDS = re.compile(r"[\W_]+")


def values_of(record: Case, criteria: Collection[str], last: int, span: int) -> Iterator[Pair]:
    """Yield what a case has of each facet.

    Args:
        record: The case.
        criteria: Ids of the criteria by whose verdicts the list can be narrowed.
        last: The year up to which a scheme counts that still goes on.
        span: How many years a period has, as `span_of_years` gives it.
    """
    yield COUNTRY, record.country
    first, end = run_of(record.period).years(last)
    for start in range(first // span * span, end + 1, span):
        yield PERIOD, str(start)
    yield TYPE, record.scheme.type
    yield from ((EXCLUSION, each) for each in dict.fromkeys(record.exclusion_fields))
    policies = (policy_value(each) for each in record.policy_fields)
    yield from ((POLICY, each) for each in dict.fromkeys(policies) if each)
    yield JUDGEMENT, record.judgement.conclusion if record.judgement else UNJUDGED
    verdicts = {each.criterion: each.verdict for each in record.assessments}
    yield from ((verdict_facet(each), verdicts[each]) for each in criteria if each in verdicts)


def verdict_facet(criterion: str) -> str:
    """Return the name of the facet of the verdicts on a criterion."""
    return f"verdict-{criterion}"


def policy_name(field: str) -> str:
    """Return the name of a field of policy, without the remark in brackets behind it."""
    return _REMARK.sub("", field)


def policy_value(field: str) -> str:
    """Return what stands for a field of policy in an address; empty where nothing is left."""
    return _NOT_WORDS.sub("-", folded(policy_name(field))).strip("-")


def span_of_years(first: int, last: int) -> int:
    """Return how many years a period has: ten, or more where that makes too many periods."""
    return max(DECADE, step_for(last - first + 1, _MOST_SPANS))
