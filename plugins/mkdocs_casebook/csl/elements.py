"""Rendering elements compiled into functions (CSL 1.0.2, "Rendering Elements")."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence

from .conditions import compile_condition
from .context import Context
from .date_element import compile_date
from .decoration import decorator, mark
from .locales import Locale
from .markup import parse_markup
from .name_options import compile_label_style, compile_list_style
from .names_element import LabelStyle, ListStyle, NamesElement
from .numbers import format_number, format_page_range, is_plural
from .rich_text import Rich, join
from .xml_reading import StyleError, attributes, children, tag

Renderer = Callable[[Context], Rich]

_VERBATIM = frozenset({"URL", "DOI", "PMID", "PMCID"})
_RANGED = frozenset({"page", "locator", "volume", "issue", "collection-number", "section"})
_COUNTS = frozenset({"number-of-pages", "number-of-volumes"})


# A locator that begins with a label of its own, as "vol. 1, fol. 186".
_LABELLED = re.compile(r"[^\W\d]+\.? \d")


def _nothing(_context: Context) -> Rich:
    return ()


class Compiler:
    """Compiles the elements of one area of a style.

    Args:
        macros: The macros by name.
        locale: The locale, with the style's own terms.
        options: Attributes of `cs:style`.
        names: Inheritable name options of the area, those of the style included.
        implicit_suffix: Whether the first year of an item carries the year suffix.
        marks_terms: Whether terms are marked, to be capitalised at the beginning of a note.
    """

    def __init__(
        self,
        macros: Mapping[str, ET.Element],
        locale: Locale,
        options: Mapping[str, str],
        names: Mapping[str, str],
        *,
        implicit_suffix: bool,
        marks_terms: bool,
    ) -> None:
        self.macros = macros
        self.locale = locale
        self.options = options
        self.names = names
        self.implicit_suffix = implicit_suffix
        self.marks_terms = marks_terms
        self.compiled: dict[str, Renderer] = {}
        self.compiling: list[str] = []
        self.page_format = options.get("page-range-format", "")
        symbol = locale.terms.get(("and", "symbol", ""))
        self.ampersand = symbol.single if symbol else ""
        self.page_delimiter = locale.term("page-range-delimiter") or "–"

    def element(self, element: ET.Element) -> Renderer:
        """Compile any rendering element."""
        compilers: Mapping[str, Callable[[ET.Element], Renderer]] = {
            "text": lambda one: self.text(attributes(one)),
            "number": lambda one: self.number(attributes(one)),
            "label": lambda one: self.label(attributes(one)),
            "date": lambda one: compile_date(
                one, self.locale, implicit_suffix=self.implicit_suffix
            ),
            "names": lambda one: self.names_element(one, None).render,
            "group": self.group,
            "choose": self.choose,
        }
        compiler = compilers.get(tag(element))
        return compiler(element) if compiler is not None else _nothing

    def sequence(self, elements: Sequence[ET.Element]) -> Renderer:
        """Compile elements whose output follows one another."""
        compiled = [self.element(element) for element in elements]
        if len(compiled) == 1:
            return compiled[0]

        def render(context: Context) -> Rich:
            rich: Rich = ()
            for one in compiled:
                rich += one(context)
            return rich

        return render

    def pieces(self, elements: Sequence[ET.Element]) -> Callable[[Context], list[Rich]]:
        """Compile elements whose output a delimiter separates, within `cs:choose` too."""
        runs: list[tuple[Renderer, ...] | Callable[[Context], list[Rich]]] = []
        plain_run: list[Renderer] = []
        for element in elements:
            if tag(element) == "choose":
                runs += (
                    [tuple(plain_run), self._branches(element)]
                    if plain_run
                    else [self._branches(element)]
                )
                plain_run = []
            else:
                plain_run.append(self.element(element))
        if plain_run:
            runs.append(tuple(plain_run))
        if len(runs) == 1:
            only = runs[0]
            if isinstance(only, tuple):
                return lambda context: [one(context) for one in only]
            return only

        def render(context: Context) -> list[Rich]:
            found: list[Rich] = []
            for run in runs:
                if isinstance(run, tuple):
                    found += [one(context) for one in run]
                else:
                    found += run(context)
            return found

        return render

    def text(self, given: Mapping[str, str]) -> Renderer:
        """Compile `cs:text`."""
        decorate = decorator(given)
        if "macro" in given:
            macro = self.macro(given["macro"])
            return lambda context: decorate(macro(context), context)
        if "term" in given:
            return self._term(given)
        if "value" in given:
            value = parse_markup(given["value"])
            return lambda context: decorate(value, context)
        if "variable" in given:
            return self._variable(given["variable"], given)
        return _nothing

    def _term(self, given: Mapping[str, str]) -> Renderer:
        decorate = decorator(given)
        term = self.locale.term(
            given["term"].replace("sub-verbo", "sub verbo"),
            given.get("form", "long"),
            plural=given.get("plural") == "true",
        )
        if not term:
            return _nothing
        rich: Rich = parse_markup(term) if "<" in term else (term,)
        if self.marks_terms:
            rich = mark(rich, "term")
        return lambda context: decorate(rich, context)

    def _variable(self, variable: str, given: Mapping[str, str]) -> Renderer:
        decorate = decorator(given)
        form = given.get("form", "long")
        role = {"year-suffix": "year-suffix", "citation-number": "citation-number"}.get(variable)

        def render(context: Context) -> Rich:
            text = context.text(variable, form)
            if variable == "year-suffix":
                context.suffix_done = True
            if text or variable != "year-suffix":
                context.note(variable, found=bool(text))
            if not text:
                return ()
            if role is not None:
                text = text.zfill(8) if context.sorting and variable == "citation-number" else text
                return decorate(mark((text,), role), context)
            if variable in _RANGED:
                text = self._page_text(text, variable, context)
            if variable in _VERBATIM:
                return decorate((text,), context)
            rich = parse_markup(text)
            if variable == "citation-label" and context.year_suffix and not context.sorting:
                rich += mark((context.year_suffix,), "year-suffix")
                context.suffix_done = True
            return decorate(rich, context)

        return render

    def _page_text(self, text: str, variable: str, context: Context) -> str:
        if variable not in ("page", "locator"):
            return format_page_range(text, "", "–")
        if self.ampersand:
            text = text.replace("&", self.ampersand)
        ranged = self.page_format if variable == "page" or context.cite.label == "page" else ""
        return format_page_range(text, ranged, self.page_delimiter)

    def number(self, given: Mapping[str, str]) -> Renderer:
        """Compile `cs:number`."""
        variable = given.get("variable", "")
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

        return render

    def label(self, given: Mapping[str, str]) -> Renderer:
        """Compile `cs:label` outside of `cs:names`."""
        variable = given.get("variable", "")
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

        return render

    def group(self, element: ET.Element) -> Renderer:
        """Compile `cs:group`, which is silent where its variables are."""
        given = attributes(element)
        pieces = self.pieces(children(element))
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

        return render

    def macro(self, name: str) -> Renderer:
        """Compile a macro once."""
        if name in self.compiled:
            return self.compiled[name]
        if name in self.compiling:
            raise StyleError(f"the macro {name!r} calls itself")
        element = self.macros.get(name)
        if element is None:
            raise StyleError(f"the style calls the macro {name!r}, which it does not define")
        self.compiling.append(name)
        body = self.sequence(children(element))
        self.compiling.pop()

        def render(context: Context) -> Rich:
            called, found = context.called, context.found
            context.called = context.found = 0
            rich = body(context)
            silent = context.called > 0 and context.found == 0
            context.called += called
            context.found += found
            if silent:
                return ()
            if rich and context.found == found:
                context.called += 1
                context.found += 1
            return rich

        self.compiled[name] = render
        return render

    def choose(self, element: ET.Element) -> Renderer:
        """Compile `cs:choose` where no delimiter separates its output."""
        pieces = self._branches(element)
        return lambda context: join(pieces(context), "")

    def _branches(self, element: ET.Element) -> Callable[[Context], list[Rich]]:
        """Compile the branches of `cs:choose`."""
        branches = []
        for child in children(element):
            kind = tag(child)
            if kind not in ("if", "else-if", "else"):
                continue
            given = attributes(child)
            condition = compile_condition(given) if kind != "else" else None
            branches.append((condition, self.pieces(children(child))))

        def render(context: Context) -> list[Rich]:
            for condition, body in branches:
                if condition is None or condition(context):
                    return body(context)
            return []

        return render

    def names_element(
        self, element: ET.Element, outer: tuple[ListStyle, LabelStyle | None] | None
    ) -> NamesElement:
        """Compile `cs:names`.

        Args:
            element: The element.
            outer: The styles that the short form of a substitute inherits.

        Returns:
            The compiled element.
        """
        given = attributes(element)
        inside = children(element)
        parts = {tag(child): child for child in inside}
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
            for child in children(parts["substitute"]):
                if tag(child) == "names":
                    substitutes.append(self.names_element(child, (style, label)).render)
                elif attributes(child).get("term") and not self.locale.term(
                    attributes(child)["term"]
                ):
                    break
                else:
                    substitutes.append(self.element(child))
        return NamesElement(
            tuple(given.get("variable", "").split()),
            style,
            label,
            given.get("delimiter", self.names.get("names-delimiter", "")),
            decorator(given),
            tuple(substitutes),
        )
