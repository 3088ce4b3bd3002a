"""Rendering elements compiled into functions (CSL 1.0.2, "Rendering Elements").

They are compiled for the items of one shape: see `shapes`.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Mapping, Sequence

from .conditions import Condition, compile_condition
from .context import Context
from .date_element import compile_date
from .decoration import Decorate, affix, decorator, mark, undecorated
from .locales import Locale
from .macros import Macros
from .markup import parse_markup
from .name_options import compile_label_style, compile_list_style
from .names_element import LabelStyle, ListStyle, NamesElement
from .numbers import format_number, format_page_range, is_plural
from .rich_text import NUMBER, Rich, join
from .shapes import (
    MISSING,
    NOTHING,
    Kind,
    Part,
    Pieces,
    Renderer,
    Shape,
    in_pieces,
    is_silent,
    pruned,
)
from .xml_reading import attributes, children, tag

_VERBATIM = frozenset({"URL", "DOI", "PMID", "PMCID"})
_RANGED = frozenset({"page", "locator", "volume", "issue", "collection-number", "section"})
_MARKED = frozenset({"year-suffix", "citation-number"})
_COUNTS = frozenset({"number-of-pages", "number-of-volumes"})


# A locator that begins with a label of its own, as "vol. 1, fol. 186".
_LABELLED = re.compile(r"[^\W\d]+\.? \d")


class Compiler:
    """Compiles the elements of one area of a style, for the items of one shape.

    Args:
        shape: What is known of the items.
        macros: The macros of the area.
        locale: The locale, with the style's own terms.
        options: Attributes of `cs:style`.
        names: Inheritable name options of the area, those of the style included.
        implicit_suffix: Whether the first year of an item carries the year suffix.
        marks_terms: Whether terms are marked, to be capitalised at the beginning of a note.
    """

    def __init__(
        self,
        shape: Shape,
        macros: Macros,
        locale: Locale,
        options: Mapping[str, str],
        names: Mapping[str, str],
        *,
        implicit_suffix: bool,
        marks_terms: bool,
    ) -> None:
        self.shape = shape
        self.macros = macros
        self.locale = locale
        self.options = options
        self.names = names
        self.implicit_suffix = implicit_suffix
        self.marks_terms = marks_terms
        self.compiled: dict[str, Part] = {}
        # What the names inside a substitute take over, at whatever depth.
        self.outer: tuple[ListStyle, LabelStyle | None] | None = None
        self.page_format = options.get("page-range-format", "")
        symbol = locale.terms.get(("and", "symbol", ""))
        self.ampersand = symbol.single if symbol else ""
        self.page_delimiter = locale.term("page-range-delimiter") or "–"

    def element(self, element: ET.Element) -> Part:
        """Compile any rendering element."""
        compilers: Mapping[str, Callable[[ET.Element], Part]] = {
            "text": lambda one: self.text(attributes(one)),
            "number": lambda one: self.number(attributes(one)),
            "label": lambda one: self.label(attributes(one)),
            "date": self.date,
            "names": self.names_element,
            "group": self.group,
            "choose": lambda one: self._in_a_row(self.choose(one)),
        }
        compiler = compilers.get(tag(element))
        return compiler(element) if compiler is not None else NOTHING

    def parts(self, elements: Iterable[ET.Element]) -> list[Part]:
        """Compile elements that follow one another; a choice that is decided gives its branch."""
        found: list[Part] = []
        for element in elements:
            if tag(element) == "choose":
                found += self.choose(element)
            else:
                found.append(self.element(element))
        return pruned(found)

    def _in_a_row(self, parts: list[Part]) -> Part:
        """Give parts as one, nothing between them."""
        if len(parts) < 2:
            return parts[0] if parts else NOTHING
        pieces = in_pieces(parts)
        return Part(Kind.OPEN, lambda context: join(pieces(context), ""))

    def text(self, given: Mapping[str, str]) -> Part:
        """Compile `cs:text`."""
        if "macro" in given:
            macro, decorate = self.macro(given["macro"]), decorator(given)
            if macro.kind in (Kind.NOTHING, Kind.MISSING) or decorate is undecorated:
                return macro
            render = macro.render
            return Part(macro.kind, lambda context: decorate(render(context), context))
        if "term" in given:
            return self._term(given)
        if "value" in given:
            return _fixed(parse_markup(given["value"]), decorator(given))
        if "variable" in given:
            return self._variable(given["variable"], given)
        return NOTHING

    def _term(self, given: Mapping[str, str]) -> Part:
        term = self.locale.term(
            given["term"].replace("sub-verbo", "sub verbo"),
            given.get("form", "long"),
            plural=given.get("plural") == "true",
        )
        rich: Rich = parse_markup(term) if "<" in term else affix(term)
        return _fixed(mark(rich, "term") if self.marks_terms else rich, decorator(given))

    def _variable(self, variable: str, given: Mapping[str, str]) -> Part:
        form = given.get("form", "long")
        if self.shape.lacks(variable, form):
            return MISSING
        decorate = decorator(given)
        if variable in _MARKED:
            return Part(Kind.OPEN, _marked(variable, decorate))
        ranged, verbatim = variable in _RANGED, variable in _VERBATIM

        def render(context: Context) -> Rich:
            text = context.text(variable, form)
            context.note(variable, found=bool(text))
            if not text:
                return ()
            if ranged:
                text = self._page_text(text, variable, context)
            if verbatim:
                return decorate((text,), context)
            rich = parse_markup(text)
            if variable == "citation-label" and context.year_suffix and not context.sorting:
                rich += mark((context.year_suffix,), "year-suffix")
                context.suffix_done = True
            return decorate(rich, context)

        return Part(Kind.OPEN, render)

    def _page_text(self, text: str, variable: str, context: Context) -> str:
        if variable not in ("page", "locator"):
            return format_page_range(text, "", "–")
        if self.ampersand:
            text = text.replace("&", self.ampersand)
        ranged = self.page_format if variable == "page" or context.cite.label == "page" else ""
        return format_page_range(text, ranged, self.page_delimiter)

    def number(self, given: Mapping[str, str]) -> Part:
        """Compile `cs:number`."""
        variable = given.get("variable", "")
        if self.shape.lacks(variable):
            return MISSING
        form = given.get("form", "numeric")
        decorate = decorator(given)
        noun = self.locale.find(variable)
        gender = noun.gender if noun else ""

        def render(context: Context) -> Rich:
            text = context.text(variable)
            context.note(variable, found=bool(text))
            if not text:
                return ()
            if context.sorting:
                return (text.zfill(8) if text.isdigit() else text,)
            if variable in ("page", "locator"):
                return decorate((self._page_text(text, variable, context),), context)
            return decorate((format_number(text, form, self.locale, gender),), context)

        return Part(Kind.OPEN, render)

    def label(self, given: Mapping[str, str]) -> Part:
        """Compile `cs:label` outside of `cs:names`."""
        variable = given.get("variable", "")
        if self.shape.lacks(variable):
            return NOTHING
        form = given.get("form", "long")
        plural = given.get("plural", "contextual")
        decorate = decorator(given)

        def render(context: Context) -> Rich:
            text = context.text(variable)
            if not text or context.sorting:
                return ()
            term = context.cite.label if variable == "locator" else variable
            if variable == "locator" and _LABELLED.match(text):
                return ()
            if plural == "contextual":
                several = text != "1" if variable in _COUNTS else is_plural(text)
            else:
                several = plural == "always"
            written = self.locale.term(term, form, plural=several)
            return decorate((written,), context) if written else ()

        return Part(Kind.FIXED, render)

    def date(self, element: ET.Element) -> Part:
        """Compile `cs:date`."""
        if self.shape.lacks(element.get("variable", "")):
            return MISSING
        render = compile_date(element, self.locale, implicit_suffix=self.implicit_suffix)
        return Part(Kind.OPEN, render)

    def group(self, element: ET.Element) -> Part:
        """Compile `cs:group`, which is silent where its variables are."""
        given = attributes(element)
        parts = self.parts(children(element))
        if not parts:
            return NOTHING
        if is_silent(parts):
            return MISSING
        pieces = in_pieces(parts)
        delimiter = given.get("delimiter", "")
        decorate = decorator(given)

        def render(context: Context) -> Rich:
            called, found = context.called, context.found
            context.called = context.found = 0
            suffix_done = context.suffix_done
            rich = join(pieces(context), delimiter)
            silent = context.called > 0 and context.found == 0
            context.called += called
            if silent or not rich:
                context.found += found
                if silent:
                    context.suffix_done = suffix_done
                return ()
            context.found = found + max(1, context.found)
            context.called += 1
            return decorate(rich, context)

        return Part(Kind.CLOSED, render)

    def macro(self, name: str) -> Part:
        """Compile a macro once."""
        found = self.compiled.get(name)
        if found is None:
            # A macro is compiled once, for all the places that call it.
            found = self.compiled[name] = self.macros.part(name, self.shape, self._whole_macro)
        return found

    def _whole_macro(self, element: ET.Element) -> Part:
        outer, self.outer = self.outer, None
        compiled = _macro(self.parts(children(element)))
        self.outer = outer
        return compiled

    def choose(self, element: ET.Element) -> list[Part]:
        """Compile `cs:choose`: to the parts of a branch, where the shape decides it."""
        branches: list[tuple[Condition | None, Pieces]] = []
        for child in children(element):
            kind = tag(child)
            if kind not in ("if", "else-if", "else"):
                continue
            condition = compile_condition(attributes(child), self.shape) if kind != "else" else True
            if condition is False:
                continue
            parts = self.parts(children(child))
            if self.outer is not None:
                parts = [_first_of(parts)]
            if condition is True:
                if not branches:
                    return parts
                branches.append((None, in_pieces(parts)))
                break
            branches.append((condition, in_pieces(parts)))
        return [_choice(branches)] if branches else []

    def names_element(self, element: ET.Element) -> Part:
        """Compile `cs:names`; inside a substitute it takes over what it does not say itself."""
        outer = self.outer
        given = attributes(element)
        variables = tuple(given.get("variable", "").split())
        inside = children(element)
        parts = {tag(child): child for child in inside}
        lacking = all(map(self.shape.lacks, variables))
        if variables and lacking and "substitute" not in parts:
            return MISSING
        if outer is not None and not ({"name", "et-al", "label"} & parts.keys()):
            style, label = outer
        else:
            style = compile_list_style(parts, self.names, self.options)
            label = compile_label_style(inside)
            if outer is not None:
                label = label or outer[1]
                if "name" not in parts:
                    style = outer[0]
        substitutes: list[Renderer] = []
        if "substitute" in parts:
            self.outer = (style, label)
            for child in children(parts["substitute"]):
                term = attributes(child).get("term")
                if term and not self.locale.term(term):
                    break
                part = self.element(child)
                if part.kind not in (Kind.NOTHING, Kind.MISSING):
                    substitutes.append(part.render)
            self.outer = outer
            if variables and lacking and not substitutes:
                return MISSING
        names = NamesElement(
            variables,
            style,
            label,
            given.get("delimiter", self.names.get("names-delimiter", "")),
            decorator(given),
            tuple(substitutes),
        )
        return Part(Kind.OPEN, names.render)


def _fixed(rich: Rich, decorate: Decorate) -> Part:
    """Give a text of the style's own."""
    if not rich:
        return NOTHING
    if decorate is undecorated:
        return Part(Kind.FIXED, lambda _context: rich)
    return Part(Kind.FIXED, lambda context: decorate(rich, context))


