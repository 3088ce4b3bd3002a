"""Citations put together from their cites: grouping, collapsing, delimiters (CSL 1.0.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .items import Cite
from .markup import parse_markup
from .positions import Place
from .rich_text import Content, Rich, Span, find_role, keyed, plain
from .style_parsing import Area, Style
from .text_case import apply_case

_NO_SPACE_BEFORE = re.compile(r"[\s.,;:!?)\]’'”\"\-–—/]")
_PUNCTUATION = (",", ";", ".", ":")


@dataclass(frozen=True, slots=True)
class PlacedCite:
    """A cite with its place and what it renders to.

    Attributes:
        cite: The cite.
        place: Its place in the document.
        number: Number of its item in the bibliography.
        year_suffix: Year suffix of its item.
        rich: The cite, without what its author wrote around it.
        names: What its first names render to.
    """

    cite: Cite
    place: Place
    number: int
    year_suffix: str
    rich: Rich
    names: str


Renderer = Callable[[PlacedCite], Rich]
Link = Callable[[str], str]


def _affixed(cite: Cite, rich: Rich) -> Rich:
    """Put around a cite what its author wrote there."""
    prefix, suffix = parse_markup(cite.prefix), parse_markup(cite.suffix)
    if prefix and rich and not cite.prefix[-1:].isspace() and cite.prefix[-1:].isalnum():
        prefix = (*prefix, " ")
    if suffix and not _NO_SPACE_BEFORE.match(cite.suffix):
        suffix = (" ", *suffix)
    return (*prefix, *rich, *suffix)


def _capitalise_first(rich: Rich) -> Rich:
    """Capitalise a term that begins a note."""
    if not rich:
        return rich
    head = rich[0]
    if isinstance(head, str):
        return rich
    if head.role == "term":
        return (
            replace(head, children=apply_case(head.children, "capitalize-first", "")),
            *rich[1:],
        )
    return (replace(head, children=_capitalise_first(head.children)), *rich[1:])


class CitationBuilder:
    """Puts citations together by the options of a style.

    Args:
        style: The style.
        without_names: Renders a cite without its first names.
        link: Gives the address of an item's entry, or nothing.
    """

    def __init__(self, style: Style, without_names: Renderer, link: Link | None = None) -> None:
        self.link = link
        self.style = style
        self.area: Area = style.citation
        self.without_names = without_names
        options = self.area.options
        self.collapse = options.get("collapse", "")
        self.delimiter = self.area.delimiter
        self.groups = "cite-group-delimiter" in options or self.collapse.startswith("year")
        usual = self.delimiter if style.note else ", "
        self.group_delimiter = options.get("cite-group-delimiter", usual)
        self.after_group = options.get("after-collapse-delimiter", self.delimiter)
        self.suffix_delimiter = options.get(
            "year-suffix-delimiter", options.get("cite-group-delimiter", self.delimiter)
        )
        if self.collapse.startswith("year-suffix") and not self.area.option(
            "disambiguate-add-year-suffix"
        ):
            self.collapse = "year"

    def build(self, cites: Sequence[PlacedCite]) -> Rich:
        """Put a citation together.

        Args:
            cites: Its cites in order.

        Returns:
            The whole citation.
        """
        if self.groups and self.area.sort:
            cites = self._grouped(cites)
        if self.collapse == "citation-number":
            rich = self._numbers(cites)
        elif self.groups:
            rich = self._by_author(cites)
        else:
            rich = self._plainly(cites)
        if not rich:
            return ()
        only = len(cites) == 1 and cites[0].cite.author_only
        if not only:
            rich = (*self.area.prefix, *rich, *self.area.suffix)
        return (Span(rich, font=self.area.font),) if self.area.font else rich

    def _text(self, cite: PlacedCite, rich: Rich | None = None, *, first: bool = False) -> Rich:
        """Give a cite with its affixes; a term that begins a note is capitalised."""
        body = cite.rich if rich is None else rich
        prefix = cite.cite.prefix.rstrip()
        sentence = prefix.endswith((".", "!", "?", ".”", '."')) and " " in prefix
        if self.style.note and ((first and not prefix) or sentence):
            body = _capitalise_first(body)
        return _affixed(cite.cite, self._linked(cite, body))

    def _linked(self, cite: PlacedCite, rich: Rich) -> Rich:
        """Lead from a cite to its entry, where the caller gave an address."""
        address = self.link(cite.cite.id) if self.link is not None else ""
        return (Span(rich, link=address),) if address and rich else rich

    def _joined(self, parts: Sequence[tuple[Rich, str, Cite]]) -> Rich:
        """Join cites, each with the delimiter that follows it."""
        joined: list[Content] = []
        pending = ""
        for rich, delimiter, cite in parts:
            if not rich:
                continue
            if joined and not cite.prefix.lstrip().startswith(_PUNCTUATION):
                joined.append(pending)
            joined.extend(rich)
            pending = " " if cite.suffix.rstrip().endswith(",") else delimiter
        return tuple(joined)

    def _plainly(self, cites: Sequence[PlacedCite]) -> Rich:
        return self._joined(
            [
                (self._text(cite, first=index == 0), self.delimiter, cite.cite)
                for index, cite in enumerate(cites)
            ]
        )

    def _grouped(self, cites: Sequence[PlacedCite]) -> list[PlacedCite]:
        """Move cites with the same names to the first of them (CSL 1.0.2, "Cite Grouping")."""
        groups: dict[str, list[PlacedCite]] = {}
        for index, cite in enumerate(cites):
            key = cite.names or f"\0{index}"
            groups.setdefault(key, []).append(cite)
        return [cite for group in groups.values() for cite in group]

    # Ranges of numbers.

    def _numbers(self, cites: Sequence[PlacedCite]) -> Rich:
        parts: list[tuple[Rich, str, Cite]] = []
        index = 0
        while index < len(cites):
            end = index
            while end + 1 < len(cites) and self._follows(cites[end], cites[end + 1]):
                end += 1
            first = index == 0
            if end - index >= 2:
                head, tail = cites[index], cites[end]
                rich = (*self._text(head, first=first), "–", *self._text(tail))
                after = self.after_group
                parts.append((rich, after, head.cite))
                index = end + 1
                continue
            parts.append((self._text(cites[index], first=first), self.delimiter, cites[index].cite))
            index += 1
        return self._joined(parts)

    @staticmethod
    def _follows(before: PlacedCite, cite: PlacedCite) -> bool:
        return (
            cite.number == before.number + 1
            and find_role(cite.rich, "citation-number") is not None
            and not cite.cite.prefix
            and not cite.cite.locator
            and not before.cite.suffix
            and not before.cite.locator
        )

    # Years under one author.

    def _by_author(self, cites: Sequence[PlacedCite]) -> Rich:
        parts: list[tuple[Rich, str, Cite]] = []
        alone = self.after_group
        if any(self._same_author(one, other) for one, other in pairwise(cites)):
            alone = self.delimiter
        index = 0
        while index < len(cites):
            end = index + 1
            while end < len(cites) and self._same_author(cites[index], cites[end]):
                end += 1
            group = cites[index:end]
            first = index == 0
            if len(group) == 1:
                parts.append((self._text(group[0], first=first), alone, group[0].cite))
            elif self.collapse.startswith("year"):
                parts.extend(self._collapsed(group, first=first))
            else:
                parts.extend(
                    (self._text(cite, first=first and not place), self.group_delimiter, cite.cite)
                    for place, cite in enumerate(group)
                )
                parts[-1] = (parts[-1][0], self.delimiter, parts[-1][2])
            index = end
        return self._joined(parts)

    def _same_author(self, first: PlacedCite, other: PlacedCite) -> bool:
        if self.collapse and other.cite.prefix:
            return False
        if not first.names:
            return (
                self.collapse.startswith("year-suffix")
                and not other.names
                and bool(first.year_suffix and other.year_suffix)
            )
        return first.names == other.names

    def _collapsed(
        self, group: Sequence[PlacedCite], *, first: bool
    ) -> list[tuple[Rich, str, Cite]]:
        """Collapse the cites of one author to their years, and years to their suffixes."""
        parts: list[tuple[Rich, str, Cite]] = []
        bodies = [group[0].rich, *(self.without_names(cite) for cite in group[1:])]
        index = 0
        while index < len(group):
            cite, body = group[index], bodies[index]
            year = self._year_of(body)
            run = index + 1
            if self.collapse.startswith("year-suffix") and year:
                while (
                    run < len(group)
                    and self._year_of(bodies[run]) == year
                    and self._bare(group[run])
                    and self._bare(cite)
                ):
                    run += 1
            delimiter = self.after_group if cite.cite.locator else self.group_delimiter
            if "after-collapse-delimiter" not in self.area.options:
                delimiter = self.group_delimiter
            parts.append((self._text(cite, body, first=first and index == 0), delimiter, cite.cite))
            if run - index > 1:
                parts.extend(self._suffixes(group[index:run], parts))
            index = run
        parts[-1] = (parts[-1][0], self.after_group, parts[-1][2])
        return parts

    @staticmethod
    def _bare(cite: PlacedCite) -> bool:
        return bool(cite.year_suffix) and not (
            cite.cite.locator or cite.cite.prefix or cite.cite.suffix
        )

    @staticmethod
    def _year_of(rich: Rich) -> str:
        """Give the year of a cite that has a suffix: what a following suffix may share."""
        if find_role(rich, "year-suffix") is None:
            return ""
        year = find_role(rich, "year")
        return plain(year.children) if year else "-"

    def _suffixes(
        self, run: Sequence[PlacedCite], parts: list[tuple[Rich, str, Cite]]
    ) -> list[tuple[Rich, str, Cite]]:
        """Give the suffixes that follow a year, as ranges where the style wants them."""
        head = parts.pop()
        parts.append((head[0], self.suffix_delimiter, head[2]))
        values = [self._suffix_of(cite) for cite in run]
        written: list[tuple[Rich, str, Cite]] = []
        index = 1
        if self.collapse == "year-suffix-ranged":
            end = self._range_end(run, 0)
            if end >= 2:
                parts[-1] = ((*head[0], "–", *values[end]), self.suffix_delimiter, head[2])
                index = end + 1
        while index < len(run):
            end = self._range_end(run, index) if self.collapse == "year-suffix-ranged" else index
            if end - index >= 2:
                rich: Rich = (*values[index], "–", *values[end])
                index = end
            else:
                rich = values[index]
            written.append((rich, self.suffix_delimiter, run[index].cite))
            index += 1
        if written:
            written[-1] = (written[-1][0], self.group_delimiter, written[-1][2])
        else:
            parts[-1] = (parts[-1][0], self.group_delimiter, parts[-1][2])
        return written

    def _suffix_of(self, cite: PlacedCite) -> Rich:
        found = find_role(cite.rich, "year-suffix")
        return self._linked(cite, (found,)) if found is not None else ()

    @staticmethod
    def _range_end(run: Sequence[PlacedCite], start: int) -> int:
        end = start
        while end + 1 < len(run) and _next_letter(run[end].year_suffix, run[end + 1].year_suffix):
            end += 1
        return end


def _value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("a") + 1
    return value


def _next_letter(before: str, after: str) -> bool:
    return bool(before and after) and _value(after) == _value(before) + 1


def names_key(rich: Rich) -> str:
    """Give the text by which cites of one author are recognised."""
    names = find_role(rich, "names")
    return keyed(names.children) if names is not None else ""
