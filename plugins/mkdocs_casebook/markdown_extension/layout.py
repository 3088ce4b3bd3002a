"""Placing the layout of a page around and between the sections that its author wrote."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_casebook.markdown_extension.literal import literal, without_marks
from mkdocs_casebook.markdown_extension.rendering import Rendering
from mkdocs_casebook.views.layout import Beside, Html, Piece, Section, Title, Written

Sections = dict[str, list[Element]]
"""The author's sections by the id of their heading."""


class LayoutPlacer(Treeprocessor):
    """Puts the pieces of a layout around and between the sections that the author wrote."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self._rendering = rendering

    def run(self, root: Element) -> None:
        """Place the layout of the page, if it has one."""
        layout = self._rendering.layout_of()
        if layout is None:
            return
        written, footnotes = _sections(root)
        named = set(_named(layout.pieces))
        rest = [
            each for anchor, section in written.items() if anchor not in named for each in section
        ]
        before, after = (
            [each for piece in pieces for each in self._placed(piece, written)]
            for pieces in (layout.pieces[: layout.rest], layout.pieces[layout.rest :])
        )
        root[:] = [*before, *rest, *after, *footnotes]

    def _placed(self, piece: Piece, written: Sections) -> list[Element]:
        match piece:
            case Html(html):
                element = Element("p")
                element.text = self.md.htmlStash.store(without_marks(html))
                return [element]
            case Title(text, language):
                return [_heading("h1", text, {"lang": language} if language else {})]
            case Section(text, anchor, number, searched):
                # Material's search leaves out what stands under such a heading.
                unsearched = {} if searched else {"data-search-exclude": ""}
                return [_heading("h2", text, {"id": anchor} | _number(number) | unsearched)]
            case Written(anchor, number):
                elements = written.get(anchor, [])
                if number is not None and elements:
                    elements[0].attrib.update(_number(number))
                return elements
            case Beside(pieces, html):
                grid = Element("div", {"class": "cb-lead-grid"})
                left = ElementTree.SubElement(grid, "div")
                left.extend(element for each in pieces for element in self._placed(each, written))
                grid.extend(self._placed(Html(html), written))
                return [grid]


def _named(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the ids of the author's sections that a layout names."""
    for piece in pieces:
        if isinstance(piece, Written):
            yield piece.anchor
        elif isinstance(piece, Beside):
            yield from _named(piece.pieces)


def _sections(root: Element) -> tuple[Sections, list[Element]]:
    """Return the author's sections by the id of their heading, and the footnotes.

    The title is left out: the layout gives it. Sections without an id are kept apart by number.
    """
    sections: Sections = {"": []}
    footnotes: list[Element] = []
    current = ""
    for element in root:
        if element.tag == "div" and element.get("class") == "footnote":
            footnotes.append(element)
            continue
        if element.tag == "h1":
            continue
        if element.tag == "h2":
            current = element.get("id") or f" {len(sections)}"
            sections.setdefault(current, [])
        sections[current].append(element)
    return sections, footnotes


def _heading(tag: str, text: str, attributes: dict[str, str]) -> Element:
    element = Element(tag, attributes)
    element.text = literal(text)
    return element


def _number(number: int | None) -> dict[str, str]:
    return {} if number is None else {"class": "cb-num", "data-n": str(number)}
