"""Checks of the judgement of a case, of its mechanisms, and of findings across cases."""

from collections.abc import Iterator

from mkdocs_casebook.checks.assessments import DECIDING
from mkdocs_casebook.checks.selection import cases, findings
from mkdocs_casebook.model.case import Assessment, Case, Conclusion, Judgement, Verdict
from mkdocs_casebook.model.document import Document, Path
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.study import Study

LINK = "link-with-exclusion"
"""Id of the criterion that a good practice has to meet, in part at least."""


def unsupported_judgements(study: Study) -> Iterator[Problem]:
    """Report judgements that the assessments of their case do not bear."""
    criteria = study.ids(Kind.CRITERION)
    for document, case in cases(study):
        if case.judgement and criteria:
            yield from _unsupported(document, case, case.judgement, criteria)


def _unsupported(
    document: Document, case: Case, judgement: Judgement, criteria: frozenset[str]
) -> Iterator[Problem]:
    conclusion = judgement.conclusion
    assessed = {each.criterion: each for each in case.assessments}
    named = judgement.rests_on
    if not named and conclusion is not Conclusion.UNDETERMINED:
        message = f"the judgement '{conclusion}' names no criterion that it rests on"
        hint = "name in 'rests_on' the criteria that decided"
        yield _problem(document, ("judgement",), message, hint)
    for number, id in enumerate(named):
        why = _no_support(assessed.get(id), conclusion) if id in criteria else ""
        if why:
            message = f"the judgement '{conclusion}' rests on '{id}', {why}"
            hint = "take it out of 'rests_on', or change the judgement"
            yield _problem(document, ("judgement", "rests_on", number), message, hint)
    link = assessed.get(LINK)
    shown = link is None or link.verdict not in {Verdict.NO_EVIDENCE, Verdict.NOT_MET}
    if conclusion is Conclusion.GOOD and link and not shown and LINK not in named:
        message = f"the judgement is 'good', and the verdict on '{LINK}' '{link.verdict}'"
        hint = "a good practice shows a link with exclusion: choose another judgement"
        yield _problem(document, ("judgement", "conclusion"), message, hint)


def _no_support(assessment: Assessment | None, conclusion: Conclusion) -> str:
    """Say why a judgement cannot rest on an assessment; nothing where it can."""
    if assessment is None:
        return "by which the case is not assessed"
    if conclusion is Conclusion.UNDETERMINED:
        return ""
    if assessment.verdict not in DECIDING:
        return f"on which the verdict is '{assessment.verdict}'"
    if conclusion is Conclusion.GOOD and assessment.verdict is Verdict.NOT_MET:
        return "which is not met"
    return ""


def _problem(document: Document, path: Path, message: str, hint: str) -> Problem:
    span = document.locations.of(path, document.span)
    return Problem("unsupported-judgement", span, message, hint)


def mechanisms_without_rival(study: Study) -> Iterator[Problem]:
    """Report mechanisms that no other explanation is held against."""
    for document, case in cases(study):
        for number, mechanism in enumerate(case.mechanisms):
            if mechanism.rival is None:
                span = document.locations.of(("mechanisms", number, "title"), document.span)
                message = f"the mechanism '{mechanism.title}' has no rival explanation"
                hint = "say under 'rival' what else may have brought the outcome about"
                yield Problem("mechanism-without-rival", span, message, hint)


def one_sided_findings(study: Study) -> Iterator[Problem]:
    """Report findings of which nobody says that cases against them were looked for."""
    for document, finding in findings(study):
        if not finding.cases_against and ("cases_against",) not in document.locations.keys:
            span = document.locations.of(("statement",), document.span)
            message = "the finding names no case against it"
            hint = "name one; if you looked and found none, write 'cases_against: []'"
            yield Problem("one-sided-finding", span, message, hint)
