"""Putting placed values together into the data of a record, and leaving out what does not fit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from mkdocs_casebook.model.document import Locations, Path
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.walk import models_in
from mkdocs_casebook.reading.importing.targets import types_of
from mkdocs_casebook.reading.validation import Fault, faults_of

CODE = "unplaced-value"
_INCOMPLETE = frozenset({"missing", "too_short"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A value that found its place.

    Attributes:
        value: The value, or the values of a list.
        span: Where it stands in the table, or in the map.
        column: The name of its column; empty for a constant.
    """

    value: str | tuple[str, ...]
    span: Span
    column: str = ""


Placings = Mapping[Path, Placed]
"""Values by the way to their fields. Numbers of items may leave gaps."""


def assembled(
    placings: Placings, model: type[Record], start: Span
) -> tuple[dict[str, Any], list[str], list[Problem]]:
    """Return the data of a record.

    Args:
        placings: The values.
        model: The kind of record.
        start: Where the row starts.

    Returns:
        The data, with its fields in the order of the model; what it lacks, as messages name it;
        and a problem for each value that the model refuses and that was therefore left out.
    """
    problems: list[Problem] = []
    while True:
        data, ways = _tree(placings)
        spans = {way: placings[path].span for way, path in ways.items()}
        faults = faults_of(model, data, Locations(values=spans), start.file, CODE)
        refused = [
            (found, fault.problem)
            for fault in faults
            if fault.kind not in _INCOMPLETE and (found := _place(ways, fault.path))
        ]
        if not refused:
            return _ordered(data, model), _lacking(faults), problems
        problems += [problem for _, problem in refused]
        placings = _without(placings, [found for found, _ in refused])


def _place(ways: Mapping[Path, Path], way: Path) -> tuple[Path, int | None] | None:
    """Return the path of the value that is meant by a way, and the number of its item, if any."""
    for length in range(len(way), 0, -1):
        if way[:length] in ways:
            item = way[length] if length < len(way) else None
            return ways[way[:length]], item if isinstance(item, int) else None
    return None


def _without(placings: Placings, refused: Iterable[tuple[Path, int | None]]) -> dict[Path, Placed]:
    left = dict(placings)
    for path, item in sorted(set(refused), key=lambda each: -1 if each[1] is None else -each[1]):
        placed = left.get(path)
        if placed is None:
            continue
        values = placed.value
        if item is not None and isinstance(values, tuple) and len(values) > 1:
            left[path] = replace(placed, value=values[:item] + values[item + 1 :])
        else:
            del left[path]
    return left


def _tree(placings: Placings) -> tuple[dict[str, Any], dict[Path, Path]]:
    """Return values as nested data, and the path in ``placings`` by the way in the data."""
    root: dict[str | int, Any] = {}
    for path in placings:
        branch = root
        for step in path[:-1]:
            branch = branch.setdefault(step, {})
        branch[path[-1]] = path
    ways: dict[Path, Path] = {}
    return _grown(root, (), placings, ways), ways


def _grown(branch: Any, way: Path, placings: Placings, ways: dict[Path, Path]) -> Any:
    if isinstance(branch, tuple):
        ways[way] = branch
        value = placings[branch].value
        return [*value] if isinstance(value, tuple) else value
    if branch and all(isinstance(step, int) for step in branch):
        items = [branch[step] for step in sorted(branch)]
        return [_grown(item, (*way, place), placings, ways) for place, item in enumerate(items)]
    return {step: _grown(each, (*way, step), placings, ways) for step, each in branch.items()}


def _lacking(faults: Iterable[Fault]) -> list[str]:
    """Return the fields that are missing, as an author names them."""
    missing = [fault.path for fault in faults if fault.kind == "missing"]
    # Items that lack something do not count for pydantic: they are not too few for that.
    few = [
        fault.path
        for fault in faults
        if fault.kind == "too_short"
        and not any(path[: len(fault.path)] == fault.path for path in missing)
    ]
    return [*map(_named, missing), *(f"more {_named(path)}" for path in few)]


def _named(path: Path) -> str:
    words = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(words).lstrip(".")


def _ordered(data: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Return data with its fields in the order of their model."""
    found: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        if name not in data:
            continue
        value, inner = data[name], models_in(info.annotation)
        if inner and isinstance(value, dict):
            value = _ordered(value, inner[0])
        elif inner:
            value = [_ordered(item, inner[0]) for item in value]
        elif isinstance(value, str):
            value = _number(value, types_of(info.annotation))
        found[name] = value
    return found


def _number(text: str, types: Iterable[Any]) -> str | int | float:
    """Return a value that the model has accepted as the number that it is, if it is one."""
    if float in types:
        return float(text)
    return int(float(text)) if int in types else text
