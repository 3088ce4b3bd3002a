"""A processor for all the citations of a document or site.

What an item renders to depends on few things; each rendering is kept under those, so that a
second run with one item or citation changed renders only what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias, TypeVar

from .bibliography import lay_out_entry, substitute_author
from .citations import CitationBuilder, Link, PlacedCite, names_key
from .collation import CollationKey
from .context import Context
from .decoration import undecorated
from .disambiguation import Decision, Disambiguator, Trial
from .items import Cite, Cluster, Item, key_of, read_cluster, read_item
from .markup import parse_markup
from .name_format import NameStyle
from .names_element import ListStyle, NamesElement
from .output import write
from .positions import Place, place_cites
from .rich_text import Rich, find_role, keyed
from .sorting import sort_by, sort_keys
from .style_parsing import Area, SortKey, Style

_NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"
_NO_CITE = Cite("")
_SHORT_NAMES = ListStyle(
    NameStyle(form="short"), conjunction="text", minimum=3, use_first=1, et_al="et-al"
)
_UNDECIDED = Decision()


@dataclass(frozen=True, slots=True)
class Rendered:
    """Citations and bibliography as text of the output.

    Attributes:
        citations: Each cluster, in order.
        bibliography: The inside of each entry, in order.
        keys: The items of the entries, in the same order.
    """

    citations: list[str]
    bibliography: list[str]
    keys: tuple[str, ...] = ()


_Key: TypeAlias = tuple[object, ...]
"""All that a rendering depends on beside the item's data."""


_Value = TypeVar("_Value")


def _without(kept: dict[_Key, _Value], changed: set[str]) -> dict[_Key, _Value]:
    """Leave out what was rendered of items that changed."""
    return {known: value for known, value in kept.items() if known[0] not in changed}


def freeze(decision: Decision) -> _Key:
    """Give a decision as a key."""
    return (
        tuple(sorted(decision.shapes.items())) if decision.shapes else (),
        decision.disambiguate,
        decision.year_suffix,
    )


