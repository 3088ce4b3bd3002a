"""Locators behind citation keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_casebook.reading.locators import Locator, parse_locator


@pytest.mark.parametrize(
    ("text", "label", "value", "suffix"),
    [
        ("p. 3", "page", "3", ""),
        ("p.3", "page", "3", ""),
        ("Pp. 33-35, 38 and passim", "page", "33-35, 38", "and passim"),
        ("33–35", "page", "33–35", ""),
        ("p. xiv", "page", "xiv", ""),
        ("pp. xxi–xxiii, note", "page", "xxi–xxiii", ", note"),
        ("chap. 2", "chapter", "2", ""),
        ("chapitre III", "chapter", "III", ""),
        ("section II of the report", "section", "II", "of the report"),
        ("partie II", "part", "II", ""),
        ("§ 12", "section", "12", ""),
        ("tableau 4", "table", "4", ""),
        ("n° 12", "issue", "12", ""),
        ("fig. A-3", "figure", "A-3", ""),
        ("t. 2, p. 45", "volume", "2", ", p. 45"),
        ("art. 3, al. 2", "article-locator", "3", ", al. 2"),
        ("page\u00a012 and 14", "page", "12 and 14", ""),
        ("{pp. iv, (xv)-(xvii)} more", "page", "iv, (xv)-(xvii)", "more"),
        ("{}, 99 years later", "", "", ", 99 years later"),
        ("and others", "", "", "and others"),
        ("see 5", "", "", "see 5"),
        ("loi no 5", "", "", "loi no 5"),
        ("item 5", "", "", "item 5"),
        ("list", "", "", "list"),
        ("emphasis added", "", "", "emphasis added"),
        ("", "", "", ""),
    ],
)
def test_locators(text: str, label: str, value: str, suffix: str) -> None:
    assert parse_locator(text) == Locator(label, value, suffix)


@given(st.text(alphabet="p. 1-2,{}xivé §chapn°a;\u00a0", max_size=40))
def test_nothing_is_lost(text: str) -> None:
    found = parse_locator(text)
    kept = "".join((found.value + found.suffix).split())
    # Only the label, braces and white space are not in the parts.
    assert all(kept.count(sign) <= text.count(sign) for sign in set(kept))
    assert bool(found.value) == bool(found.label)
