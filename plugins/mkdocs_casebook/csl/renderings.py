"""What the items of a set render to, each rendering kept under all that it depends on.

So a second run with one item or citation changed renders only what changed, and what many
documents share is rendered once. The number of an item, which differs from document to document,
is left open: `NUMBER` stands for it (see `rich_text`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

from .bibliography import lay_out_entry
from .collation import CollationKey
from .context import Context
from .decoration import undecorated
from .disambiguation import Decision, Trial
from .items import Cite, Item, key_of, read_item
from .markup import parse_markup
from .name_format import NameStyle
from .names_element import ListStyle, NamesElement
from .positions import Place
from .rich_text import NUMBER, Rich, keyed
from .sorting import sort_value
from .style_parsing import Area, Style

_NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"
_NO_PLACE = Place()
_SHORT_NAMES = ListStyle(
    NameStyle(form="short"), conjunction="text", minimum=3, use_first=1, et_al="et-al"
)
_UNDECIDED = Decision()

Key: TypeAlias = tuple[object, ...]
"""The key of an item, and all else that a rendering depends on."""

_Value = TypeVar("_Value")


def _without(kept: dict[Key, _Value], changed: set[str]) -> dict[Key, _Value]:
    """Leave out what was rendered of items that changed."""
    return {known: value for known, value in kept.items() if known[0] not in changed}


def _frozen(decision: Decision) -> Key:
    """Give a decision as a key."""
    if decision == _UNDECIDED:
        return ()
    return (
        tuple(sorted(decision.shapes.items())) if decision.shapes else (),
        decision.disambiguate,
        decision.year_suffix,
    )


class Renderings:
    """Renders cites, entries and sort keys of items.

    Args:
        style: The style.
        items: The items, as CSL-JSON; those that are not asked for cost nothing.
        titles_for_empty: Whether the title of an item stands for a cite of which the style shows
            nothing.
    """

    def __init__(
        self, style: Style, items: Iterable[Mapping[str, Any]], *, titles_for_empty: bool
    ) -> None:
        self.style = style
        self.titles_for_empty = titles_for_empty
        self.given = {key_of(item): item for item in items}
        self._items: dict[str, Item] = {}
        self._versions: dict[str, int] = {}
        self._decisions: Mapping[str, Decision] = {}
        self._frozen: dict[str, Key] = {}
        self._rendered: dict[Key, Rich] = {}
        self._trials: dict[Key, Trial] = {}
        self._sort_values: dict[Key, CollationKey] = {}

    def update(self, items: Iterable[Mapping[str, Any]]) -> None:
        """Take other items; what was rendered of those that are the same is kept.

        Args:
            items: All the items.
        """
        given = {key_of(item): item for item in items}
        changed = {
            key for key in self.given.keys() | given.keys() if self.given.get(key) != given.get(key)
        }
        for key in changed:
            self._versions[key] = self._versions.get(key, 0) + 1
            self._items.pop(key, None)
        self._rendered = _without(self._rendered, changed)
        self._sort_values = _without(self._sort_values, changed)
        self._trials = _without(self._trials, changed)
        self.given = given

    def decide(self, decisions: Mapping[str, Decision]) -> None:
        """Take what disambiguation decided for the items; before, nothing is decided."""
        self._decisions = decisions
        self._frozen = {key: _frozen(decision) for key, decision in decisions.items()}

    def decision(self, key: str) -> Decision:
        """Give what was decided for an item."""
        return self._decisions.get(key, _UNDECIDED)

    def item(self, key: str) -> Item:
        """Give an item, read when it is first needed."""
        found = self._items.get(key)
        if found is None:
            found = self._items[key] = read_item(self.given[key])
        return found

    def version(self, key: str) -> int:
        """Give how many times an item has changed."""
        return self._versions.get(key, 0)

    # What is rendered.

    def cite_key(self, cite: Cite, place: Place, number: int) -> Key:
        """Give what a cite's rendering depends on, leaving out what the style does not read."""
        key = cite.id
        return self._cite_key(key, cite, place, number, self._frozen.get(key, ()))

    def _cite_key(self, key: str, cite: Cite, place: Place, number: int, frozen: Key) -> Key:
        style = self.style
        return (
            key,
            self._versions.get(key, 0),
            cite.locator,
            cite.label,
            place.position if style.reads_position else "",
            style.reads_near_note and place.near_note,
            place.first_note if style.reads_first_note else 0,
            self._read_number(number),
            frozen,
        )

    def cite(self, cite: Cite, place: Place, number: int, *, hide_names: bool = False) -> Rich:
        """Render a cite without what its author wrote around it.

        Args:
            cite: The cite.
            place: Its place.
            number: The number of its item; 0 before it has one.
            hide_names: Whether its first names are left out.

        Returns:
            The cite, its number left open.
        """
        known = (*self.cite_key(cite, place, number), hide_names)
        found = self._rendered.get(known)
        if found is None:
            bare = Cite(cite.id, cite.locator, cite.label)
            context = self._context("citation", bare, place, number, self.decision(cite.id))
            context.hide_names = hide_names
            found = self._rendered[known] = self.style.citation.render(context)
        return found

    def trial(self, key: str, decision: Decision, *, subsequent: bool) -> Trial:
        """Render the cite of an item under a decision, to compare it with others."""
        frozen = _frozen(decision)
        known = (key, self._versions.get(key, 0), subsequent, frozen)
        found = self._trials.get(known)
        if found is None:
            cite, place = Cite(key), Place("subsequent") if subsequent else _NO_PLACE
            context = self._context("citation", cite, place, 0, decision)
            context.comparing = True
            rich = self.style.citation.render(context)
            found = Trial(keyed(rich), tuple(context.blocks), context.asked)
            self._trials[known] = found
            if "accessed" not in context.item.dates:
                # Nothing else tells the rendering from that of the cite itself.
                shown = (*self._cite_key(key, cite, place, 0, frozen), False)
                self._rendered.setdefault(shown, rich)
        return found

    def entry_key(self, key: str, number: int) -> Key:
        """Give what the rendering of an entry depends on."""
        return (
            key,
            self._versions.get(key, 0),
            self._read_number(number),
            self._frozen.get(key, ()),
        )

    def entry(self, key: str, area: Area, number: int) -> Rich:
        """Render an entry of the bibliography.

        Args:
            key: Key of the item.
            area: The style's bibliography.
            number: The number of the item.

        Returns:
            The entry, its number left open.
        """
        known = self.entry_key(key, number)
        found = self._rendered.get(known)
        if found is None:
            context = self._context(
                "bibliography", Cite(key), _NO_PLACE, number, self.decision(key)
            )
            found = lay_out_entry(area, area.fields(context))
            if not found and self.style.numeric:
                found = (f"{NUMBER}. {_NO_FORM}",)
            self._rendered[known] = found
        return found

    def sort_value(self, key: str, area: Area, index: int, number: int) -> CollationKey:
        """Give what an item is compared by under one of the sort keys of an area."""
        suffix = self.decision(key).year_suffix
        read_number = number if area.sort_reads_number else 0
        known = (key, self._versions.get(key, 0), area.name, index, suffix, read_number)
        found = self._sort_values.get(known)
        if found is None:
            context = self._context(area.name, Cite(key), _NO_PLACE, number, _UNDECIDED)
            context.sorting = True
            context.year_suffix = suffix
            context.truncation = area.sort[index].truncation
            found = self._sort_values[known] = sort_value(area, area.sort[index], context)
        return found

    def author(self, key: str) -> Rich:
        """Give the authors of an item in words, for a style whose cites do not name them."""
        names = self.item(key).names
        variable = next((one for one in ("author", "editor", "translator") if one in names), "")
        element = NamesElement((variable,), _SHORT_NAMES, None, "", undecorated)
        return element.render(self._context("citation", Cite(key), _NO_PLACE, 0, _UNDECIDED))

    def fallback(self, key: str) -> Rich:
        """Give what stands for an item of which the style shows nothing."""
        if not self.titles_for_empty:
            return (_NO_FORM,)
        fields = self.item(key).fields
        return parse_markup(fields.get("title-short") or fields.get("title", "")) or (_NO_FORM,)

    def _read_number(self, number: int) -> int:
        """Give of a number what a rendering depends on that leaves the number itself open."""
        style = self.style
        if style.reads_number:
            return number
        return min(number, 1) if style.shows_number else 0

    def _context(
        self, area: str, cite: Cite, place: Place, number: int, decision: Decision
    ) -> Context:
        item = self.item(cite.id)
        return Context(
            item,
            cite,
            self.style.locale,
            area,
            self.style.is_english(item.language),
            place.position,
            place.near_note,
            place.first_note,
            number,
            decision.year_suffix,
            decision.disambiguate,
            decision.shapes,
        )
