"""The element `cs:names`: lists of names, et-al, labels and substitutes (CSL 1.0.2, "Names")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .context import Context, NameBlock, Truncation
from .decoration import Decorate, mark, undecorated
from .name_format import NameStyle, format_name, sort_name
from .persons import Name, is_western
from .rich_text import Content, Rich, Span, join

Renderer = Callable[[Context], Rich]

# A conjunction that ends so is written onto the name before it, as in Hebrew.
_ATTACHED = ("\u2008",)


@dataclass(frozen=True, slots=True)
class ListStyle:
    """How a list of names is shown: the attributes of `cs:name`, inherited ones included.

    Attributes:
        name: How each name is shown.
        conjunction: The term, or the ampersand, before the last name; nothing for none.
        delimiter: What stands between names.
        precedes_et_al: Value of `delimiter-precedes-et-al`.
        precedes_last: Value of `delimiter-precedes-last`.
        minimum: `et-al-min`.
        use_first: `et-al-use-first`.
        subsequent_minimum: `et-al-subsequent-min`.
        subsequent_use_first: `et-al-subsequent-use-first`.
        use_last: `et-al-use-last`.
        inverted: Value of `name-as-sort-order`.
        decorate: Affixes and formatting of the whole list.
        et_al: The term that stands for the hidden names.
        decorate_et_al: Its formatting.
    """

    name: NameStyle
    conjunction: str = ""
    delimiter: str = ", "
    precedes_et_al: str = "contextual"
    precedes_last: str = "contextual"
    minimum: int = 0
    use_first: int = -1
    subsequent_minimum: int = 0
    subsequent_use_first: int = -1
    use_last: bool = False
    inverted: str = ""
    decorate: Decorate = undecorated
    et_al: str = ""
    decorate_et_al: Decorate = undecorated

    def truncation(self, context: Context) -> tuple[int, int, bool]:
        """Give et-al-min, et-al-use-first and et-al-use-last for a rendering."""
        minimum, use_first, use_last = self.minimum, self.use_first, self.use_last
        if context.position != "first" and context.area == "citation":
            minimum = self.subsequent_minimum or minimum
            use_first = self.subsequent_use_first if self.subsequent_use_first >= 0 else use_first
        override: Truncation | None = context.truncation
        if override is not None:
            minimum = minimum if override.minimum is None else override.minimum
            use_first = use_first if override.use_first is None else override.use_first
            use_last = use_last if override.use_last is None else override.use_last
        return minimum, use_first, use_last


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """The label of a list of names."""

    form: str
    plural: str
    before: bool
    decorate: Decorate


@dataclass(frozen=True, slots=True)
class NamesElement:
    """A compiled `cs:names`."""

    variables: tuple[str, ...]
    style: ListStyle
    label: LabelStyle | None
    delimiter: str
    decorate: Decorate
    substitutes: Sequence[Renderer] = ()

    def render(self, context: Context) -> Rich:
        """Render the names, or what stands for them."""
        first = not context.names_done
        rich = self._lists(context)
        if not rich and self.substitutes:
            return self._substitute(context, first=first)
        if not rich:
            return ()
        context.names_done = True
        if first and context.hide_names:
            return ()
        return self.decorate(mark(rich, "names"), context)

    def _substitute(self, context: Context, *, first: bool) -> Rich:
        """Render the first substitute that has something to show."""
        for substitute in self.substitutes:
            outer, used = context.recorder, set[str]()
            context.recorder = used
            called, found = context.called, context.found
            rich = substitute(context)
            context.recorder = outer
            if not rich:
                if context.found > found and context.hide_names and first:
                    context.suppressed |= used
                    return ()
                continue
            context.suppressed |= used
            if outer is not None:
                outer |= used
            context.names_done = True
            if first and context.hide_names:
                return ()
            if context.found == found and context.called > called:
                context.found += 1
            return self.decorate(mark(rich, "names"), context)
        return ()

    def _lists(self, context: Context) -> Rich:
        if self.style.name.form == "count":
            return self._count(context)
        lists: list[Rich] = []
        done: frozenset[str] = frozenset()
        for variable in self.variables:
            names = context.names(variable)
            if context.recorder is not None and variable in context.recorder:
                names = ()
            context.note(variable, found=bool(names))
            if not names or variable in done:
                continue
            term = variable
            if set(self.variables) >= {"editor", "translator"} and variable in (
                "editor",
                "translator",
            ):
                other = "translator" if variable == "editor" else "editor"
                if context.names(other) == names and self._has_merged_term(context):
                    term = "editortranslator"
                    done = frozenset({other})
            lists.append(self._labelled(names, variable, term, context))
        if len(lists) > 1:
            return join(lists, self.delimiter)
        return lists[0] if lists else ()

    def _has_merged_term(self, context: Context) -> bool:
        if self.label is None:
            return True
        return bool(context.locale.term("editortranslator", self.label.form))

    def _count(self, context: Context) -> Rich:
        total, known = 0, False
        for variable in self.variables:
            names = context.names(variable)
            context.note(variable, found=bool(names))
            if names:
                known = True
                total += self._shown(names, context)
        if not known and self.substitutes:
            return ()
        if context.sorting:
            return (f"{total:06d}",)
        return (str(total),) if total else ()

    def _labelled(
        self, names: tuple[Name, ...], variable: str, term: str, context: Context
    ) -> Rich:
        rich = mark(self._name_list(names, variable, context), "name-list")
        if self.label is None or context.sorting or not rich:
            return rich
        plural = self.label.plural == "always" or (self.label.plural != "never" and len(names) > 1)
        text = context.locale.term(term, self.label.form, plural=plural)
        label = self.label.decorate((text,) if text else (), context)
        return (*label, *rich) if self.label.before else (*rich, *label)

    def _shown(self, names: tuple[Name, ...], context: Context) -> int:
        minimum, use_first, _ = self.style.truncation(context)
        most = _known(names)
        if 0 < minimum <= len(names) and 0 <= use_first < len(names):
            return min(use_first, most)
        return most

    def _name_list(self, names: tuple[Name, ...], variable: str, context: Context) -> Rich:
        style = self.style
        count = self._shown(names, context)
        shape = context.shapes.get(variable)
        level = style.name.base_level
        if not context.sorting:
            if shape is not None and count < len(names):
                count = min(_known(names), max(count, shape.count))
            context.blocks.append(
                NameBlock(
                    variable,
                    names,
                    count,
                    level,
                    2,
                    style.name.makes_initials,
                    count < len(names),
                )
            )
        if count <= 0:
            return ()
        if context.sorting:
            return self._sort_list(names, count, context)
        shown = [
            self._one(name, index, max(level, shape.level(index)) if shape else level, context)
            for index, name in enumerate(names[:count])
        ]
        if count == len(names):
            return style.decorate(self._conjoin(shown, names, context), context)
        return self._truncated(shown, names, context)

    def _is_inverted(self, index: int) -> bool:
        return self.style.inverted == "all" or (self.style.inverted == "first" and index == 0)

    def _one(self, name: Name, index: int, level: int, context: Context) -> Rich:
        rich = format_name(name, self.style.name, level, context, inverted=self._is_inverted(index))
        return (Span(rich, role="name"),)

    def _sort_list(self, names: tuple[Name, ...], count: int, context: Context) -> Rich:
        level = self.style.name.base_level
        shown = [sort_name(name, self.style.name, level, context) for name in names[:count]]
        _, _, use_last = self.style.truncation(context)
        if use_last and _known(names) - count >= 2:
            shown.append(sort_name(names[-1], self.style.name, level, context))
        return ("\x1e".join(shown),)

    def _conjoin(self, shown: list[Rich], names: tuple[Name, ...], context: Context) -> Rich:
        """Join all names, the last with the conjunction where there is one."""
        style = self.style
        conjunction = style.conjunction
        if conjunction == "text":
            conjunction = context.locale.term("and")
        if len(shown) < 2 or not conjunction:
            return join(shown, style.delimiter)
        delimited = style.precedes_last == "always" or (
            (style.precedes_last == "contextual" and len(shown) > 2)
            or (
                style.precedes_last == "after-inverted-name"
                and self._is_inverted(len(shown) - 2)
                and names[len(shown) - 2].person
            )
        )
        head = join(shown[:-1], style.delimiter)
        between: list[Content] = []
        if delimited:
            between.append(style.delimiter)
        joint = f"{conjunction} "
        attached = conjunction.endswith(_ATTACHED)
        if attached:
            joint = conjunction
        elif not (delimited and style.delimiter.endswith((" ", "\u00a0"))):
            joint = " " + joint
        return (*head, *between, joint, *shown[-1])

    def _truncated(self, shown: list[Rich], names: tuple[Name, ...], context: Context) -> Rich:
        """Join the first names and what stands for the others."""
        style = self.style
        _, _, use_last = style.truncation(context)
        use_last = use_last and _known(names) == len(names)
        head = join(shown, style.delimiter)
        if use_last and len(names) - len(shown) >= 2:
            last = self._one(names[-1], len(names) - 1, style.name.base_level, context)
            return style.decorate((*head, style.delimiter, "… ", *last), context)
        if use_last and len(names) - len(shown) == 1:
            last = self._one(names[-1], len(names) - 1, style.name.base_level, context)
            return style.decorate(self._conjoin([*shown, last], names, context), context)
        head = style.decorate(head, context)
        term = context.locale.term(style.et_al or "et-al")
        if not term:
            return head
        delimited = style.precedes_et_al == "always" or (
            (style.precedes_et_al == "contextual" and len(shown) > 1)
            or (style.precedes_et_al == "after-inverted-name" and self._is_inverted(len(shown) - 1))
        )
        between = style.delimiter if delimited else " "
        if not delimited and not is_western(term):
            between = ""
        return (*head, between, *style.decorate_et_al((term,), context))


def _known(names: tuple[Name, ...]) -> int:
    """Count the names that are known: a last name "others" stands for those that are not.

    BibTeX's "and others" is written so in CSL-JSON, by Pandoc too.
    """
    return len(names) - 1 if len(names) > 1 and names[-1].literal == "others" else len(names)
