"""The page of an open question."""

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.question import Question
from mkdocs_casebook.views.layout import Layout
from mkdocs_casebook.views.pages.parts import Facts, lead_with_facts, opening
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


def question_page(view: View, document: Document, record: Question) -> Layout:
    """Lay out the page of an open question: its wording, and what bears on it."""
    words = view.words
    seminar = view.link(Kind.SEMINAR, record.seminar) if record.seminar else None
    facts: Facts = [
        (words("question.raised_by"), record.raised_by or words("question.raised_unknown")),
        (words("question.at"), seminar),
        (words("question.state"), words(f"question.states.{record.state}")),
    ]
    layout = opening(view, document)
    left = render("question/lead", view, record=record)
    layout.add(lead_with_facts(view, left, words("question.about"), facts))
    layout.rest()
    html = render("question/bearings", view, bearings=record.bears_on)
    layout.section(words("question.bears_on"), "bears-on", html)
    return layout.build()
