"""The references of a site in the citation styles of which a reader has the choice."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from mkdocs_casebook.csl import Processor
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


class FormattedReferences:
    """The references of a site, each style formatted when it is first asked for.

    A style formats all the sources of the site together, so that the letters behind years are the
    same on every page.

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
        self._main_entries = entries
        self.style = style
        self._items = items
        self._language = language
        self._xml = xml
        self._locale = locale
        self._entries: dict[str, dict[str, Markup]] = {}
        self._presentations: dict[str, Presentation] = {}

    @property
    def styles(self) -> tuple[str, ...]:
        """The names of the styles of which a reader has the choice, the main one first."""
        return (self.style, *(name for name in STYLES if name != self.style))

    def title_of_style(self, name: str) -> str:
        """Return the title that a style gives itself."""
        return title_of(self._xml_of(name))

    def default(self, key: str) -> Markup:
        """Return a reference in the study's main style; nothing where there is no such source."""
        return self.in_style(key, self.style)

    def in_style(self, key: str, style: str) -> Markup:
        """Return a reference in a style; nothing where there is no such source.

        Args:
            key: The key of the source.
            style: The name of the style.

        Raises:
            StyleError: There is no such style.
        """
        return self._formatted(style).get(key, Markup(""))

    def in_all_styles(self, key: str) -> list[Formatted]:
        """Return a reference in each style, the main one first."""
        return [
            Formatted(name, self.in_style(key, name), self._locale_of(name).partition("-")[0])
            for name in self.styles
        ]

    def ordered(self, keys: Iterable[str]) -> list[str]:
        """Return keys in the order in which the main style lists its references.

        Args:
            keys: Keys in an order of their own, which stays where the style has none.
        """
        rank = self._rank
        return sorted(keys, key=lambda key: rank.get(key, len(rank)))

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {key: number for number, key in enumerate(self._formatted(self.style))}

    def _locale_of(self, name: str) -> str:
        own = self._locale if name == self.style else ""
        return own or locale_of(name, self._language)

    def _xml_of(self, name: str) -> str:
        return self._xml if name == self.style and self._xml else xml_of(name)

    def _formatted(self, name: str) -> dict[str, Markup]:
        found = self._entries.get(name)
        if found is None:
            found = self._entries[name] = self._format(name)
        return found

    def _format(self, name: str) -> dict[str, Markup]:
        locale = self._locale_of(name)
        if name == self.style and self._main_entries is not None:
            entries = self._main_entries()
        else:
            items = [printed(item) for item in self._items.values()]
            style = for_single_references(self._xml_of(name), locale)
            rendered = Processor(style, items).process((), uncited=self._items)
            entries = dict(zip(rendered.keys, rendered.bibliography, strict=True))
            missing = [key for key in self._items if key not in entries]
            if missing and style.note:
                # What a style of notes keeps out of bibliographies, it cites in full in notes.
                notes = Processor(style, items).process([[{"id": key}] for key in missing])
                entries |= dict(zip(missing, notes.citations, strict=True))
        return {
            key: self._presented(entries.get(key, ""), self._items[key], locale)
            or self._otherwise(key, name)
            for key in dict.fromkeys((*entries, *self._items))
        }

    def _otherwise(self, key: str, name: str) -> Markup:
        """Return what stands for a reference that a style keeps out of its lists."""
        if name != _FOR_ALL:
            return self.in_style(key, _FOR_ALL)
        item = self._items[key]
        return escape(text(item, "title") or item["id"])

    def _presented(self, entry: str, item: Item, locale: str) -> Markup:
        if not entry.strip() or _NO_FORM in entry:
            return Markup("")
        presentation = self._presentations.get(item["id"])
        if presentation is None:
            presentation = self._presentations[item["id"]] = Presentation.of(item)
        return presentation.present(entry, locale)


def printed(item: Item) -> Item:
    """Return an item without what the study says of it: some styles would print that too."""
    return {name: value for name, value in item.items() if name not in _NOT_PRINTED}
