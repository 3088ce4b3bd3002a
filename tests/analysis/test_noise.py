"""What noise shows: the file agrees with new draws, with exact counting and with known figures."""

import io
from math import comb

import pytest

from mkdocs_casebook.analysis.noise import (
    CASES,
    CONDITIONS,
    RUNS,
    SEED,
    Noise,
    noise,
    simulate,
    write,
)

# The chance that no row contradicts itself, and that a single condition fits, on pure noise, as the
# project's notes on method give them: cases, conditions, the two shares. Their definition of the
# second is not given in full; six cases differ most.
KNOWN = (
    (6, 3, 0.38, 0.83),
    (6, 5, 0.78, 0.94),
    (10, 3, 0.07, 0.46),
    (10, 5, 0.49, 0.63),
    (15, 3, 0.00, 0.15),
    (15, 5, 0.20, 0.22),
)
SAMPLING = 4 * 0.5 / RUNS**0.5


def kept(cases: int, conditions: int) -> Noise:
    found = noise(cases, conditions)
    assert found is not None
    return found


def exact_no_contradiction(cases: int, conditions: int) -> float:
    """Return the exact chance: of the cases of a row, all but the first must agree with it."""
    rows = 2**conditions
    occupied = {0: 1.0}
    for _ in range(cases):
        after: dict[int, float] = {}
        for count, chance in occupied.items():
            after[count] = after.get(count, 0) + chance * count / rows
            after[count + 1] = after.get(count + 1, 0) + chance * (rows - count) / rows
        occupied = after
    return sum(chance * 0.5 ** (cases - count) for count, chance in occupied.items())


def exact_no_exception(cases: int, conditions: int) -> float:
    """Return the exact chance, from the chance that one condition does not fit."""
    total = 0.0
    for having in range(cases + 1):
        lacking = cases - having
        # It is constant, or it varies among those that have the outcome and those that lack it.
        misses = 1.0
        if having and lacking:
            varied = (1 - 0.5 ** (having - 1)) * (1 - 0.5 ** (lacking - 1))
            misses = varied + 0.5 ** (cases - 1)
        total += comb(cases, having) * 0.5**cases * misses**conditions
    return 1 - total


@pytest.mark.parametrize(("cases", "conditions"), [(4, 1), (6, 4), (20, 4), (12, 3)])
def test_the_file_agrees_with_new_draws(cases: int, conditions: int) -> None:
    assert simulate(cases, conditions) == kept(cases, conditions)


def test_the_file_agrees_with_exact_counting() -> None:
    for conditions in CONDITIONS:
        for cases in CASES:
            found = kept(cases, conditions)
            assert (found.runs, found.seed) == (RUNS, SEED)
            exact = exact_no_contradiction(cases, conditions)
            assert found.no_contradiction == pytest.approx(exact, abs=SAMPLING)
            exact = exact_no_exception(cases, conditions)
            assert found.no_exception == pytest.approx(exact, abs=SAMPLING)


@pytest.mark.parametrize(("cases", "conditions", "no_contradiction", "no_exception"), KNOWN)
def test_the_file_agrees_with_known_figures(
    cases: int, conditions: int, no_contradiction: float, no_exception: float
) -> None:
    found = kept(cases, conditions)
    assert found.no_contradiction == pytest.approx(no_contradiction, abs=0.02)
    assert found.no_exception == pytest.approx(no_exception, abs=0.04)


def test_beyond_the_file() -> None:
    assert noise(3, 2) is None
    assert noise(10, 6) is None
    assert noise(2000, 4) == kept(40, 4)


def test_another_seed_draws_others() -> None:
    assert simulate(6, 3, 200, seed=1) != simulate(6, 3, 200, seed=2)


def test_the_file_is_written_as_it_is_read() -> None:
    text = io.StringIO()
    write([kept(6, 3)], text)
    head, line = text.getvalue().splitlines()
    assert head == "cases,conditions,runs,seed,no_contradiction,no_exception"
    assert line.startswith(f"6,3,{RUNS},{SEED},0.3")
