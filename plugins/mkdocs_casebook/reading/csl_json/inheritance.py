"""What entries take from others: ``crossref`` and ``xdata``.

Source: the manual of biblatex 3.20, sections 2.4.1, 3.13.6 and appendix B. ``xref`` names a parent
from which nothing is taken. Entries are found by their ``ids`` too.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.reading.csl_json.entry_types import base_type
from mkdocs_casebook.reading.csl_json.granular_data import with_granular_data

FIELD_ALIASES: Mapping[str, str] = {
    "journal": "journaltitle",
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass",
    "school": "institution",
    "hyphenation": "langid",
    "key": "sortkey",
    "pdf": "file",
}
"""BibTeX's names of fields, and biblatex's."""

_NEVER_INHERITED = frozenset(
    """ids crossref xref entryset entrysubtype execute label options presort related relatedoptions
    relatedstring relatedtype shorthand shorthandintro sortkey xdata""".split()  # noqa: SIM905 (a list to read)
)
_NOT_WITH_TITLE = frozenset({"shorttitle", "sorttitle", "indextitle", "indexsorttitle"})
_TITLE_PARTS = ("title", "subtitle", "titleaddon")
_IN_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})
_IN_COLLECTIONS = frozenset({"incollection", "inreference", "suppcollection"})
_COLLECTIONS = frozenset({"collection", "reference"})
_PREFIXES: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (frozenset({"mvbook"}), _IN_BOOKS | {"book"}, "main"),
    (frozenset({"mvcollection", "mvreference"}), _COLLECTIONS | _IN_COLLECTIONS, "main"),
    (frozenset({"mvproceedings"}), frozenset({"proceedings", "inproceedings"}), "main"),
    (frozenset({"book"}), _IN_BOOKS, "book"),
    (_COLLECTIONS, _IN_COLLECTIONS, "book"),
    (frozenset({"proceedings"}), frozenset({"inproceedings"}), "book"),
    (frozenset({"periodical"}), frozenset({"article", "suppperiodical"}), "journal"),
)
"""Types of the parent and of the child, and what the parent's title becomes the title of."""
_MOST_GUESSES = 3
"""Looking for the nearest key takes its time."""
_LISTS_OF_KEYS = frozenset({"xdata", "ids"})
_DATES = ("", "url", "orig", "event")
_DATE_PARTS = ("date", "year", "month", "day")


