"""Conditions of `cs:if` and `cs:else-if` (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .context import Context
from .items import DATE_VARIABLES, NAME_VARIABLES
from .numbers import is_numeric

Condition = Callable[[Context], bool]

_IMPLIED = {
    "first": ("first",),
    "subsequent": ("subsequent", "ibid", "ibid-with-locator"),
    "ibid": ("ibid", "ibid-with-locator"),
    "ibid-with-locator": ("ibid-with-locator",),
}


def _variable(value: str) -> Condition:
    if value in NAME_VARIABLES:
        return lambda context: bool(context.names(value))
    if value in DATE_VARIABLES:
        return lambda context: bool(context.date(value))
    return lambda context: bool(context.text(value))


def _is_numeric(value: str) -> Condition:
    return lambda context: is_numeric(context.text(value))


def _is_uncertain(value: str) -> Condition:
    def test(context: Context) -> bool:
        date = context.date(value)
        return date is not None and date.uncertain

    return test


def _locator(value: str) -> Condition:
    wanted = value.replace("sub-verbo", "sub verbo")
    return lambda context: bool(context.cite.locator) and context.cite.label == wanted


def _position(value: str) -> Condition:
    if value == "near-note":
        return lambda context: context.area == "citation" and context.near_note
    positions = _IMPLIED.get(value, ())
    return lambda context: context.area == "citation" and context.position in positions


def _disambiguate(value: str) -> Condition:
    wanted = value == "true"
    return lambda context: context.ask_disambiguate() is wanted


_TESTS: Mapping[str, Callable[[str], Condition]] = {
    "variable": _variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}


def compile_condition(given: Mapping[str, str]) -> Condition:
    """Compile the attributes of `cs:if` or `cs:else-if`.

    Args:
        given: The attributes.

    Returns:
        A function that says whether the condition holds.
    """
    tests = [
        _TESTS[name](value)
        for name, values in given.items()
        if name in _TESTS
        for value in values.split()
    ]
    match = given.get("match", "all")
    types = frozenset(given.get("type", "").split())
    if types:
        if match in ("any", "none") or len(types) == 1:
            tests.insert(0, lambda context: context.item.type in types)
        else:
            tests.insert(0, lambda _context: False)
    if match in ("any", "none"):
        return _any(tests) if match == "any" else _not(_any(tests))
    return _not(_all(tests)) if match == "nand" else _all(tests)


def _not(condition: Condition) -> Condition:
    return lambda context: not condition(context)


def _any(tests: Sequence[Condition]) -> Condition:
    if len(tests) == 1:
        return tests[0]

    def any_of(context: Context) -> bool:
        for test in tests:  # noqa: SIM110 (a generator costs more than the tests)
            if test(context):
                return True
        return False

    return any_of


def _all(tests: Sequence[Condition]) -> Condition:
    if len(tests) == 1:
        return tests[0]

    def all_of(context: Context) -> bool:
        for test in tests:  # noqa: SIM110 (a generator costs more than the tests)
            if not test(context):
                return False
        return True

    return all_of
