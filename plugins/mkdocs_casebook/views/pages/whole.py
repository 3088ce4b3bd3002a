"""The page that holds the whole study, to print."""

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title, Written
from mkdocs_casebook.views.pages.method import in_order
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

WHOLE = "whole-study.md"
"""The page, as a path inside the folder of its language."""

_METHOD = (Kind.ENTREE, Kind.CRITERION)
_KINDS = (
    Kind.SEMINAR,
    Kind.QUESTION,
    *_METHOD,
    Kind.DEFINITION,
    Kind.CONTEXT,
    Kind.CASE,
    Kind.FINDING,
)


def whole_page(view: View) -> Layout:
    """Lay out the start of the page: what it is, and what follows.

    The records follow when all their pages are rendered.

    Args:
        view: The page.
    """
    words = view.words
    name, lead = words("whole.title"), words("whole.lead")
    parts = [(words(f"kinds.{kind}.many"), _of_kind(view, kind)) for kind in _KINDS]
    layout = LayoutBuilder(name, lead, search=0)
    layout.add(Title(name), render("lead", view, text=lead), Written(""))
    layout.add(render("whole", view, parts=[each for each in parts if each[1]]))
    return layout.build()


def pages_of_whole(view: View) -> list[str]:
    """Return the pages that make up the whole study, in its order.

    Args:
        view: A page of the site.
    """
    pages = [each.page for kind in _KINDS for each in _of_kind(view, kind)]
    return [*pages, f"{Kind.SOURCE.pages}/index.md"]


def _of_kind(view: View, kind: Kind) -> list[Document]:
    """Return the records that the site has in its own language."""
    site: Site = view.site
    if kind in _METHOD:
        found = in_order(view, kind)
    else:
        found = sorted(site.of_kind(kind), key=lambda each: view.words.sort_key(each.title))
    return [each for each in found if each.language == site.language]
