"""Parts of fields that stand in ``@xdata``: ``author = {Li, X. and xdata=team-author-1}``.

The reference names an entry, a field of it and, for one element of a list, its number. One that
leads nowhere stays as it is written, as biber leaves it. Source: the manual of biblatex 3.20,
section 3.13.6.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.csl_json.names import split_names

_REFERENCE = re.compile(
    r"\s*xdata\s*=\s*(?P<key>.+)-(?P<field>[a-z]+)(?:-(?P<number>\d{1,4}))?\s*", re.IGNORECASE
)
_MARK = "xdata"
_LISTS = frozenset(
    """author editor editora editorb editorc translator bookauthor introduction foreword afterword
    annotator commentator holder shortauthor shorteditor namea nameb namec sortname location
    address publisher institution school organization origlocation origpublisher language
    origlanguage lista listb listc listd liste listf""".split()  # noqa: SIM905 (a list to read)
)
_DEEPEST = 50
_LONGEST_LIST = 2000
_Find = Callable[[str], Reference | None]


def with_granular_data(references: Mapping[str, Reference], find: _Find) -> dict[str, Reference]:
    """Return entries with what their fields take from fields of ``@xdata``.

    Args:
        references: The entries by key.
        find: Finds an entry by its key or another of its names.
    """
    if all(each.type != _MARK for each in references.values()):
        return dict(references)
    reader = _Reader(find)
    return {key: reader.completed(each) for key, each in references.items()}


class _Reader:
    def __init__(self, find: _Find) -> None:
        self.find = find
        self.known: dict[tuple[str, str], str] = {}
        self.path: set[tuple[str, str]] = set()

    def completed(self, reference: Reference) -> Reference:
        fields = {
            name: self.value(reference, name)
            for name, value in reference.fields.items()
            if name != _MARK and _MARK in value.lower()
        }
        return replace(reference, fields={**reference.fields, **fields}) if fields else reference

    def value(self, reference: Reference, name: str) -> str:
        """Return a field with what it takes; each is read once, whoever names it."""
        place, written = (reference.key, name), reference.get(name)
        if place in self.path or len(self.path) > _DEEPEST or _MARK not in written.lower():
            return written
        if place not in self.known:
            self.path.add(place)
            parts = split_names(written) if name in _LISTS else [written]
            taken = (each for part in parts for each in self.taken(name, part))
            self.known[place] = " and ".join(islice(taken, _LONGEST_LIST))
            self.path.remove(place)
        return self.known[place]

    def taken(self, name: str, part: str) -> Iterator[str]:
        """Yield what stands for one element of a field: itself, if it takes nothing."""
        named = _REFERENCE.fullmatch(part)
        data = self.find(named["key"]) if named else None
        source = named["field"].lower() if named else ""
        found = self.value(data, source) if data and data.type == _MARK else ""
        if not named or not found or (name in _LISTS) != (source in _LISTS):
            yield part.strip()
            return
        elements = split_names(found) if source in _LISTS else [found]
        if not named["number"]:
            yield from (element.strip() for element in elements)
        elif source in _LISTS and 0 < int(named["number"]) <= len(elements):
            yield elements[int(named["number"]) - 1].strip()
        else:
            yield part.strip()
