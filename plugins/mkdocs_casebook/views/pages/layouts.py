"""Finding the layout of a page."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from mkdocs_casebook.model.analysis import Analysis
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
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.views.addresses import page_of, page_of_version
from mkdocs_casebook.views.case_items import CitableCases
from mkdocs_casebook.views.definition_items import CitableDefinitions, CitableVersion
from mkdocs_casebook.views.layout import Layout
from mkdocs_casebook.views.pages.analysis import analysis_page
from mkdocs_casebook.views.pages.bibliography import bibliography_page
from mkdocs_casebook.views.pages.case import case_page
from mkdocs_casebook.views.pages.case_citing import case_head
from mkdocs_casebook.views.pages.case_pages import case_files, case_pages
from mkdocs_casebook.views.pages.cases_index import cases_page
from mkdocs_casebook.views.pages.context import context_page
from mkdocs_casebook.views.pages.definition import definition_page
from mkdocs_casebook.views.pages.definition_citing import definition_head, version_files
from mkdocs_casebook.views.pages.definitions_index import (
    GLOSSARY,
    definitions_page,
    glossary_page,
)
from mkdocs_casebook.views.pages.finding import finding_page
from mkdocs_casebook.views.pages.findings_index import findings_page
from mkdocs_casebook.views.pages.generated import GeneratedPage
from mkdocs_casebook.views.pages.home import home_page
from mkdocs_casebook.views.pages.index import records_page
from mkdocs_casebook.views.pages.method import criterion_page, entree_page
from mkdocs_casebook.views.pages.question import question_page
from mkdocs_casebook.views.pages.seminar import seminar_page
from mkdocs_casebook.views.pages.site_pages import site_files, site_pages
from mkdocs_casebook.views.pages.source import source_head, source_page
from mkdocs_casebook.views.pages.terms_met import with_terms_met
from mkdocs_casebook.views.pages.version import version_page
from mkdocs_casebook.views.pages.whole import WHOLE, pages_of_whole
from mkdocs_casebook.views.references.bibliography import Bibliography
from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.related_cases import RelatedCases
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.view import InlineRenderer, View
from mkdocs_casebook.views.whole_study import Chapter, whole_study

INDEXED = tuple(kind for kind in Kind if kind is not Kind.ANALYSIS)
"""The kinds that have a list of their own."""

HOME = "study"
"""The value of ``layout`` in the front matter of the home page."""


def generated_pages(site: Site, language: str | None = None) -> Iterator[GeneratedPage]:
    """Yield the pages that the study needs beside those that authors wrote.

    Args:
        site: The site.
        language: The language whose pages are asked for; that of the site where None.
    """
    study = site.study
    with_sources = study.settings.citations.source_pages
    for kind in INDEXED:
        if with_sources if kind is Kind.SOURCE else _is_listed(study, kind):
            yield GeneratedPage(kind.index_page, kind)
    if study.of_kind(Kind.DEFINITION):
        yield GeneratedPage(GLOSSARY, Kind.DEFINITION)
    for key in site.items if with_sources else ():
        note = site.find(Kind.SOURCE, key)
        body = note.body if note else ""
        yield GeneratedPage(page_of(Target(Kind.SOURCE, key)), Kind.SOURCE, body)
    for document in study.of_kind(Kind.DEFINITION, language or site.language):
        if isinstance(document.record, Definition):
            for version in document.record.versions:
                page = page_of_version(document.id, version.version)
                yield GeneratedPage(page, Kind.DEFINITION)
    if study.of_kind(Kind.CASE):
        yield from case_pages(site)
    if any(document.kind for document in study.documents):
        yield from site_pages()


def _is_listed(study: Study, kind: Kind) -> bool:
    """Tell whether there is something of a kind to list; findings and analyses share a list."""
    kinds = (Kind.FINDING, Kind.ANALYSIS) if kind is Kind.FINDING else (kind,)
    return any(study.of_kind(each) for each in kinds)


class Layouts:
    """The layouts of the pages of a site.

    Args:
        site: The site.
        render: Renders inline Markdown.

    Attributes:
        bibliography: The bibliography of the site.
        definitions: The definitions of the site as things to cite.
        cases: The cases of the site as things to cite.
    """

    def __init__(self, site: Site, render: InlineRenderer) -> None:
        self._site, self._render = site, render
        self.bibliography = Bibliography(site)
        self.definitions = CitableDefinitions(site)
        self.cases = CitableCases(site)
        self._related_cases = RelatedCases(site)
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
        self._versions = {each.page: each for each in self.definitions.all()}
        self._layouts = {
            each.page: each.layout for each in generated_pages(site) if each.layout is not None
        }
        self._pages = {
            language: {each.page for each in generated_pages(site, language)}
            | {each.page for each in study.documents if each.language == language}
            for language in study.settings.languages
        }
        self._indexes = {
            kind.index_page: kind for kind in INDEXED if with_sources or kind is not Kind.SOURCE
        }

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
        view = View(self._site, page, self._render)
        reference = self._sources.get(page)
        if reference is not None:
            return source_head(view, self.bibliography, reference)
        found = self._documents.get(page)
        if found is not None and found.kind is Kind.CASE and found.id in self.cases.cases:
            return case_head(view, self.cases.cases[found.id])
        citable = self._cited_on(page)
        return definition_head(view, self.definitions, citable) if citable else Markup("")

    def _cited_on(self, page: str) -> CitableVersion | None:
        """Return the version that a page gives to cite: its own, or the current one."""
        if page in self._versions:
            return self._versions[page]
        found = self._documents.get(page)
        is_definition = found is not None and found.kind is Kind.DEFINITION
        return self.definitions.version(found.id) if found and is_definition else None

    def definition_files(self) -> Iterator[DataFile]:
        """Yield the files of the versions of the definitions: of each, and of all."""
        for citable in self.definitions.all():
            page = citable.document.page
            view = View(self._site, page, self._render)
            yield from version_files(view, self.definitions, citable)
        is_original = self._site.language == self._site.study.settings.original
        if self.definitions.versions and is_original:
            yield self.definitions.whole()

    def case_files(self) -> Iterator[DataFile]:
        """Yield the data files about cases."""
        yield from self.cases.files()
        yield from case_files(self._site, self._render)

    def site_files(self, description: str) -> Iterator[DataFile]:
        """Yield the files about the whole study.

        Args:
            description: What the site is, in a sentence.
        """
        return site_files(self._site, description, self._render)

    def whole_study(self, content: Callable[[str], str]) -> str:
        """Return the records of the study as they stand on their pages, for one page.

        Args:
            content: Gives the rendered content of a page; nothing where there is no such page.
        """
        view = View(self._site, WHOLE, self._render)
        path = self._site.path
        pages = ((page, content(page)) for page in pages_of_whole(view))
        return whole_study([Chapter(path(page), html) for page, html in pages if html], path(WHOLE))

    def of(self, page: str, layout: str = "") -> Layout | None:
        """Return the layout of a page, or None where the author's Markdown is the whole page.

        Args:
            page: Its path inside the folder of the language.
            layout: What its front matter asks for.
        """
        view = View(self._site, page, self._render)
        document = self._documents.get(page)
        if document is not None and document.kind not in {None, Kind.SOURCE}:
            return self._record_page(view, document)
        generated = self._generated(view, document)
        if generated is None and document is not None and layout == HOME:
            return home_page(view, document)
        return generated

    def _record_page(self, view: View, document: Document) -> Layout | None:
        record = document.record
        if isinstance(record, Definition):
            return definition_page(view, document, record, self.definitions)
        if isinstance(record, Case):
            layout = case_page(view, document, record, self.cases, self._related_cases)
        elif record is None:
            return None
        else:
            layout = _RECORD_PAGES[type(record)](view, document, record)
        return with_terms_met(view, document, layout)

    def _generated(self, view: View, document: Document | None) -> Layout | None:
        """Return the layout of a source, a version or a list, or None."""
        page = view.page
        if page in self._sources:
            reference = self._sources[page]
            note = self._site.find(Kind.SOURCE, reference.key)
            return source_page(view, self.bibliography, reference, note)
        if page in self._versions:
            return version_page(view, self._versions[page], self.definitions)
        if page in self._indexes:
            return self._list(view, self._indexes[page], document.title if document else "")
        if page in self._layouts:
            return self._layouts[page](view)
        return glossary_page(view) if page == GLOSSARY and document is None else None

    def _list(self, view: View, kind: Kind, title: str) -> Layout:
        if kind is Kind.SOURCE:
            return bibliography_page(view, self.bibliography, title)
        if kind is Kind.DEFINITION:
            return definitions_page(view, title)
        if kind is Kind.CASE:
            return cases_page(view, title)
        if kind is Kind.FINDING:
            return findings_page(view, title)
        return records_page(view, kind, title)


_RECORD_PAGES: Mapping[type[Record], Callable[[View, Document, Any], Layout]] = {
    Context: context_page,
    Entree: entree_page,
    Criterion: criterion_page,
    Seminar: seminar_page,
    Question: question_page,
    Finding: finding_page,
    Analysis: analysis_page,
}
