"""Paired comparisons: cases alike in their conditions and unlike in the outcome, and the reverse.

Sources: the most similar cases with different outcomes and the most different cases with the same
outcome, after De Meur and Berg-Schlosser, 'Conditions of Authoritarianism, Fascism, and Democracy
in Interwar Europe', Comparative Political Studies 29(4), 1996; Mill's methods of difference and of
agreement lie behind both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from mkdocs_casebook.analysis.calibration import Configuration
from mkdocs_casebook.model.analysis import Membership

_FEWEST_FOR_NEARLY_ALL = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Cases of one outcome that are alike in every condition, as far as is known.

    Attributes:
        cases: Ids of the cases.
        outcome: Whether they have the outcome.
        conditions: Whether they have each condition.
    """

    cases: tuple[str, ...]
    outcome: Membership
    conditions: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One group of cases set against another.

    Attributes:
        first: A group; where the outcomes differ, the one that has it.
        second: The other group.
    """

    first: Group
    second: Group

    @property
    def differing(self) -> tuple[int, ...]:
        """The places of the conditions in which the two differ."""
        return tuple(place for place, pair in self._pairs() if len(pair) == 2)

    @property
    def shared(self) -> tuple[int, ...]:
        """The places of the conditions in which the two agree."""
        return tuple(place for place, pair in self._pairs() if len(pair) == 1)

    @property
    def unknown(self) -> tuple[int, ...]:
        """The places of the conditions that are unknown of one of the two, or of both."""
        return tuple(place for place, pair in self._pairs() if not pair)

    def _pairs(self) -> Iterator[tuple[int, set[Membership]]]:
        """Yield the values of each condition; none where one of them is unknown."""
        pairs = zip(self.first.conditions, self.second.conditions, strict=True)
        for place, pair in enumerate(pairs):
            yield place, set() if Membership.UNKNOWN in pair else set(pair)


def groups(configurations: Sequence[Configuration]) -> list[Group]:
    """Return the cases of which the outcome is known, those alike together.

    Args:
        configurations: The cases.
    """
    found: dict[tuple[Membership, tuple[Membership, ...]], list[str]] = {}
    for each in configurations:
        if each.outcome is not Membership.UNKNOWN:
            found.setdefault((each.outcome, each.conditions), []).append(each.case)
    return [Group(tuple(cases), *values) for values, cases in found.items()]


def alike_but_unlike_outcome(configurations: Sequence[Configuration]) -> list[Comparison]:
    """Return the comparisons of cases alike in all conditions, or all but one, unlike in outcome.

    The exception, allowed from three conditions on, is a condition in which they differ or which
    is unknown. Cases without an exception come first: the conditions cannot tell them apart.

    Args:
        configurations: The cases.
    """
    found = [
        Comparison(first, second)
        for first, second in permutations(groups(configurations), 2)
        if first.outcome is Membership.PRESENT and second.outcome is Membership.ABSENT
    ]
    near = [
        each
        for each in found
        if len(each.differing) + len(each.unknown) <= exceptions(len(each.first.conditions))
    ]
    return sorted(near, key=lambda each: (-len(each.shared), len(each.unknown)))


def unlike_but_alike_outcome(configurations: Sequence[Configuration]) -> list[Comparison]:
    """Return the comparisons of cases unlike in all conditions, or all but one, alike in outcome.

    Cases without an exception come first: no condition is common to them.

    Args:
        configurations: The cases.
    """
    found = [
        Comparison(first, second)
        for first, second in combinations(groups(configurations), 2)
        if first.outcome is second.outcome
    ]
    far = [
        each
        for each in found
        if len(each.shared) + len(each.unknown) <= exceptions(len(each.first.conditions))
    ]
    return sorted(far, key=lambda each: (-len(each.differing), len(each.unknown)))


def exceptions(conditions: int) -> int:
    """Return the number of conditions that may fall out of a comparison: one, of three or more.

    Args:
        conditions: The number of conditions.
    """
    return 1 if conditions >= _FEWEST_FOR_NEARLY_ALL else 0
