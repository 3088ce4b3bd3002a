"""What the layouts of several kinds of page share."""

from markupsafe import Markup

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.text import clipped
from mkdocs_casebook.views.layout import LayoutBuilder, Title
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

Facts = list[tuple[str, Markup | str | None]]
"""Names and values for the column beside a lead."""

DESCRIPTION_LENGTH = 200


def opening(view: View, document: Document, *, title: str = "", place: str = "") -> LayoutBuilder:
    """Return a layout that starts with the way here and the title of a record.

    Args:
        view: The page.
        document: The record.
        title: The title, where it is not the record's name.
        place: The place of the record in its list, such as "3 of 10".
    """
    record = document.record
    description = view.plain(record.summary) if record and record.summary else ""
    layout = LayoutBuilder(title or document.title, clipped(description, DESCRIPTION_LENGTH))
    foreign = getattr(record, "title_language", None)
    trail = [index_link(view, document.kind)] if document.kind else []
    return layout.add(
        render("kicker", view, trail=trail, place=place),
        Title(title or document.title, foreign if foreign != view.language else None),
    )


def index_link(view: View, kind: Kind) -> Markup:
    """Return a link to the list of a kind of record."""
    href, name = view.index_href(kind), view.words(f"kinds.{kind}.many")
    return Markup('<a href="{}">{}</a>').format(href, name)


def lead(view: View, text: str | None) -> Markup:
    """Return the lead of a page, from inline Markdown."""
    return render("lead", view, text=view.inline(text)) if text else Markup("")


def lead_with_facts(view: View, left: Markup, label: str, facts: Facts) -> Markup:
    """Return a lead with the facts beside it."""
    return render("facts", view, lead=left, label=label, facts=facts)


def listed(items: list[Markup]) -> Markup | None:
    """Return links as a list for the facts; a single one stands alone."""
    if len(items) < 2:
        return items[0] if items else None
    return Markup("<ul>{}</ul>").format(
        Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    )
