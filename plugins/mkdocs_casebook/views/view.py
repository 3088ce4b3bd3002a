"""What the templates of one page may say and link to."""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target, parse_target
from mkdocs_casebook.views.addresses import relative
from mkdocs_casebook.views.citing import Label
from mkdocs_casebook.views.page_citations import in_words
from mkdocs_casebook.views.site import Destination, Site
from mkdocs_casebook.views.vocabulary import Vocabulary

_TAG = re.compile(r"<[^<>]*>")
_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_SPACES = re.compile(r"[ \t\n]+")

InlineRenderer = Callable[[str, str], Markup]
"""Renders inline Markdown for a page, given as its path in the folder of its language."""


@dataclass(frozen=True)
class View:
    """A page as its templates see it.

    Attributes:
        site: The site.
        page: The page, as a path inside the folder of its language.
        render: Renders inline Markdown.
    """

    site: Site
    page: str
    render: InlineRenderer

    @property
    def words(self) -> Vocabulary:
        """The words of the interface."""
        return self.site.words

    @property
    def language(self) -> str:
        """The language of the site."""
        return self.site.language

    def inline(self, text: str | None) -> Markup:
        """Render inline Markdown."""
        return self.render(text, self.page) if text else Markup("")

    def plain(self, text: str | None) -> str:
        """Return inline Markdown as plain text."""
        # Markup.striptags would make ordinary spaces of no-break spaces.
        words = _TAG.sub("", in_words(str(self.inline(text)), self.site))
        return html.unescape(_SPACES.sub(" ", words)).strip(" ")

    def page_href(self, page: str, language: str | None = None) -> str:
        """Return the way from this page to another."""
        return relative(self.site.path(page, language), self.site.path(self.page))

    def file_href(self, path: str, language: str | None = None) -> str:
        """Return the way from this page to a file of ours.

        Args:
            path: Its path in the site of its language.
            language: That language; the one of this site where None.
        """
        prefix = self.site.prefix(language or self.language)
        return relative(prefix + path, self.site.path(self.page))

    def index_href(self, kind: Kind) -> str:
        """Return the way from this page to the list of a kind of record."""
        return self.page_href(kind.index_page)

    def href(self, destination: Destination) -> str:
        """Return the way from this page to a destination."""
        return relative(destination.path, self.site.path(self.page))

    def link(
        self, kind: str, id: str, text: str | None = None, version: object = "", part: str = ""
    ) -> Markup:
        """Return a link to a record.

        Args:
            kind: Its kind.
            id: Its id.
            text: What the link shows; the record's own name where None.
            version: A version of a definition.
            part: An anchor on its page.
        """
        return self.link_to(Target(Kind(kind), id, str(version), part), text)

    def link_to(self, target: Target, text: str | None = None) -> Markup:
        """Return a link to a record; only its text where there is no such record."""
        destination = self.site.destination(target)
        if destination is None:
            return escape(text or target.id)
        shown = escape(text) if text else self.named(destination.name, destination.name_language)
        cites = ""
        if target.kind is Kind.SOURCE:
            cites = Markup(' class="cb-cite-link" data-key="{}"').format(target.id)
        return self._anchor(self.href(destination), shown, destination.language, cites)

    def _anchor(self, href: str, shown: str, language: str, attributes: str = "") -> Markup:
        """Return a link, with its language where that is not the page's."""
        foreign = Markup(' hreflang="{0}" lang="{0}"').format(language)
        return Markup('<a{} href="{}"{}>{}</a>').format(
            attributes, href, foreign if language != self.language else "", shown
        )

    def link_address(self, address: str) -> Markup:
        """Return a link to the record at an address such as ``case:safer-cities``."""
        target = parse_target(address)
        return self.link_to(target) if target else escape(address)

    def named(self, name: str, language: str | None) -> Markup:
        """Return a name, in italics and with its language where that is not the page's."""
        if language and language != self.language:
            return Markup('<i lang="{}">{}</i>').format(language, name)
        return escape(name)

    def link_document(self, document: Document, anchor: str = "") -> Markup:
        """Return a link to a record or page."""
        if document.kind is not None:
            return self.link(document.kind, document.id, part=anchor)
        href = self.page_href(document.page, document.language) + (f"#{anchor}" if anchor else "")
        return self._anchor(href, document.title, document.language)

    def cite(self, keys: str | Iterable[str], locator: str | None = None) -> Markup:
        """Return a citation of sources, without brackets, with a locator behind the last."""
        links = escape(self.words("cite.separator")).join(
            self._cite(key) for key in ((keys,) if isinstance(keys, str) else keys)
        )
        return links + (", " + _RANGE.sub("–", locator) if locator else "")

    def _cite(self, key: str) -> Markup:
        if key not in self.site.labels:
            return escape(self.words("cite.missing", key=key))
        return self.link_to(Target(Kind.SOURCE, key))

    def label(self, key: str) -> Label:
        """Return the label of a source."""
        return self.site.labels[key]

    def full_reference(self, key: str) -> Markup:
        """Return the full reference of a source."""
        return self.site.references.default(key)

    def word(self, group: str, value: StrEnum | str | None) -> str:
        """Return the word for a value of a list, such as a verdict."""
        return self.words(f"{group}.{value}") if value else ""

    def time(self, edtf: str) -> Markup:
        """Return a date in words, with what machines read where HTML has a form for it."""
        text = self.words.date(edtf)
        if edtf[:4].isdecimal() and edtf.replace("-", "").isdecimal() and edtf[5:7] < "13":
            return Markup('<time datetime="{}">{}</time>').format(edtf, text)
        return escape(text)
