"""Translations: the original record with the translated fields put over it."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from mkdocs_casebook.model.document import Locations, Path
from mkdocs_casebook.model.fields import Translated
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.walk import marks_of, models_in

IDENTITIES = ("id", "version", "criterion", "case", "record")
"""The fields by which an item of a list is known: a translation need not repeat the rest."""


def overlay(
    model: type[Record],
    original: Mapping[str, object],
    translated: Mapping[str, object],
    locations: tuple[Locations, Locations],
    start: Span,
) -> tuple[dict[str, object], Locations, list[Problem]]:
    """Put a translation over its original.

    Items of lists are paired by the field that identifies them, or else by their place.

    Args:
        model: Model of the record.
        original: Front matter of the original.
        translated: Front matter of the translation.
        locations: Where the fields of the two stand.
        start: Start of the translation's file.

    Returns:
        The whole front matter, the places of its fields, and the problems found: fields that a
        translation may not set, and items that the original does not have.
    """
    work = _Overlay(locations, start)
    data = work.mapping(model, original, translated, (), ())
    return data, Locations(work.keys, work.values), work.problems


class _Overlay:
    def __init__(self, locations: tuple[Locations, Locations], start: Span) -> None:
        self._original, self._translated = locations
        self._start = start
        self.keys = dict(self._original.keys)
        self.values = dict(self._original.values)
        self.problems: list[Problem] = []

    def mapping(
        self,
        model: type[BaseModel] | None,
        original: Mapping[str, object],
        translated: Mapping[str, object],
        path: Path,
        here: Path,
    ) -> dict[str, object]:
        """Lay one mapping over another.

        Args:
            model: Model of the mapping.
            original: The original mapping.
            translated: The mapping of the translation.
            path: The way to it in the result.
            here: The way to it in the translation.
        """
        result = dict(original)
        for name, value in translated.items():
            inner, place = (*path, name), (*here, name)
            field = model.model_fields.get(name) if model else None
            if (
                field is None
                or name == "translates"
                or (path == () and name in {"date", "authors"})
            ):
                result[name] = self._take(value, inner, place)
            elif model and any(isinstance(mark, Translated) for mark in marks_of(model, name)):
                result[name] = self._nested(
                    field.annotation, original.get(name), value, inner, place
                )
            elif name not in IDENTITIES:
                self._refuse(name, place)
        return result

    def _nested(
        self, annotation: object, original: object, value: object, path: Path, here: Path
    ) -> object:
        model = next(iter(models_in(annotation)), None)
        if model is None:
            return self._take(value, path, here)
        if isinstance(value, dict) and isinstance(original, dict):
            return self.mapping(model, original, value, path, here)
        if isinstance(value, list) and isinstance(original, list):
            return self._items(model, original, value, path, here)
        return self._take(value, path, here)

    def _items(
        self, model: type[BaseModel], original: list[Any], value: list[Any], path: Path, here: Path
    ) -> list[object]:
        result: list[object] = list(original)
        for number, item in enumerate(value):
            place = _counterpart(original, item, number)
            inner = (*here, number)
            if place is None:
                self.problems.append(
                    Problem(
                        "untranslatable-field",
                        self._translated.of(inner, self._start),
                        "the original has no such item",
                        "a translation cannot add items: add it to the original first",
                    )
                )
            elif isinstance(item, dict) and isinstance(result[place], dict):
                result[place] = self.mapping(model, original[place], item, (*path, place), inner)
            else:
                result[place] = self._take(item, (*path, place), inner)
        return result

    def _take(self, value: object, path: Path, here: Path) -> object:
        """Take a value of the translation with its places."""
        for places, source in (
            (self.keys, self._translated.keys),
            (self.values, self._translated.values),
        ):
            for stale in [each for each in places if each[: len(path)] == path]:
                del places[stale]
            for each, span in source.items():
                if each[: len(here)] == here:
                    places[path + each[len(here) :]] = span
        return value

    def _refuse(self, name: str, place: Path) -> None:
        self.problems.append(
            Problem(
                "untranslatable-field",
                self._translated.of_key(place, self._start),
                f"'{name}' is not translated: it comes from the original record",
                "leave it out here, and change it in the original",
            )
        )


def _counterpart(original: list[Any], item: object, number: int) -> int | None:
    """Return the place in ``original`` of the item that ``item`` translates."""
    if isinstance(item, dict):
        for name in IDENTITIES:
            if name in item:
                known = [each.get(name) for each in original if isinstance(each, dict)]
                return known.index(item[name]) if item[name] in known else None
    return number if number < len(original) else None