class Processor:
    """Renders citations and bibliographies of one set of items in one style.

    Args:
        style: The style.
        items: The items, as CSL-JSON; those that are not cited cost nothing.
        titles_for_empty: Whether a cite of which the style shows nothing shows the title of its
            item. Without it an error stands there, as the fixtures of CSL want it.
        link: Gives the address of an item's entry, to which its cites lead in HTML.
    """

    def __init__(
        self,
        style: Style,
        items: Iterable[Mapping[str, Any]],
        *,
        titles_for_empty: bool = False,
        link: Link | None = None,
    ) -> None:
        self.style = style
        self.titles_for_empty = titles_for_empty
        self.given = {key_of(item): item for item in items}
        self._items: dict[str, Item] = {}
        self._versions: dict[str, int] = {}
        self._rendered: dict[_Key, Rich] = {}
        self._sort_keys: dict[_Key, tuple[CollationKey, ...]] = {}
        self._written: dict[_Key, str] = {}
        self._earlier: dict[_Key, str] = {}
        self._trials: dict[_Key, Trial] = {}
        self._frozen: dict[str, _Key] = {}
        self._decisions: dict[str, Decision] = {}
        self._numbers: dict[str, int] = {}
        self._builder = CitationBuilder(style, self._without_names, link)

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
        self._sort_keys = _without(self._sort_keys, changed)
        self._trials = _without(self._trials, changed)
        self.given = given

    def item(self, key: str) -> Item:
        """Give an item, read when it is first needed."""
        found = self._items.get(key)
        if found is None:
            found = self._items[key] = read_item(self.given[key])
        return found

    def process(
        self,
        clusters: Iterable[Iterable[Mapping[str, Any]] | Mapping[str, Any]],
        *,
        uncited: Iterable[str] = (),
        output: str = "html",
    ) -> Rendered:
        """Render all the citations of a document, and its bibliography.

        Args:
            clusters: The citations in order: lists of cite items, or objects with `items` and
                the number of their `note`. Cites of unknown items are left out.
            uncited: Keys of items that stand in the bibliography without being cited.
            output: "html", "text" or "markdown".

        Returns:
            The citations and the bibliography.
        """
        read = [self._known_cites(read_cluster(cluster)) for cluster in clusters]
        cited = dict.fromkeys(cite.id for cluster in read for cite in cluster.cites)
        ordered = list(cited | dict.fromkeys(key for key in uncited if key in self.given))
        self._number(ordered)
        read = [self._sorted_cluster(cluster) for cluster in read]
        places = place_cites(
            self._noted(read),
            distance=int(self.style.citation.options.get("near-note-distance", "5") or 5),
            notes=self.style.note,
        )
        self._disambiguate(places, read)
        if self._suffixed() and any("year-suffix" in str(key.variable) for key in self._bib_sort()):
            self._number(list(self._numbers))
        citations = [
            self._citation(cluster, where, output)
            for cluster, where in zip(read, places, strict=True)
        ]
        entries, keys = self._bibliography(tuple(self._numbers), output)
        self._earlier, self._written = self._written, {}
        return Rendered(citations, entries, keys)

    # Order.

    def _known_cites(self, cluster: Cluster) -> Cluster:
        known = tuple(cite for cite in cluster.cites if cite.id in self.given)
        return cluster if len(known) == len(cluster.cites) else Cluster(known, cluster.note)

    def _noted(self, clusters: Sequence[Cluster]) -> list[Cluster]:
        """Number the notes of clusters that do not say their number, in a style of notes."""
        if not self.style.note or any(cluster.note for cluster in clusters):
            return list(clusters)
        return [Cluster(cluster.cites, index) for index, cluster in enumerate(clusters, 1)]

    def _bib_sort(self) -> tuple[SortKey, ...]:
        return self.style.bibliography.sort if self.style.bibliography else ()

    def _suffixed(self) -> bool:
        return any(decision.year_suffix for decision in self._decisions.values())

    def _number(self, ordered: list[str]) -> None:
        """Order the items as the bibliography does, and number them."""
        self._numbers = {key: index for index, key in enumerate(ordered, 1)}
        if self.style.bibliography is not None:
            ordered = self._sort(ordered, "bibliography")
        self._numbers = {key: index for index, key in enumerate(ordered, 1)}

    def _sorted_cluster(self, cluster: Cluster) -> Cluster:
        if not self.style.citation.sort or len(cluster.cites) < 2:
            return cluster
        by_index = {str(index): cite for index, cite in enumerate(cluster.cites)}
        order = sort_by(
            list(by_index),
            self.style.citation,
            lambda index: self._keys(by_index[index].id, "citation"),
        )
        return Cluster(tuple(by_index[index] for index in order), cluster.note)

    def _sort(self, ordered: list[str], area_name: str) -> list[str]:
        area = self.style.bibliography if area_name == "bibliography" else self.style.citation
        if area is None:
            return ordered
        return sort_by(ordered, area, lambda key: self._keys(key, area_name))

    def _keys(self, key: str, area_name: str) -> tuple[CollationKey, ...]:
        number = self._number_of(key)
        suffix = self._decisions.get(key, _UNDECIDED).year_suffix
        known = (key, self._versions.get(key, 0), area_name, suffix, number)
        found = self._sort_keys.get(known)
        if found is None:
            area = self.style.bibliography if area_name == "bibliography" else self.style.citation
            assert area is not None  # noqa: S101

            def make(sort_key: SortKey) -> Context:
                context = self._context(key, area_name, _NO_CITE, Place(), _UNDECIDED)
                context.sorting = True
                context.year_suffix = suffix
                context.truncation = sort_key.truncation
                return context

            found = sort_keys(
                area,
                make,
                self.style.locale.language,
                self.style.options.get("demote-non-dropping-particle", "display-and-sort"),
            )
            self._sort_keys[known] = found
        return found

    # Rendering.

    def _number_of(self, key: str) -> int:
        """Give the number of an item, if anything in the style depends on it."""
        return self._numbers.get(key, 0) if self.style.reads_number else 0

    def _context(
        self, key: str, area: str, cite: Cite, place: Place, decision: Decision
    ) -> Context:
        item = self.item(key)
        return Context(
            item,
            cite,
            self.style.locale,
            area,
            self.style.is_english(item.language),
            place.position,
            place.near_note,
            place.first_note,
            self._numbers.get(key, 0),
            decision.year_suffix,
            decision.disambiguate,
            decision.shapes,
        )

    def _cite_key(self, cite: Cite, place: Place) -> _Key:
        """Give what a cite's rendering depends on, leaving out what the style does not read."""
        style = self.style
        key = cite.id
        return (
            key,
            self._versions.get(key, 0),
            cite.locator,
            cite.label,
            place.position if style.reads_position else "",
            style.reads_near_note and place.near_note,
            place.first_note if style.reads_first_note else 0,
            self._number_of(key),
            self._frozen.get(key, ()),
        )

    def _cite(self, cite: Cite, place: Place, *, hide_names: bool = False) -> Rich:
        known = (*self._cite_key(cite, place), hide_names)
        found = self._rendered.get(known)
        if found is None:
            decision = self._decisions.get(cite.id, _UNDECIDED)
            bare = Cite(cite.id, cite.locator, cite.label)
            context = self._context(cite.id, "citation", bare, place, decision)
            context.hide_names = hide_names
            found = self._rendered[known] = self.style.citation.render(context)
        return found

    def _without_names(self, cite: PlacedCite) -> Rich:
        return self._cite(cite.cite, cite.place, hide_names=True)

    def _placed(self, cite: Cite, place: Place) -> PlacedCite:
        decision = self._decisions.get(cite.id, _UNDECIDED)
        rich = self._cite(cite, place, hide_names=cite.suppress_author)
        if not rich and cite.suppress_author:
            rich = self._cite(cite, place)
        if cite.author_only:
            names = find_role(rich, "names")
            rich = (names,) if names is not None else self._author(cite.id) or rich
        return PlacedCite(
            cite,
            place,
            self._numbers[cite.id],
            decision.year_suffix,
            rich or self._fallback(cite.id),
            names_key(rich),
        )

    def _author(self, key: str) -> Rich:
        """Give the authors of an item in words, for a style whose cites do not name them."""
        names = self.item(key).names
        variable = next((one for one in ("author", "editor", "translator") if one in names), "")
        element = NamesElement((variable,), _SHORT_NAMES, None, "", undecorated)
        return element.render(self._context(key, "citation", _NO_CITE, Place(), _UNDECIDED))

    def _fallback(self, key: str) -> Rich:
        """Give what stands for an item of which the style shows nothing."""
        if not self.titles_for_empty:
            return (_NO_FORM,)
        fields = self.item(key).fields
        return parse_markup(fields.get("title-short") or fields.get("title", "")) or (_NO_FORM,)

    def _citation(self, cluster: Cluster, places: Sequence[Place], output: str) -> str:
        known: _Key = (
            output,
            *(
                (cite, self._cite_key(cite, place))
                for cite, place in zip(cluster.cites, places, strict=True)
            ),
        )
        return self._once(known, partial(self._built, cluster, places), output)

    def _built(self, cluster: Cluster, places: Sequence[Place]) -> Rich:
        return self._builder.build(
            [self._placed(cite, place) for cite, place in zip(cluster.cites, places, strict=True)]
        )

    def _once(self, known: _Key, make: Callable[[], Rich], output: str) -> str:
        """Write what is not yet written; what a run does not use is forgotten after it."""
        found = self._written.get(known)
        if found is None:
            found = self._earlier.get(known)
            if found is None:
                found = write(make(), self.style.locale.quotation, output)
            self._written[known] = found
        return found

    def _bibliography(self, keys: Sequence[str], output: str) -> tuple[list[str], tuple[str, ...]]:
        area = self.style.bibliography
        if area is None:
            return [], ()
        entries: list[tuple[_Key, Rich]] = []
        for key in keys:
            known: _Key = (
                key,
                self._versions.get(key, 0),
                self._number_of(key),
                self._frozen.get(key, ()),
            )
            found = self._rendered.get(known)
            if found is None:
                found = self._rendered[known] = self._entry(key, area)
            if found:
                entries.append((known, found))
        substitutes = "subsequent-author-substitute" in area.options
        written: list[str] = []
        before: tuple[_Key, Rich] | None = None
        for known, rich in entries:
            whole = (output, known, before[0] if before and substitutes else ())
            earlier = before[1] if before is not None else ()
            make = partial(substitute_author, area, rich, earlier)
            written.append(self._once(whole, make, output))
            before = (known, rich)
        return written, tuple(str(known[0]) for known, _ in entries)

    def _entry(self, key: str, area: Area) -> Rich:
        decision = self._decisions.get(key, _UNDECIDED)
        context = self._context(key, "bibliography", _NO_CITE, Place(), decision)
        found = lay_out_entry(area, [field(context) for field in area.fields])
        if not found and self.style.numeric:
            return (f"{context.number}. {_NO_FORM}",)
        return found

    # Disambiguation.

    def _disambiguate(self, places: Sequence[Sequence[Place]], clusters: Sequence[Cluster]) -> None:
        area = self.style.citation
        self._decisions, self._frozen = {}, {}
        if not (
            self.style.has_disambiguate
            or area.option("disambiguate-add-names")
            or area.option("disambiguate-add-givenname")
            or area.option("disambiguate-add-year-suffix")
        ):
            return
        again = {
            cite.id
            for cluster, where in zip(clusters, places, strict=True)
            for cite, place in zip(cluster.cites, where, strict=True)
            if place.position != "first"
        }

        compare_subsequent = (self.style.note and bool(again)) or any(
            name in options
            for name in ("et-al-subsequent-min", "et-al-subsequent-use-first")
            for options in (area.options, self.style.options)
        )

        def render(key: str, decision: Decision) -> Trial:
            subsequent = self.style.reads_position and (key in again or compare_subsequent)
            known = (key, self._versions.get(key, 0), subsequent, *freeze(decision))
            found = self._trials.get(known)
            if found is None:
                place = Place("subsequent") if subsequent else Place()
                context = self._context(key, "citation", _NO_CITE, place, decision)
                context.number = 0
                context.comparing = True
                rich = area.render(context)
                found = Trial(keyed(rich), tuple(context.blocks), context.asked)
                self._trials[known] = found
            return found

        self._decisions = Disambiguator(area, render).run(list(self._numbers))
        self._frozen = {
            key: freeze(decision)
            for key, decision in self._decisions.items()
            if decision != _UNDECIDED
        }
