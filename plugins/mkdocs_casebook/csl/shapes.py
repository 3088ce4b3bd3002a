"""What is known of an item before it is rendered, and what that leaves of a style.

A large style asks hundreds of questions of each item, and nearly all are answered by the item's
type and by the variables it lacks. Items that are alike in both share what the style compiles to
for them: elements that could show nothing are left out of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from .context import SPECIAL, Context
from .items import Item
from .rich_text import Rich

Renderer = Callable[[Context], Rich]
Pieces = Callable[[Context], list[Rich]]


@dataclass(frozen=True, slots=True)
class Shape:
    """What items have in common that are rendered alike.

    Attributes:
        type: Their type.
        present: The variables that they have, of those that the style reads.
    """

    type: str
    present: frozenset[str]

    @classmethod
    def of(cls, item: Item, read: frozenset[str]) -> Shape:
        """Give the shape of an item for a style that reads some variables."""
        return cls(item.type, read & item.variables)

    def lacks(self, variable: str, form: str = "long") -> bool:
        """Say whether a variable is certainly empty.

        One that is there may still be empty where it is asked for: used as a substitute, it is
        not shown again.
        """
        if variable in SPECIAL or variable in self.present:
            return False
        return form != "short" or f"{variable}-short" not in self.present


class Kind(Enum):
    """What a compiled element can do to the group around it.

    Attributes:
        NOTHING: It shows nothing and calls no variable.
        MISSING: It shows nothing, and calls variables in vain.
        FIXED: It calls no variable, but may show something: a term, a value, a label.
        CLOSED: It is silent by itself where its variables are: a group, a macro.
        OPEN: Anything else.
    """

    NOTHING = auto()
    MISSING = auto()
    FIXED = auto()
    CLOSED = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A compiled element.

    Attributes:
        kind: What it can do.
        render: Renders it.
        pieces: Renders it in the pieces between which a delimiter around it goes, where it has
            such: a choice.
    """

    kind: Kind
    render: Renderer
    pieces: Pieces | None = None


def _nothing(_context: Context) -> Rich:
    return ()


def _missing(context: Context) -> Rich:
    context.called += 1
    return ()


NOTHING = Part(Kind.NOTHING, _nothing)
MISSING = Part(Kind.MISSING, _missing)


def is_silent(parts: list[Part]) -> bool:
    """Say whether a group or macro of these parts is silent: its variables are all missing."""
    kinds = {part.kind for part in parts}
    return Kind.MISSING in kinds and kinds <= {Kind.MISSING, Kind.FIXED}


def pruned(parts: list[Part]) -> list[Part]:
    """Leave out the parts that do nothing; one that calls in vain does for all of them."""
    kept: list[Part] = []
    missing = False
    for part in parts:
        if part.kind is Kind.NOTHING or (part.kind is Kind.MISSING and missing):
            continue
        missing = missing or part.kind is Kind.MISSING
        kept.append(part)
    return kept


def in_pieces(parts: list[Part]) -> Pieces:
    """Give the function that renders parts one by one, and choices in their pieces."""
    if all(part.pieces is None for part in parts):
        renderers = tuple(part.render for part in parts)
        return lambda context: [render(context) for render in renderers]
    if len(parts) == 1 and parts[0].pieces is not None:
        return parts[0].pieces
    both = tuple((part.render, part.pieces) for part in parts)

    def render_all(context: Context) -> list[Rich]:
        found: list[Rich] = []
        for render, pieces in both:
            if pieces is None:
                found.append(render(context))
            else:
                found += pieces(context)
        return found

    return render_all
