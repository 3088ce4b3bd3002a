"""The lists of records."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from mkdocs_casebook.model.context import Context
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.method import Criterion, Entree
from mkdocs_casebook.model.question import Question
from mkdocs_casebook.model.seminar import Seminar
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title, Written
from mkdocs_casebook.views.pages.method import in_order
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

_HIDE = ("navigation", "toc")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list of records.

    Attributes:
        id: Id of the record.
        link: Link to it.
        language: Language of the record.
        text: What it is, in a sentence.
        facts: A line of facts.
    """

    id: str
    link: Markup
    language: str
    text: str = ""
    facts: str = ""


def records_page(view: View, kind: Kind, title: str = "") -> Layout:
    """Lay out the list of the records of a kind.

    Args:
        view: The page.
        kind: The kind.
        title: The title that the author of the page gave it, if any.
    """
    layout = _opening(view, kind, title)
    items = [_item(view, each) for each in _sorted(view, kind)]
    layout.add(render("index/records", view, items=items))
    layout.rest()
    return layout.build()


def _opening(view: View, kind: Kind, title: str) -> LayoutBuilder:
    words = view.words
    name = title or words(f"kinds.{kind}.many")
    lead = words(f"leads.{kind}")
    layout = LayoutBuilder(name, lead, hide=_HIDE)
    return layout.add(Title(name), render("lead", view, text=lead), Written(""))


def _sorted(view: View, kind: Kind) -> list[Document]:
    if kind in {Kind.ENTREE, Kind.CRITERION}:
        return in_order(view, kind)
    return sorted(view.site.of_kind(kind), key=lambda each: view.words.sort_key(each.title))


def _item(view: View, document: Document) -> Item:
    record = document.record
    summary = view.plain(record.summary) if record else ""
    item = Item(document.id, view.link_document(document), document.language, summary)
    match record:
        case Context() if record.facts:
            item = replace(item, facts=view.words.count("context.facts_count", len(record.facts)))
        case Entree() | Criterion():
            item = replace(item, text=record.question)
        case Seminar():
            item = replace(item, facts=f"{view.words.date(record.date)} · {record.place}")
        case Question():
            state = view.words(f"question.states.{record.state}")
            facts = f"{state} · {record.raised_by}" if record.raised_by else state
            item = replace(item, facts=facts)
    return item
