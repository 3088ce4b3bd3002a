"""How far a style reaches: whether its macros are there, end, and can be rendered at all.

A style is compiled as items ask for it, so all of it is looked through once beforehand.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass

from .xml_reading import StyleError, children, tag

# The largest styles there are reach a depth of 72, and an item meets a thousand elements of them.
_DEEPEST = 120
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class _Extent:
    """How deep an element reaches through its macros, and how many elements an item may meet."""

    depth: int
    length: int


class _Walk:
    """Goes through the elements of a style, and once through each macro."""

    def __init__(self, macros: Mapping[str, ET.Element]) -> None:
        self.macros = macros
        self.known: dict[str, _Extent] = {}
        self.inside: list[str] = []

    def element(self, element: ET.Element, level: int) -> _Extent:
        if level > _DEEPEST:
            raise StyleError(f"elements and macros are nested more than {_DEEPEST} deep")
        found = [self.element(child, level + 1) for child in children(element)]
        name = element.get("macro")
        if name is not None and tag(element) in ("text", "key"):
            found.append(self.macro(name, level + 1))
        lengths = [one.length for one in found]
        # Of a choice an item meets one branch.
        length = 1 + (max if tag(element) == "choose" else sum)(lengths or [0])
        if length > _LONGEST:
            raise StyleError(f"an item would meet more than {_LONGEST:,} elements of the style")
        return _Extent(1 + max([one.depth for one in found] or [0]), length)

    def macro(self, name: str, level: int) -> _Extent:
        if name in self.inside:
            raise StyleError(f"the macro {name!r} calls itself")
        found = self.known.get(name)
        if found is None:
            if name not in self.macros:
                raise StyleError(f"the style calls the macro {name!r}, which it does not define")
            self.inside.append(name)
            found = self.known[name] = self.element(self.macros[name], level)
            self.inside.pop()
        if level + found.depth > _DEEPEST:
            raise StyleError(f"elements and macros are nested more than {_DEEPEST} deep")
        return found


def check_extent(root: ET.Element, macros: Mapping[str, ET.Element]) -> None:
    """Make sure that what a style renders ends, and soon enough.

    Args:
        root: The style.
        macros: Its macros by name.

    Raises:
        StyleError: A macro is not defined, or calls itself; or elements are nested too deep, or
            an item would meet too many of them.
    """
    walk = _Walk(macros)
    for child in children(root):
        if tag(child) in ("citation", "bibliography"):
            walk.element(child, 0)
