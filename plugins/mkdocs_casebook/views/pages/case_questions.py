"""The five questions on the page of a case: what the author tells, then the facts of each."""

from collections.abc import Mapping

from markupsafe import Markup

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.method import Entree
from mkdocs_casebook.views.layout import LayoutBuilder, Section, Written
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


def add_questions(view: View, document: Document, record: Case, layout: LayoutBuilder) -> None:
    """Add the five questions.

    Args:
        view: The page.
        document: The case.
        record: The same.
        layout: Where they are added.
    """
    for number, (anchor, html) in enumerate(_facts(view, record).items(), start=1):
        heading = _heading(view, anchor)
        add_section(document, layout, html, anchor=anchor, heading=heading, number=number)


def add_section(
    document: Document,
    layout: LayoutBuilder,
    html: Markup,
    *,
    anchor: str,
    heading: str,
    number: int | None = None,
) -> None:
    """Add what the author wrote under a heading, and our part; under our heading without it.

    Args:
        document: The case.
        layout: Where it is added.
        html: Our part.
        anchor: The id of the heading.
        heading: The heading where the author has none.
        number: A number drawn before the heading.
    """
    if any(each.anchor == anchor for each in document.headings):
        layout.add(Written(anchor, number), html)
    elif html.strip():
        layout.add(Section(heading, anchor, number), html)


def _heading(view: View, anchor: str) -> str:
    entree = view.site.find(Kind.ENTREE, anchor)
    if entree and isinstance(entree.record, Entree):
        return entree.record.heading or entree.title
    return view.words(f"case_page.questions.{anchor}")


def _facts(view: View, record: Case) -> Mapping[str, Markup]:
    """Return the facts of each question by its anchor, in the order of the questions."""
    populated = any(area.population is not None for area in record.areas)
    return {
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
