"""Cases that stand near a case: of its country, judged alike, of its kind of scheme."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mkdocs_casebook.model.case import Case, Verdict
from mkdocs_casebook.model.edtf import parse_period
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.site import Site

LEAST_CRITERIA = 3
"""On fewer criteria, two cases are not called near."""

# "Not met" and "met" are two steps apart. What decides nothing is no step.
_STEPS: Mapping[Verdict, int] = {Verdict.NOT_MET: 0, Verdict.PARTLY: 1, Verdict.MET: 2}
_UNDECIDED = -1
_MOST_BY_COUNTRY = 3
_MOST_BY_ASSESSMENT = 3
_MOST_BY_TYPE = 2
# Each case is compared with so many before and behind it: the work stays linear in a large study.
_WINDOW = 100


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near the assessments of two cases are.

    Attributes:
        criteria: The number of criteria on which both have a verdict that decides.
        same: On how many of them the verdict is the same.
        distance: The mean number of steps between the verdicts: 0 where all are the same, 2 where
            one case meets all that the other does not.
    """

    criteria: int
    same: int
    distance: float


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """A case that stands near another.

    Attributes:
        id: Its id.
        same_country: They are of one country.
        nearness: How near their assessments are, where it is among the nearest.
        same_type: They are of one kind of scheme.
    """

    id: str
    same_country: bool
    nearness: Nearness | None
    same_type: bool


class RelatedCases:
    """Finds the cases related to a case of a site.

    Args:
        site: The site.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    def of(self, id: str) -> list[RelatedCase]:
        """Return the cases related to one: of its country, then nearest, then of its kind.

        Args:
            id: Id of the case.
        """
        record = self._records[id]
        countries, types = self._by_country[record.country], self._by_type[record.scheme.type]
        near = self._nearest(id)
        chosen = dict.fromkeys(
            (
                *self._in_time(id, countries)[:_MOST_BY_COUNTRY],
                *near,
                *self._in_time(id, types)[:_MOST_BY_TYPE],
            )
        )
        return [
            RelatedCase(
                each,
                self._records[each].country == record.country,
                near.get(each),
                self._records[each].scheme.type == record.scheme.type,
            )
            for each in chosen
        ]

    def nearness(self, one: str, other: str) -> Nearness | None:
        """Return how near the assessments of two cases are, or None where that cannot be said.

        Args:
            one: Id of a case.
            other: Id of another one.

        Returns:
            None where both decide on fewer than `LEAST_CRITERIA` criteria.
        """
        both = zip(self._verdicts[one], self._verdicts[other], strict=True)
        apart = [abs(own - theirs) for own, theirs in both if _UNDECIDED not in {own, theirs}]
        if len(apart) < LEAST_CRITERIA:
            return None
        return Nearness(len(apart), apart.count(0), sum(apart) / len(apart))

    def _in_time(self, id: str, ids: Sequence[str]) -> list[str]:
        """Return cases, those that began nearest in time first."""
        own = self._key_of(id)[0]
        around = _around(id, ids, self._key_of)
        return sorted(around, key=lambda each: (abs(self._key_of(each)[0] - own), each))

    def _nearest(self, id: str) -> dict[str, Nearness]:
        """Return the cases whose assessments are nearest, with how near they are."""
        found = {
            each: near
            for each in _around(id, self._by_verdicts, self._verdicts_of)
            if (near := self.nearness(id, each))
        }

        def rank(each: str) -> tuple[float, int, str]:
            return found[each].distance, -found[each].criteria, each

        return {each: found[each] for each in sorted(found, key=rank)[:_MOST_BY_ASSESSMENT]}

    @cached_property
    def _records(self) -> Mapping[str, Case]:
        return {
            each.id: each.record
            for each in self._site.of_kind(Kind.CASE)
            if isinstance(each.record, Case)
        }

    @cached_property
    def _by_country(self) -> Mapping[str, list[str]]:
        return self._grouped(lambda record: record.country)

    @cached_property
    def _by_type(self) -> Mapping[str, list[str]]:
        return self._grouped(lambda record: record.scheme.type)

    def _grouped(self, value: Callable[[Case], str]) -> Mapping[str, list[str]]:
        """Return the cases that have a value in common, in the order in which they began."""
        found: dict[str, list[str]] = defaultdict(list)
        for id in sorted(self._records, key=self._key_of):
            found[value(self._records[id])].append(id)
        return found

    @cached_property
    def _by_verdicts(self) -> list[str]:
        """The cases in the order of their verdicts, which puts many that agree side by side."""
        return sorted(self._records, key=self._verdicts_of)

    def _verdicts_of(self, id: str) -> tuple[tuple[int, ...], str]:
        return self._verdicts[id], id

    @cached_property
    def _verdicts(self) -> Mapping[str, tuple[int, ...]]:
        criteria = sorted(
            {e.criterion for case in self._records.values() for e in case.assessments}
        )
        return {id: tuple(_steps(record, criteria)) for id, record in self._records.items()}

    def _key_of(self, id: str) -> tuple[int, str]:
        return self._starts[id], id

    @cached_property
    def _starts(self) -> Mapping[str, int]:
        return {id: _start(record) for id, record in self._records.items()}


def _around(id: str, ids: Sequence[str], key: Callable[[str], Any]) -> list[str]:
    """Return what stands around an id in ids that are sorted by a key."""
    place = bisect_left(ids, key(id), key=key)
    return [*ids[max(0, place - _WINDOW) : place], *ids[place + 1 : place + 1 + _WINDOW]]


def _steps(record: Case, criteria: Iterable[str]) -> Iterable[int]:
    verdicts = {each.criterion: each.verdict for each in record.assessments}
    for criterion in criteria:
        verdict = verdicts.get(criterion)
        yield _STEPS.get(verdict, _UNDECIDED) if verdict else _UNDECIDED


def _start(record: Case) -> int:
    period = parse_period(record.period)
    moment = period.start or period.end
    return moment.year if moment else 0
