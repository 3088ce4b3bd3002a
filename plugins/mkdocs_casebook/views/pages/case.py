"""The page of a case."""

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from mkdocs_casebook.model.case import Case, Verdict
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Written
from mkdocs_casebook.views.pages.parts import Facts, lead, opening
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

_MOST_FACTS = 3


def verdict_counts(record: Case) -> dict[str, int]:
    """Return how often each verdict stands in the assessments of a case, in the fixed order."""
    counts = Counter(each.verdict for each in record.assessments)
    return {verdict.value: counts[verdict] for verdict in Verdict}


def case_page(view: View, document: Document, record: Case) -> Layout:
    """Lay out the page of a case: card, five questions, assessment, indicators, judgement."""
    words = view.words
    layout = opening(view, document, place=words.country(record.country))
    layout.add(
        lead(view, record.summary),
        render("case/statusline", view, judgement=record.judgement),
        render("case/card", view, facts=_card(view, record), counts=verdict_counts(record)),
        Written(""),
    )
    _questions(view, record, layout)
    for anchor in ("context", "evaluation", "criticisms"):
        layout.add(Written(anchor))
    layout.rest()
    _assessment(view, document, record, layout)
    layout.add(Written("exclusion"), _exclusion(view, record))
    if record.risks:
        html = render("case/risks", view, risks=record.risks)
        layout.section(words("case.risks"), "risks", html)
    if record.judgement:
        html = render("case/judgement", view, judgement=record.judgement)
        layout.section(words("case.judgement"), "judgement", html)
    return layout.build()


def _card(view: View, record: Case) -> Facts:
    words = view.words
    contexts = Markup(", ").join(view.link(Kind.CONTEXT, id) for id in record.contexts)
    fields = ", ".join(view.word("exclusion_field", each) for each in record.exclusion_fields)
    return [
        (words("case.area"), _some(each.name for each in record.areas)),
        (words("case.period"), view.time(record.period)),
        (words("case.scheme"), view.word("scheme_type", record.scheme.type)),
        (words("case.partners"), _some(each.name for each in record.partners)),
        (words("case.policy_fields"), _some(record.policy_fields)),
        (words("case.exclusion_fields"), fields),
        (words("case.context"), contexts),
    ]


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    more = "…" if len(listed) > _MOST_FACTS else ""
    return "; ".join(listed[:_MOST_FACTS]) + (f"; {more}" if more else "")


def _questions(view: View, record: Case, layout: LayoutBuilder) -> None:
    """Add the five questions: the facts of each, then what the author tells."""
    populated = any(area.population is not None for area in record.areas)
    facts = {
        "area": render("case/areas", view, areas=record.areas, populated=populated),
        "project": render("case/project", view, project=record.project),
        "partners": render("case/partners", view, partners=record.partners),
        "scheme": render("case/scheme", view, scheme=record.scheme),
        "global-approach": (
            render("case/policy_fields", view, fields=record.policy_fields)
            if record.policy_fields
            else Markup("")
        ),
    }
    for number, (anchor, html) in enumerate(facts.items(), start=1):
        layout.add(Written(anchor, number), html)


def _assessment(view: View, document: Document, record: Case, layout: LayoutBuilder) -> None:
    words = view.words
    if record.assessments:
        html = render("case/assessment", view, assessments=record.assessments, name=document.title)
        layout.section(words("case.assessment"), "assessment", html)
    if record.indicators:
        html = render(
            "case/indicators",
            view,
            indicators=record.indicators,
            compared=any(each.baseline for each in record.indicators),
        )
        layout.section(words("case.indicators"), "indicators", html)
    if record.mechanisms:
        html = render("case/mechanism", view, mechanisms=record.mechanisms)
        layout.section(words("case.mechanisms"), "mechanisms", html)


def _exclusion(view: View, record: Case) -> Markup:
    fields = ", ".join(view.word("exclusion_field", each) for each in record.exclusion_fields)
    return render(
        "case/exclusion",
        view,
        fields=fields or view.words("case.no_fields"),
        link=record.exclusion_link,
    )
