"""A style, read and compiled once (CSL 1.0.2, "Styles")."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .context import Context, Truncation
from .decoration import affix, font_of
from .elements import Compiler
from .library import locale_files, parent_of, style
from .locales import Locale, LocaleData, canonical, layer, parse_locale, read_locale
from .name_options import inherited
from .rich_text import Font, Rich
from .xml_reading import StyleError, attributes, children, parse_xml, tag


@dataclass(frozen=True, slots=True)
class SortKey:
    """A compiled `cs:key`.

    Attributes:
        variable: The variable, or nothing where the key is a macro.
        render: Renders the key.
        descending: Whether the order is reversed.
        truncation: Its own et-al options.
    """

    variable: str
    render: Callable[[Context], Rich]
    descending: bool
    truncation: Truncation | None


@dataclass(frozen=True, slots=True)
class Area:
    """`cs:citation` or `cs:bibliography`, compiled.

    Attributes:
        name: "citation" or "bibliography".
        options: Attributes of the element.
        fields: Functions that render the children of the layout.
        prefix: Prefix of the layout.
        suffix: Suffix of the layout.
        delimiter: Delimiter of the layout.
        font: Formatting of the layout.
        sort: Sort keys.
    """

    name: str
    options: Mapping[str, str]
    fields: tuple[Callable[[Context], Rich], ...]
    prefix: Rich
    suffix: Rich
    delimiter: str
    font: Font
    sort: tuple[SortKey, ...]

    def option(self, name: str) -> bool:
        """Say whether an option of the area is on."""
        return self.options.get(name) == "true"

    def render(self, context: Context) -> Rich:
        """Render the layout's children for one item."""
        rich: Rich = ()
        for one in self.fields:
            rich += one(context)
        return rich


@dataclass(frozen=True, slots=True)
class Style:
    """A style in one locale, compiled and immutable.

    Attributes:
        note: Whether citations of the style stand in notes.
        language: Its `default-locale`, or nothing.
        locale: Its locale, with the style's own terms over it.
        citation: How citations are rendered.
        bibliography: How the bibliography is rendered, if the style has one.
        options: Attributes of `cs:style`.
        has_disambiguate: Whether a condition asks for disambiguation.
        numeric: Whether entries of the bibliography are numbered.
        reads_number: Whether anything depends on the numbers of items.
        reads_position: Whether cites of an item differ by their position.
        reads_near_note: Whether they differ by being near another.
        reads_first_note: Whether they show the number of the note that cited the item first.
    """

    note: bool
    language: str
    locale: Locale
    citation: Area
    bibliography: Area | None
    options: Mapping[str, str]
    has_disambiguate: bool = False
    numeric: bool = False
    reads_number: bool = False
    reads_position: bool = False
    reads_near_note: bool = False
    reads_first_note: bool = False

    @classmethod
    def parse(cls, xml: str, locale: str | None = None) -> Style:
        """Read and compile a style.

        Args:
            xml: The style; a dependent one is replaced by its parent.
            locale: The language; without it that of the style, or American English.

        Returns:
            The compiled style, the same object for the same style and locale.

        Raises:
            StyleError: It cannot be read, or calls what it does not define.
        """
        return _parse(xml, locale)

    def is_english(self, language: str) -> bool:
        """Say whether an item counts as English (CSL 1.0.2, "Non-English Items")."""
        if language:
            return language.lower().startswith("en")
        return not self.language or self.language.lower().startswith("en")


