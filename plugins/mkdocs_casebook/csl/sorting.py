"""Sorting of cites and entries (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from .collation import CollationKey, collator
from .context import Context
from .items import DATE_VARIABLES, NAME_VARIABLES
from .markup import parse_markup
from .name_format import NameStyle, sort_name
from .numbers import is_numeric
from .rich_text import plain
from .style_parsing import Area, SortKey

EMPTY: CollationKey = ("", "", "")

_Entry = TypeVar("_Entry")


def _variable_text(key: SortKey, context: Context) -> str:
    variable = key.variable
    if variable in NAME_VARIABLES:
        style = NameStyle(demote=key.demote)
        return "\x1e".join(sort_name(name, style, 2, context) for name in context.names(variable))
    if variable in DATE_VARIABLES:
        date = context.date(variable)
        return date.sort_key() if date else ""
    text = plain(parse_markup(context.text(variable)))
    if is_numeric(text) and text.isdigit():
        return text.zfill(10)
    return text


def sort_value(area: Area, key: SortKey, context: Context) -> CollationKey:
    """Give what an item is compared by under one sort key.

    Args:
        area: The area that the key is of.
        key: The sort key.
        context: The rendering of the item for sorting.

    Returns:
        The value, which is empty where the item has none.
    """
    if key.variable:
        text = _variable_text(key, context)
    else:
        text = plain(area.sort_text(key, context)) if key.macro else ""
    return collator(context.locale.language)(text) if text else EMPTY


def sort_by(
    entries: Sequence[_Entry],
    keys: Sequence[SortKey],
    value: Callable[[_Entry, int], CollationKey],
) -> list[_Entry]:
    """Sort by one key after another; what a key has no value for comes last in either direction.

    A key is asked only of the entries that are the same under all keys before it.

    Args:
        entries: What is sorted.
        keys: The sort keys.
        value: Gives what an entry is compared by under the key of an index.

    Returns:
        The entries in order; those that are the same under all keys stay in theirs.
    """
    groups = [list(entries)]
    for index, key in enumerate(keys):
        if all(len(group) == 1 for group in groups):
            break
        groups = [
            part
            for group in groups
            for part in (_parted(group, index, key, value) if len(group) > 1 else (group,))
        ]
    return [entry for group in groups for entry in group]


def _parted(
    group: Sequence[_Entry],
    index: int,
    key: SortKey,
    value: Callable[[_Entry, int], CollationKey],
) -> list[list[_Entry]]:
    """Part a group into those that are the same under a key, in its order."""
    same: dict[CollationKey, list[_Entry]] = {}
    for entry in group:
        same.setdefault(value(entry, index), []).append(entry)
    last = same.pop(EMPTY, None)
    parts = [same[found] for found in sorted(same, reverse=key.descending)]
    return parts if last is None else [*parts, last]
