"""The list of the terms that a reader meets on a page."""

from dataclasses import replace

from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.layout import Html, Layout, Section
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


def with_terms_met(view: View, document: Document, layout: Layout) -> Layout:
    """Return the layout of a page with the terms that it links to at its end, each in a sentence.

    Args:
        view: The page.
        document: The record or text that the page shows.
        layout: Its layout. A definition names its relatives itself, and stays as it is.
    """
    ids = dict.fromkeys(
        mention.target.id
        for mention in document.mentions
        if mention.target.kind is Kind.DEFINITION and document.kind is not Kind.DEFINITION
    )
    found = [view.site.find(Kind.DEFINITION, id) for id in ids]
    terms = [each for each in found if each and isinstance(each.record, Definition)]
    if not terms:
        return layout
    heading = Section(view.words("terms_met.heading"), "terms-met", searched=False)
    html = render("terms_met", view, terms=terms)
    return replace(layout, pieces=(*layout.pieces, heading, Html(html)))
