"""The macros of an area of a style, compiled once for all items that are alike to them."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .shapes import Part, Shape
from .xml_reading import attributes, tag, variables_read


@dataclass(frozen=True, slots=True)
class _Uses:
    """What a macro and those that it calls ask of items.

    Attributes:
        types: The types that they tell from others.
        variables: The variables that they read.
    """

    types: frozenset[str]
    variables: frozenset[str]


class Macros:
    """The macros of an area.

    Nearly all items differ in a variable or two, which few macros ask for: what the others compile
    to is the same.

    Args:
        elements: The macros by name.
    """

    def __init__(self, elements: Mapping[str, ET.Element]) -> None:
        self._elements = elements
        self._uses: dict[str, _Uses] = {}
        self._compiled: dict[tuple[str, Shape], Part] = {}

    def part(self, name: str, shape: Shape, compile: Callable[[ET.Element], Part]) -> Part:
        """Give what a macro compiles to.

        Args:
            name: Its name.
            shape: What is known of the items.
            compile: Compiles it for them.
        """
        uses = self._uses_of(name)
        type = shape.type if shape.type in uses.types else ""
        key = name, Shape(type, shape.present & uses.variables)
        found = self._compiled.get(key)
        if found is None:
            found = self._compiled[key] = compile(self._elements[name])
        return found

    def _uses_of(self, name: str) -> _Uses:
        found = self._uses.get(name)
        if found is None:
            types: set[str] = set()
            variables = variables_read(self._elements[name])
            for element in self._elements[name].iter():
                given = attributes(element)
                types.update(given.get("type", "").split())
                if "macro" in given and tag(element) == "text":
                    called = self._uses_of(given["macro"])
                    types |= called.types
                    variables |= called.variables
            found = self._uses[name] = _Uses(frozenset(types), frozenset(variables))
        return found
