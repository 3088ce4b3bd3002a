"""The references of a site in the citation styles of which a reader has the choice."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from mkdocs_casebook.csl import Processor, Style
from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.exports.item_values import text
from mkdocs_casebook.views.references.presentation import Presentation
from mkdocs_casebook.views.references.styles import (
    DEFAULT_STYLE,
    STYLES,
    for_single_references,
    locale_of,
    title_of,
    xml_of,
)

# What the study says about a source is not part of the reference, but some styles would print it.
_NOT_PRINTED = frozenset({"abstract", "annote", "note", "keyword"})
# Some styles leave letters or entries of dictionaries to the text; this one lists everything.
_FOR_ALL = "modern-language-association"
_NO_FORM = "[CSL STYLE ERROR"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A reference in one style.

    Attributes:
        style: The name of the style.
        html: The reference: text with phrasing elements only.
        language: The language of its own words, such as "available from".
    """

    style: str
    html: Markup
    language: str


class SingleReferences:
    """References of which each stands alone, as a reader copies it.

    They have no numbers, no dash for the author of the one before, and no letters behind years:
    those tell the references of one list apart.

    Args:
        items: What is cited, by key.
        language: The language of the site.
        style: The study's main style, by its name.
        xml: The main style itself, where the library of styles does not have it.
        locale: The locale of the main style; that of the site without it.
        linked: Whether the addresses in references lead there.
    """

    def __init__(
        self,
        items: Mapping[str, Item],
        language: str,
        *,
        style: str = DEFAULT_STYLE,
        xml: str = "",
        locale: str = "",
        linked: bool = True,
    ) -> None:
        self.style = style
        self._items = items
        self._language = language
        self._xml = xml
        self._locale = locale
        self._linked = linked
        self._styles: dict[str, Style] = {}
        self._found: dict[tuple[str, str], Markup] = {}
        self._presentations: dict[str, Presentation] = {}

    @property
    def styles(self) -> tuple[str, ...]:
        """The names of the styles of which a reader has the choice, the main one first."""
        return (self.style, *(name for name in STYLES if name != self.style))

    def title_of_style(self, name: str) -> str:
        """Return the title that a style gives itself."""
        return title_of(self._xml_of(name))

    def in_style(self, key: str, style: str) -> Markup:
        """Return a reference in a style; nothing where there is nothing with such a key.

        Args:
            key: The key of what is cited.
            style: The name of the style.

        Raises:
            StyleError: There is no such style.
        """
        if key not in self._items:
            return Markup("")
        if (key, style) not in self._found:
            self._found[key, style] = self._format(key, style)
        return self._found[key, style]

    def in_all_styles(self, key: str) -> list[Formatted]:
        """Return a reference in each style, the main one first."""
        return [
            Formatted(name, self.in_style(key, name), self._locale_of(name).partition("-")[0])
            for name in self.styles
        ]

    def _format(self, key: str, name: str) -> Markup:
        style = self._style_of(name)
        processor = Processor(style, [printed(self._items[key])])
        found = processor.process((), uncited=[key]).bibliography
        if not found and style.note:
            # What a style of notes keeps out of bibliographies, it cites in full in notes.
            found = processor.process([[{"id": key}]]).citations
        return self._presented(found[0] if found else "", key, name)

    def _presented(self, entry: str, key: str, name: str) -> Markup:
        """Return an entry as the site shows it; what stands for one that a style leaves out."""
        if entry.strip() and _NO_FORM not in entry:
            return self._presentation(key).present(entry, self._locale_of(name))
        if name != _FOR_ALL:
            return self.in_style(key, _FOR_ALL)
        item = self._items[key]
        return escape(text(item, "title") or item["id"])

    def _presentation(self, key: str) -> Presentation:
        if key not in self._presentations:
            item = self._items[key]
            if not self._linked:
                item = {name: value for name, value in item.items() if name != "URL"}
            self._presentations[key] = Presentation.of(item)
        return self._presentations[key]

    def _style_of(self, name: str) -> Style:
        if name not in self._styles:
            xml = self._xml_of(name)
            self._styles[name] = for_single_references(xml, self._locale_of(name))
        return self._styles[name]

    def _locale_of(self, name: str) -> str:
        own = self._locale if name == self.style else ""
        return own or locale_of(name, self._language)

    def _xml_of(self, name: str) -> str:
        return self._xml if name == self.style and self._xml else xml_of(name)


class FormattedReferences(SingleReferences):
    """The references of a site: in the lists of its pages, and each alone.

    In lists the letters behind years are given over all the sources of the site, so that they are
    the same on every page.

    Args:
        items: The sources by key.
        language: The language of the site.
        style: The study's main style, by its name.
        xml: The main style itself, where the library of styles does not have it.
        locale: The locale of the main style; that of the site without it.
        entries: Gives the entries of the main style by key, in its order, where the citations of
            the site have them already.
    """

    def __init__(
        self,
        items: Mapping[str, Item],
        language: str,
        *,
        style: str = DEFAULT_STYLE,
        xml: str = "",
        locale: str = "",
        entries: Callable[[], dict[str, str]] | None = None,
    ) -> None:
        super().__init__(items, language, style=style, xml=xml, locale=locale)
        self._entries = entries

    def default(self, key: str) -> Markup:
        """Return a reference as lists have it; nothing where there is no such source."""
        return self._listed.get(key, Markup(""))

    def ordered(self, keys: Iterable[str]) -> list[str]:
        """Return keys in the order in which the main style lists its references.

        Args:
            keys: Keys in an order of their own, which stays where the style has none.
        """
        rank = self._rank
        return sorted(keys, key=lambda key: rank.get(key, len(rank)))

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {key: number for number, key in enumerate(self._listed)}

    @cached_property
    def _listed(self) -> dict[str, Markup]:
        entries = self._entries() if self._entries else self._list()
        return {
            key: self._presented(entries.get(key, ""), key, self.style)
            for key in dict.fromkeys((*entries, *self._items))
        }

    def _list(self) -> dict[str, str]:
        items = [printed(item) for item in self._items.values()]
        style = self._style_of(self.style)
        rendered = Processor(style, items).process((), uncited=self._items)
        entries = dict(zip(rendered.keys, rendered.bibliography, strict=True))
        missing = [key for key in self._items if key not in entries]
        if missing and style.note:
            notes = Processor(style, items).process([[{"id": key}] for key in missing])
            entries |= dict(zip(missing, notes.citations, strict=True))
        return entries


def printed(item: Item) -> Item:
    """Return an item without what the study says of it: some styles would print that too."""
    return {name: value for name, value in item.items() if name not in _NOT_PRINTED}
