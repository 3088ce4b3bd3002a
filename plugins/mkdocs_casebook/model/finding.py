"""Findings: statements across cases, with the cases for and against them."""

from mkdocs_casebook.model.fields import AnalysisId, CaseId, Model, Prose, Words
from mkdocs_casebook.model.record import Confidence, Record


class Instance(Model):
    """A case that speaks for or against a finding.

    Attributes:
        case: Id of the case.
        note: What it shows.
    """

    case: CaseId
    note: Prose


class Finding(Record):
    """A statement across cases.

    Attributes:
        title: The finding in a few words.
        statement: The statement.
        confidence: How sure it is.
        cases_for: The cases that speak for it.
        cases_against: The cases that speak against it.
        assessor: Who made it.
        analysis: Id of the analysis that it rests on, if any.
    """

    title: Words
    statement: Prose
    confidence: Confidence
    cases_for: tuple[Instance, ...] = ()
    cases_against: tuple[Instance, ...] = ()
    assessor: Words
    analysis: AnalysisId | None = None
