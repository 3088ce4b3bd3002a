"""How terms stand to one another, as SKOS allows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_casebook.model.definition import Definition

_Ids = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Relations:
    """The relations between terms, by id, each written from both of its ends.

    Attributes:
        broader: The broader terms of each.
        narrower: The narrower terms of each.
        related: The related terms of each that are not above or below it (S27).
    """

    broader: _Ids
    narrower: _Ids
    related: _Ids

    @classmethod
    def between(cls, records: Mapping[str, Definition]) -> "Relations":
        """Return the relations between definitions; those to others are left out.

        Args:
            records: The definitions by id.
        """
        broader = {
            id: frozenset(each for each in record.broader if each in records and each != id)
            for id, record in records.items()
        }
        narrower = _inverse(broader)
        above = {id: _reachable(broader, id) for id in records}
        said = {id: frozenset(record.related) & records.keys() for id, record in records.items()}
        both_ways = _inverse(said)
        related = {
            id: frozenset(
                each
                for each in said[id] | both_ways[id]
                if each != id and each not in above[id] and id not in above[each]
            )
            for id in records
        }
        return cls(broader, narrower, related)

    def is_top(self, id: str) -> bool:
        """Tell whether a term has no broader one."""
        return not self.broader[id]


def _inverse(relation: _Ids) -> dict[str, frozenset[str]]:
    return {id: frozenset(other for other, ids in relation.items() if id in ids) for id in relation}


def _reachable(relation: _Ids, start: str) -> frozenset[str]:
    """Return what can be reached in one step or more, in cycles too."""
    seen: set[str] = set()
    waiting: list[str] = [*relation[start]]
    while waiting:
        id = waiting.pop()
        if id not in seen:
            seen.add(id)
            waiting += relation[id]
    return frozenset(seen)
