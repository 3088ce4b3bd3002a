"""The list of findings and of the analyses that they may rest on."""

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.model.analysis import Analysis
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.finding import Finding
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.record import Confidence
from mkdocs_casebook.views.analysis_items import analysed
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title, Written
from mkdocs_casebook.views.pages.finding import counted
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

_HIDE = ("navigation", "toc")


@dataclass(frozen=True, slots=True)
class Card:
    """A finding or an analysis in the list.

    Attributes:
        id: Its id.
        link: Link to it.
        language: Language of the record.
        text: What it says, in a sentence or two.
        counts: What is counted in it.
        confidence: How sure a finding is.
    """

    id: str
    link: Markup
    language: str
    text: str
    counts: list[str]
    confidence: Confidence | None = None


def findings_page(view: View, title: str = "") -> Layout:
    """Lay out the list of the findings and the analyses.

    Args:
        view: The page.
        title: The title that the author of the page gave it, if any.
    """
    words = view.words
    name, lead = title or words(f"kinds.{Kind.FINDING}.many"), words(f"leads.{Kind.FINDING}")
    layout = LayoutBuilder(name, lead, hide=_HIDE)
    layout.add(Title(name), render("lead", view, text=lead), Written(""))
    findings = [
        _finding(view, each, each.record)
        for each in _sorted(view, Kind.FINDING)
        if isinstance(each.record, Finding)
    ]
    if findings:
        html = render("finding/list", view, findings=findings)
        layout.section(words("findings_index.findings"), "findings", html)
    analyses = [
        _analysis(view, each, each.record)
        for each in _sorted(view, Kind.ANALYSIS)
        if isinstance(each.record, Analysis)
    ]
    if analyses:
        html = render("analysis/list", view, analyses=analyses)
        layout.section(words("findings_index.analyses"), "analyses", html)
    layout.rest()
    return layout.build()


def _sorted(view: View, kind: Kind) -> list[Document]:
    return sorted(view.site.of_kind(kind), key=lambda each: view.words.sort_key(each.title))


def _finding(view: View, document: Document, record: Finding) -> Card:
    link, text = view.link_document(document), view.plain(record.statement)
    counts = counted(view, record)
    return Card(document.id, link, document.language, text, counts, record.confidence)


def _analysis(view: View, document: Document, record: Analysis) -> Card:
    words, of = view.words, analysed(document, view.site.study)
    counts = [
        words.count("analysis.count", len(of.configurations)),
        words.count("analysis.known", len(of.known)),
        words.count("analysis.count_conditions", len(record.conditions)),
        words.count("findings_index.rows", len(of.contradictions)),
    ]
    link, text = view.link_document(document), view.plain(record.summary)
    return Card(document.id, link, document.language, text, counts)
