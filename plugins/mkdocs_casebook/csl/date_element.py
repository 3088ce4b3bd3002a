"""The element `cs:date` (CSL 1.0.2, "Date")."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .context import Context
from .date_values import Date, Moment
from .decoration import Decorate, affix, decorator
from .locales import Locale
from .markup import parse_markup
from .numbers import ordinal
from .rich_text import Rich, Span, join
from .xml_reading import attributes, children, tag

_LEVELS = ("year", "month", "day")
_SHOWN = {
    "year": frozenset({"year"}),
    "year-month": frozenset({"year", "month"}),
    "year-month-day": frozenset(_LEVELS),
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A compiled `cs:date-part`."""

    name: str
    form: str
    range_delimiter: str
    prefix: Rich
    suffix: Rich
    decorate: Decorate


def _compile_part(given: Mapping[str, str]) -> _Part:
    inner = {name: value for name, value in given.items() if name not in ("prefix", "suffix")}
    return _Part(
        given.get("name", ""),
        given.get("form", ""),
        given.get("range-delimiter", "–"),
        affix(given.get("prefix", "")),
        affix(given.get("suffix", "")),
        decorator(inner),
    )


def _parts_of(element: ET.Element, locale: Locale) -> tuple[dict[str, str], list[_Part]]:
    """Give the attributes and parts of a date, with those of the locale where it asks for them."""
    given = attributes(element)
    own = [attributes(child) for child in children(element) if tag(child) == "date-part"]
    form = given.get("form")
    localised = locale.dates.get(form) if form else None
    if form and localised is None:
        return given, []
    if localised is None:
        return given, [_compile_part(part) for part in own]
    shown = _SHOWN.get(given.get("date-parts", ""), frozenset(_LEVELS))
    overriding = {part.get("name", ""): part for part in own}
    base = attributes(localised)
    parts = []
    for child in children(localised):
        part = attributes(child)
        name = part.get("name", "")
        if name in shown:
            parts.append(_compile_part(part | overriding.get(name, {})))
    merged = {name: value for name, value in base.items() if name != "form"} | given
    return merged, parts


def _year(year: int, form: str, locale: Locale) -> str:
    if form == "short":
        return f"{year % 100:02d}"
    if year < 0:
        return f"{-year}{locale.term('bc')}"
    return f"{year}{locale.term('ad')}" if year < 1000 else str(year)


def _month(moment: Moment, form: str, locale: Locale) -> str:
    in_figures = form.startswith("numeric")
    if moment.season:
        return "" if in_figures else locale.term(f"season-{moment.season:02d}")
    if not moment.month:
        return ""
    if in_figures:
        return f"{moment.month:02d}" if form == "numeric-leading-zeros" else str(moment.month)
    return locale.term(f"month-{moment.month:02d}", "short" if form == "short" else "long")


def _day(moment: Moment, form: str, locale: Locale) -> str:
    if not moment.day:
        return ""
    if form == "numeric-leading-zeros":
        return f"{moment.day:02d}"
    if form == "ordinal" and (moment.day == 1 or not locale.option("limit-day-ordinals-to-day-1")):
        month = locale.find(f"month-{moment.month:02d}") if moment.month else None
        return ordinal(moment.day, locale, month.gender if month else "")
    return str(moment.day)


