"""Entries of the bibliography: their blocks and what stands for repeated authors (CSL 1.0.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .rich_text import Content, Rich, Span, find_role, keyed, replace_role
from .style_parsing import Area


def _append(rich: Rich, suffix: Rich) -> Rich:
    """Append text to the last block of an entry, or to its end."""
    if rich and isinstance(rich[-1], Span) and rich[-1].display:
        last = rich[-1]
        return (*rich[:-1], replace(last, children=_append(last.children, suffix)))
    return (*rich, *suffix)


def lay_out_entry(area: Area, fields: Sequence[Rich]) -> Rich:
    """Put the fields of an entry together.

    Args:
        area: The style's `cs:bibliography`.
        fields: What the children of its layout rendered.

    Returns:
        The entry.
    """
    filled = [field for field in fields if field]
    if not filled:
        return ()
    whole: Rich
    if area.options.get("second-field-align") and len(filled) > 1 and fields[0]:
        rest: list[Content] = []
        for field in filled[1:]:
            rest.extend(field)
        whole = (
            Span((*area.prefix, *filled[0]), display="left-margin"),
            Span(tuple(rest), display="right-inline"),
        )
        whole = _append(whole, area.suffix)
    else:
        parts: list[Content] = list(area.prefix)
        for field in filled:
            parts.extend(field)
        whole = _append(tuple(parts), area.suffix)
    return (Span(whole, font=area.font),) if area.font else whole


def _name_spans(rich: Rich) -> list[Span]:
    found = []
    for part in rich:
        if isinstance(part, Span):
            found.extend([part] if part.role == "name" else _name_spans(part.children))
    return found


def _replace_names(rich: Rich, count: int, substitute: Rich) -> tuple[Rich, int]:
    """Replace the first names of a list."""
    changed: list[Content] = []
    for part in rich:
        if isinstance(part, str) or count <= 0:
            changed.append(part)
        elif part.role == "name":
            changed.extend(substitute)
            count -= 1
        else:
            children, count = _replace_names(part.children, count, substitute)
            changed.append(replace(part, children=children))
    return tuple(changed), count


def substitute_author(area: Area, entry: Rich, previous: Rich) -> Rich:
    """Replace the names that an entry shares with the one before (CSL, "Reference Grouping").

    Args:
        area: The style's `cs:bibliography`.
        entry: The entry.
        previous: The entry before it, with its names.

    Returns:
        The entry, with the style's substitute for repeated names.
    """
    text = area.options.get("subsequent-author-substitute")
    if text is None:
        return entry
    rule = area.options.get("subsequent-author-substitute-rule", "complete-all")
    names, before = find_role(entry, "names"), find_role(previous, "names")
    if names is None or before is None:
        return entry
    return _substitute(entry, names, before, rule, (text,) if text else ())


def _list_key(names: Span) -> str:
    """Give the text by which lists of names compare, without their labels."""
    found = find_role(names.children, "name-list")
    return keyed(found.children if found is not None else names.children)


def _substitute(entry: Rich, names: Span, before: Span, rule: str, substitute: Rich) -> Rich:
    shown, earlier = _name_spans(names.children), _name_spans(before.children)
    complete = _list_key(names) == _list_key(before)
    if rule == "complete-all" or (complete and not shown):
        if not complete:
            return entry
        if find_role(names.children, "name-list") is not None:
            children, _ = replace_role(names.children, "name-list", substitute)
        else:
            children = substitute
        replacement: Rich = (replace(names, children=children),) if children else ()
        return replace_role(entry, "names", replacement)[0]
    if rule == "complete-each":
        count = len(shown) if complete else 0
    else:
        count = 0
        for mine, other in zip(shown, earlier, strict=False):
            if keyed(mine.children) != keyed(other.children):
                break
            count += 1
        if rule == "partial-first":
            count = min(count, 1)
    if not count:
        return entry
    children, _ = _replace_names(names.children, count, substitute)
    return replace_role(entry, "names", (replace(names, children=children),))[0]
