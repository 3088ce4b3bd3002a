"""The list of the definitions, and the glossary on one page."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.model.definition import Definition, Status, Version
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.text import capitalised, clipped
from mkdocs_casebook.views.addresses import page_of, relative
from mkdocs_casebook.views.definition_items import WHOLE
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title, Written
from mkdocs_casebook.views.pages.concept_map import concept_map
from mkdocs_casebook.views.pages.parts import DESCRIPTION_LENGTH, index_link
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

GLOSSARY = f"{Kind.DEFINITION.pages}/glossary.md"
"""The glossary, as a path inside the folder of its language."""

_MOST_CHANGES = 10
# Fewer terms are seen at a glance.
_LEAST_FOR_LETTERS = 12
_HIDE = ("navigation", "toc")


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the list.

    Attributes:
        id: Id of the definition.
        link: Link to its page.
        language: Its language.
        status: How far it has come.
        facts: A line of facts.
        text: What it is, in a sentence.
        searched: What else the search box finds it by.
    """

    id: str
    link: Markup
    language: str
    status: Status
    facts: str
    text: str
    searched: str


@dataclass(frozen=True, slots=True)
class Change:
    """A version in the list of changes.

    Attributes:
        link: Link to it.
        date: Its date.
        reason: Why it differs from the version before, shortened.
        language: Its language.
    """

    link: Markup
    date: str
    reason: str
    language: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the glossary.

    Attributes:
        id: Id of the definition.
        link: Link to its page.
        language: Its language.
        text: The current text.
        status: How far it has come, in words.
        version: The current version.
        href: The way to the version's page.
        url: The permanent address.
    """

    id: str
    link: Markup
    language: str
    text: Markup
    status: str
    version: Version
    href: str
    url: str


def definitions_page(view: View, title: str = "") -> Layout:
    """Lay out the list of the definitions.

    Args:
        view: The page.
        title: The title that the author of the page gave it, if any.
    """
    words, found = view.words, _sorted(view)
    name = title or words(f"kinds.{Kind.DEFINITION}.many")
    lead = words(f"leads.{Kind.DEFINITION}")
    layout = LayoutBuilder(name, lead, hide=_HIDE)
    layout.add(Title(name), render("lead", view, text=lead), Written(""))
    files = render(
        "definitions/files",
        view,
        glossary=view.page_href(GLOSSARY),
        bibtex=relative(WHOLE, view.site.path(view.page)),
    )
    layout.add(files)
    layout.section(words("definitions_index.alphabet"), "terms", _terms(view, found))
    layout.section(words("definitions_index.by_status"), "statuses", _statuses(view, found))
    html = render("definitions/lately", view, changes=_changes(view, found))
    layout.section(words("definitions_index.lately"), "lately", html, searched=False)
    documents = [document for document, _ in found]
    html = concept_map(view, documents)
    layout.section(words("definitions_index.map"), "map", html, searched=False)
    layout.rest()
    return layout.build()


def glossary_page(view: View) -> Layout:
    """Lay out the glossary: every term in its current text.

    Args:
        view: The page.
    """
    words = view.words
    name, lead = words("definitions_index.glossary"), words("definitions_index.glossary_lead")
    layout = LayoutBuilder(name, lead, search=0)
    layout.add(
        render("kicker", view, trail=[index_link(view, Kind.DEFINITION)], place=""),
        Title(name),
        render("lead", view, text=lead),
        render(
            "definitions/glossary",
            view,
            entries=[_entry(view, document, record) for document, record in _sorted(view)],
        ),
    )
    return layout.build()


def _sorted(view: View) -> list[tuple[Document, Definition]]:
    """Return the definitions by their terms; accents do not part letters."""
    found = [
        (each, each.record)
        for each in view.site.of_kind(Kind.DEFINITION)
        if isinstance(each.record, Definition)
    ]
    return sorted(found, key=lambda each: (_plain_letters(each[1].term), each[0].id))


def _plain_letters(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _terms(view: View, found: Sequence[tuple[Document, Definition]]) -> Markup:
    letters: dict[str, str] = {}
    for document, record in found if len(found) >= _LEAST_FOR_LETTERS else ():
        letters.setdefault(_plain_letters(record.term)[:1].upper(), document.id)
    return render(
        "definitions/terms",
        view,
        items=[_term(view, document, record) for document, record in found],
        letters=list(letters.items()),
        found=view.words("definitions_index.found", n="{n}", total=str(len(found))),
    )


def _term(view: View, document: Document, record: Definition) -> Term:
    count = view.words.count("definition.candidates_count", len(record.candidates))
    languages = view.site.study.settings.languages
    labels = [
        terms[0]
        for tag, terms in record.labels.items()
        if terms and tag != document.language and tag in languages
    ]
    others = [term for terms in record.labels.values() for term in terms]
    searched = (record.term, *record.forms, *others, view.plain(record.current.definition))
    return Term(
        document.id,
        view.link_document(document),
        document.language,
        record.status,
        " · ".join((count, *labels)),
        view.plain(record.summary),
        " ".join(searched),
    )


def _statuses(view: View, found: Sequence[tuple[Document, Definition]]) -> Markup:
    statuses = [
        (status, [view.link_document(each) for each, record in found if record.status is status])
        for status in Status
    ]
    return render("definitions/statuses", view, statuses=[each for each in statuses if each[1]])


def _changes(view: View, found: Sequence[tuple[Document, Definition]]) -> list[Change]:
    """Return the latest versions, the newest first. No other date counts as a change."""
    versions = [
        (version.date, document, version)
        for document, record in found
        for version in record.versions
    ]
    versions.sort(key=lambda each: (each[0], each[2].version), reverse=True)
    return [
        Change(
            view.link(
                Kind.DEFINITION,
                document.id,
                view.words("version.title", term=capitalised(document.title), n=version.version),
                version=version.version,
            ),
            date,
            clipped(view.plain(version.change), DESCRIPTION_LENGTH),
            document.language,
        )
        for date, document, version in versions[:_MOST_CHANGES]
    ]


def _entry(view: View, document: Document, record: Definition) -> Entry:
    version = record.current
    page = page_of(Target(Kind.DEFINITION, document.id, str(version.version)))
    site = view.site
    # A text that is not translated stands at its address in its own language.
    own = document.language == site.language
    url = site.permanent_url(page) if own else view.page_href(page, document.language)
    return Entry(
        document.id,
        view.link(Kind.DEFINITION, document.id, capitalised(record.term)),
        document.language,
        view.inline(version.definition),
        view.word("status", record.status),
        version,
        view.page_href(page, document.language),
        url,
    )