def _marked(variable: str, decorate: Decorate) -> Renderer:
    """Compile a variable that others look for later, which is not a field of the item."""

    def render(context: Context) -> Rich:
        text = context.text(variable)
        if variable == "year-suffix":
            context.suffix_done = True
        if text or variable != "year-suffix":
            context.note(variable, found=bool(text))
        if not text:
            return ()
        if variable == "citation-number":
            text = text.zfill(8) if context.sorting else NUMBER
        return decorate(mark((text,), variable), context)

    return render


def _first_of(parts: Sequence[Part]) -> Part:
    """Give parts of which only the first that shows something stands: those of a substitute."""

    def render(context: Context) -> Rich:
        for part in parts:
            rich = part.render(context)
            if rich:
                return rich
        return ()

    return Part(Kind.OPEN, render)


def _choice(branches: Sequence[tuple[Condition | None, Pieces]]) -> Part:
    """Give the branches of a choice as a part; the last may have no condition."""

    def pieces(context: Context) -> list[Rich]:
        for condition, body in branches:
            if condition is None or condition(context):
                return body(context)
        return []

    return Part(Kind.OPEN, lambda context: join(pieces(context), ""), pieces)


def _macro(parts: list[Part]) -> Part:
    """Give the parts of a macro as one, silent where its variables are."""
    if not parts:
        return NOTHING
    if is_silent(parts):
        return MISSING
    if len(parts) == 1 and parts[0].kind is Kind.CLOSED:
        return parts[0]
    pieces = in_pieces(parts)

    def render(context: Context) -> Rich:
        called, found = context.called, context.found
        context.called = context.found = 0
        rich = join(pieces(context), "")
        silent = context.called > 0 and context.found == 0
        context.called += called
        context.found += found
        if silent:
            return ()
        if rich and context.found == found:
            context.called += 1
            context.found += 1
        return rich

    return Part(Kind.CLOSED, render)
