"""Validating front matter, with messages that an author can act on."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mkdocs_casebook.model.document import Locations, Path
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.text import nearest
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
}


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
        return None, [
            _problem(details, model, data, locations, Span(file), code)
            for details in error.errors(include_url=False)
        ]


def _problem(
    details: ErrorDetails,
    model: type[BaseModel],
    data: Mapping[str, object],
    locations: Locations,
    start: Span,
    code: str,
) -> Problem:
    path: Path = tuple(details["loc"])
    name = str(path[-1]) if path else ""
    match details["type"]:
        case "missing":
            message = f"{_inside(path[:-1])}needs the field '{name}'"
            return Problem("missing-field", locations.of(path[:-1], start), message)
        case "extra_forbidden":
            known = _fields_around(model, path[:-1])
            near = nearest(name, known)
            hint = f"did you mean '{near}'?" if near else f"known fields: {', '.join(known)}"
            message = f"{_inside(path[:-1])}has no field '{name}'"
            return Problem("unknown-field", locations.of_key(path, start), message, hint)
    return Problem(code, locations.of(path, start), *_wrong_value(details, path))


def _wrong_value(details: ErrorDetails, path: Path) -> tuple[str, str]:
    context = details.get("ctx", {})
    value = details["input"]
    label = f"'{_dotted(path)}'" if path else "the value"
    shown = f", not {_shown(value)}" if isinstance(value, str | int | float) else ""
    match details["type"]:
        case "enum" | "literal_error":
            choices = [
                each.strip(" '")
                for each in str(context["expected"]).replace(" or ", ", ").split(",")
            ]
            near = nearest(str(value), choices)
            hint = f"did you mean '{near}'?" if near else ""
            return f"{label} must be one of {', '.join(choices)}{shown}", hint
        case "string_too_long":
            length = len(value) if isinstance(value, str) else 0
            return f"{label} has {length} characters; at most {context['max_length']} fit", ""
        case "string_too_short":
            return f"{label} is empty", "give it a value, or leave the field out"
        case "too_short":
            return f"{label} needs at least {context['min_length']} items", ""
        case "string_pattern_mismatch":
            return (
                f"{label} must be an id{shown}",
                "use lower-case letters, digits and hyphens, as in 'social-exclusion'",
            )
        case "value_error":
            return f"{label}: {context['error']}", ""
        case kind if kind in _EXPECTED:
            return f"{label} must be {_EXPECTED[kind]}{shown}", ""
    return f"{label}: {details['msg']}", ""


def _fields_around(model: type[BaseModel], path: Path) -> list[str]:
    """Return the fields of the model inside ``model`` to which ``path`` leads."""
    current: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and current is not None:
            info = current.model_fields.get(step)
            inner = models_in(info.annotation) if info else ()
            current = inner[0] if inner else None
    return list(current.model_fields) if current else []


def _inside(path: Path) -> str:
    return f"'{_dotted(path)}' " if path else "the record "


def _dotted(path: Path) -> str:
    """Write a path as authors count: the first item of a list is item 1."""
    words = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(words).lstrip(".")


def _shown(value: object) -> str:
    text = str(value)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"
