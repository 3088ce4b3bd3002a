"""Conditions of `cs:if` and `cs:else-if` (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from .context import Context
from .items import DATE_VARIABLES, NAME_VARIABLES
from .numbers import is_numeric
from .shapes import Shape

Condition = Callable[[Context], bool]

_IMPLIED = {
    "first": ("first",),
    "subsequent": ("subsequent", "ibid", "ibid-with-locator"),
    "ibid": ("ibid", "ibid-with-locator"),
    "ibid-with-locator": ("ibid-with-locator",),
}


def _variable(value: str, shape: Shape) -> Condition | bool:
    if shape.lacks(value):
        return False
    if value in NAME_VARIABLES:
        return lambda context: bool(context.item.names.get(value))
    if value in DATE_VARIABLES:
        return lambda context: bool(context.item.dates.get(value))
    return lambda context: bool(context.text(value))


def _is_numeric(value: str, shape: Shape) -> Condition | bool:
    if shape.lacks(value):
        return False
    return lambda context: is_numeric(context.text(value))


def _is_uncertain(value: str, shape: Shape) -> Condition | bool:
    if shape.lacks(value):
        return False

    def test(context: Context) -> bool:
        date = context.date(value)
        return date is not None and date.uncertain

    return test


def _locator(value: str, _shape: Shape) -> Condition:
    wanted = value.replace("sub-verbo", "sub verbo")
    return lambda context: bool(context.cite.locator) and context.cite.label == wanted


def _position(value: str, _shape: Shape) -> Condition:
    if value == "near-note":
        return lambda context: context.area == "citation" and context.near_note
    positions = _IMPLIED.get(value, ())
    return lambda context: context.area == "citation" and context.position in positions


def _disambiguate(value: str, _shape: Shape) -> Condition:
    wanted = value == "true"
    return lambda context: context.ask_disambiguate() is wanted


_TESTS: Mapping[str, Callable[[str, Shape], Condition | bool]] = {
    "variable": _variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _disambiguate,
}


def compile_condition(given: Mapping[str, str], shape: Shape) -> Condition | bool:
    """Compile the attributes of `cs:if` or `cs:else-if`.

    Args:
        given: The attributes.
        shape: What is known of the items.

    Returns:
        Whether the condition holds, where the shape decides that; else a function that says it.
    """
    tests = [
        _TESTS[name](value, shape)
        for name, values in given.items()
        if name in _TESTS
        for value in values.split()
    ]
    match = given.get("match", "all")
    types = given.get("type", "").split()
    if types:
        one_is_enough = match in ("any", "none") or len(set(types)) == 1
        tests.insert(0, one_is_enough and shape.type in types)
    if match in ("any", "none"):
        return _any(tests) if match == "any" else _not(_any(tests))
    return _not(_all(tests)) if match == "nand" else _all(tests)


def _not(condition: Condition | bool) -> Condition | bool:
    if isinstance(condition, bool):
        return not condition
    return lambda context: not condition(context)


def _any(tests: Sequence[Condition | bool]) -> Condition | bool:
    # A condition asked before the one that decides may count how often it is asked.
    last = tests.index(True) if True in tests else len(tests)
    asked = [test for test in tests[:last] if not isinstance(test, bool)]
    decided = last < len(tests)
    if not asked:
        return decided
    if len(asked) == 1 and not decided:
        return asked[0]

    def any_of(context: Context) -> bool:
        for test in asked:
            if test(context):
                return True
        return decided

    return any_of


def _all(tests: Sequence[Condition | bool]) -> Condition | bool:
    last = tests.index(False) if False in tests else len(tests)
    asked = [test for test in tests[:last] if not isinstance(test, bool)]
    decided = last < len(tests)
    if not asked:
        return not decided
    if len(asked) == 1 and not decided:
        return asked[0]

    def all_of(context: Context) -> bool:
        for test in asked:
            if not test(context):
                return False
        return not decided

    return all_of
