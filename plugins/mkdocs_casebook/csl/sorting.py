"""Sorting of cites and entries (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .collation import CollationKey, collator
from .context import Context
from .items import DATE_VARIABLES, NAME_VARIABLES
from .markup import parse_markup
from .name_format import NameStyle, sort_name
from .numbers import is_numeric
from .rich_text import plain
from .style_parsing import Area, SortKey

_EMPTY: CollationKey = ("", "", "")


def _variable_text(key: SortKey, context: Context, demote: str) -> str:
    variable = key.variable
    if variable in NAME_VARIABLES:
        style = NameStyle(demote=demote)
        return "\x1e".join(sort_name(name, style, 2, context) for name in context.names(variable))
    if variable in DATE_VARIABLES:
        date = context.date(variable)
        return date.sort_key() if date else ""
    text = plain(parse_markup(context.text(variable)))
    if is_numeric(text) and text.isdigit():
        return text.zfill(10)
    return text


def sort_keys(
    area: Area, make: Callable[[SortKey], Context], language: str, demote: str
) -> tuple[CollationKey, ...]:
    """Give the sort keys of one item.

    Args:
        area: The area whose keys they are.
        make: Makes the context for a key.
        language: The language to sort by.
        demote: Value of `demote-non-dropping-particle`.

    Returns:
        One key for each `cs:key`.
    """
    collate = collator(language)
    keys = []
    for key in area.sort:
        context = make(key)
        text = _variable_text(key, context, demote) if key.variable else plain(key.render(context))
        keys.append(collate(text) if text else _EMPTY)
    return tuple(keys)


def sort_by(
    entries: Sequence[str], area: Area, keys: Callable[[str], tuple[CollationKey, ...]]
) -> list[str]:
    """Sort by the keys of an area; what has no key comes last in either direction.

    Args:
        entries: What is sorted.
        area: The area.
        keys: Gives the keys of an entry.

    Returns:
        The entries in order.
    """
    ordered = list(entries)
    if not area.sort:
        return ordered
    known = {entry: keys(entry) for entry in ordered}
    for index in range(len(area.sort) - 1, -1, -1):
        filled = [entry for entry in ordered if known[entry][index] is not _EMPTY]
        empty = [entry for entry in ordered if known[entry][index] is _EMPTY]
        filled.sort(
            key=lambda entry, index=index: known[entry][index],  # type: ignore[misc]
            reverse=area.sort[index].descending,
        )
        ordered = filled + empty
    return ordered
