"""What the rendering of one cite or entry knows, and what it finds out on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .date_values import Date
from .items import DATE_VARIABLES, NAME_VARIABLES, Cite, Item
from .locales import Locale
from .persons import Name

NO_SHAPES: Mapping[str, NameShape] = {}


@dataclass(frozen=True, slots=True)
class NameShape:
    """How much of a list of names disambiguation has decided to show.

    Attributes:
        count: How many names, at least.
        levels: How much of each name: 0 the surname, 1 initials, 2 all given names.
    """

    count: int = 0
    levels: tuple[int, ...] = ()

    def level(self, index: int) -> int:
        """Give how much of a name is shown."""
        return self.levels[index] if index < len(self.levels) else 0


@dataclass(frozen=True, slots=True)
class NameBlock:
    """A list of names that was rendered.

    Attributes:
        variable: Its variable.
        names: All its names.
        count: How many of them were shown.
        level: How much of each name the style shows by itself.
        highest: The most that can be shown of each.
        initials: Whether the style makes initials of given names.
        cut: Whether "et al." hid the rest.
    """

    variable: str
    names: tuple[Name, ...]
    count: int
    level: int
    highest: int
    initials: bool
    cut: bool


@dataclass(frozen=True, slots=True)
class Truncation:
    """Et-al options that a sort key sets over those of the names (CSL 1.0.2, "Sorting")."""

    minimum: int | None = None
    use_first: int | None = None
    use_last: bool | None = None


@dataclass(slots=True)
class Context:
    """One rendering of one item.

    Attributes:
        item: The item.
        cite: The cite, an empty one in the bibliography.
        locale: The locale.
        area: "citation" or "bibliography".
        english: Whether title case applies to the item.
        position: Position of the cite.
        near_note: Whether the cite is near the last one.
        first_note: Number of the note that first cited the item.
        number: Number of the item in the bibliography.
        year_suffix: Letter that tells it from others of the year.
        disambiguate: How many of the conditions `disambiguate` hold.
        shapes: What disambiguation decided for each list of names.
        sorting: Whether the rendering is a sort key.
        truncation: What the sort key says of et-al.
        hide_names: Whether the first names are left out, as in collapsed cites.
        comparing: Whether the rendering is only compared with others, for disambiguation.
        called: How many variables were called.
        found: How many of them had something to show.
        suppressed: Variables that were used as a substitute and are not rendered again.
        recorder: Where the variables rendered inside a substitute are noted.
        blocks: The lists of names that were rendered.
        names_done: Whether the first names element was rendered.
        suffix_done: Whether the year suffix was rendered.
        asked: How many times the style asked for the condition `disambiguate`.
    """

    item: Item
    cite: Cite
    locale: Locale
    area: str = "citation"
    english: bool = True
    position: str = "first"
    near_note: bool = False
    first_note: int = 0
    number: int = 0
    year_suffix: str = ""
    disambiguate: int = 0
    shapes: Mapping[str, NameShape] = field(default_factory=lambda: NO_SHAPES)
    sorting: bool = False
    truncation: Truncation | None = None
    hide_names: bool = False
    comparing: bool = False
    called: int = 0
    found: int = 0
    suppressed: frozenset[str] = frozenset()
    recorder: set[str] | None = None
    blocks: list[NameBlock] = field(default_factory=list)
    names_done: bool = False
    suffix_done: bool = False
    asked: int = 0

    def text(self, variable: str, form: str = "long") -> str:
        """Give the text of a variable, empty where it has none."""
        if variable in self.suppressed:
            return ""
        special = SPECIAL.get(variable)
        if special is not None:
            return special(self)
        fields = self.item.fields
        short = fields.get(f"{variable}-short") if form == "short" else None
        return short or fields.get(variable, "")

    def date(self, variable: str) -> Date | None:
        """Give a date, or nothing."""
        return None if variable in self.suppressed else self.item.dates.get(variable)

    def names(self, variable: str) -> tuple[Name, ...]:
        """Give a list of names, empty where there is none."""
        return () if variable in self.suppressed else self.item.names.get(variable, ())

    def has(self, variable: str) -> bool:
        """Say whether a variable has a value, for conditions."""
        if variable in NAME_VARIABLES:
            return bool(self.names(variable))
        if variable in DATE_VARIABLES:
            return bool(self.date(variable))
        return bool(self.text(variable))

    def note(self, variable: str, *, found: bool) -> None:
        """Note that a variable was called, and whether it had something to show."""
        self.called += 1
        if found:
            self.found += 1
            if self.recorder is not None:
                self.recorder.add(variable)

    def ask_disambiguate(self) -> bool:
        """Give the condition `disambiguate`, and note that the style asked for it."""
        self.asked += 1
        return self.asked <= self.disambiguate


def _first_page(pages: str) -> str:
    for separator in ("-", "–", ",", "&"):
        pages = pages.partition(separator)[0]
    return pages.strip()


def citation_label(item: Item) -> str:
    """Make a label of names and year, as `citation-label` asks where the item has none."""
    names = next(iter(item.names.values()), ())
    name_count = len(names)
    letters = 4 if name_count == 1 else 2 if name_count == 2 else 1
    label = "".join((name.family or name.literal)[:letters] for name in names[:4])
    date = item.dates.get("issued")
    year = f"{date.start.year % 100:02d}" if date and date.start.year else ""
    return label + year


# Variables that are not fields of the item, or not only.
SPECIAL: Mapping[str, Callable[[Context], str]] = {
    "locator": lambda context: context.cite.locator,
    "citation-number": lambda context: str(context.number) if context.number else "",
    "year-suffix": lambda context: context.year_suffix,
    "first-reference-note-number": lambda context: (
        str(context.first_note) if context.first_note else ""
    ),
    "page-first": lambda context: (
        context.item.fields.get("page-first") or _first_page(context.item.fields.get("page", ""))
    ),
    "citation-label": lambda context: (
        context.item.fields.get("citation-label") or citation_label(context.item)
    ),
}
