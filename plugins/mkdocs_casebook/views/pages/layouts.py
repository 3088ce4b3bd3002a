"""Finding the layout of a page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.context import Context
from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.finding import Finding
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.method import Criterion, Entree
from mkdocs_casebook.model.question import Question
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.seminar import Seminar
from mkdocs_casebook.views.addresses import page_of
from mkdocs_casebook.views.layout import Layout
from mkdocs_casebook.views.pages.bibliography import bibliography_page
from mkdocs_casebook.views.pages.case import case_page
from mkdocs_casebook.views.pages.context import context_page
from mkdocs_casebook.views.pages.definition import definition_page, version_page
from mkdocs_casebook.views.pages.home import home_page
from mkdocs_casebook.views.pages.index import records_page
from mkdocs_casebook.views.pages.method import criterion_page, entree_page
from mkdocs_casebook.views.pages.question import finding_page, question_page
from mkdocs_casebook.views.pages.seminar import seminar_page
from mkdocs_casebook.views.pages.source import source_head, source_page
from mkdocs_casebook.views.references.bibliography import Bibliography
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.view import InlineRenderer, View

INDEXED = tuple(Kind)
"""The kinds that have a list of their own."""

HOME = "study"
"""The value of ``layout`` in the front matter of the home page."""


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page that no author wrote.

    Attributes:
        page: Its path inside the folder of the language.
        kind: The kind that it belongs to.
        markdown: What stands in it before its layout: for the note on a source, its body.
    """

    page: str
    kind: Kind
    markdown: str = ""


def generated_pages(site: Site) -> Iterator[GeneratedPage]:
    """Yield the pages that the study needs beside those that authors wrote.

    Args:
        site: The site.
    """
    study = site.study
    with_sources = study.settings.citations.source_pages
    for kind in INDEXED:
        if with_sources if kind is Kind.SOURCE else study.of_kind(kind):
            yield GeneratedPage(f"{kind.pages}/index.md", kind)
    for key in site.items if with_sources else ():
        note = site.find(Kind.SOURCE, key)
        body = note.body if note else ""
        yield GeneratedPage(page_of(Target(Kind.SOURCE, key)), Kind.SOURCE, body)
    for document in study.of_kind(Kind.DEFINITION, site.language):
        if isinstance(document.record, Definition):
            for version in document.record.versions:
                target = Target(Kind.DEFINITION, document.id, str(version.version))
                yield GeneratedPage(page_of(target), Kind.DEFINITION)


class Layouts:
    """The layouts of the pages of a site.

    Args:
        site: The site.
        render: Renders inline Markdown.

    Attributes:
        bibliography: The bibliography of the site.
    """

    def __init__(self, site: Site, render: InlineRenderer) -> None:
        self._site, self._render = site, render
        self.bibliography = Bibliography(site)
        study = site.study
        self._documents = {
            document.page: document
            for document in study.documents
            if document.language == site.language
        }
        with_sources = study.settings.citations.source_pages
        self._sources = {
            page_of(Target(Kind.SOURCE, key)): reference
            for key, reference in (self.bibliography.sources.items() if with_sources else ())
        }
        self._versions = {
            page_of(Target(Kind.DEFINITION, document.id, str(version.version))): (document, version)
            for document in study.of_kind(Kind.DEFINITION, site.language)
            if isinstance(document.record, Definition)
            for version in document.record.versions
        }
        self._pages = {
            language: {each.page for each in self._generated_in(language)}
            | {each.page for each in study.documents if each.language == language}
            for language in study.settings.languages
        }
        self._indexes = {
            f"{kind.pages}/index.md": kind
            for kind in INDEXED
            if with_sources or kind is not Kind.SOURCE
        }

    def _generated_in(self, language: str) -> Iterator[GeneratedPage]:
        site = self._site
        return generated_pages(
            site if language == site.language else replace(site, language=language)
        )

    def document(self, page: str) -> Document | None:
        """Return the file that an author wrote for a page, or None."""
        return self._documents.get(page)

    def alternates(self, page: str) -> dict[str, str]:
        """Return the way from a page to itself in each language that has it.

        Args:
            page: Its path inside the folder of the language.
        """
        view = View(self._site, page, self._render)
        return {
            language: view.page_href(page, language)
            for language, pages in self._pages.items()
            if page in pages
        }

    def head(self, page: str) -> Markup:
        """Return what stands in the head of a page for machines; nothing on most pages.

        Args:
            page: Its path inside the folder of the language.
        """
        reference = self._sources.get(page)
        if reference is None:
            return Markup("")
        return source_head(View(self._site, page, self._render), self.bibliography, reference)

    def of(self, page: str, layout: str = "") -> Layout | None:
        """Return the layout of a page, or None where the author's Markdown is the whole page.

        Args:
            page: Its path inside the folder of the language.
            layout: What its front matter asks for.
        """
        view = View(self._site, page, self._render)
        document = self._documents.get(page)
        if document is not None and document.kind not in {None, Kind.SOURCE}:
            return _record_page(view, document)
        generated = self._generated(view, document)
        if generated is None and document is not None and layout == HOME:
            return home_page(view, document)
        return generated

    def _generated(self, view: View, document: Document | None) -> Layout | None:
        """Return the layout of a source, a version or a list, or None."""
        page = view.page
        if page in self._sources:
            reference = self._sources[page]
            note = self._site.find(Kind.SOURCE, reference.key)
            return source_page(view, self.bibliography, reference, note)
        if page in self._versions:
            definition, version = self._versions[page]
            if isinstance(definition.record, Definition):
                return version_page(view, definition, definition.record, version)
        if page in self._indexes:
            title = document.title if document else ""
            kind = self._indexes[page]
            is_bibliography = kind is Kind.SOURCE
            return (
                bibliography_page(view, self.bibliography, title)
                if is_bibliography
                else records_page(view, kind, title)
            )
        return None


_RECORD_PAGES: Mapping[type[Record], Callable[[View, Document, Any], Layout]] = {
    Definition: definition_page,
    Case: case_page,
    Context: context_page,
    Entree: entree_page,
    Criterion: criterion_page,
    Seminar: seminar_page,
    Question: question_page,
    Finding: finding_page,
}


def _record_page(view: View, document: Document) -> Layout | None:
    if document.record is None:
        return None
    return _RECORD_PAGES[type(document.record)](view, document, document.record)
