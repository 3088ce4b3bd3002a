"""The tables of what is said of cases: assessments, evidence, indicators."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_casebook.model.case import Assessment, Indicator, Verdict
from mkdocs_casebook.model.record import Confidence, Direction, Evidence, EvidenceKind
from mkdocs_casebook.views.indicator_series import number as number_of
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.tables.cases import CaseItem, Part, cases
from mkdocs_casebook.views.tables.columns import choice, id_, number, prose, text, texts
from mkdocs_casebook.views.tables.table import Column, Table, Type


class About(StrEnum):
    """What a piece of evidence bears on."""

    ASSESSMENT = "assessment"
    EXCLUSION_LINK = "exclusion-link"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class AssessmentItem(CaseItem):
    """The assessment of a case by a criterion."""

    assessment: Assessment

    def count(self, direction: Direction) -> int:
        """Return how many pieces of its evidence speak in a direction."""
        return sum(1 for each in self.assessment.evidence if each.direction is direction)


@dataclass(frozen=True, slots=True)
class EvidenceItem(Part):
    """A piece of evidence.

    Attributes:
        about: What it bears on.
        statement: The statement for or against which it speaks, or which it leaves undecided.
        evidence: The evidence.
        criterion: The criterion, for an assessment.
    """

    about: About
    statement: str
    evidence: Evidence
    criterion: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorItem(Part):
    """An indicator of a case."""

    indicator: Indicator


def _assessments(site: Site) -> Iterator[AssessmentItem]:
    for item in cases(site):
        for assessment in item.case.assessments:
            yield AssessmentItem(item.document, item.case, item.url, assessment)


def _evidence(site: Site) -> Iterator[EvidenceItem]:
    for item in cases(site):
        for place, (about, statement, evidence, criterion) in enumerate(_pieces(item), start=1):
            yield EvidenceItem(
                item.document, item.case, item.url, place, about, statement, evidence, criterion
            )


def _pieces(item: CaseItem) -> Iterator[tuple[About, str, Evidence, str | None]]:
    case = item.case
    for each in case.assessments:
        for piece in each.evidence:
            yield About.ASSESSMENT, each.rationale, piece, each.criterion
    if case.exclusion_link:
        for piece in case.exclusion_link.evidence:
            yield About.EXCLUSION_LINK, case.exclusion_link.claim, piece, None
    for risk in case.risks:
        for piece in risk.evidence:
            yield About.RISK, risk.risk, piece, None


def _indicators(site: Site) -> Iterator[IndicatorItem]:
    for item in cases(site):
        for place, indicator in enumerate(item.case.indicators, start=1):
            yield IndicatorItem(item.document, item.case, item.url, place, indicator)


def _number(text: str) -> float | int | None:
    """Return a printed value as the number that figures draw of it, where it is one."""
    value = number_of(text)
    return int(value) if value is not None and value.is_integer() else value


def _count(direction: Direction) -> Column[AssessmentItem]:
    """Return the column that counts the evidence in a direction."""
    name = f"evidence_{direction}"
    limits = (0, 10**6)
    return Column(name, lambda each: each.count(direction), Type.INTEGER, True, limits=limits)


ASSESSMENTS: Table[AssessmentItem] = Table(
    "assessments",
    _assessments,
    (
        id_("case", lambda each: each.document.id),
        id_("criterion", lambda each: each.assessment.criterion),
        choice("verdict", lambda each: each.assessment.verdict, Verdict, "verdict", required=True),
        choice("confidence", lambda each: each.assessment.confidence, Confidence, "confidence"),
        prose("rationale", lambda each: each.assessment.rationale, required=True),
        *map(_count, Direction),
    ),
    key=("case", "criterion"),
    refers={"case": "cases", "criterion": "criteria"},
)

EVIDENCE: Table[EvidenceItem] = Table(
    "evidence",
    _evidence,
    (
        id_("case", lambda each: each.document.id),
        number(lambda each: each.number),
        choice("about", lambda each: each.about, About, "tables.about", required=True),
        id_("criterion", lambda each: each.criterion, required=False),
        prose("statement", lambda each: each.statement, required=True),
        choice(
            "kind", lambda each: each.evidence.kind, EvidenceKind, "evidence_kind", required=True
        ),
        text("text", lambda each: each.evidence.text, required=True),
        text("language", lambda each: each.evidence.language, required=True),
        choice(
            "direction", lambda each: each.evidence.direction, Direction, "direction", required=True
        ),
        choice("confidence", lambda each: each.evidence.confidence, Confidence, "confidence"),
        texts("sources", lambda each: each.evidence.source),
        text("locator", lambda each: each.evidence.locator),
        text("note", lambda each: each.evidence.note),
    ),
    key=("case", "number"),
    refers={"case": "cases", "criterion": "criteria"},
)

INDICATORS: Table[IndicatorItem] = Table(
    "indicators",
    _indicators,
    (
        id_("case", lambda each: each.document.id),
        number(lambda each: each.number),
        text("name", lambda each: each.indicator.name, required=True),
        text("value", lambda each: each.indicator.value, required=True),
        Column("value_as_number", lambda each: _number(each.indicator.value), Type.NUMBER),
        text("unit", lambda each: each.indicator.unit, required=True),
        text("year", lambda each: each.indicator.year, required=True),
        text(
            "baseline_value",
            lambda each: each.indicator.baseline.value if each.indicator.baseline else None,
        ),
        text(
            "baseline_year",
            lambda each: each.indicator.baseline.year if each.indicator.baseline else None,
        ),
        text("geography", lambda each: each.indicator.geography),
        id_("criterion", lambda each: each.indicator.criterion, required=False),
        texts("sources", lambda each: each.indicator.source),
        text("locator", lambda each: each.indicator.locator),
        prose("note", lambda each: each.indicator.note),
    ),
    key=("case", "number"),
    refers={"case": "cases", "criterion": "criteria"},
)
