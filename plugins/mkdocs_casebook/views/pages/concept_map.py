"""The map of the terms: an SVG of what is broader and what is related, drawn when it is built."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from markupsafe import Markup

from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.text import capitalised
from mkdocs_casebook.views.addresses import page_of
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

# More names than these cannot be read on a circle: the list alone then says it better.
_MOST_NODES = 24
_WIDTH = 660
_LEAST_HEIGHT, _HEIGHT_OF_NODE = 200, 52
_LETTER, _PADDING, _BOX_HEIGHT = 8.6, 24, 36
_ARROW = 9


@dataclass(frozen=True, slots=True)
class Node:
    """A term on the map.

    Attributes:
        name: The term.
        href: The way to its page.
        x: Centre of its box, across.
        y: Centre of its box, down.
        width: Width of its box.
        height: Height of its box.
    """

    name: str
    href: str
    x: float
    y: float
    width: float
    height: float = _BOX_HEIGHT


@dataclass(frozen=True, slots=True)
class Line:
    """A line on the map, from edge to edge.

    Attributes:
        x1: Start, across.
        y1: Start, down.
        x2: End, across.
        y2: End, down.
        arrow: The points of the head of its arrow; empty where it joins related terms.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    arrow: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A term in the list beside the map.

    Attributes:
        link: A link to it.
        broader: Links to its broader terms.
        related: Links to its related terms.
    """

    link: Markup
    broader: Markup
    related: Markup


def concept_map(view: View, documents: Sequence[Document]) -> Markup:
    """Return the map of the terms with the list beside it; nothing where none are joined.

    Args:
        view: The page.
        documents: The definitions, in the order of the list.
    """
    records = {each.id: each.record for each in documents if isinstance(each.record, Definition)}
    broader, related = _edges(records)
    joined = [
        each for each in documents if each.id in {id for edge in broader | related for id in edge}
    ]
    if not joined:
        return Markup("")
    nodes = _placed(view, joined) if len(joined) <= _MOST_NODES else {}
    rows = [
        Row(
            view.link(Kind.DEFINITION, each.id),
            _links(view, sorted(b for a, b in broader if a == each.id)),
            _links(
                view, sorted(({*edge} - {each.id}).pop() for edge in related if each.id in edge)
            ),
        )
        for each in joined
    ]
    return render(
        "definitions/map",
        view,
        nodes=list(nodes.values()),
        broader=[_line(nodes[a], nodes[b], arrow=True) for a, b in sorted(broader) if nodes],
        related=[_line(nodes[a], nodes[b]) for a, b in sorted(related) if nodes],
        width=_WIDTH,
        height=_height(len(nodes)),
        rows=rows,
    )


def _edges(
    records: Mapping[str, Definition],
) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """Return which term leads to which broader one, and which are related, each pair once."""
    broader = {
        (id, other)
        for id, record in records.items()
        for other in record.broader
        if other in records and other != id
    }
    related = {
        (min(id, other), max(id, other))
        for id, record in records.items()
        for other in record.related
        if other in records and other != id
    }
    return frozenset(broader), frozenset(related)


def _height(count: int) -> int:
    return max(_LEAST_HEIGHT, _HEIGHT_OF_NODE * count)


def _placed(view: View, documents: Sequence[Document]) -> dict[str, Node]:
    """Place the terms on an ellipse, where no line can run behind a third one's box."""
    names = {each.id: capitalised(each.title) for each in documents}
    widths = {id: round(_LETTER * len(name) + _PADDING, 1) for id, name in names.items()}
    height = _height(len(documents))
    across = (_WIDTH - max(widths.values())) / 2 - 4
    down = (height - _BOX_HEIGHT) / 2 - 4
    found = {}
    for number, each in enumerate(documents):
        angle = 2 * pi * number / len(documents) - pi / 2
        page = page_of(Target(Kind.DEFINITION, each.id))
        found[each.id] = Node(
            names[each.id],
            view.page_href(page, each.language),
            round(_WIDTH / 2 + across * cos(angle), 1),
            round(height / 2 + down * sin(angle), 1),
            widths[each.id],
        )
    return found


def _line(start: Node, end: Node, *, arrow: bool = False) -> Line:
    x1, y1 = _edge(start, end)
    x2, y2 = _edge(end, start)
    length = hypot(x2 - x1, y2 - y1) or 1
    along, aside = (x2 - x1) / length, (y2 - y1) / length
    head = ""
    if arrow:
        base_x, base_y = x2 - _ARROW * along, y2 - _ARROW * aside
        half = _ARROW / 2
        points = (
            (x2, y2),
            (base_x - half * aside, base_y + half * along),
            (base_x + half * aside, base_y - half * along),
        )
        head = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return Line(round(x1, 1), round(y1, 1), round(x2, 1), round(y2, 1), head)


def _edge(node: Node, other: Node) -> tuple[float, float]:
    """Return where the line to another term leaves the box of a term."""
    across, down = other.x - node.x, other.y - node.y
    reach = max(abs(across) / (node.width / 2), abs(down) / (node.height / 2)) or 1
    return node.x + across / reach, node.y + down / reach


def _links(view: View, ids: Sequence[str]) -> Markup:
    return Markup(", ").join(view.link(Kind.DEFINITION, id) for id in ids)
