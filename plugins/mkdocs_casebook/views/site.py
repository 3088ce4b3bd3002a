"""One site of a study: the study as it shows in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_casebook.csl import Style, style
from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Mention, Target
from mkdocs_casebook.model.settings import ALL_SOURCES
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.reading.csl_json import Item, normalise
from mkdocs_casebook.views.addresses import page_of, site_path
from mkdocs_casebook.views.cards import Cards
from mkdocs_casebook.views.citing import Citations, Label
from mkdocs_casebook.views.references import FormattedReferences
from mkdocs_casebook.views.references.formatted import printed
from mkdocs_casebook.views.references.styles import for_single_references, locale_of
from mkdocs_casebook.views.references.unseen import with_words
from mkdocs_casebook.views.vocabulary import Vocabulary

LABEL_STYLE = "chicago-author-date"
"""The style of labels where that of the study is one of numbers or notes."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link leads.

    Attributes:
        path: Address from the root of the site.
        language: Language of the page.
        name: The name that the link takes where the author gives it none.
        name_language: Language of that name, where it is not that of the page.
    """

    path: str
    language: str
    name: str
    name_language: str | None = None


@dataclass(frozen=True)
class Site:
    """One site of a study.

    Attributes:
        study: The study.
        language: Language of the site.
        name: Name of the site.
        url: Its address with a slash at the end; empty where it is not known.
        directory_urls: Pages have addresses that end in a slash.
        notice: What it says of its copyright and licence.
    """

    study: Study
    language: str
    name: str
    url: str = ""
    directory_urls: bool = True
    notice: str = ""

    @cached_property
    def words(self) -> Vocabulary:
        """The words of the interface."""
        return Vocabulary(self.language)

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """The sources that can be cited, as CSL-JSON, by key."""
        items = normalise(self.study.references, self.language)[0]
        return {key: with_words(item, self.words) for key, item in items.items()}

    @cached_property
    def citations(self) -> Citations:
        """The citations of the site, in the study's style."""
        locale = self.citation_locale
        xml = self.study.citation_style or style(self.study.settings.citations.style)
        # Without numbers, entries are the same in the list of a page and on the page of a source.
        single = "citation-number" not in xml
        main = for_single_references(xml, locale) if single else Style.parse(xml, locale)
        labels = None
        if main.note or main.numeric:
            labels = Style.parse(style(LABEL_STYLE), locale)
        items = {key: printed(item) for key, item in self.items.items()}
        return Citations(items, main, labels, self.words("cite.no_author"))

    @cached_property
    def references(self) -> FormattedReferences:
        """The references of the site, in the study's style and in others."""
        return FormattedReferences(
            self.items,
            self.language,
            style=self.study.settings.citations.style,
            xml=self.study.citation_style,
            locale=self.citation_locale,
            entries=None if self.citations.is_numeric else self.citations.entries,
        )

    @property
    def citation_locale(self) -> str:
        """The locale that the study asks for, if it is one of this language, or our own choice."""
        asked = self.study.settings.citations.locale or ""
        same = asked.partition("-")[0].lower() == self.language.partition("-")[0].lower()
        return asked if same else locale_of("", self.language)

    @property
    def labels(self) -> Mapping[str, Label]:
        """Author and year of each source."""
        return self.citations.labels

    @cached_property
    def cards(self) -> Cards:
        """The cards of the sources."""

        def count(key: str) -> int:
            return len(self.mentions_of(Target(Kind.SOURCE, key)))

        return Cards(self.items, self.labels, self.words, count)

    @cached_property
    def _own_pages(self) -> frozenset[str]:
        documents = self.study.documents
        return frozenset(each.page for each in documents if each.language == self.language)

    def prefix(self, language: str) -> str:
        """Return what the addresses of a language start with."""
        return "" if language == self.study.settings.original else f"{language}/"

    def path(self, page: str, language: str | None = None) -> str:
        """Return the address of a page from the root of the site.

        Args:
            page: Path of its Markdown file inside the folder of its language.
            language: Its language; that of this site where None.
        """
        return site_path(page, self.prefix(language or self.language), self.directory_urls)

    def permanent_url(self, page: str) -> str:
        """Return the full address of a page of this site, or its path where none is known."""
        path = self.path(page)
        return self.url + path.removeprefix(self.prefix(self.language)) if self.url else f"/{path}"

    def find(self, kind: Kind, id: str) -> Document | None:
        """Return a record in the language of this site, or else in the study's first."""
        return self.study.nearest(kind, id, self.language)

    def of_kind(self, kind: Kind) -> tuple[Document, ...]:
        """Return the records of a kind, each in the language of this site where it has one."""
        originals = self.study.of_kind(kind)
        return tuple(self.find(kind, each.id) or each for each in originals)

    def destination(self, target: Target) -> Destination | None:
        """Return where a link to a record or source leads, or None when there is no such thing."""
        if target.kind is Kind.SOURCE:
            label = self.labels.get(target.id)
            if label is None or not self.study.settings.citations.source_pages:
                return None
            return Destination(self.path(page_of(target)), self.language, str(label))
        document = self.find(target.kind, target.id)
        if document is None:
            return None
        path = self.path(page_of(target), document.language)
        foreign = document.record.title_language if isinstance(document.record, Case) else None
        part = f"#{target.part}" if target.part else ""
        return Destination(path + part, document.language, document.title, foreign)

    def is_shown(self, document: Document) -> bool:
        """Tell whether this site speaks of a file: its own, or one that it has not translated."""
        if document.language == self.language:
            return True
        if document.kind is not None:
            return self.find(document.kind, document.id) is document
        original = document.language == self.study.settings.original
        return original and document.page not in self._own_pages

    def cited_on(self, page: str) -> list[str]:
        """Return the keys of the sources that a page cites, in order, each once.

        Args:
            page: Its path inside the folder of the language of this site.
        """
        return self._cited.get(page, [])

    @cached_property
    def _cited(self) -> Mapping[str, list[str]]:
        return {
            document.page: [
                *dict.fromkeys(
                    mention.target.id
                    for mention in document.mentions
                    if mention.cites and mention.target.id in self.items
                )
            ]
            for document in self.study.documents
            if document.language == self.language
        }

    @property
    def bibliography(self) -> list[str]:
        """Keys of the sources that the whole bibliography holds.

        All, unless the setting ``nocite`` names those that stand there beside what is cited.
        """
        named = self.study.settings.citations.nocite
        if not named or ALL_SOURCES & set(named):
            return [*self.items]
        cited = {key for keys in self._cited.values() for key in keys}
        return [key for key in self.items if key in cited or key in named]

    def mentions_of(self, target: Target) -> dict[str, list[tuple[Document, Mention]]]:
        """Return the places that mention a record or source, by the file that holds them."""
        found: dict[str, list[tuple[Document, Mention]]] = {}
        for document, mention in self.study.mentions_of(target):
            if self.is_shown(document):
                found.setdefault(document.path, []).append((document, mention))
        return found
