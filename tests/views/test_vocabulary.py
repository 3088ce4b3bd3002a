"""Words, dates, numbers and names in the languages of the interface."""

import re
import string
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import pytest
import yaml

from mkdocs_casebook.views.vocabulary import Vocabulary, available

NARROW, WIDE = "\u202f", "\u00a0"


def _texts(words: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in words.items():
        if isinstance(value, Mapping):
            yield from _texts(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


def _words(language: str) -> dict[str, str]:
    folder = files("mkdocs_casebook.views") / "words" / language
    subjects = [yaml.safe_load(each.read_text("utf-8")) for each in folder.iterdir()]
    names = [name for subject in subjects for name in subject]
    assert len(names) == len(set(names))
    return {key: text for subject in subjects for key, text in _texts(subject)}


ENGLISH, FRENCH = _words("en"), _words("fr")


@pytest.mark.parametrize(
    ("edtf", "english", "french"),
    [
        ("2001", "2001", "2001"),
        ("2001-03", "March 2001", "mars 2001"),
        ("2001-03-02", "2 March 2001", "2 mars 2001"),
        ("2001-03-01", "1 March 2001", "1er mars 2001"),
        ("2001-03-11", "11 March 2001", "11 mars 2001"),
        ("1995-21", "spring 1995", "printemps 1995"),
        ("1995-22", "summer 1995", "été 1995"),
        ("1995-23", "autumn 1995", "automne 1995"),
        ("1995-24", "winter 1995", "hiver 1995"),
        ("1998~", "about 1998", "vers 1998"),
        ("1998?", "1998 (uncertain)", "1998 (incertain)"),
        ("1998%", "about 1998 (uncertain)", "vers 1998 (incertain)"),
        ("198X", "1980s", "années 1980"),
        ("1988/1995", "1988–1995", "1988-1995"),
        ("1997/..", "since 1997", "depuis 1997"),
        ("1997/", "since 1997", "depuis 1997"),
        ("../1997", "until 1997", "jusqu’à 1997"),
        ("2001-03-02/2001-03-03", "2–3 March 2001", "2–3 mars 2001"),
        ("1995-23/1996", "autumn 1995 to 1996", "automne 1995 – 1996"),
        ("1997-06/1999-02", "June 1997 to February 1999", "juin 1997 – février 1999"),
    ],
)
def test_dates(edtf: str, english: str, french: str) -> None:
    assert Vocabulary("en").date(edtf).replace(WIDE, " ") == english
    assert Vocabulary("fr").date(edtf).replace(WIDE, " ") == french


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (0, "0", "0"),
        (1234567, "1,234,567", f"1{NARROW}234{NARROW}567"),
        (-12.5, "−12.5", "−12,5"),
        ("0.50", "0.50", "0,50"),
        ("007", "007", "007"),
        ("about 12", "about 12", "about 12"),
        ("-", "-", "-"),
        ("", "", ""),
        ("٣", "٣", "٣"),
    ],
)
def test_numbers(number: float | str, english: str, french: str) -> None:
    assert Vocabulary("en").number(number) == english
    assert Vocabulary("fr").number(number) == french


def test_counts() -> None:
    english, french = Vocabulary("en"), Vocabulary("fr")
    key = "source.cited_times"
    assert [english.count(key, n) for n in (0, 1, 2)] == [
        "cited on 0 pages",
        "cited on 1 page",
        "cited on 2 pages",
    ]
    assert [french.count(key, n).replace(WIDE, " ") for n in (0, 1, 2)] == [
        "citée sur 0 page",
        "citée sur 1 page",
        "citée sur 2 pages",
    ]


def test_names_of_countries_and_languages() -> None:
    french = Vocabulary("fr")
    assert (french.country("GB"), french.country("ZZ!")) == ("Royaume-Uni", "ZZ!")
    assert (french.language_name("pt-PT"), french.language_name("xx-none")) == (
        "portugais",
        "xx-none",
    )


def test_a_language_without_words_speaks_english() -> None:
    assert Vocabulary("tlh")("site.home") == "Home"
    assert Vocabulary("pt-PT")("site.home") == "Home"


def test_a_text_may_have_a_value_called_key() -> None:
    assert "nobody_2001" in Vocabulary("en")("cite.missing", key="nobody_2001")


def test_a_missing_text_is_an_error() -> None:
    words = Vocabulary("en")
    with pytest.raises(KeyError):
        words("no.such.text")
    with pytest.raises(KeyError):
        words("definition")
    assert words.or_else("no.such.text", "other") == "other"


def test_every_language_has_the_same_texts() -> None:
    assert available() == {"en", "fr"}
    # English needs no words for themes and for what was not seen, which are English already.
    own = {key for key in FRENCH if key.startswith(("theme.", "unseen."))}
    assert set(ENGLISH) == set(FRENCH) - own


def test_every_language_fills_in_the_same_values() -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert {key: fields(text) for key, text in ENGLISH.items()} == {
        key: fields(FRENCH[key]) for key in ENGLISH
    }


@pytest.mark.parametrize(("key", "text"), FRENCH.items(), ids=[*FRENCH])
def test_french_typography(key: str, text: str) -> None:
    outside = re.sub(r"\{[^{}]*\}", "x", text)
    assert "'" not in outside
    assert not re.search(rf"(?<!{NARROW})[;!?]", outside)
    assert not re.search(rf"(?<!{WIDE}):", outside)
    assert not re.search(rf"«(?!{NARROW})|(?<!{NARROW})»", outside)
