"""The pages of entrées and criteria."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.model.case import Assessment, Case, Verdict
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.method import Criterion, Entree
from mkdocs_casebook.views.layout import Layout, Section, Written
from mkdocs_casebook.views.pages.case_fields import QUESTIONS, Answer, answer
from mkdocs_casebook.views.pages.excerpts import first_lines, section_of
from mkdocs_casebook.views.pages.parts import Facts, lead_with_facts, listed, opening
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

MOST_QUOTED = 100
"""Of so many cases a page quotes evidence and answers; of more it names them, each with a link."""


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """What a case answers to the question of an entrée.

    Attributes:
        document: The case.
        facts: The names of the fields that answer it, with what they say.
        lines: The first lines of its prose on the question.
    """

    document: Document
    facts: tuple[tuple[str, Answer], ...] = ()
    lines: Markup | None = None


@dataclass(frozen=True, slots=True)
class VerdictGroup:
    """The cases that have one verdict on a criterion.

    Attributes:
        verdict: The verdict.
        assessed: The cases, with their assessments.
    """

    verdict: Verdict
    assessed: Sequence[tuple[Document, Assessment]]


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
    answers = _answers(view, document.id)
    if answers:
        html = render(
            "entree/answers",
            view,
            answers=answers,
            anchor=document.id,
            quoted=len(answers) <= MOST_QUOTED,
        )
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
    found = len(assessed) - counts[Verdict.NO_EVIDENCE] - counts[Verdict.NOT_APPLICABLE]
    facts: Facts = [
        (words("criterion.entree"), _entree(view, record)),
        (words("across.evidence_in"), words("across.of_cases", n=found, total=len(assessed))),
    ]
    left = render("lead", view, text=record.question)
    layout.add(lead_with_facts(view, left, words("kinds.criterion.one"), facts))
    html = render("criterion/scale", view, record=record)
    layout.section(words("criterion.scale"), "scale", html)
    if document.body.strip():
        layout.add(Section(words("criterion.why"), "why"), Written(""))
    layout.rest()
    if assessed:
        groups = [
            VerdictGroup(verdict, [each for each in assessed if each[1].verdict is verdict])
            for verdict in Verdict
        ]
        html = render(
            "criterion/cases",
            view,
            groups=groups,
            total=len(assessed),
            quoted=len(assessed) <= MOST_QUOTED,
        )
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
    key = view.words.sort_key
    return sorted(found, key=lambda each: (order.index(each[1].verdict), key(each[0].title)))


def _answers(view: View, entree: str) -> list[CaseAnswer]:
    """Return what each case answers to the question of an entrée, by name."""
    cases = sorted(view.site.of_kind(Kind.CASE), key=lambda each: view.words.sort_key(each.title))
    if len(cases) > MOST_QUOTED:
        return [CaseAnswer(each) for each in cases]
    return [
        CaseAnswer(
            each,
            tuple(
                (view.words(field.name), found)
                for field in QUESTIONS.get(entree, ())
                if (found := answer(view, each, field)).items
            ),
            view.inline(first_lines(section_of(each, entree))),
        )
        for each in cases
    ]


def _wording(view: View, record: Entree) -> Markup | None:
    if record.wording is None:
        return None
    quoted = Markup('<q lang="{}">{}</q>').format(view.site.study.settings.original, record.wording)
    return quoted + Markup(" ({})").format(view.cite(record.source)) if record.source else quoted


def _entree(view: View, record: Criterion) -> Markup | None:
    return view.link(Kind.ENTREE, record.entree) if record.entree else None
