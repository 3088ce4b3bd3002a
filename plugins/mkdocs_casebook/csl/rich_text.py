"""Rich text as an immutable tree: what every rendering element gives and every writer reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

Font: TypeAlias = tuple[tuple[str, str], ...]
"""Formatting attributes of CSL with their values, the innermost first."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of rich text that is formatted, quoted or marked as a whole.

    Attributes:
        children: What the span holds.
        font: Formatting attributes of CSL ("font-style" and so on).
        toggles: Whether the formatting flips to normal inside text that has it already, as
            markup in a field does.
        quoted: Whether the localised quotation marks surround it.
        display: Value of CSL's `display` attribute, or nothing.
        nocase: Whether text case must leave it alone.
        link: Address that it leads to, or nothing.
        role: What it is, for those who look for it later: "names", "year", "year-suffix"…
    """

    children: Rich
    font: Font = ()
    toggles: bool = False
    quoted: bool = False
    display: str = ""
    nocase: bool = False
    role: str = ""
    link: str = ""


Content: TypeAlias = str | Span
Rich: TypeAlias = tuple[Content, ...]

NUMBER = "\U0001fbf0\U0001fbf9\U0001fbf0\U0001fbf9"
"""Stands for the number of an item until it is known: digits, so that what looks for digits finds
some, but digits of a kind that no text has."""


def plain(rich: Rich) -> str:
    """Give the text of rich text, without marks or quotation marks."""
    if len(rich) == 1 and isinstance(rich[0], str):
        return rich[0]
    return "".join(part if isinstance(part, str) else plain(part.children) for part in rich)


def keyed(rich: Rich) -> str:
    """Give text that differs whenever two pieces of rich text read or look differently."""
    parts = []
    for part in rich:
        if isinstance(part, str):
            parts.append(part)
        else:
            mark = f"{part.font}{part.quoted}" if part.font or part.quoted else ""
            parts.append(f"{mark}{keyed(part.children)}{mark and '/'}")
    return "".join(parts)


def join(parts: Iterable[Rich], delimiter: str) -> Rich:
    """Join the pieces that are not empty."""
    filled = [part for part in parts if part]
    if len(filled) < 2:
        return filled[0] if filled else ()
    joined: list[Content] = []
    for part in filled:
        if joined and delimiter:
            joined.append(delimiter)
        joined.extend(part)
    return tuple(joined)


def map_text(rich: Rich, change: Callable[[str], str]) -> Rich:
    """Change every text of rich text that may be changed (see `Span.nocase`)."""
    return tuple(
        change(part)
        if isinstance(part, str)
        else part
        if part.nocase
        else replace(part, children=map_text(part.children, change))
        for part in rich
    )


def numbered(rich: Rich, number: int) -> Rich:
    """Put the number of an item where `NUMBER` stands for it."""
    text = str(number)

    def put(part: Content) -> Content:
        if isinstance(part, str):
            return part.replace(NUMBER, text)
        if part.role == "citation-number":
            return Span((text,), role=part.role)
        return replace(part, children=tuple(map(put, part.children)))

    return tuple(map(put, rich))


def find_role(rich: Rich, role: str) -> Span | None:
    """Find the first span with a role."""
    for part in rich:
        if isinstance(part, Span):
            found = part if part.role == role else find_role(part.children, role)
            if found is not None:
                return found
    return None


def replace_role(rich: Rich, role: str, replacement: Rich) -> tuple[Rich, bool]:
    """Replace the first span with a role.

    Returns:
        The changed text, and whether there was such a span.
    """
    for index, part in enumerate(rich):
        if isinstance(part, str):
            continue
        if part.role == role:
            return (*rich[:index], *replacement, *rich[index + 1 :]), True
        children, found = replace_role(part.children, role, replacement)
        if found:
            changed = (replace(part, children=children),) if children else ()
            return (*rich[:index], *changed, *rich[index + 1 :]), True
    return rich, False
