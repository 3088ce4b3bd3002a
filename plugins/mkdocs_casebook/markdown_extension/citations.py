"""Citations in running text, as inline processors."""

import re
from collections.abc import Callable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from mkdocs_casebook.markdown_extension.literal import literal, without_marks
from mkdocs_casebook.markdown_extension.rendering import Rendering
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.reading.citations import CiteItem, Cluster
from mkdocs_casebook.views.citing import suffix_text

IN_BRACKETS = r"\["
"""Where a citation such as ``[see @geddes_2000, p. 782]`` may start."""

IN_TEXT = r"(?<![\w@/.\\])-?@(?=[\w{])"
"""Where a citation such as ``@geddes_2000 [p. 782]`` may start."""

Parse = Callable[[str, int], Cluster | None]
"""Parses the citation that starts at a place of a text, if one does."""


class Citation(InlineProcessor):
    """Draws a citation: author and year with its locator, linked to its source."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, md: Markdown, rendering: Rendering, parse: Parse) -> None:
        super().__init__(pattern, md)
        self._rendering, self._parse = rendering, parse

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the element of the citation that starts at a match, and its bounds."""
        cluster = self._parse(data, m.start(0))
        if cluster is None:
            return None, None, None
        element = Element("span", {"class": "cb-cite-cluster"})
        if cluster.in_text:
            self._author_in_text(element, cluster.items[0])
        else:
            self._in_brackets(element, cluster.items)
        return element, cluster.start, cluster.end

    def _in_brackets(self, element: Element, items: tuple[CiteItem, ...]) -> None:
        site = self._rendering.site
        _append(element, "(")
        for number, item in enumerate(items):
            if number:
                _append(element, site.words("cite.separator"))
            if item.prefix:
                _append(element, f"{item.prefix} ")
            label = site.labels.get(item.key)
            if label is None:
                _append(element, site.words("cite.missing", key=item.key))
            else:
                _link(element, item.key, label.year if item.suppress_author else str(label))
            if item.suffix:
                _append(element, _joined(item.suffix))
        _append(element, ")")

    def _author_in_text(self, element: Element, item: CiteItem) -> None:
        site = self._rendering.site
        label = site.labels.get(item.key)
        if label is None:
            _append(element, site.words("cite.missing", key=item.key))
            return
        suffix = _joined(item.suffix) if item.suffix else ""
        _link(element, item.key, label.author)
        _append(element, without_marks(f" ({label.year}") + f"{suffix})")


def _joined(suffix: str) -> str:
    """Return a suffix with what joins it to the citation before it."""
    text = suffix_text(suffix)
    return text if text.startswith(";") else f", {text}"


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _link(element: Element, key: str, text: str) -> None:
    link = ElementTree.SubElement(element, "a", {"href": f"{Kind.SOURCE.scheme}:{key}"})
    link.text = literal(text)
