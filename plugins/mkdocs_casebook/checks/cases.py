"""Checks of cases, contexts and seminars."""

from collections.abc import Iterator

from mkdocs_casebook.model.case import Case, Verdict
from mkdocs_casebook.model.context import Context
from mkdocs_casebook.model.document import Path
from mkdocs_casebook.model.edtf import parse_period
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.seminar import Seminar
from mkdocs_casebook.model.study import Study

_NEED_EVIDENCE = frozenset({Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET})


def verdicts_without_evidence(study: Study) -> Iterator[Problem]:
    """Report verdicts that say something and have nothing to show for it."""
    for document in study.of_kind(Kind.CASE):
        if not isinstance(document.record, Case):
            continue
        for number, assessment in enumerate(document.record.assessments):
            if assessment.verdict in _NEED_EVIDENCE and not assessment.evidence:
                span = document.locations.of(("assessments", number, "verdict"), document.span)
                verdict, criterion = assessment.verdict, assessment.criterion
                message = f"the verdict '{verdict}' on '{criterion}' has no evidence"
                hint = "give the evidence, or the verdict 'no-evidence' (which is not 'not-met')"
                yield Problem("verdict-without-evidence", span, message, hint)


def ends_before_starts(study: Study) -> Iterator[Problem]:
    """Report intervals whose end lies before their start."""
    for document in study.documents:
        if document.record is None or document.translated:
            continue
        for path, text in _intervals(document.record):
            period = parse_period(text)
            if period.backwards:
                span = document.locations.of(path, document.span)
                message = f"'{text}' ends before it starts"
                yield Problem("end-before-start", span, message, "write the earlier date first")


def _intervals(record: Record) -> Iterator[tuple[Path, str]]:
    match record:
        case Case():
            yield ("period",), record.period
            if record.scheme.signed:
                yield ("scheme", "signed"), record.scheme.signed
        case Context():
            for number, fact in enumerate(record.facts):
                yield ("facts", number, "date"), fact.date
        case Seminar():
            yield ("date",), record.date
