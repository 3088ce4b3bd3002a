"""Analyses: an outcome and a few conditions, set out across cases."""

from collections import Counter
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.fields import CaseId, CriterionId, Model, Prose, TextList, Words
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.walk import models_in

MOST_CONDITIONS = 4
CASES_PER_CONDITION = 12
"""Below about a dozen cases a condition, single conditions fit pure noise too often."""


class Membership(StrEnum):
    """Whether a case has a condition, or the outcome. ``unknown`` is not ``absent``."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"


def _field_of_case(path: str) -> str:
    """Refuse a path that does not lead to a value of a case."""
    model: type | None = Case
    for step in path.split("."):
        fields = getattr(model, "model_fields", {})
        if step not in fields:
            raise ValueError(f"a case has no field '{path}'; write it as in 'scheme.type'")
        model = next(iter(models_in(fields[step].annotation)), None)
    if model is not None:
        raise ValueError(f"'{path}' has fields of its own; name one of them")
    return path


CaseField = Annotated[str, AfterValidator(_field_of_case)]
"""The way to a field of a case, such as ``scheme.type``; in lists, to that field of each item."""

FactorId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")]
"""The id of an outcome or condition. It starts with a letter, for it names a column."""


class Rule(Model):
    """Reads the value of an outcome or condition off each case.

    Where a case does not have the field, or its value says that nothing is known
    (``no-evidence``, ``not-applicable``, ``undetermined``), the value is unknown.

    Attributes:
        field: The field that it reads.
        criterion: Instead of a field: the criterion whose verdict it reads.
        present: The values that count as present.
        absent: The values that count as absent; all others, where only ``present`` is given.
        distinct: Present from this number of different values on, in a field of a list.
        years: Present from this number of years on, in a field that holds a period.
        given: Present where the field is filled. Where it is empty, the value is unknown: what
            nobody wrote down may be there all the same.
    """

    field: CaseField | None = None
    criterion: CriterionId | None = None
    present: TextList = ()
    absent: TextList = ()
    distinct: int | None = Field(default=None, ge=2)
    years: int | None = Field(default=None, ge=1)
    given: bool = False

    @model_validator(mode="after")
    def _one_of_each(self) -> "Rule":
        if (self.field is None) == (self.criterion is None):
            raise ValueError("name either a field or a criterion to read")
        tests = (bool(self.present), self.distinct is not None, self.years is not None, self.given)
        if sum(tests) != 1:
            raise ValueError("say what counts: one of 'present', 'distinct', 'years', 'given'")
        if self.absent and not self.present:
            raise ValueError("'absent' goes with 'present'")
        return self


class CaseValue(Model):
    """The value of an outcome or condition for one case, set by hand.

    Attributes:
        case: Id of the case.
        value: Present, absent or unknown.
        note: Why.
    """

    case: CaseId
    value: Membership
    note: Prose | None = None


class Factor(Model):
    """An outcome or a condition.

    Attributes:
        id: Its id, which also names its column in the data.
        label: Its name.
        question: What it asks of each case.
        calibration: When it counts as present and when as absent.
        rule: Reads the value off each case.
        values: Values set by hand; they come before the rule. A case with neither is unknown.
    """

    id: FactorId
    label: Words
    question: Words | None = None
    calibration: Prose
    rule: Rule | None = None
    values: tuple[CaseValue, ...] = ()

    @model_validator(mode="after")
    def _has_values(self) -> "Factor":
        if self.rule is None and not self.values:
            raise ValueError("needs a rule, or values by case")
        _refuse_twice("case", [each.case for each in self.values])
        return self


class Analysis(Record):
    """An outcome and at most four conditions, set out across cases.

    Attributes:
        title: Its name.
        outcome: What is to be accounted for.
        conditions: What may go with it. The criteria that the judgement rests on are none.
        cases: Ids of the cases; all of the study where none is named.
        cases_per_condition: The number of cases for each condition below which no condition may be
            called necessary or sufficient.
    """

    title: Words
    outcome: Factor
    conditions: tuple[Factor, ...] = Field(min_length=1, max_length=MOST_CONDITIONS)
    cases: tuple[CaseId, ...] = ()
    cases_per_condition: int = Field(default=CASES_PER_CONDITION, ge=1)

    @property
    def factors(self) -> tuple[Factor, ...]:
        """The outcome, then the conditions."""
        return (self.outcome, *self.conditions)

    @property
    def needed(self) -> int:
        """The number of cases that it takes to call a condition necessary or sufficient."""
        return self.cases_per_condition * len(self.conditions)

    @model_validator(mode="after")
    def _consistent(self) -> "Analysis":
        _refuse_twice("case", self.cases)
        _refuse_twice("outcome or condition", [each.id for each in self.factors])
        for factor in self.factors if self.cases else ():
            for each in factor.values:
                if each.case not in self.cases:
                    raise ValueError(
                        f"'{factor.id}' has a value for '{each.case}', which is not among the cases"
                    )
        return self


def _refuse_twice(what: str, names: "tuple[str, ...] | list[str]") -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise ValueError(f"the {what} '{twice[0]}' stands twice")