@lru_cache(maxsize=64)
def _parse(xml: str, locale: str | None) -> Style:
    root = parse_xml(xml)
    if tag(root) != "style":
        raise StyleError(f"a style begins with <style>, this begins with <{tag(root)}>")
    inside = children(root)
    if not any(tag(child) == "citation" for child in inside):
        parent = parent_of(xml)
        if parent is None:
            raise StyleError("the style has no <citation>")
        return _parse(style(parent), locale or attributes(root).get("default-locale"))
    options = attributes(root)
    language = options.get("default-locale", "")
    resolved = _resolve_locale(locale or language or "en-US", inside)
    macros = {attributes(child).get("name", ""): child for child in inside if tag(child) == "macro"}
    areas = {tag(child): child for child in inside if tag(child) in ("citation", "bibliography")}
    explicit = any(_calls(area, "year-suffix", macros, set()) for area in areas.values())
    compiled = {
        name: _compile_area(element, macros, resolved, options, implicit_suffix=not explicit)
        for name, element in areas.items()
    }
    return Style(
        options.get("class") == "note",
        language,
        resolved,
        compiled["citation"],
        compiled.get("bibliography"),
        options,
        any("disambiguate" in element.attrib for element in root.iter()),
        "bibliography" in areas and _calls(areas["bibliography"], "citation-number", macros, set()),
        any("citation-number" in element.attrib.get("variable", "") for element in root.iter()),
        any(
            name in element.attrib
            for element in root.iter()
            for name in ("position", "et-al-subsequent-min", "et-al-subsequent-use-first")
        ),
        any("near-note" in element.attrib.get("position", "") for element in root.iter()),
        any(
            element.attrib.get("variable", "").find("first-reference-note-number") >= 0
            for element in root.iter()
        ),
    )


def _resolve_locale(language: str, inside: list[ET.Element]) -> Locale:
    """Put the style's own locales over those of the files (CSL 1.0.2, "Locale Fallback")."""
    wanted = canonical(language)
    own: dict[int, list[LocaleData]] = {0: [], 1: [], 2: []}
    for child in inside:
        if tag(child) != "locale":
            continue
        data = read_locale(child)
        if not data.language:
            own[0].append(data)
        elif canonical(data.language) == wanted and "-" in data.language:
            own[2].append(data)
        elif data.language.split("-")[0] == wanted.split("-")[0] and "-" not in data.language:
            own[1].append(data)
    sources = [parse_locale(text) for text in locale_files(language)]
    return layer(language, [*sources, *own[0], *own[1], *own[2]])


def _calls(
    element: ET.Element, variable: str, macros: Mapping[str, ET.Element], seen: set[str]
) -> bool:
    for child in element.iter():
        given = child.attrib
        if given.get("variable") == variable and tag(child) == "text":
            return True
        name = given.get("macro")
        if name and name in macros and name not in seen:
            seen.add(name)
            if _calls(macros[name], variable, macros, seen):
                return True
    return False


def _number(given: Mapping[str, str], name: str) -> int | None:
    value = given.get(name, "")
    return int(value) if value.isdigit() else None


def _compile_key(element: ET.Element, compiler: Compiler) -> SortKey:
    given = attributes(element)
    truncation = None
    if {"names-min", "names-use-first", "names-use-last"} & given.keys():
        last = given.get("names-use-last")
        truncation = Truncation(
            _number(given, "names-min"),
            _number(given, "names-use-first"),
            None if last is None else last == "true",
        )
    variable = given.get("variable", "")
    return SortKey(
        variable,
        compiler.macro(given["macro"]) if "macro" in given else lambda _context: (),
        given.get("sort") == "descending",
        truncation,
    )


def _compile_area(
    element: ET.Element,
    macros: Mapping[str, ET.Element],
    locale: Locale,
    options: Mapping[str, str],
    *,
    implicit_suffix: bool,
) -> Area:
    given = attributes(element)
    name = tag(element)
    compiler = Compiler(
        macros,
        locale,
        options,
        inherited(options, given),
        implicit_suffix=implicit_suffix,
        marks_terms=name == "citation" and options.get("class") == "note",
    )
    inside = {tag(child): child for child in children(element)}
    layout = inside.get("layout")
    if layout is None:
        raise StyleError(f"<{name}> has no <layout>")
    look = attributes(layout)
    keys = children(inside["sort"]) if "sort" in inside else []
    return Area(
        name,
        given,
        tuple(compiler.element(child) for child in children(layout)),
        affix(look.get("prefix", "")),
        affix(look.get("suffix", "")),
        look.get("delimiter", ""),
        font_of(look),
        tuple(_compile_key(key, compiler) for key in keys),
    )
