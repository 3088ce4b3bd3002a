"""Validating front matter, with messages that an author can act on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mkdocs_casebook.model.document import Locations, Path
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.model.walk import models_in

M = TypeVar("M", bound=BaseModel)

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping of names to values",
    "mapping_type": "a mapping of names to values",
    "model_type": "a mapping of fields",
    "model_attributes_type": "a mapping of fields",
    "int_parsing_size": "a whole number of a reasonable size",
    "finite_number": "a number",
}
_BOUNDS = {"greater_than_equal": "ge", "less_than_equal": "le"}
_LIMITS = {"greater_than_equal": "at least", "less_than_equal": "at most"}


def validate(
    model: type[M],
    data: Mapping[str, object],
    locations: Locations,
    file: str,
    code: str = "invalid-value",
) -> tuple[M | None, list[Problem]]:
    """Validate data against a model.

    Args:
        model: The model.
        data: Plain data, as ``read_mapping`` gives it.
        locations: Where its keys and values stand.
        file: The file, for messages about what is missing altogether.
        code: Code of problems with values.

    Returns:
        The validated model, or None with the problems, each at its place.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [fault.problem for fault in _faults(error, model, locations, file, code)]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one value, or that it is missing.

    Attributes:
        path: The way to it.
        kind: What pydantic calls the fault, such as ``missing``.
        problem: It as an author reads of it.
    """

    path: Path
    kind: str
    problem: Problem


def faults_of(
    model: type[M], data: Mapping[str, object], locations: Locations, file: str, code: str
) -> list[Fault]:
    """Return what is wrong with data, each fault with the way to its value.

    Args:
        model: The model.
        data: Plain data.
        locations: Where its keys and values stand.
        file: The file, for messages about what is missing altogether.
        code: Code of problems with values.
    """
    try:
        model.model_validate(data)
    except ValidationError as error:
        return _faults(error, model, locations, file, code)
    return []


def _faults(
    error: ValidationError, model: type[BaseModel], locations: Locations, file: str, code: str
) -> list[Fault]:
    place = _Place(model, locations, Span(file))
    return [
        Fault(tuple(details["loc"]), details["type"], _problem(details, place, code))
        for details in error.errors(include_url=False)
    ]


@dataclass(frozen=True, slots=True)
class _Place:
    model: type[BaseModel]
    locations: Locations
    start: Span


def _problem(details: ErrorDetails, place: _Place, code: str) -> Problem:
    path: Path = tuple(details["loc"])
    name = str(path[-1]) if path else ""
    match details["type"]:
        case "missing":
            message = f"{_inside(path[:-1])}needs the field '{name}'"
            span = place.locations.of(path[:-1], place.start)
            return Problem("missing-field", span, message, f"add a line '{name}: ...'")
        case "extra_forbidden":
            known = _fields_around(place.model, path[:-1])
            near = nearest(name, known)
            hint = f"did you mean '{near}'?" if near else f"known fields: {', '.join(known)}"
            message = f"{_inside(path[:-1])}has no field '{shown(name)}'"
            span = place.locations.of_key(path, place.start)
            return Problem("unknown-field", span, message, hint)
    if path and path[-1] == "[key]":
        # pydantic marks an error in a key, rather than in its value, so.
        path = path[:-1]
    return Problem(code, place.locations.of(path, place.start), *_wrong_value(details, path))


def _wrong_value(details: ErrorDetails, path: Path) -> tuple[str, str]:
    kind, value, context = details["type"], details["input"], details.get("ctx", {})
    label = f"'{_dotted(path)}'" if path else "the value"
    given = f", not '{shown(str(value))}'" if isinstance(value, str | int | float) else ""
    hint = ""
    if value is None or kind == "string_too_short":
        said, hint = "is empty", "give it a value, or leave the field out"
    elif kind == "enum":
        choices = re.findall(r"'([^']*)'", str(context["expected"]))
        near = nearest(str(value), choices)
        said = f"must be one of {', '.join(choices)}{given}"
        hint = f"did you mean '{near}'?" if near else ""
    elif kind == "string_too_long":
        length = len(value) if isinstance(value, str) else 0
        said = f"has {length} characters; at most {context['max_length']} fit"
        hint = "shorten it, and tell the rest in the body"
    elif kind == "too_short":
        count = context["min_length"]
        said = f"needs at least {count} item{'s' if count != 1 else ''}"
    elif kind == "string_pattern_mismatch":
        said = f"must be an id{given}"
        hint = "use lower-case letters, digits and hyphens, as in 'social-exclusion'"
    elif kind == "value_error":
        return f"{label}: {context['error']}", ""
    elif kind in _LIMITS:
        said = f"must be {_LIMITS[kind]} {context[_BOUNDS[kind]]:g}{given}"
    elif kind in _EXPECTED:
        said = f"must be {_EXPECTED[kind]}{given}"
        if kind == "string_type":
            hint = "put quotation marks around a text that begins with [ or {"
    else:
        return f"{label}: {details['msg']}", ""
    return f"{label} {said}", hint


def _fields_around(model: type[BaseModel], path: Path) -> list[str]:
    """Return the fields of the model inside ``model`` to which ``path`` leads."""
    current: type[BaseModel] | None = model
    is_key = False
    for step in path:
        if is_key:
            is_key = False
        elif isinstance(step, str) and current is not None:
            info = current.model_fields.get(step)
            inner = models_in(info.annotation) if info else ()
            current = inner[0] if inner else None
            is_key = info is not None and get_origin(info.annotation) is Mapping
    return list(current.model_fields) if current else []


def _inside(path: Path) -> str:
    return f"'{_dotted(path)}' " if path else "the record "


def _dotted(path: Path) -> str:
    """Write a path as authors count: the first item of a list is item 1."""
    words = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(words).lstrip(".")