def canonical(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of an entry that are not empty, with biblatex's names."""
    if FIELD_ALIASES.keys().isdisjoint(fields):
        return {name: value for name, value in fields.items() if value}
    found = {name: value for name, value in fields.items() if value and name not in FIELD_ALIASES}
    for name, alias in FIELD_ALIASES.items():
        if fields.get(name):
            found.setdefault(alias, fields[name])
    return found


def resolve(
    references: Mapping[str, Reference],
) -> tuple[dict[str, Reference], list[Problem]]:
    """Give each entry the fields that it takes from others.

    Args:
        references: The bibliography.

    Returns:
        The same entries, those that name others with the fields taken, without ``crossref`` and
        ``xdata``; and the problems found. A link of a circle is left out.
    """
    known: dict[str, str] = {}
    for key in references:
        known.setdefault(key.casefold(), key)
    for key, reference in references.items():
        for name in _named(reference, "ids"):
            known.setdefault(name.casefold(), key)
    reader = _Inheritance(references, known)
    reader.follow("xdata", _with_data)
    reader.resolved = with_granular_data(reader.resolved, reader.data)
    reader.follow("crossref", _with_parent)
    reader.report_unknown("xref")
    return reader.resolved, reader.problems


class _Inheritance:
    def __init__(self, references: Mapping[str, Reference], known: Mapping[str, str]) -> None:
        self.references = references
        self.known = known
        self.resolved = dict(references)
        self.problems: list[Problem] = []
        self.guesses = 0

    def follow(self, field: str, merge: Callable[[Reference, Reference], Reference]) -> None:
        """Resolve one kind of link, the entries that are named first.

        Chains may be as long as the file, so that this may not recur.
        """
        done: set[str] = set()
        for start in [key for key, each in self.references.items() if each.fields.get(field)]:
            path: dict[str, None] = {}
            waiting = [start]
            while waiting:
                key = waiting[-1]
                if key in done:
                    waiting.pop()
                    continue
                parents = self.parents(key, field)
                if key not in path:
                    path[key] = None
                    self.report_circle(key, parents, path, field)
                    waiting += [each for each in parents if each not in done and each not in path]
                    continue
                waiting.pop()
                self.merge(key, [each for each in parents if each in done], field, merge)
                del path[key]
                done.add(key)

    def merge(
        self,
        key: str,
        parents: list[str],
        field: str,
        merge: Callable[[Reference, Reference], Reference],
    ) -> None:
        reference = self.resolved[key]
        if not reference.fields.get(field):
            return
        for parent in parents:
            reference = merge(reference, self.resolved[parent])
        fields = {name: value for name, value in reference.fields.items() if name != field}
        self.resolved[key] = replace(reference, fields=fields)

    def parents(self, key: str, field: str) -> list[str]:
        found = map(self.find, _named(self.references[key], field))
        return [parent for parent in found if parent is not None]

    def find(self, name: str) -> str | None:
        return name if name in self.references else self.known.get(name.casefold())

    def data(self, name: str) -> Reference | None:
        key = self.find(name)
        return self.resolved[key] if key is not None else None

    def report_circle(
        self, key: str, parents: list[str], path: Mapping[str, None], field: str
    ) -> None:
        self.report_unknown(field, key)
        for parent in parents:
            if parent in path:
                message = f"'{key}' takes its fields from itself, by way of '{parent}'"
                span = self.references[key].span_of(field)
                hint = f"remove one '{field}' of the circle"
                self.problems.append(Problem("inheritance-cycle", span, message, hint))

    def report_unknown(self, field: str, key: str | None = None) -> None:
        for reference in [self.references[key]] if key else self.references.values():
            for name in _named(reference, field):
                if self.find(name) is not None:
                    continue
                self.guesses += 1
                near = nearest(name, self.references) if self.guesses <= _MOST_GUESSES else None
                hint = f"did you mean '{near}'?" if near else "add that entry, or remove the field"
                message = f"'{field}' of '{reference.key}' names '{shown(name)}', which is no entry"
                span = reference.span_of(field)
                self.problems.append(Problem("unknown-parent", span, message, hint))


def _named(reference: Reference, field: str) -> list[str]:
    """Return the keys that a field names."""
    named = reference.fields.get(field, "")
    if not named:
        return []
    names = named.split(",") if field in _LISTS_OF_KEYS else [named]
    return [name.strip() for name in names if name.strip()]


def _with_data(reference: Reference, data: Reference) -> Reference:
    """Return an entry with the fields of an ``@xdata`` that it has not itself."""
    fields = canonical(reference.fields)
    taken = {name: value for name, value in canonical(data.fields).items() if name != "xdata"}
    return replace(reference, fields=_merged(fields, taken))


def _with_parent(reference: Reference, parent: Reference) -> Reference:
    """Return an entry with what it takes from its parent by biblatex's rules."""
    fields = canonical(reference.fields)
    taken = _offered(base_type(parent.type), base_type(reference.type), canonical(parent.fields))
    return replace(reference, fields=_merged(fields, taken))


def _offered(parent: str, child: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return what a parent gives a child of a type, under the child's names."""
    offered = {name: value for name, value in fields.items() if name not in _NEVER_INHERITED}
    for parents, children, prefix in _PREFIXES:
        if parent in parents and child in children:
            renamed = {
                f"{prefix}{part}": offered.pop(part) for part in _TITLE_PARTS if part in offered
            }
            for name in _NOT_WITH_TITLE & offered.keys():
                del offered[name]
            offered = {**offered, **renamed}
    if parent in {"mvbook", "book"} and child in _IN_BOOKS and "author" in offered:
        offered.setdefault("bookauthor", offered["author"])
    return offered


def _merged(own: dict[str, str], taken: Mapping[str, str]) -> dict[str, str]:
    """Return one's own fields and those taken. Of a date, nothing or all is taken."""
    dated = {
        f"{prefix}{part}"
        for prefix in _DATES
        if any(own.get(f"{prefix}{each}") for each in _DATE_PARTS)
        for part in _DATE_PARTS
    }
    return {**{name: value for name, value in taken.items() if name not in dated}, **own}
