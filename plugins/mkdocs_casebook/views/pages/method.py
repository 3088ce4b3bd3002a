"""The pages of entrées and criteria."""

from collections import Counter

from markupsafe import Markup

from mkdocs_casebook.model.case import Assessment, Case, Verdict
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.method import Criterion, Entree
from mkdocs_casebook.views.layout import Layout, Section, Written
from mkdocs_casebook.views.pages.parts import Facts, lead_with_facts, listed, opening
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


def entree_page(view: View, document: Document, record: Entree) -> Layout:
    """Lay out the page of an entrée: its question, its criteria, the cases."""
    words = view.words
    total = len(view.site.study.of_kind(Kind.ENTREE))
    layout = opening(view, document, place=words("entree.place", n=record.order, total=total))
    layout.title = _title(view, document)
    criteria = [
        view.link(Kind.CRITERION, each.id)
        for each in in_order(view, Kind.CRITERION)
        if isinstance(each.record, Criterion) and each.record.entree == document.id
    ]
    facts: Facts = [
        (words("entree.wording"), _wording(view, record)),
        (words("entree.criteria"), listed(criteria)),
    ]
    left = render("lead", view, text=record.question)
    layout.add(lead_with_facts(view, left, words("entree.about"), facts))
    layout.rest()
    cases = view.site.of_kind(Kind.CASE)
    if cases:
        html = render("entree/answers", view, cases=cases, anchor=document.id)
        layout.section(words("entree.answers"), "answers", html)
    return layout.build()


def criterion_page(view: View, document: Document, record: Criterion) -> Layout:
    """Lay out the page of a criterion: its question, when it is met, the verdicts."""
    words = view.words
    total = len(view.site.study.of_kind(Kind.CRITERION))
    layout = opening(view, document, place=words("criterion.place", n=record.order, total=total))
    layout.title = _title(view, document)
    assessed = _assessed(view, document.id)
    counts = Counter(assessment.verdict for _, assessment in assessed)
    legend = render("counts", view, counts={each.value: counts[each] for each in Verdict})
    facts: Facts = [
        (words("criterion.entree"), _entree(view, record)),
        (words("criterion.counts"), legend if assessed else None),
    ]
    left = render("lead", view, text=record.question)
    layout.add(lead_with_facts(view, left, words("kinds.criterion.one"), facts))
    html = render("criterion/scale", view, record=record)
    layout.section(words("criterion.scale"), "scale", html)
    if document.body.strip():
        layout.add(Section(words("criterion.why"), "why"), Written(""))
    layout.rest()
    if assessed:
        html = render("criterion/cases", view, assessed=assessed)
        layout.section(words("criterion.cases"), "cases", html)
    return layout.build()


def in_order(view: View, kind: Kind) -> list[Document]:
    """Return the records of a kind in the order that they give themselves."""
    return sorted(
        view.site.of_kind(kind), key=lambda each: (getattr(each.record, "order", 0), each.id)
    )


def _title(view: View, document: Document) -> str:
    """Return a title that tells an entrée from the criterion of the same name."""
    return f"{view.words(f'kinds.{document.kind}.one')}{view.words('cite.colon')}{document.title}"


def _assessed(view: View, criterion: str) -> list[tuple[Document, Assessment]]:
    found = [
        (case, assessment)
        for case in view.site.of_kind(Kind.CASE)
        if isinstance(case.record, Case)
        for assessment in case.record.assessments
        if assessment.criterion == criterion
    ]
    order = list(Verdict)
    return sorted(found, key=lambda each: (order.index(each[1].verdict), each[0].title.casefold()))


def _wording(view: View, record: Entree) -> Markup | None:
    if record.wording is None:
        return None
    quoted = Markup('<q lang="{}">{}</q>').format(view.site.study.settings.original, record.wording)
    return quoted + Markup(" ({})").format(view.cite(record.source)) if record.source else quoted


def _entree(view: View, record: Criterion) -> Markup | None:
    return view.link(Kind.ENTREE, record.entree) if record.entree else None
