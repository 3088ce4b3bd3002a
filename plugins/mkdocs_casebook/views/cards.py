"""The cards of sources: what a reader sees of a source before following a link to it."""

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from mkdocs_casebook.model.text import clipped
from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.citing import Label
from mkdocs_casebook.views.exports.item_values import text
from mkdocs_casebook.views.vocabulary import Vocabulary

_LONGEST_TITLE = 160
_LONGEST_CONTAINER = 100


class Cards:
    """The cards of the sources of a site, each made when it is first asked for.

    Args:
        items: The sources by key.
        labels: Author and year of each.
        words: The language of the site.
        count: Gives the number of pages that cite a source.
    """

    def __init__(
        self,
        items: Mapping[str, Item],
        labels: Mapping[str, Label],
        words: Vocabulary,
        count: Callable[[str], int],
    ) -> None:
        self._items, self._labels, self._words, self._count = items, labels, words, count
        self._made: dict[str, Markup] = {}

    def card(self, key: str) -> Markup:
        """Return the card of a source: its title, what it is part of, its year, its citations."""
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(key)
        return made

    def _make(self, key: str) -> Markup:
        item = self._items[key]
        language = text(item, "language")
        foreign = Markup("")
        if language.partition("-")[0] not in {"", self._words.language}:
            foreign = Markup(' lang="{}"').format(language)
        title = clipped(text(item, "title"), _LONGEST_TITLE) or self._words("source.untitled")
        container = text(item, "container-title") or text(item, "publisher")
        facts = (clipped(container, _LONGEST_CONTAINER), self._labels[key].year)
        cited = self._count(key)
        count = self._words.count("source.cited_times", cited) if cited else ""
        lines = (
            Markup("<b{}>{}</b>").format(foreign, title),
            escape(" · ".join(fact for fact in facts if fact)),
            escape(count or self._words("source.uncited")),
        )
        return Markup("<br>").join(line for line in lines if line)
