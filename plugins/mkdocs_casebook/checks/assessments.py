"""Checks of assessments: verdicts and their evidence."""

from collections.abc import Iterator, Sequence

from mkdocs_casebook.checks.definitions import LONGEST_QUOTATION
from mkdocs_casebook.checks.selection import cases
from mkdocs_casebook.model.case import Assessment, Case, LinkStatus, Verdict
from mkdocs_casebook.model.document import Document, Path
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.method import Criterion
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.record import Confidence, Direction, Evidence, EvidenceKind
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.reading.csl_json.languages import language_tag

DECIDING = frozenset({Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET})
"""The verdicts that say something of the scheme, and need evidence."""

_SURE = tuple(reversed(Confidence))
_OPPOSITE = {
    Verdict.MET: (Direction.FOR, Direction.AGAINST),
    Verdict.NOT_MET: (Direction.AGAINST, Direction.FOR),
}


def missing_assessments(study: Study) -> Iterator[Problem]:
    """Report criteria by which a case is not assessed, or is assessed twice."""
    criteria = [
        (document.record.order, document.id)
        for document in study.of_kind(Kind.CRITERION)
        if isinstance(document.record, Criterion)
    ]
    for document, case in cases(study):
        first: dict[str, int] = {}
        for number, assessment in enumerate(case.assessments):
            earlier = first.setdefault(assessment.criterion, number)
            if earlier != number:
                path: Path = ("assessments", number, "criterion")
                line = _span(document, ("assessments", earlier, "criterion")).line
                message = f"the case is assessed twice by '{assessment.criterion}' (line {line})"
                hint = "make one assessment of the two, with the evidence of both"
                yield Problem("duplicate-assessment", _span(document, path), message, hint)
        missing = [f"'{id}'" for _, id in sorted(criteria) if id not in first]
        if missing:
            span = document.locations.of_key(("assessments",), document.span)
            message = f"the case is not assessed by {', '.join(missing)}"
            hint = "assess it by each criterion; where nothing was found: 'no-evidence'"
            yield Problem("missing-assessment", span, message, hint)


def verdicts(study: Study) -> Iterator[Problem]:
    """Report verdicts that do not follow from their evidence."""
    for document, case in cases(study):
        for number, assessment in enumerate(case.assessments):
            at: Path = ("assessments", number)
            if assessment.verdict in DECIDING:
                yield from _decided(document, at, assessment)
            else:
                yield from _left_open(document, at, assessment)


def _decided(document: Document, at: Path, assessment: Assessment) -> Iterator[Problem]:
    verdict, criterion = assessment.verdict, assessment.criterion
    said = f"the verdict '{verdict}' on '{criterion}'"
    span = _span(document, (*at, "verdict"))
    deciding = _deciding(assessment.evidence)
    if not deciding:
        has = "has only neutral evidence" if assessment.evidence else "has no evidence"
        hint = "give the evidence, or the verdict 'no-evidence' (which is not 'not-met')"
        yield Problem("verdict-without-evidence", span, f"{said} {has}", hint)
    elif verdict in _OPPOSITE:
        needed, opposite = _OPPOSITE[verdict]
        if all(each.direction is opposite for each in deciding):
            message = f"{said} has evidence '{opposite}' it and none '{needed}' it"
            hint = "look at the verdict again, and at the 'direction' of the evidence"
            yield Problem("contradicted-verdict", span, message, hint)
    if assessment.confidence is None:
        hint = f"add 'confidence': {', '.join(Confidence)}"
        yield Problem("missing-confidence", span, f"{said} does not say how sure it is", hint)
    else:
        yield from _unfounded(document, at, assessment.confidence, deciding)


def _unfounded(
    document: Document, at: Path, confidence: Confidence, deciding: Sequence[Evidence]
) -> Iterator[Problem]:
    """Report a confidence that no piece of the evidence shares, where each has its own."""
    given = [each.confidence for each in deciding if each.confidence is not None]
    if not given or len(given) < len(deciding):
        return
    best = max(given, key=_SURE.index)
    if _SURE.index(confidence) > _SURE.index(best):
        message = f"the confidence is '{confidence}', and that of the best evidence '{best}'"
        hint = f"write '{best}' or less, or look at the confidence of the evidence again"
        span = _span(document, (*at, "confidence"))
        yield Problem("unfounded-confidence", span, message, hint)


