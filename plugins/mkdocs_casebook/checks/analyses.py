"""Checks of analyses, and of the findings that rest on them."""

from collections.abc import Iterator

from mkdocs_casebook.analysis.calibration import (
    Configuration,
    calibrate,
    cases_of,
    circular_conditions,
    one_sided_outcome,
)
from mkdocs_casebook.checks.causal_words import causal_claims
from mkdocs_casebook.model.analysis import CASES_PER_CONDITION, Analysis, Membership
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.fields import Inline, Translated
from mkdocs_casebook.model.finding import Finding
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.walk import walk


def too_few_cases(study: Study) -> Iterator[Problem]:
    """Report findings and analyses that call a condition necessary or sufficient on few cases."""
    for document in study.documents:
        cases, needed = _cases_and_needed(document, study)
        if cases >= needed:
            continue
        for span, words in _claims(document):
            number = f"{cases} case{'' if cases == 1 else 's'}"
            message = f"'{words}' is more than {number} can bear; it takes {needed}"
            hint = (
                "say what the cases show: 'present in all good cases', 'compatible with', "
                "'contradicted by case X'"
            )
            yield Problem("too-few-cases", span, message, hint)


def _cases_and_needed(document: Document, study: Study) -> tuple[int, int]:
    """Return the number of cases behind a record, and the number that such a claim takes."""
    record = document.record
    if isinstance(record, Analysis):
        return _known(record, study), record.needed
    if not isinstance(record, Finding):
        return 0, 0
    analysis = study.find(Kind.ANALYSIS, record.analysis) if record.analysis else None
    if analysis is not None and isinstance(analysis.record, Analysis):
        return _known(analysis.record, study), analysis.record.needed
    cases = {each.case for each in (*record.cases_for, *record.cases_against)}
    return len(cases), CASES_PER_CONDITION


def _known(analysis: Analysis, study: Study) -> int:
    return sum(each.is_known for each in _configurations(analysis, study))


def _configurations(analysis: Analysis, study: Study) -> tuple[Configuration, ...]:
    return calibrate(analysis, cases_of(analysis, study))


def _claims(document: Document) -> Iterator[tuple[Span, str]]:
    for path, text, marks in walk(document.record) if document.record else ():
        if any(isinstance(mark, Inline | Translated) for mark in marks):
            for _, words in causal_claims(text):
                yield document.locations.of(path, document.span), words
    for place, words in causal_claims(document.body):
        before = document.body[:place]
        line = document.body_line + before.count("\n")
        column = place - (before.rfind("\n") + 1) + 1
        yield Span(document.path, line, column), words


def one_sided_outcomes(study: Study) -> Iterator[Problem]:
    """Report analyses in which every case has the outcome, or none has."""
    for document, record in _analyses(study):
        side = one_sided_outcome(_configurations(record, study))
        if side is not None:
            what = "has" if side is Membership.PRESENT else "lacks"
            message = f"every case of which it is known {what} the outcome '{record.outcome.label}'"
            hint = "nothing can be accounted for without a case of the other kind: add one"
            span = document.locations.of(("outcome",), document.span)
            yield Problem("one-sided-outcome", span, message, hint)


def circular_analyses(study: Study) -> Iterator[Problem]:
    """Report conditions that the outcome itself rests on."""
    for document, record in _analyses(study):
        circular = circular_conditions(record, cases_of(record, study))
        for number, condition in enumerate(record.conditions):
            if condition.id in circular:
                named = ", ".join(circular[condition.id])
                message = f"the judgement rests on the condition '{condition.id}' itself: {named}"
                hint = "take a condition that the judgement does not rest on"
                span = document.locations.of(("conditions", number), document.span)
                yield Problem("circular-condition", span, message, hint)


def _analyses(study: Study) -> Iterator[tuple[Document, Analysis]]:
    for document in study.of_kind(Kind.ANALYSIS):
        if isinstance(document.record, Analysis):
            yield document, document.record
