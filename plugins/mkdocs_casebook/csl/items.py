"""Items and cites: CSL-JSON read once into frozen data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from .date_values import Date, parse_date, read_date
from .persons import Name, read_name

NAME_VARIABLES = frozenset(
    [
        "author",
        "chair",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editor",
        "editor-translator",
        "editorial-director",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "recipient",
        "reviewed-author",
        "script-writer",
        "series-creator",
        "translator",
    ]
)
DATE_VARIABLES = frozenset(
    ["accessed", "available-date", "event-date", "issued", "original-date", "submitted"]
)
NUMBER_VARIABLES = frozenset(
    [
        "chapter-number",
        "citation-number",
        "collection-number",
        "edition",
        "first-reference-note-number",
        "issue",
        "locator",
        "number",
        "number-of-pages",
        "number-of-volumes",
        "page",
        "page-first",
        "part-number",
        "printing-number",
        "section",
        "supplement-number",
        "version",
        "volume",
    ]
)
_NOTE_LINE = re.compile(r"(?P<variable>[a-z][a-z-]+): (?P<value>\S.*)")
_NOTE_VARIABLES = NUMBER_VARIABLES | frozenset(
    [
        "archive",
        "authority",
        "call-number",
        "collection-title",
        "collection-title-short",
        "container-title",
        "container-title-short",
        "dimensions",
        "division",
        "event-place",
        "event-title",
        "genre",
        "jurisdiction",
        "medium",
        "original-publisher",
        "original-publisher-place",
        "original-title",
        "publisher",
        "publisher-place",
        "references",
        "reviewed-genre",
        "reviewed-title",
        "scale",
        "source",
        "status",
        "title-short",
        "volume-title",
    ]
)
_ALIASES = {
    "shortTitle": "title-short",
    "journalAbbreviation": "container-title-short",
    "event": "event-title",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A source that can be cited.

    Attributes:
        id: Its key.
        type: Its type in CSL.
        fields: Texts by variable.
        names: Names by variable.
        dates: Dates by variable.
        language: Its language, or nothing.
        variables: All the variables that it has.
    """

    id: str
    type: str
    fields: Mapping[str, str]
    names: Mapping[str, tuple[Name, ...]]
    dates: Mapping[str, Date]
    language: str = ""
    variables: frozenset[str] = frozenset()


def key_of(given: Mapping[str, Any]) -> str:
    """Give the key of an item or cite; one without any has the empty key."""
    value = given.get("id")
    return "" if value is None else str(value)


def _read_note(
    fields: dict[str, str], names: dict[str, tuple[Name, ...]], dates: dict[str, Date]
) -> None:
    """Read variables that a reference manager keeps in a note that holds nothing else."""
    lines = fields.get("note", "").splitlines()
    found = [_NOTE_LINE.fullmatch(line) for line in lines]
    if not lines or any(match is None for match in found):
        return
    for match in found:
        if match is None:
            continue
        variable, value = match["variable"], match["value"].strip()
        if variable in NAME_VARIABLES:
            family, _, first = value.partition("||")
            name = read_name({"family": family, "given": first} if first else value)
            if name is not None:
                names[variable] = (*names.get(variable, ()), name)
        elif variable in DATE_VARIABLES:
            dates.setdefault(variable, parse_date(value))
        elif variable in _NOTE_VARIABLES:
            fields.setdefault(variable, value)


def read_item(given: Mapping[str, Any]) -> Item:
    """Read an item of CSL-JSON; what has no meaning in CSL is left out.

    Args:
        given: The item.

    Returns:
        The item as frozen data.
    """
    fields: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Date] = {}
    for key, value in given.items():
        if key in NAME_VARIABLES:
            if isinstance(value, list):
                read = tuple(name for entry in value if (name := read_name(entry)))
                if read:
                    names[key] = read
        elif key in DATE_VARIABLES:
            date = read_date(value)
            if date:
                dates[key] = date
        elif isinstance(value, str | int | float) and not isinstance(value, bool):
            text = str(value).strip()
            if text and key not in ("id", "type"):
                fields[key] = text
                if key in _ALIASES:
                    fields.setdefault(_ALIASES[key], text)
    _read_note(fields, names, dates)
    if "event-title" in fields:
        fields.setdefault("event", fields["event-title"])
    return Item(
        key_of(given),
        str(given.get("type", "")),
        MappingProxyType(fields),
        MappingProxyType(names),
        MappingProxyType(dates),
        fields.get("language", ""),
        frozenset((*fields, *names, *dates)),
    )


@dataclass(frozen=True, slots=True)
class Cite:
    """One source within a citation.

    Attributes:
        id: Key of the item.
        locator: Where in the source.
        label: Kind of the locator.
        prefix: Text of the author's before it.
        suffix: Text of the author's after it.
        suppress_author: Whether its author is left out.
        author_only: Whether only its author is shown.
        position: The position, where it is given and not to be found out.
        near_note: Whether it is near the note before, likewise.
    """

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: str | None = None
    near_note: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """A citation: the cites that stand together, and the number of their note."""

    cites: tuple[Cite, ...]
    note: int = 0
    properties: Mapping[str, Any] = field(default_factory=dict)


_POSITIONS = ("first", "subsequent", "ibid", "ibid-with-locator")


def read_cite(given: Mapping[str, Any]) -> Cite:
    """Read a cite item of CSL-JSON."""

    def text(key: str) -> str:
        value = given.get(key)
        return "" if value is None else str(value)

    position = given.get("position")
    named: str | None = None
    if isinstance(position, int) and 0 <= position < len(_POSITIONS):
        named = _POSITIONS[position]
    elif isinstance(position, str) and position in _POSITIONS:
        named = position
    return Cite(
        key_of(given),
        text("locator").strip(),
        (text("label") or "page").replace("sub-verbo", "sub verbo"),
        text("prefix"),
        text("suffix"),
        bool(given.get("suppress-author")),
        bool(given.get("author-only")),
        named,
        bool(given.get("near-note")),
    )


def read_cluster(given: Iterable[Mapping[str, Any]] | Mapping[str, Any]) -> Cluster:
    """Read a cluster: a list of cite items, or an object with `items` and `note`."""
    if isinstance(given, Mapping):
        cites = given.get("items", given.get("citationItems", ()))
        note = given.get("note", 0)
        return Cluster(tuple(map(read_cite, cites)), note if isinstance(note, int) else 0)
    return Cluster(tuple(map(read_cite, given)))
