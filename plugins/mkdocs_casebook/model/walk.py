"""Walking over the fields of a record with the marks of their types."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from mkdocs_casebook.model.document import Path
from mkdocs_casebook.model.fields import Address, Inline, Refers, Translated

Mark = Address | Inline | Refers | Translated


Text = tuple[Path, str, tuple[Mark, ...]]
"""The way to a text, the text, and the marks of the field that holds it."""


def walk(model: BaseModel) -> list[Text]:
    """Return every text of a record with its path and the marks of its type.

    Args:
        model: A record, or a part of one.
    """
    found: list[Text] = []
    _walk(model, (), (), found)
    return found


def _walk(value: object, path: Path, marks: tuple[Mark, ...], found: list[Text]) -> None:
    if isinstance(value, str):
        found.append((path, value, marks))
    elif isinstance(value, BaseModel):
        for name, own in _fields(type(value)):
            inner = getattr(value, name)
            if inner:
                _walk(inner, (*path, name), own, found)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _walk(item, (*path, number), marks, found)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _walk(item, (*path, key), marks, found)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, tuple[Mark, ...]], ...]:
    return tuple(
        (name, (*_own(info.metadata), *_marks(info.annotation)))
        for name, info in model.model_fields.items()
    )


def marks_of(model: type[BaseModel], name: str) -> tuple[Mark, ...]:
    """Return the marks of a field, and of the fields of the models inside it.

    Args:
        model: A model.
        name: One of its fields.
    """
    own = dict(_fields(model))[name]
    inner = models_in(model.model_fields[name].annotation)
    nested = (marks_of(each, field) for each in inner for field in each.model_fields)
    return (*own, *(mark for marks in nested for mark in marks))


def models_in(annotation: object) -> tuple[type[BaseModel], ...]:
    """Return the models that stand in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return (annotation,)
    return tuple(found for each in get_args(annotation) for found in models_in(each))


def _marks(annotation: Any) -> Iterator[Mark]:
    """Yield the marks inside an annotation, however deep: lists and optional values too."""
    if get_origin(annotation) is Annotated:
        annotation, *metadata = get_args(annotation)
        yield from _own(metadata)
    for argument in get_args(annotation):
        yield from _marks(argument)


def _own(metadata: list[Any]) -> Iterator[Mark]:
    return (each for each in metadata if isinstance(each, Mark))
