"""The page of a seminar."""

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.seminar import Capacity, Seminar
from mkdocs_casebook.views.layout import Layout
from mkdocs_casebook.views.pages.parts import Facts, lead, lead_with_facts, opening
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


def seminar_page(view: View, document: Document, record: Seminar) -> Layout:
    """Lay out the page of a seminar: who took part, what was decided, what was left open."""
    words = view.words
    facts: Facts = [
        (words("seminar.date"), view.time(record.date)),
        (words("seminar.place"), record.place),
        (words("seminar.report"), view.cite(record.source)),
        (words("seminar.seen"), view.inline(record.seen)),
    ]
    layout = opening(view, document)
    layout.add(lead_with_facts(view, lead(view, record.summary), words("seminar.about"), facts))
    layout.rest()
    for name, items in (("decided", record.decided), ("left_open", record.left_open)):
        if items:
            html = render("seminar/list", view, items=items)
            layout.section(words(f"seminar.{name}"), name.replace("_", "-"), html)
    questions = [each for each in record.questions if view.site.find(Kind.QUESTION, each)]
    if questions:
        html = render("seminar/questions", view, ids=questions)
        layout.section(words("seminar.questions"), "questions", html)
    if record.passages:
        html = render("seminar/passages", view, passages=record.passages, source=record.source)
        layout.section(words("seminar.passages"), "passages", html)
    if record.participants:
        groups = [
            (capacity, [each for each in record.participants if each.capacity is capacity])
            for capacity in Capacity
        ]
        html = render("seminar/participants", view, groups=groups)
        layout.section(words("seminar.participants"), "participants", html)
    return layout.build()