def _left_open(document: Document, at: Path, assessment: Assessment) -> Iterator[Problem]:
    verdict, criterion = assessment.verdict, assessment.criterion
    decides = (
        (number, each.direction)
        for number, each in enumerate(assessment.evidence)
        if each.direction is not Direction.NEUTRAL
    )
    for number, direction in decides:
        message = f"evidence '{direction}' stands under the verdict '{verdict}' on '{criterion}'"
        hint = (
            "give the verdict that it leads to; if it decides nothing, its 'direction' is "
            "'neutral', and 'note' says why"
        )
        span = _span(document, (*at, "evidence", number, "direction"))
        yield Problem("evidence-without-verdict", span, message, hint)
    if assessment.confidence is not None:
        message = f"the verdict '{verdict}' on '{criterion}' has a confidence"
        hint = "take 'confidence' out: there is nothing to be sure of"
        span = _span(document, (*at, "confidence"))
        yield Problem("misplaced-confidence", span, message, hint)


def unsupported_links(study: Study) -> Iterator[Problem]:
    """Report links with exclusion, and risks, that have not the evidence that they need."""
    for document, case in cases(study):
        link = case.exclusion_link
        if link and link.status is not LinkStatus.STATED:
            directions = {each.direction for each in _deciding(link.evidence)}
            needed = Direction.FOR if link.status is LinkStatus.EVIDENCED else Direction.AGAINST
            if needed not in directions:
                message = f"the link with exclusion is '{link.status}', without evidence '{needed}'"
                hint = "give the evidence, or the status 'stated'"
                span = _span(document, ("exclusion_link", "status"))
                yield Problem("unsupported-link", span, message, hint)
        for number, risk in enumerate(case.risks):
            if not risk.evidence:
                hint = "give the evidence for or against it; a risk that nobody saw is a guess"
                span = _span(document, ("risks", number, "risk"))
                yield Problem("risk-without-evidence", span, "the risk has no evidence", hint)


def evidence(study: Study) -> Iterator[Problem]:
    """Report long quotations, and evidence whose language was forgotten."""
    for document, case in cases(study):
        for path, piece in evidence_of(case):
            words = len(piece.text.split())
            if piece.kind is EvidenceKind.QUOTATION and words > LONGEST_QUOTATION:
                message = f"the evidence quotes {words} words"
                hint = f"quote {LONGEST_QUOTATION} at most, and tell the rest in words of your own"
                yield Problem("long-quotation", _span(document, (*path, "text")), message, hint)
            if (*path, "language") in document.locations.keys:
                continue
            found = {_language_of(study, key) for key in piece.source}
            if len(found) == 1 and (language := found.pop()) not in {"", piece.language}:
                message = f"the evidence counts as '{piece.language}'; its source is '{language}'"
                hint = f"add 'language: {language}', or that of the words that you read"
                yield Problem("missing-language", _span(document, path), message, hint)


def _language_of(study: Study, key: str) -> str:
    """Return the language of a source, without its region; nothing where it is not known."""
    reference = study.references.get(key)
    return language_tag(reference.get("langid", "language")).partition("-")[0] if reference else ""


def evidence_of(case: Case) -> Iterator[tuple[Path, Evidence]]:
    """Yield each piece of evidence of a case with the way to it."""
    for number, assessment in enumerate(case.assessments):
        for place, piece in enumerate(assessment.evidence):
            yield ("assessments", number, "evidence", place), piece
    if case.exclusion_link:
        for place, piece in enumerate(case.exclusion_link.evidence):
            yield ("exclusion_link", "evidence", place), piece
    for number, risk in enumerate(case.risks):
        for place, piece in enumerate(risk.evidence):
            yield ("risks", number, "evidence", place), piece


def _deciding(evidence: Sequence[Evidence]) -> list[Evidence]:
    return [each for each in evidence if each.direction is not Direction.NEUTRAL]


def _span(document: Document, path: Path) -> Span:
    return document.locations.of(path, document.span)
