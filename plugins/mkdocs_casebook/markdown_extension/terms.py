"""Linking terms where a text mentions them (the option ``auto_link``)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_casebook.markdown_extension.rendering import Rendering
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target, parse_target
from mkdocs_casebook.model.settings import AutoLink
from mkdocs_casebook.model.terms import HIDDEN, MARK, TermMatcher, linkable_terms
from mkdocs_casebook.views.page_citations import CITATION
from mkdocs_casebook.views.site import Site

_BLOCKS = frozenset(
    "div p ul ol li dl dd blockquote table tbody tr td "  # noqa: SIM905
    "section article aside figure figcaption details".split()
)
"""Elements whose text may be linked, and what stands in them."""

_INLINE = frozenset({"em", "strong", "i", "b", "u", "mark", "ins", "small", "span", "q", "s", "br"})
"""Elements that a phrase may run through."""

_AFTER_A_WORD = frozenset({"sup", "img", CITATION})
"""Elements that may follow a word at once, without being a part of it."""

_NO_PROSE = re.compile(r"(?:^|\s)(?:cb-|arithmatex|admonition-title|toc(?:\s|$))")
_RAW = re.compile("\x02wzxhzdk:(?P<number>\\d+)\x03")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)[^<>]*>")
_SOFT_HYPHEN = "\u00ad"
_NO_SIGNS = str.maketrans({"$": None, "\\": None, HIDDEN: None, MARK: None})
_BREAKS, _EMPTY = frozenset({"br", "wbr"}), frozenset({"img", "hr", "input"})

RawHtml = Callable[[int], str]
"""Gives a piece of raw HTML that Python-Markdown keeps apart from the text."""


class SiteTerms:
    """The terms of a site, made ready once for all its pages.

    Args:
        rendering: The page that is rendered, and its site.
    """

    def __init__(self, rendering: Rendering) -> None:
        self.rendering = rendering

    @property
    def site(self) -> Site:
        """The site."""
        return self.rendering.site

    @property
    def wanted(self) -> AutoLink:
        """Which mentions are linked."""
        return self.site.study.settings.auto_link

    @cached_property
    def matcher(self) -> TermMatcher:
        """What finds the terms in the language of the site."""
        return linkable_terms(self.site.study, self.site.language)

    @property
    def own(self) -> str:
        """Id of the definition whose page or version is rendered; empty on other pages."""
        folder, _, rest = self.rendering.page.partition("/")
        name = rest.partition("/")[0].removesuffix(".md")
        return name if folder == Kind.DEFINITION.pages else ""


class TermLinker(Treeprocessor):
    """Links terms where the text mentions them, as the study asks for."""

    def __init__(self, md: Markdown, terms: SiteTerms) -> None:
        super().__init__(md)
        self._terms = terms

    def run(self, root: Element) -> None:
        """Link the terms of a page; `LinkResolver` finds where the links lead."""
        wanted = self._terms.wanted
        if wanted is AutoLink.OFF:
            return
        done = {self._terms.own}
        if wanted is AutoLink.FIRST:
            done |= _linked(root)
        for block in _blocks(root):
            text = _Text(block, self._raw, self._terms.site.language)
            links = []
            for found in self._terms.matcher.find(text.text):
                place = text.place(found.start, found.end) if found.id not in done else None
                if place is not None:
                    links.append((place, found.id))
                    if wanted is AutoLink.FIRST:
                        done.add(found.id)
            # From the end, so that the places before a link stay what they are.
            for place, id in reversed(links):
                _link(place, id)

    def _raw(self, number: int) -> str:
        stash = self.md.htmlStash.rawHtmlBlocks
        return str(stash[number]) if number < len(stash) else ""


def _linked(root: Element) -> set[str]:
    """Return the ids of the definitions that the author links by hand."""
    targets = (parse_target(link.get("href", "")) for link in root.iter("a"))
    return {each.id for each in targets if each is not None and each.kind is Kind.DEFINITION}


def _is_prose(element: Element, among: frozenset[str]) -> bool:
    return element.tag in among and not _NO_PROSE.search(element.get("class", ""))


def _blocks(element: Element) -> Iterator[Element]:
    """Yield the elements that may hold text of their own, in the order of the page."""
    yield element
    for child in [*element]:
        if _is_prose(child, _BLOCKS):
            yield from _blocks(child)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A text of an element: before its first child, or behind one of its children.

    Attributes:
        element: The element.
        child: Number of the child that the text follows; -1 for the text before the first.
        start: Where the text starts in that of the block.
        text: The text.
    """

    element: Element
    child: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A piece of the content of one element.

    Attributes:
        element: The element.
        first: Number of the child that the text follows in which the piece starts.
        start: Where in that text.
        last: Number of the child that the text follows in which the piece ends.
        end: Where in that text.
    """

    element: Element
    first: int
    start: int
    last: int
    end: int


class _Text:
    """The running text of a block, without the blocks in it.

    Attributes:
        text: The text, with what stands in code, links and raw HTML: that may be a part of a
            phrase, which then has no place.
    """

    def __init__(self, block: Element, raw: RawHtml, language: str) -> None:
        self._language = language
        self._slots: list[_Slot] = []
        self._parents: dict[Element, tuple[Element, int]] = {}
        self._pieces: list[str] = []
        self._length = 0
        self._closed: list[tuple[int, int]] = []
        self._take(block)
        text = "".join(self._pieces)
        if HIDDEN in text:
            text, closed = _read_raw(text, raw)
            self._closed = [*_merged((*self._closed, *closed))]
        self.text = text

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _take(self, element: Element) -> None:
        self._slot(element, -1, element.text)
        for number, child in enumerate(element):
            if child.tag == "br":
                self._add("\n")
            elif child.tag in _AFTER_A_WORD or child.tag in _BLOCKS:
                self._add(MARK)
            elif _is_prose(child, _INLINE) and child.get("lang", self._language) == self._language:
                self._parents[child] = (element, number)
                self._take(child)
            else:
                start = self._length
                self._add("".join(child.itertext()).translate(_NO_SIGNS) or MARK)
                self._closed.append((start, self._length))
            self._slot(element, number, child.tail)

    def _slot(self, element: Element, child: int, text: str | None) -> None:
        if text:
            self._slots.append(_Slot(element, child, self._length, text))
            self._add(text)

    def place(self, start: int, end: int) -> _Place | None:
        """Return where a piece of the text stands, if one link can hold it.

        Args:
            start: Where the piece starts.
            end: Where it ends.
        """
        near = bisect_left(self._closed, (end, 0)) - 1
        if near >= 0 and self._closed[near][1] > start:
            return None
        first, last = self._slot_at(start), self._slot_at(end - 1)
        left, left_child, left_at = first.element, first.child, start - first.start
        right, right_child, right_at = last.element, last.child, end - last.start
        while left is not right:
            # What lies deeper must be held whole, from the start of its element or to the end.
            if self._depth(left) >= self._depth(right):
                if left_child >= 0 or left_at or left not in self._parents:
                    return None
                left, number = self._parents[left]
                left_child, left_at = number - 1, len(_text_of(left, number - 1))
            else:
                whole = right_child == len(right) - 1 and right_at == len(
                    _text_of(right, right_child)
                )
                if not whole or right not in self._parents:
                    return None
                right, right_child = self._parents[right]
                right_at = 0
        return _Place(left, left_child, left_at, right_child, right_at)

    def _slot_at(self, offset: int) -> _Slot:
        return self._slots[bisect_right(self._slots, offset, key=lambda slot: slot.start) - 1]

    def _depth(self, element: Element) -> int:
        depth = 0
        while element in self._parents:
            element, _ = self._parents[element]
            depth += 1
        return depth


def _merged(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield ranges sorted, each reaching at least as far as those before it."""
    reached = 0
    for start, end in sorted(ranges):
        reached = max(reached, end)
        yield start, reached


