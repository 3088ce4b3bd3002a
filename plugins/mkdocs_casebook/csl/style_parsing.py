"""A style, read and compiled once (CSL 1.0.2, "Styles")."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from .context import Context, Truncation
from .decoration import affix, font_of
from .elements import Compiler
from .extent import check_extent
from .library import locale_files, parent_of, style
from .locales import Locale, LocaleData, canonical, layer, parse_locale, read_locale
from .macros import Macros
from .name_options import inherited
from .rich_text import Font, Rich
from .shapes import Renderer, Shape
from .xml_reading import StyleError, attributes, children, integer, parse_xml, tag, variables_read

_SHAPES = 512


@dataclass(frozen=True, slots=True)
class SortKey:
    """A compiled `cs:key`.

    Attributes:
        variable: The variable, or nothing where the key is a macro.
        macro: The macro, or nothing where the key is a variable.
        descending: Whether the order is reversed.
        truncation: Its own et-al options.
        demote: Value of `demote-non-dropping-particle`, by which names sort.
    """

    variable: str
    macro: str
    descending: bool
    truncation: Truncation | None
    demote: str


class CompiledArea:
    """An area compiled for the items of one shape.

    Args:
        compiler: The compiler, which keeps the macros that it has compiled.
        layout: The layout.
    """

    def __init__(self, compiler: Compiler, layout: ET.Element) -> None:
        self._compiler = compiler
        self._layout = layout

    @cached_property
    def fields(self) -> tuple[Renderer, ...]:
        """The functions that render the children of the layout."""
        return tuple(self._compiler.element(child).render for child in children(self._layout))

    def macro(self, name: str) -> Renderer:
        """Give the function that renders a macro of a sort key."""
        return self._compiler.macro(name).render


@dataclass(frozen=True, slots=True)
class Area:
    """`cs:citation` or `cs:bibliography`, compiled.

    Attributes:
        name: "citation" or "bibliography".
        options: Attributes of the element.
        compile: Compiles the layout and the macros of sort keys for items of a shape.
        read: The variables that the style reads.
        prefix: Prefix of the layout.
        suffix: Suffix of the layout.
        delimiter: Delimiter of the layout.
        font: Formatting of the layout.
        sort: Sort keys.
        sort_reads_number: Whether any of them depends on the numbers of items.
    """

    name: str
    options: Mapping[str, str]
    compile: Callable[[Shape], CompiledArea]
    read: frozenset[str]
    prefix: Rich
    suffix: Rich
    delimiter: str
    font: Font
    sort: tuple[SortKey, ...]
    sort_reads_number: bool = False

    def option(self, name: str) -> bool:
        """Say whether an option of the area is on."""
        return self.options.get(name) == "true"

    def render(self, context: Context) -> Rich:
        """Render the layout for one item."""
        rich: Rich = ()
        for field in self.fields(context):
            rich += field
        return rich

    def fields(self, context: Context) -> list[Rich]:
        """Render each child of the layout for one item."""
        fields = self.compile(Shape.of(context.item, self.read)).fields
        return [render(context) for render in fields]

    def sort_text(self, key: SortKey, context: Context) -> Rich:
        """Render the macro of a sort key for one item."""
        return self.compile(Shape.of(context.item, self.read)).macro(key.macro)(context)


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
        near_note_distance: How many notes back a citation is near.
        has_disambiguate: Whether a condition asks for disambiguation.
        numeric: Whether entries of the bibliography are numbered.
        shows_number: Whether the numbers of items are shown anywhere.
        reads_number: Whether anything else depends on them: the form of a number, or its label.
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
    near_note_distance: int = 5
    has_disambiguate: bool = False
    numeric: bool = False
    shows_number: bool = False
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

    @property
    def disambiguates(self) -> bool:
        """Whether the style tells cites apart in any way."""
        return self.has_disambiguate or any(
            self.citation.option(f"disambiguate-add-{what}")
            for what in ("names", "givenname", "year-suffix")
        )

    @property
    def shortens_subsequent(self) -> bool:
        """Whether lists of names are shorter where an item is cited again."""
        return any(
            name in options
            for name in ("et-al-subsequent-min", "et-al-subsequent-use-first")
            for options in (self.citation.options, self.options)
        )

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
    check_extent(root, macros)
    areas = {tag(child): child for child in inside if tag(child) in ("citation", "bibliography")}
    explicit = any(_shows(area, "year-suffix", macros, set()) for area in areas.values())
    used = _Uses(root)
    compiled = {
        name: _area(
            element, macros, resolved, options, frozenset(used.read), implicit_suffix=not explicit
        )
        for name, element in areas.items()
    }
    citation = compiled["citation"]
    return Style(
        options.get("class") == "note",
        language,
        resolved,
        citation,
        compiled.get("bibliography"),
        options,
        near_note_distance=integer(citation.options, "near-note-distance", 5),
        has_disambiguate="disambiguate" in used.attributes,
        numeric="bibliography" in areas
        and _shows(areas["bibliography"], "citation-number", macros, set()),
        shows_number=("text", "citation-number") in used.variables,
        reads_number=not {("number", "citation-number"), ("label", "citation-number")}.isdisjoint(
            used.variables
        ),
        reads_position=not used.attributes.isdisjoint(
            ("position", "et-al-subsequent-min", "et-al-subsequent-use-first")
        ),
        reads_near_note="near-note" in used.positions,
        reads_first_note=any(name == "first-reference-note-number" for _, name in used.variables),
    )


class _Uses:
    """What the elements of a style use, wherever they stand.

    Args:
        root: The style.
    """

    def __init__(self, root: ET.Element) -> None:
        self.attributes: set[str] = set()
        self.variables: set[tuple[str, str]] = set()
        self.positions: set[str] = set()
        self.read = variables_read(root)
        for element in root.iter():
            given = element.attrib
            self.attributes.update(given)
            self.positions.update(given.get("position", "").split())
            for variable in given.get("variable", "").split():
                self.variables.add((tag(element), variable))


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


def _shows(
    element: ET.Element,
    variable: str,
    macros: Mapping[str, ET.Element],
    seen: set[str],
    tags: Sequence[str] = ("text",),
) -> bool:
    """Say whether an element or the macros that it calls show a variable by some tags."""
    for child in element.iter():
        given = child.attrib
        if given.get("variable") == variable and tag(child) in tags:
            return True
        name = given.get("macro")
        if name and name in macros and name not in seen:
            seen.add(name)
            if _shows(macros[name], variable, macros, seen, tags):
                return True
    return False


def _sort_key(element: ET.Element, options: Mapping[str, str]) -> SortKey:
    given = attributes(element)
    truncation = None
    if {"names-min", "names-use-first", "names-use-last"} & given.keys():
        last = given.get("names-use-last")
        truncation = Truncation(
            integer(given, "names-min", None),
            integer(given, "names-use-first", None),
            None if last is None else last == "true",
        )
    return SortKey(
        given.get("variable", ""),
        given.get("macro", ""),
        given.get("sort") == "descending",
        truncation,
        options.get("demote-non-dropping-particle", "display-and-sort"),
    )


def _area(
    element: ET.Element,
    macros: Mapping[str, ET.Element],
    locale: Locale,
    options: Mapping[str, str],
    read: frozenset[str],
    *,
    implicit_suffix: bool,
) -> Area:
    given = attributes(element)
    name = tag(element)
    inside = {tag(child): child for child in children(element)}
    layout = inside.get("layout")
    if layout is None:
        raise StyleError(f"<{name}> has no <layout>")
    names = inherited(options, given)
    marks_terms = name == "citation" and options.get("class") == "note"

    compiled = Macros(macros)

    @lru_cache(maxsize=_SHAPES)
    def compile_for(shape: Shape) -> CompiledArea:
        compiler = Compiler(
            shape,
            compiled,
            locale,
            options,
            names,
            implicit_suffix=implicit_suffix,
            marks_terms=marks_terms,
        )
        return CompiledArea(compiler, layout)

    look = attributes(layout)
    keys = children(inside["sort"]) if "sort" in inside else []
    return Area(
        name,
        given,
        compile_for,
        read,
        affix(look.get("prefix", "")),
        affix(look.get("suffix", "")),
        look.get("delimiter", ""),
        font_of(look),
        tuple(_sort_key(key, options) for key in keys),
        "sort" in inside
        and _shows(inside["sort"], "citation-number", macros, set(), ("text", "number", "key")),
    )
