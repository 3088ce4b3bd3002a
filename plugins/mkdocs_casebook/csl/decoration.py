"""Formatting, affixes, quotes, text case and display of an element (CSL 1.0.2, "Formatting")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from .context import Context
from .rich_text import Content, Font, Rich, Span, map_text
from .text_case import apply_case

Decorate = Callable[[Rich, Context], Rich]

_FORMATTING: Mapping[str, frozenset[str]] = {
    "font-style": frozenset({"normal", "italic", "oblique"}),
    "font-variant": frozenset({"normal", "small-caps"}),
    "font-weight": frozenset({"normal", "bold", "light"}),
    "text-decoration": frozenset({"none", "underline"}),
    "vertical-align": frozenset({"baseline", "sup", "sub"}),
}


def font_of(given: Mapping[str, str]) -> Font:
    """Give the formatting attributes of an element, leaving out values that CSL does not know."""
    return tuple(
        (name, given[name]) for name, known in _FORMATTING.items() if given.get(name) in known
    )


def strip_periods(rich: Rich) -> Rich:
    """Remove every period."""
    return map_text(rich, lambda text: text.replace(".", ""))


@lru_cache(maxsize=4096)
def affix(text: str) -> Rich:
    """Give an affix of a style, which is text as it stands."""
    return (text,) if text else ()


def undecorated(rich: Rich, _context: Context) -> Rich:
    """Leave rich text as it is."""
    return rich


def decorator(given: Mapping[str, str]) -> Decorate:
    """Compile the attributes that change what an element renders.

    Args:
        given: The attributes of the element.

    Returns:
        A function that applies them to what the element rendered; empty text stays empty.
    """
    font = font_of(given)
    case = given.get("text-case", "")
    strip = given.get("strip-periods") == "true"
    quotes = given.get("quotes") == "true"
    display = given.get("display", "")
    prefix, suffix = affix(given.get("prefix", "")), affix(given.get("suffix", ""))
    if not (font or case or strip or quotes or display or prefix or suffix):
        return undecorated

    def decorate(rich: Rich, context: Context) -> Rich:
        if not rich:
            return rich
        if strip:
            rich = strip_periods(rich)
        if case:
            language = context.item.language or context.locale.language
            rich = apply_case(rich, case, language, english=context.english)
        if font:
            rich = (Span(rich, font=font),)
        if quotes and not context.sorting:
            rich = (Span(rich, quoted=True),)
        if prefix or suffix:
            rich = (*prefix, *rich, *suffix)
        if display:
            rich = (Span(rich, display=display),)
        return rich

    return decorate


def mark(rich: Rich, role: str) -> tuple[Content, ...]:
    """Mark rich text with a role."""
    return (Span(rich, role=role),) if rich else ()
