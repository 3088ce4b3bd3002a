"""The page of a context."""

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.context import Context
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.layout import Layout
from mkdocs_casebook.views.pages.parts import Facts, lead_with_facts, listed, opening
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


def context_page(view: View, document: Document, record: Context) -> Layout:
    """Lay out the page of a context: frame, chronology, cases."""
    words = view.words
    cases = [
        view.link(Kind.CASE, each.id)
        for each in view.site.of_kind(Kind.CASE)
        if isinstance(each.record, Case) and document.id in each.record.contexts
    ]
    languages = ", ".join(words.language_name(tag) for tag in record.languages)
    count = words.count("context.facts_count", len(record.facts)) if record.facts else None
    facts: Facts = [
        (words("context.state"), record.state),
        (words("context.languages"), languages),
        (words("context.cases"), listed(cases) or words("context.no_cases")),
        (words("context.facts"), count),
    ]
    layout = opening(view, document)
    left = render("context/lead", view, record=record)
    layout.add(lead_with_facts(view, left, words("context.about"), facts))
    if record.facts:
        html = render("context/facts", view, facts=record.facts)
        layout.section(words("context.chronology"), "chronology", html)
    return layout.build()
