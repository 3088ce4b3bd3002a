"""The fields of records that a map may feed, written as paths such as ``areas[1].name``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from mkdocs_casebook.model.fields import Inline
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.model.walk import marks_of, models_in

SPREAD = -1
"""The number of an item in a list whose items come from one cell, as in ``partners[].name``."""

PERIOD = "period"
ENDS = ("start", "end")

_STEP = re.compile(r"(?P<name>\w+)(?:\[(?P<number>[1-9][0-9]{0,2})?(?P<list>\])|)", re.ASCII)

TargetPath = tuple[str | int, ...]


class UnknownTargetError(Exception):
    """There is no such field; the arguments are the message and the hint."""


@dataclass(frozen=True, slots=True)
class Target:
    """A field that a map feeds.

    Attributes:
        path: The way to it; numbers of items start from 0, and ``SPREAD`` stands for any.
        is_list: It holds a list of texts.
        inline: It holds inline Markdown.
        number: It holds a number.
        whole: It holds a whole number.
    """

    path: TargetPath
    is_list: bool = False
    inline: bool = False
    number: bool = False
    whole: bool = False

    @property
    def written(self) -> str:
        """The path, as a map has it."""
        steps = [
            f".{step}" if isinstance(step, str) else f"[{step + 1 if step >= 0 else ''}]"
            for step in self.path
        ]
        return "".join(steps).lstrip(".")

    @property
    def coordinate(self) -> str:
        """``lat`` or ``lon``, where it is one of the two; otherwise empty."""
        return str(self.path[-1]) if self.path[-1] in {"lat", "lon"} else ""

    @property
    def end(self) -> str:
        """``start`` or ``end``, where it is one of the two ends of the period."""
        return str(self.path[1]) if self.path[0] == PERIOD and len(self.path) == 2 else ""

    @property
    def item(self) -> TargetPath:
        """The way to the innermost item of a list in which it stands; empty where in none."""
        places = [place for place, step in enumerate(self.path) if isinstance(step, int)]
        return self.path[: places[-1] + 1] if places else ()

    @property
    def spread_list(self) -> TargetPath | None:
        """The way to the list whose items come from one cell; None where there is none."""
        return self.path[: self.path.index(SPREAD)] if SPREAD in self.path else None

    @property
    def numbered_lists(self) -> frozenset[TargetPath]:
        """The ways to the lists around it whose items have numbers."""
        return frozenset(
            self.path[:place]
            for place, step in enumerate(self.path)
            if isinstance(step, int) and step != SPREAD
        )


def target_of(written: str, model: type[Record]) -> Target:
    """Return the field at a path.

    Args:
        written: The path: names of fields with points between them, and numbers of items, from 1,
            in brackets. Empty brackets make an item of each value in a cell. ``period.start`` and
            ``period.end`` are the two ends of the period.
        model: The kind of record.

    Raises:
        UnknownTargetError: There is no such field, or it is not one that a value can fill.
    """
    parts = written.split(".")
    if parts[0] == PERIOD and PERIOD in model.model_fields and len(parts) == 2:
        if parts[1] not in ENDS:
            raise UnknownTargetError(f"'{shown(written)}' is no end of the period", "start or end")
        return Target((PERIOD, parts[1]))
    path: list[str | int] = []
    current: type[BaseModel] = model
    for place, part in enumerate(parts):
        match = _STEP.fullmatch(part)
        name = match["name"] if match else part
        info = current.model_fields.get(name)
        if match is None or info is None or name == "translates":
            raise UnknownTargetError(*_unknown(written, name, current.model_fields))
        path.append(name)
        inner = models_in(info.annotation)
        is_list = _has_tuple(info.annotation)
        last = place == len(parts) - 1
        if inner and is_list and not match["list"]:
            hint = f"write '{name}[1]', or '{name}[]' for an item of each value in a cell"
            raise UnknownTargetError(f"'{name}' is a list", hint)
        if match["list"] and not (inner and is_list):
            raise UnknownTargetError(f"'{name}' has no numbered items", f"write '{name}'")
        if match["list"]:
            path.append(int(match["number"]) - 1 if match["number"] else SPREAD)
        if bool(inner) == last:
            hint = f"its fields: {', '.join(inner[0].model_fields)}" if inner else ""
            raise UnknownTargetError(
                f"'{shown(written)}' {'has fields' if inner else 'leads too far'}", hint
            )
        if last:
            types = {*types_of(info.annotation)}
            inline = any(isinstance(mark, Inline) for mark in marks_of(current, name))
            break
        current = inner[0]
    if path.count(SPREAD) > 1:
        raise UnknownTargetError(f"'{shown(written)}' spreads two lists", "spread one only")
    return Target(tuple(path), is_list, inline, bool(types & {int, float}), int in types)


def _unknown(written: str, name: str, known: Iterable[str]) -> tuple[str, str]:
    near = nearest(name, known)
    hint = f"did you mean '{near}'?" if near else f"known fields: {', '.join(known)}"
    return f"'{shown(written)}' is no field of a record: there is no '{shown(name)}'", hint


def _has_tuple(annotation: Any) -> bool:
    if get_origin(annotation) is tuple:
        return True
    return any(_has_tuple(each) for each in _inside(annotation))


def types_of(annotation: Any) -> list[Any]:
    """Return the plain types that stand in an annotation."""
    inside = _inside(annotation)
    return [found for each in inside for found in types_of(each)] if inside else [annotation]


def _inside(annotation: Any) -> tuple[Any, ...]:
    arguments = get_args(annotation)
    return arguments[:1] if get_origin(annotation) is Annotated else arguments
