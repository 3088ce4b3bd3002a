"""The configuration table (truth table): each combination of conditions with its cases.

Sources: Ragin, The Comparative Method (1987), chapter 6; Rihoux and De Meur, 'Crisp-Set Qualitative
Comparative Analysis', in Rihoux and Ragin (eds), Configurational Comparative Methods (2009). Rows
are numbered as in the R package QCA: the first condition weighs most, and the count starts at 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from mkdocs_casebook.analysis.calibration import Configuration
from mkdocs_casebook.model.analysis import Membership

Pattern = tuple[bool, ...]
"""Whether each condition is present."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table.

    Attributes:
        number: Its number, from 1 (all conditions absent).
        pattern: Whether each condition is present.
        with_outcome: Ids of its cases that have the outcome.
        without_outcome: Ids of its cases that do not.
        undecided: Ids of its cases of which the outcome is unknown.
    """

    number: int
    pattern: Pattern
    with_outcome: tuple[str, ...] = ()
    without_outcome: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()

    @property
    def cases(self) -> tuple[str, ...]:
        """Ids of all its cases."""
        return self.with_outcome + self.without_outcome + self.undecided

    @property
    def is_contradictory(self) -> bool:
        """Some of its cases have the outcome and others do not."""
        return bool(self.with_outcome and self.without_outcome)


def configuration_table(
    configurations: Sequence[Configuration], conditions: int
) -> tuple[Row, ...]:
    """Return every row of the table, observed or not, by number.

    A case of which a condition is unknown stands in none of them: see `possible_rows`.

    Args:
        configurations: The cases.
        conditions: The number of conditions.
    """
    cases: dict[int, dict[Membership, list[str]]] = {}
    for each in configurations:
        if Membership.UNKNOWN not in each.conditions:
            (number,) = possible_rows(each)
            cases.setdefault(number, {}).setdefault(each.outcome, []).append(each.case)
    return tuple(
        Row(
            number,
            pattern,
            *(
                tuple(cases.get(number, {}).get(outcome, ()))
                for outcome in (Membership.PRESENT, Membership.ABSENT, Membership.UNKNOWN)
            ),
        )
        for number, pattern in enumerate(product((False, True), repeat=conditions), start=1)
    )


def possible_rows(configuration: Configuration) -> tuple[int, ...]:
    """Return the numbers of the rows in which a case may stand: one, if nothing is unknown."""
    numbers = [0]
    for value in configuration.conditions:
        bits = {Membership.PRESENT: (1,), Membership.ABSENT: (0,)}.get(value, (0, 1))
        numbers = [2 * number + bit for number in numbers for bit in bits]
    return tuple(number + 1 for number in numbers)


def completed(
    configurations: Sequence[Configuration], value: Membership
) -> tuple[Configuration, ...]:
    """Return the cases with one value in the place of every unknown one, the outcome included.

    Args:
        configurations: The cases.
        value: Present or absent.
    """

    def filled(each: Membership) -> Membership:
        return value if each is Membership.UNKNOWN else each

    return tuple(
        replace(
            each,
            outcome=filled(each.outcome),
            conditions=tuple(filled(condition) for condition in each.conditions),
        )
        for each in configurations
    )
