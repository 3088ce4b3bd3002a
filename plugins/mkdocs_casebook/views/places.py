"""Where on its page a field of a record shows."""

from dataclasses import dataclass

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.mention import Mention
from mkdocs_casebook.views.vocabulary import Vocabulary

_ANCHORS = {
    "candidates": ("definition.candidates", "candidates"),
    "disagreements": ("definition.disagreements", "disagreements"),
    "objections": ("definition.objections", "objections"),
    "versions": ("definition.history", "history"),
    "labels_note": ("definition.labels", "labels"),
    "broader": ("definition.broader", ""),
    "related": ("definition.related", ""),
    "assessments": ("case.assessment", "assessment"),
    "indicators": ("case.indicators", "indicators"),
    "mechanisms": ("case.mechanisms", "mechanisms"),
    "risks": ("case.risks", "risks"),
    "judgement": ("case.judgement", "judgement"),
    "project": ("case.objectives", "project"),
    "partners": ("case.partners", "partners"),
    "scheme": ("case.scheme", "scheme"),
    "exclusion_link": ("mention.fields.exclusion_link", "exclusion"),
    "facts": ("context.chronology", "chronology"),
    "passages": ("seminar.passages", "passages"),
    "questions": ("seminar.questions", "questions"),
    "bears_on": ("question.bears_on", "bears-on"),
    "cases_for": ("finding.for", "for"),
    "cases_against": ("finding.against", "against"),
    "outcome": ("analysis.outcome", "outcome"),
    "conditions": ("analysis.conditions", "conditions"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention shows.

    Attributes:
        heading: The heading under which it stands; may be empty.
        anchor: An id on the page; may be empty.
    """

    heading: str
    anchor: str


def place_of(document: Document, mention: Mention, words: Vocabulary) -> Place:
    """Return where on the page of ``document`` a mention shows."""
    if not mention.path:
        return Place(mention.heading, mention.anchor)
    field = str(mention.path[0])
    key, anchor = _ANCHORS.get(field, (f"mention.fields.{field}", ""))
    number = mention.path[1] if len(mention.path) > 1 else None
    record = document.record
    if isinstance(number, int):
        if isinstance(record, Definition) and field == "candidates":
            anchor = record.candidates[number].id
        elif isinstance(record, Case) and field == "assessments":
            anchor = f"a-{record.assessments[number].criterion}"
    return Place(words.or_else(key, ""), anchor)