def _text_of(element: Element, child: int) -> str:
    return (element.text if child < 0 else element[child].tail) or ""


def _set_text(element: Element, child: int, text: str) -> None:
    if child < 0:
        element.text = text
    else:
        element[child].tail = text


def _link(place: _Place, id: str) -> None:
    """Put a link around a piece of an element."""
    element, first, last = place.element, place.first, place.last
    link = Element("a", {"href": str(Target(Kind.DEFINITION, id))})
    before, behind = _text_of(element, first), _text_of(element, last)
    link.tail = behind[place.end :]
    if first == last:
        link.text = before[place.start : place.end]
    else:
        link.text = before[place.start :]
        link.extend(element[first + 1 : last + 1])
        link[-1].tail = behind[: place.end]
    _set_text(element, first, before[: place.start])
    element[first + 1 : last + 1] = [link]


def _read_raw(text: str, raw: RawHtml) -> tuple[str, list[tuple[int, int]]]:
    """Read over raw HTML, which joins or parts words as its tags do.

    Returns:
        The text, with line breaks as spaces and other tags as soft hyphens, and the bounds of the
        tags and of what stands between them.
    """
    pieces: list[str] = []
    closed: list[tuple[int, int]] = []
    position = depth = opened = 0
    for match in _RAW.finditer(text):
        tag = _TAG.fullmatch(raw(int(match["number"])).strip())
        name = tag["name"].lower() if tag else ""
        sign = " " if name in _BREAKS else MARK if tag is None or name in _EMPTY else _SOFT_HYPHEN
        pieces += (text[position : match.start()], sign * len(match[0]))
        position = match.end()
        if sign == _SOFT_HYPHEN and tag is not None:
            opened = opened if depth else match.start()
            depth = max(0, depth - 1) if tag["end"] else depth + 1
            if not depth:
                closed.append((opened, match.end()))
    if depth:
        closed.append((opened, len(text)))
    return "".join((*pieces, text[position:])), closed
