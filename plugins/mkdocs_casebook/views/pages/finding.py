"""The page of a finding: its statement, and the cases for and against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.finding import Finding, Instance
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.layout import Beside, Html, Layout, Written
from mkdocs_casebook.views.pages.parts import Facts, opening
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


@dataclass(frozen=True, slots=True)
class Shown:
    """A case that speaks for or against a finding, as its page shows it.

    Attributes:
        link: Link to the case.
        note: What it shows, as inline Markdown.
        judgement: Link to the judgement of the case, or words that there is none.
    """

    link: Markup
    note: str
    judgement: Markup


def finding_page(view: View, document: Document, record: Finding) -> Layout:
    """Lay out the page of a finding."""
    words = view.words
    analysis = view.link(Kind.ANALYSIS, record.analysis) if record.analysis else None
    facts: Facts = [
        (words("finding.confidence"), view.word("confidence", record.confidence)),
        (words("finding_page.counts"), ", ".join(counted(view, record))),
        (words("finding_page.analysis"), analysis),
        (words("finding.assessor"), record.assessor),
        (words("finding_page.date"), view.time(record.date) if record.date else None),
    ]
    layout = opening(view, document)
    left = render("finding/lead", view, record=record)
    aside = render("aside", view, label=words("finding.about"), facts=facts)
    layout.add(Beside((Html(left), Written("")), aside))
    layout.rest()
    for name, instances in (("for", record.cases_for), ("against", record.cases_against)):
        empty = words(f"finding_page.none_{name}")
        html = render("finding/cases", view, instances=_shown(view, instances), empty=empty)
        layout.section(words(f"finding.{name}"), name, html)
    return layout.build()


def counted(view: View, record: Finding) -> list[str]:
    """Return how many cases speak for a finding, and how many against it."""
    words = view.words
    return [
        words.count("findings_index.for", len(record.cases_for)),
        words.count("findings_index.against", len(record.cases_against)),
    ]


def _shown(view: View, instances: Sequence[Instance]) -> list[Shown]:
    return [
        Shown(view.link(Kind.CASE, each.case), each.note, _judgement(view, each.case))
        for each in instances
    ]


def _judgement(view: View, id: str) -> Markup:
    words, case = view.words, view.site.find(Kind.CASE, id)
    judgement = case.record.judgement if case and isinstance(case.record, Case) else None
    if judgement is None:
        return Markup.escape(words("case.not_judged"))
    conclusion = view.word("conclusion", judgement.conclusion).lower()
    text = words("finding_page.judgement", judgement=conclusion)
    return view.link(Kind.CASE, id, text, part="judgement")