class _DateElement:
    """A compiled `cs:date`."""

    def __init__(self, element: ET.Element, locale: Locale, *, implicit_suffix: bool) -> None:
        given, self.parts = _parts_of(element, locale)
        self.variable = given.get("variable", "")
        self.delimiter = given.get("delimiter", "")
        self.locale = locale
        self.implicit_suffix = implicit_suffix
        self.decorate = decorator(given)

    def render(self, context: Context) -> Rich:
        date = context.date(self.variable)
        if not date:
            context.note(self.variable, found=False)
            return ()
        if context.comparing and self.variable == "accessed":
            context.note(self.variable, found=True)
            return ()
        if context.sorting:
            rich: Rich = self.sort_key(date)
        elif not date.start:
            rich = parse_markup(date.literal)
        elif date.end is not None and date.end != date.start:
            rich = self.range(date.start, date.end, context)
        else:
            rich = self.single(date.start, self.parts, context)
        context.note(self.variable, found=bool(rich))
        return rich if context.sorting else self.decorate(rich, context)

    def sort_key(self, date: Date) -> Rich:
        shown = {part.name for part in self.parts}

        def limited(moment: Moment) -> str:
            return Moment(
                moment.year if "year" in shown else 0,
                moment.month if "month" in shown else 0,
                moment.day if "day" in shown else 0,
            ).sort_key()

        if not date.start:
            return ()
        return (limited(date.start) + ("-" + limited(date.end) if date.end else ""),)

    def value(self, part: _Part, moment: Moment, context: Context) -> Rich:
        text = ""
        if part.name == "year" and moment.year:
            text = _year(moment.year, part.form, self.locale)
        elif part.name == "month":
            text = _month(moment, part.form, self.locale)
        elif part.name == "day":
            text = _day(moment, part.form, self.locale)
        if not text:
            return ()
        rich = part.decorate((text,), context)
        if part.name == "year":
            rich = (Span(rich, role="year"),)
            if self.implicit_suffix and self.variable == "issued" and not context.suffix_done:
                context.suffix_done = True
                if context.year_suffix:
                    rich = (*rich, Span((context.year_suffix,), role="year-suffix"))
        return rich

    def single(
        self,
        moment: Moment,
        parts: Sequence[_Part],
        context: Context,
        *,
        open_left: bool = False,
        open_right: bool = False,
    ) -> Rich:
        """Render parts of one end; an open side loses the affix that faces the delimiter."""
        values = [(part, self.value(part, moment, context)) for part in parts]
        kept = [(part, value) for part, value in values if value]
        pieces: list[Rich] = []
        for index, (part, value) in enumerate(kept):
            prefix = () if open_left and index == 0 else part.prefix
            suffix = () if open_right and index == len(kept) - 1 else part.suffix
            pieces.append((*prefix, *value, *suffix))
        return join(pieces, self.delimiter)

    def range(self, start: Moment, end: Moment, context: Context) -> Rich:
        if not end:
            by_name = {part.name: part.range_delimiter for part in self.parts}
            rich = self.single(start, self.parts, context, open_right=True)
            return (*rich, by_name.get("year", "–")) if rich else ()
        names = {part.name for part in self.parts}
        differing = next(
            (level for level in _LEVELS if level in names and self.differs(level, start, end)),
            "",
        )
        if not differing:
            return self.single(start, self.parts, context)
        below = _LEVELS[_LEVELS.index(differing) :]
        changing = [index for index, part in enumerate(self.parts) if part.name in below]
        first, last = changing[0], changing[-1] + 1
        block = self.parts[first:last]
        delimiter = next(part.range_delimiter for part in self.parts if part.name == differing)
        lead = self.single(start, self.parts[:first], context)
        left = self.single(start, block, context, open_right=True)
        right = self.single(end, block, context, open_left=bool(lead) or first == 0)
        trail = self.single(start, self.parts[last:], context)
        if not left or not right:
            return join([lead, (*left, *right), trail], self.delimiter)
        return join([lead, (*left, delimiter, *right), trail], self.delimiter)

    @staticmethod
    def differs(level: str, start: Moment, end: Moment) -> bool:
        if level == "month":
            return (start.month, start.season) != (end.month, end.season)
        return bool(getattr(start, level) != getattr(end, level))


def compile_date(
    element: ET.Element, locale: Locale, *, implicit_suffix: bool
) -> Callable[[Context], Rich]:
    """Compile `cs:date`.

    Args:
        element: The element.
        locale: Where localised formats and terms come from.
        implicit_suffix: Whether the first year carries the year suffix.

    Returns:
        A function that renders it.
    """
    return _DateElement(element, locale, implicit_suffix=implicit_suffix).render
