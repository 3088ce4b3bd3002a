"""A processor for all the citations of a document or site: order, numbers and disambiguation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from .bibliography import substitute_author
from .citations import CitationBuilder, Link, PlacedCite, names_key
from .collation import CollationKey
from .disambiguation import Decision, Disambiguator, Trial
from .items import Cite, Cluster, Item, read_cluster
from .output import write
from .positions import Place, place_cites
from .renderings import Key, Renderings
from .rich_text import NUMBER, Content, Rich, find_role, numbered
from .sorting import sort_by
from .style_parsing import Area, Style


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
        self._renderings = Renderings(style, items, titles_for_empty=titles_for_empty)
        self._numbers: dict[str, int] = {}
        self._written: dict[Key, str] = {}
        self._earlier: dict[Key, str] = {}
        self._builder = CitationBuilder(style, self._without_names, link)

    @property
    def given(self) -> Mapping[str, Mapping[str, Any]]:
        """The items by key, as CSL-JSON."""
        return self._renderings.given

    def update(self, items: Iterable[Mapping[str, Any]]) -> None:
        """Take other items; what was rendered of those that are the same is kept.

        Args:
            items: All the items.
        """
        self._renderings.update(items)

    def item(self, key: str) -> Item:
        """Give an item, read when it is first needed."""
        return self._renderings.item(key)

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
        read, places = self._arrange(clusters, uncited)
        self._disambiguate(places, read)
        self._number_by_suffix()
        rendered = self._render(read, places, output)
        self._earlier, self._written = self._written, {}
        return rendered

    def settle(self, keys: Iterable[str]) -> None:
        """Disambiguate items once, for all the documents that may cite them.

        Args:
            keys: Keys of items; unknown ones are left out.
        """
        self._number([key for key in dict.fromkeys(keys) if key in self.given])
        self._disambiguate((), ())

    def document(
        self,
        clusters: Iterable[Iterable[Mapping[str, Any]] | Mapping[str, Any]],
        *,
        uncited: Iterable[str] = (),
        output: str = "html",
        bibliography: bool = True,
    ) -> Rendered:
        """Render one of several documents that agree on what was settled.

        Numbers and positions start anew; names, given names and year suffixes do not.

        Args:
            clusters: The citations in order, as for `process`.
            uncited: Keys of items that stand in the bibliography without being cited.
            output: "html", "text" or "markdown".
            bibliography: Whether the bibliography is wanted.

        Returns:
            The citations and the bibliography.
        """
        read, places = self._arrange(clusters, uncited)
        return self._render(read, places, output, bibliography=bibliography)

    def _arrange(
        self,
        clusters: Iterable[Iterable[Mapping[str, Any]] | Mapping[str, Any]],
        uncited: Iterable[str],
    ) -> tuple[list[Cluster], list[tuple[Place, ...]]]:
        """Number the items, put the cites of each cluster in order, and find their positions."""
        read = [self._known_cites(read_cluster(cluster)) for cluster in clusters]
        cited = dict.fromkeys(cite.id for cluster in read for cite in cluster.cites)
        ordered = list(cited | dict.fromkeys(key for key in uncited if key in self.given))
        self._number(ordered)
        read = [self._sorted_cluster(cluster) for cluster in read]
        places = place_cites(
            self._noted(read),
            distance=self.style.near_note_distance,
            notes=self.style.note,
        )
        return read, places

    def _number_by_suffix(self) -> None:
        """Number the items again, where the bibliography is sorted by their suffixes."""
        area = self.style.bibliography
        if area is None or not any("year-suffix" in key.variable for key in area.sort):
            return
        if any(self._renderings.decision(key).year_suffix for key in self._numbers):
            self._number(list(self._numbers))

    def _render(
        self,
        clusters: Sequence[Cluster],
        places: Sequence[Sequence[Place]],
        output: str,
        *,
        bibliography: bool = True,
    ) -> Rendered:
        citations = [
            self._citation(cluster, where, output)
            for cluster, where in zip(clusters, places, strict=True)
        ]
        entries, keys = self._bibliography(output) if bibliography else ([], ())
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

    def _number(self, ordered: list[str]) -> None:
        """Order the items as the bibliography does, and number them."""
        self._numbers = {key: index for index, key in enumerate(ordered, 1)}
        area = self.style.bibliography
        if area is not None and area.sort:
            ordered = sort_by(ordered, area.sort, partial(self._sort_value, area))
            self._numbers = {key: index for index, key in enumerate(ordered, 1)}

    def _sorted_cluster(self, cluster: Cluster) -> Cluster:
        area = self.style.citation
        if not area.sort or len(cluster.cites) < 2:
            return cluster
        order = sort_by(
            range(len(cluster.cites)),
            area.sort,
            lambda place, index: self._sort_value(area, cluster.cites[place].id, index),
        )
        return Cluster(tuple(cluster.cites[place] for place in order), cluster.note)

    def _sort_value(self, area: Area, key: str, index: int) -> CollationKey:
        return self._renderings.sort_value(key, area, index, self._numbers[key])

    # Citations.

    def _without_names(self, cite: PlacedCite) -> Rich:
        return self._cite(cite.cite, cite.place, hide_names=True)

    def _cite(self, cite: Cite, place: Place, *, hide_names: bool = False) -> Rich:
        number = self._numbers.get(cite.id, 0)
        rich = self._renderings.cite(cite, place, number, hide_names=hide_names)
        return numbered(rich, number) if self.style.shows_number else rich

    def _placed(self, cite: Cite, place: Place) -> PlacedCite:
        rich = self._cite(cite, place, hide_names=cite.suppress_author)
        if not rich and cite.suppress_author:
            rich = self._cite(cite, place)
        if cite.author_only:
            names = find_role(rich, "names")
            rich = (names,) if names is not None else self._renderings.author(cite.id) or rich
        return PlacedCite(
            cite,
            place,
            self._numbers[cite.id],
            self._renderings.decision(cite.id).year_suffix,
            rich or self._renderings.fallback(cite.id),
            names_key(rich),
        )

    def author_and_year(self, key: str) -> tuple[str, str]:
        """Give what a cite shows of names and year of an item, as plain text, after `settle`.

        Args:
            key: Key of an item.

        Returns:
            Both; empty where the style shows none.
        """
        cite = self._cite(Cite(key), Place())
        names, year, suffix = (find_role(cite, role) for role in ("names", "year", "year-suffix"))
        if year is None:
            return self._text(names), self._text(*self._cite(Cite(key), Place(), hide_names=True))
        return self._text(names), self._text(year) + self._text(suffix)

    def _text(self, *rich: Content | None) -> str:
        found = tuple(part for part in rich if part is not None)
        return write(found, self.style.locale.quotation, "text") if found else ""

    def _citation(self, cluster: Cluster, places: Sequence[Place], output: str) -> str:
        numbers = self._numbers if self.style.shows_number else {}
        known: Key = (
            output,
            *(
                (
                    cite,
                    numbers.get(cite.id, 0),
                    self._renderings.cite_key(cite, place, self._numbers[cite.id]),
                )
                for cite, place in zip(cluster.cites, places, strict=True)
            ),
        )
        return self._once(known, partial(self._built, cluster, places), output)

    def _built(self, cluster: Cluster, places: Sequence[Place]) -> Rich:
        return self._builder.build(
            [self._placed(cite, place) for cite, place in zip(cluster.cites, places, strict=True)]
        )

    def _once(self, known: Key, make: Callable[[], Rich], output: str) -> str:
        """Write what is not yet written; what a run does not use is forgotten after it."""
        found = self._written.get(known)
        if found is None:
            found = self._earlier.get(known)
            if found is None:
                found = write(make(), self.style.locale.quotation, output)
            self._written[known] = found
        return found

    # The bibliography.

    def _bibliography(self, output: str) -> tuple[list[str], tuple[str, ...]]:
        area = self.style.bibliography
        if area is None:
            return [], ()
        substitutes = "subsequent-author-substitute" in area.options
        keys: list[str] = []
        written: list[str] = []
        before: tuple[Key, Rich] | None = None
        for key, number in self._numbers.items():
            rich = self._renderings.entry(key, area, number)
            if not rich:
                continue
            known = self._renderings.entry_key(key, number)
            whole = (output, known, before[0] if before and substitutes else ())
            make = partial(substitute_author, area, rich, before[1] if before else ())
            text = self._once(whole, make, output)
            written.append(text.replace(NUMBER, str(number)) if self.style.shows_number else text)
            keys.append(key)
            before = (known, rich)
        return written, tuple(keys)

    # Disambiguation.

    def _disambiguate(self, places: Sequence[Sequence[Place]], clusters: Sequence[Cluster]) -> None:
        area, style = self.style.citation, self.style
        self._renderings.decide({})
        alone = len(self._numbers) < 2 and not clusters
        if alone or not style.disambiguates:
            return
        again = {
            cite.id
            for cluster, where in zip(clusters, places, strict=True)
            for cite, place in zip(cluster.cites, where, strict=True)
            if place.position != "first"
        }
        compare_subsequent = (style.note and bool(again)) or style.shortens_subsequent

        def render(key: str, decision: Decision) -> Trial:
            subsequent = style.reads_position and (key in again or compare_subsequent)
            return self._renderings.trial(key, decision, subsequent=subsequent)

        self._renderings.decide(Disambiguator(area, render).run(list(self._numbers)))
