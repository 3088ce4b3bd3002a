"""The page of a case."""

from collections import Counter

from markupsafe import Markup

from mkdocs_casebook.model.case import Case, Verdict
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.edtf import parse_period
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.case_items import CitableCases
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Written
from mkdocs_casebook.views.pages.case_card import card_facts, context_links
from mkdocs_casebook.views.pages.case_citing import case_cite_box
from mkdocs_casebook.views.pages.case_indicators import criterion_link, indicators_section
from mkdocs_casebook.views.pages.case_questions import add_questions, add_section
from mkdocs_casebook.views.pages.case_related import related_section
from mkdocs_casebook.views.pages.method import in_order
from mkdocs_casebook.views.pages.parts import lead, opening
from mkdocs_casebook.views.related_cases import RelatedCases
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


def verdict_counts(record: Case) -> dict[str, int]:
    """Return how often each verdict stands in the assessments of a case, in the fixed order."""
    counts = Counter(each.verdict for each in record.assessments)
    return {verdict.value: counts[verdict] for verdict in Verdict}


def case_page(
    view: View, document: Document, record: Case, cases: CitableCases, related: RelatedCases
) -> Layout:
    """Lay out the page of a case: card, five questions, assessment, judgement, what is near.

    Args:
        view: The page.
        document: The case.
        record: The same.
        cases: The cases as things to cite.
        related: The related cases of the site.
    """
    words = view.words
    layout = opening(view, document, place=words.country(record.country))
    layout.add(
        lead(view, record.summary),
        render("case/statusline", view, judgement=record.judgement),
        render("case/card", view, facts=card_facts(view, record), counts=verdict_counts(record)),
        _cite_box(view, cases, document),
        Written(""),
    )
    add_questions(view, document, record, layout)
    contexts = render("case/contexts", view, links=context_links(view, record))
    add_section(document, layout, contexts, anchor="context", heading=words("case.context"))
    layout.add(Written("evaluation"), Written("criticisms"))
    layout.rest()
    layout.section(words("case.assessment"), "assessment", _assessment(view, document, record))
    indicators = indicators_section(view, record)
    layout.section(words("case.indicators"), "indicators", indicators)
    _readings(view, record, layout)
    html, heading = _exclusion(view, record), words("case_page.exclusion")
    add_section(document, layout, html, anchor="exclusion", heading=heading)
    if record.risks:
        html = render("case/risks", view, risks=record.risks)
        layout.section(words("case.risks"), "risks", html)
    if record.mechanisms:
        html = render("case/mechanism", view, mechanisms=record.mechanisms)
        layout.section(words("case.mechanisms"), "mechanisms", html)
    if record.judgement:
        grounds = _grounds(view, record)
        html = render("case/judgement", view, judgement=record.judgement, rests_on=grounds)
        layout.section(words("case.judgement"), "judgement", html)
    html = related_section(view, related, document.id)
    layout.section(words("case_related.heading"), "related", html, searched=False)
    return layout.build()


def _cite_box(view: View, cases: CitableCases, document: Document) -> Markup:
    citable = cases.cases.get(document.id)
    return case_cite_box(view, cases, citable) if citable else Markup("")


def _assessment(view: View, document: Document, record: Case) -> Markup:
    if not record.assessments:
        return Markup("")
    assessed = {each.criterion for each in record.assessments}
    missing = [
        view.link(Kind.CRITERION, each.id)
        for each in in_order(view, Kind.CRITERION)
        if each.id not in assessed
    ]
    return render(
        "case/assessment",
        view,
        assessments=record.assessments,
        name=document.title,
        missing=Markup(", ").join(missing),
    )


def _readings(view: View, record: Case, layout: LayoutBuilder) -> None:
    """Add the accounts that do not agree, the older first."""
    readings = sorted(record.readings, key=lambda each: _first_day(each.date))
    if not readings:
        return
    key = {1: "one", 2: "two"}.get(len(readings), "many")
    html = render("case/readings", view, readings=readings, note=key)
    layout.section(view.words(f"readings.heading.{key}"), "readings", html)


def _grounds(view: View, record: Case) -> list[tuple[Markup, Verdict | None]]:
    """Return the criteria that the judgement rests on, each with the verdict on it."""
    verdicts = {each.criterion: each.verdict for each in record.assessments}
    criteria = record.judgement.rests_on if record.judgement else ()
    return [(criterion_link(view, record, each), verdicts.get(each)) for each in criteria]


def _first_day(date: str) -> tuple[int, int, int]:
    period = parse_period(date)
    moment = period.start or period.end
    return moment.earliest if moment else (0, 0, 0)


def _exclusion(view: View, record: Case) -> Markup:
    fields = ", ".join(view.word("exclusion_field", each) for each in record.exclusion_fields)
    return render(
        "case/exclusion",
        view,
        fields=fields or view.words("case.no_fields"),
        link=record.exclusion_link,
    )
