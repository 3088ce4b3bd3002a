"""Citations in running text, and the list of what a page cites."""

import json
import re
from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from mkdocs_casebook.markdown_extension.literal import literal, unescaped, without_marks
from mkdocs_casebook.markdown_extension.rendering import Rendering
from mkdocs_casebook.reading.citations import Cluster
from mkdocs_casebook.views.page_citations import (
    AFFIX,
    CITATION,
    FULL_REFERENCES,
    REFERENCES,
    cites_of,
    finish,
    in_words,
)

IN_BRACKETS = r"\["
"""Where a citation such as ``[see @geddes_2000, p. 782]`` may start."""

IN_TEXT = r"(?<![\w@/.\\])-?@(?=[\w{])"
"""Where a citation such as ``@geddes_2000 [p. 782]`` may start."""

_NO_LINKS_IN = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6"})

Parse = Callable[[str, int], Cluster | None]
"""Parses the citation that starts at a place of a text, if one does."""


class Citation(InlineProcessor):
    """Leaves an element where a citation stands; `CitationDrawer` draws it."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, md: Markdown, parse: Parse) -> None:
        super().__init__(pattern, md)
        self._parse = parse

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the element of the citation that starts at a match, and its bounds."""
        cluster = self._parse(data, m.start(0))
        if cluster is None:
            return None, None, None
        cites, affixes = cites_of(cluster, lambda text: unescaped(self.unescape(text)))
        element = Element(CITATION, {"data-cites": cites})
        for affix in affixes:
            ElementTree.SubElement(element, AFFIX).text = affix
        return element, cluster.start, cluster.end


class Maths(InlineProcessor):
    """Leaves maths as it is written: an at sign in it cites nothing."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """Return the maths that matched, and its bounds."""
        return m[0], m.start(0), m.end(0)


class ReferenceList(Treeprocessor):
    """Leaves an element where the list of references comes, under a heading of ours.

    It comes where the page says, or else at the end of a page that cites something.
    """

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self._rendering = rendering

    def run(self, root: Element) -> None:
        """Place the lists of the page."""
        rendering = self._rendering
        self._draw_in_words(root)
        settings = rendering.site.study.settings.citations
        keys = rendering.site.cited_on(rendering.page)
        _replace(root, settings.full_bib_command, FULL_REFERENCES, {})
        more = {"data-more": without_marks(json.dumps(keys, ensure_ascii=False))}
        placed = _replace(root, settings.bib_command, REFERENCES, more)
        if not keys or placed or not settings.bib_by_default:
            return
        words = rendering.site.words
        name = "cite.notes" if rendering.site.citations.in_notes else "cite.references"
        heading = Element("h2", {"id": _free_id(root, "references"), "data-search-exclude": ""})
        heading.text = literal(words(name))
        root.extend((heading, Element(REFERENCES, more)))

    def _draw_in_words(self, root: Element) -> None:
        """Draw in words what may hold no link: citations in headings and in links."""
        for holder in (each for each in root.iter() if each.tag in _NO_LINKS_IN):
            for citation in [*holder.iter(CITATION)]:
                html, tail = ElementTree.tostring(citation, "unicode", "html"), citation.tail
                words = in_words(html.removesuffix(tail or ""), self._rendering.site)
                citation.clear()
                citation.tag, citation.text, citation.tail = "span", literal(unescape(words)), tail


class CitationDrawer(Postprocessor):
    """Draws the citations of the page, and the list of what it cites."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self._rendering = rendering

    def run(self, text: str) -> str:
        """Draw what the page holds."""
        return finish(text, self._rendering.site, self._rendering.page)


def _replace(root: Element, command: str, tag: str, attributes: dict[str, str]) -> bool:
    """Put an element in the place of each paragraph that is a command, or ends with one."""
    found = False
    for parent in [*root.iter()]:
        for place, paragraph in enumerate([*parent]):
            before = _before_command(paragraph, command)
            if before is None:
                continue
            found = True
            element = Element(tag, attributes)
            element.tail = paragraph.tail
            if before or len(paragraph):
                _cut(paragraph, before)
                paragraph.tail = None
                parent.insert([*parent].index(paragraph) + 1, element)
            else:
                parent[place] = element
    return found


def _last_text(paragraph: Element) -> str:
    return (paragraph[-1].tail if len(paragraph) else paragraph.text) or ""


def _before_command(paragraph: Element, command: str) -> str | None:
    """Return the last text of a paragraph before a command on its last line, or None."""
    if paragraph.tag != "p":
        return None
    before, _, last = _last_text(paragraph).rstrip().rpartition("\n")
    whole_line = "\n" in _last_text(paragraph).rstrip() or not len(paragraph)
    return before if last.strip() == command and whole_line else None


def _cut(paragraph: Element, text: str) -> None:
    if len(paragraph):
        paragraph[-1].tail = text
    else:
        paragraph.text = text


def _free_id(root: Element, wanted: str) -> str:
    taken: set[str | None] = {element.get("id") for element in root.iter()}
    return wanted if wanted not in taken else f"cb-{wanted}"
