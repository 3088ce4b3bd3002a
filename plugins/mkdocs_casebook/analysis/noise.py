"""What pure noise shows: how often a table of invented cases looks as if it explained something.

For each number of cases and conditions, cases are drawn in which the outcome and every condition
is present or absent by the toss of a coin. Two shares of those draws are kept:

- ``no_contradiction``: no row of the configuration table holds both cases with the outcome and
  cases without it.
- ``no_exception``: at least one single condition, or its absence, looks perfectly necessary or
  sufficient for the outcome, or for its absence. The condition and the outcome vary among the
  cases, and one of the four cells of their cross-table is empty.

The shares are kept in ``noise.csv`` beside this module. To print the file anew, run
``python -m mkdocs_casebook.analysis.noise``. Each line has a generator of its own, so that it can
be drawn again alone.
"""

import csv
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from importlib.resources import files
from random import Random
from typing import TextIO

SEED = 2001
RUNS = 10_000
CASES = range(4, 41)
CONDITIONS = range(1, 6)

_FILE = "noise.csv"
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Noise:
    """What pure noise shows, for one number of cases and conditions.

    Attributes:
        cases: The number of cases.
        conditions: The number of conditions.
        runs: How often cases were drawn.
        seed: The seed of the draws.
        no_contradiction: The share of draws without a contradictory row.
        no_exception: The share of draws in which a single condition fits without an exception.
    """

    cases: int
    conditions: int
    runs: int
    seed: int
    no_contradiction: float
    no_exception: float


def simulate(cases: int, conditions: int, runs: int = RUNS, seed: int = SEED) -> Noise:
    """Draw cases by the toss of a coin, and count what they seem to show.

    Args:
        cases: The number of cases.
        conditions: The number of conditions.
        runs: How often to draw.
        seed: The seed of the draws.
    """
    # The draws are to be the same for everybody: no secret depends on them.
    random = Random(f"{seed}/{cases}/{conditions}")  # noqa: S311
    everything = (1 << cases) - 1
    without_contradiction = without_exception = 0
    for _ in range(runs):
        # Each bit is a case.
        outcome = random.getrandbits(cases)
        drawn = [random.getrandbits(cases) for _ in range(conditions)]
        without_contradiction += not _contradicts(outcome, drawn, everything)
        without_exception += any(_fits(outcome, each, everything) for each in drawn)
    counts = (without_contradiction, without_exception)
    return Noise(cases, conditions, runs, seed, *(round(n / runs, _DECIMALS) for n in counts))


def _contradicts(outcome: int, conditions: list[int], everything: int) -> bool:
    rows = [everything]
    for condition in conditions:
        rows = [part for row in rows for part in (row & condition, row & ~condition) if part]
    return any(row & outcome and row & ~outcome for row in rows)


def _fits(outcome: int, condition: int, everything: int) -> bool:
    if outcome in {0, everything} or condition in {0, everything}:
        return False
    cells = (
        outcome & condition,
        outcome & ~condition,
        everything & ~outcome & condition,
        everything & ~outcome & ~condition,
    )
    return not all(cells)


def noise(cases: int, conditions: int) -> Noise | None:
    """Return what is kept for a number of cases and conditions.

    Args:
        cases: The number of cases; for more than the file knows, its last line stands, which is
            then an upper bound.
        conditions: The number of conditions.

    Returns:
        None where there are fewer cases, or more conditions, than the file knows.
    """
    return _kept().get((min(cases, CASES[-1]), conditions))


@cache
def _kept() -> Mapping[tuple[int, int], Noise]:
    text = (files("mkdocs_casebook.analysis") / _FILE).read_text("utf-8")
    found = (
        Noise(
            *(int(line[name]) for name in ("cases", "conditions", "runs", "seed")),
            *(float(line[name]) for name in ("no_contradiction", "no_exception")),
        )
        for line in csv.DictReader(text.splitlines())
    )
    return {(each.cases, each.conditions): each for each in found}


def write(lines: Iterable[Noise], file: TextIO) -> None:
    """Write lines of the file.

    Args:
        lines: The lines.
        file: Where they go.
    """
    writer = csv.DictWriter(
        file, [each.name for each in fields(Noise)], lineterminator="\n", quoting=csv.QUOTE_MINIMAL
    )
    writer.writeheader()
    writer.writerows(asdict(line) for line in lines)


if __name__ == "__main__":
    write((simulate(n, k) for k in CONDITIONS for n in CASES), sys.stdout)
