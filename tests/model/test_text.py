"""Words are compared as readers compare them; messages show them short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_casebook.model.text import nearest, normalise, shown


@given(st.text())
def test_normalise_is_idempotent(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Social  Exclusion", "social exclusion"),
        ("l’exclusion", "l'exclusion"),
        ("entre\u0301e", "entrée"),
        ("exclusion\u00a0sociale", "exclusion sociale"),
        ("exclu\u00adsion", "exclusion"),
        ("STRASSE", "straße"),
    ],
)
def test_two_spellings_of_one_term(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


def test_nearest() -> None:
    known = ["geddes_2000", "geddes_partnership_eu_2000", "silver_1994"]
    assert nearest("gedes_2000", known) == "geddes_2000"
    assert nearest("Silver_1994", known) == "silver_1994"
    assert nearest("zzz", known) is None
    assert nearest("anything", []) is None


@given(st.text())
def test_shown_fits_a_line(text: str) -> None:
    assert "\n" not in shown(text)
    assert len(shown(text)) <= 61
