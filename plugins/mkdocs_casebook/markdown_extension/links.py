"""Resolving record links, and disarming what a public page must not carry."""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_casebook.markdown_extension.literal import literal, unescaped, without_marks
from mkdocs_casebook.markdown_extension.rendering import Rendering
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target, parse_target
from mkdocs_casebook.model.url import is_safe
from mkdocs_casebook.views.addresses import relative
from mkdocs_casebook.views.page_citations import CITATION
from mkdocs_casebook.views.record_cards import KINDS, RecordCards

# What is written around a citation becomes a part of it later.
_NO_CARDS_IN = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", CITATION})
_RAW = re.compile("\x02wzxhzdk:\\d+\x03")
_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[.,])")
_ACTIVE_ATTRIBUTE = re.compile(r"on\w*|style|srcdoc|formaction", re.IGNORECASE)


class LinkResolver(Treeprocessor):
    """Resolves the addresses of records, and disarms what a public page must not carry."""

    def __init__(self, md: Markdown, rendering: Rendering, cards: RecordCards | None) -> None:
        super().__init__(md)
        self._rendering, self._cards = rendering, cards

    def run(self, root: Element) -> None:
        """Resolve and disarm every element of the page."""
        start = self._rendering.site.path(self._rendering.page)
        linked: dict[Element, Target] = {}
        for element in root.iter():
            _disarm(element)
            if element.tag != "a":
                continue
            for inner in [*element.iter("a")][1:]:
                # A link inside a link is none.
                inner.tag = "span"
                inner.attrib.clear()
            target = parse_target(element.get("href", ""))
            if target is not None:
                self._resolve(element, target, start)
                if target.kind in KINDS and element.tag == "a":
                    linked[element] = target
        if linked and self._cards:
            self._add_cards(root, linked, self._cards)

    def _resolve(self, element: Element, target: Target, start: str) -> None:
        site = self._rendering.site
        destination = site.destination(target)
        if destination is None:
            element.tag = "span"
            element.attrib.clear()
            element.text = element.text or target.id
            return
        element.set("href", relative(destination.path, start))
        if target.kind is Kind.SOURCE:
            element.set("class", "cb-cite-link")
        foreign = destination.language != site.language
        if foreign:
            element.set("hreflang", destination.language)
        if not element.text and not len(element):
            if foreign:
                element.set("lang", destination.language)
            language = destination.name_language
            if language and language != site.language:
                name = ElementTree.SubElement(element, "i", {"lang": language})
                name.text = literal(destination.name)
            else:
                element.text = literal(destination.name)

    def _add_cards(
        self, root: Element, linked: Mapping[Element, Target], cards: RecordCards
    ) -> None:
        """Put a card beside each link to a definition or case, but in headings and citations."""
        waiting, count = [root], 0
        while waiting:
            parent = waiting.pop()
            children = [*parent]
            waiting += (child for child in reversed(children) if child.tag not in _NO_CARDS_IN)
            for number, link in enumerate(children):
                card = cards.card(linked[link], self._plain) if link in linked else None
                if card is None:
                    continue
                count += 1
                holder = Element("span", {"class": "cb-hc"})
                holder.tail, link.tail = link.tail, None
                id = f"cb-record-{count}"
                link.set("aria-describedby", id)
                holder.append(link)
                attributes = {"role": "tooltip", "id": id, "data-search-exclude": ""}
                tooltip = ElementTree.SubElement(holder, "span", attributes)
                tooltip.text = self.md.htmlStash.store(without_marks(card))
                parent[number] = holder

    def _plain(self, text: str) -> str:
        """Return the words of inline Markdown, without its citations."""
        holder = Element("div")
        ElementTree.SubElement(holder, "p").text = without_marks(text)
        self.md.treeprocessors["inline"].run(holder)
        words = unescaped(_RAW.sub("", "".join(self._words(holder))))
        return _SPACE_BEFORE_STOP.sub("", " ".join(words.split()))

    def _words(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        if element.tag == "a" and not element.text and not len(element):
            target = parse_target(element.get("href", ""))
            destination = self._rendering.site.destination(target) if target else None
            yield destination.name if destination else ""
        for child in element:
            if child.tag != CITATION:
                yield from self._words(child)
            yield child.tail or ""


def _disarm(element: Element) -> None:
    for name in [*element.attrib]:
        if _ACTIVE_ATTRIBUTE.fullmatch(name):
            del element.attrib[name]
    link, picture = element.get("href"), element.get("src")
    if link and parse_target(link) is None and not is_safe(link):
        del element.attrib["href"]
    if picture and not is_safe(picture):
        del element.attrib["src"]
