"""Citations and labels of a site."""

from typing import Any

import pytest

from mkdocs_casebook.csl import Style, style
from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import Item, normalise
from mkdocs_casebook.views.citing import Citations


def _items(bibtex: str) -> dict[str, Item]:
    return normalise(read_bibliography(bibtex, "bibliography.bib")[0])[0]


def _citations(bibtex: str, name: str = "chicago-author-date", locale: str = "en-GB") -> Citations:
    main = Style.parse(style(name), locale)
    labels = Style.parse(style("chicago-author-date"), locale)
    return Citations(_items(bibtex), main, labels if main.note or main.numeric else None)


def _label(fields: str, locale: str = "en-GB") -> str:
    found = _citations(f"@book{{key, {fields}}}", locale=locale).labels["key"]
    return str(found).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ("author = {Geddes, Mike}, title = {T}, date = {2000}", "Geddes 2000"),
        ("author = {Geddes, M. and Silver, H.}, date = {2000}", "Geddes and Silver 2000"),
        ("author = {A, B and C, D and E, F}, year = {2000}", "A et al. 2000"),
        ("author = {A, B and others}, year = {2000}", "A et al. 2000"),
        ("author = {{European Commission}}, date = {2001-03-02}", "European Commission 2001"),
        ("author = {{Social Exclusion Unit (SEU)}}, year = {2000}", "SEU 2000"),
        ("author = {{Home Office (UK)}}, year = {2000}", "Home Office 2000"),
        ("author = {van der Berg, Jan}, year = {2000}", "van der Berg 2000"),
        ("editor = {Madanipour, Ali}, year = {1998}", "Madanipour 1998"),
        ("author = {{Long Name}}, shortauthor = {{LN}}, year = {1998}", "LN 1998"),
        ("title = {A title alone}, year = {1998}", "A Title Alone 1998"),
        ("author = {A, B}, year = {n.d.}", "A n.d."),
        ("author = {A, B}, date = {1997/1999}", "A 1997"),
    ],
)
def test_labels(fields: str, label: str) -> None:
    assert _label(fields) == label


def test_labels_in_french() -> None:
    fields = "author = {A, B and C, D}, title = {T}"
    assert _label(f"{fields}, year = {{2000}}", "fr-FR") == "A et C 2000"
    assert _label(fields, "fr-FR") == "A et C s. d."


def test_long_labels_are_clipped_between_words() -> None:
    label = _label(f"author = {{{{{' '.join(['word'] * 40)}}}}}, year = {{2000}}")
    assert label.endswith("word… 2000")
    assert len(label) < 70


TWINS = """
@book{k1, author = {A, B}, title = {Zebra}, date = {1999}}
@book{k2, author = {A, B}, title = {Ape}, date = {1999}}
@book{k3, author = {C, D}, title = {Bee}, date = {1999}}
"""


def _cite(key: str, **more: Any) -> list[dict[str, Any]]:
    return [{"id": key, **more}]


def test_letters_are_the_same_on_every_page_whatever_it_cites() -> None:
    citations = _citations(TWINS)
    assert {key: str(each).replace("\u00a0", " ") for key, each in citations.labels.items()} == {
        "k1": "A 1999b",
        "k2": "A 1999a",
        "k3": "C 1999",
    }
    alone = citations.document([_cite("k1")])
    both = citations.document([_cite("k2"), _cite("k1")])
    assert alone.citations == ['(<a href="source:k1">A 1999b</a>)']
    assert both.citations[1] == alone.citations[0]


def test_numbers_begin_anew_on_every_page() -> None:
    citations = _citations(TWINS, "ieee")
    assert citations.is_numeric
    for keys in (("k1", "k2"), ("k2", "k3")):
        found = citations.document([_cite(key) for key in keys])
        assert found.citations == [
            f'<a href="source:{key}">[{number}]</a>' for number, key in enumerate(keys, 1)
        ]
        assert found.keys == keys
        assert all(f"[{number}]" in each for number, each in enumerate(found.bibliography, 1))


def test_notes_know_what_stands_before_them_on_their_page() -> None:
    citations = _citations(TWINS, "chicago-notes-bibliography")
    assert citations.in_notes
    cited = [_cite("k1"), _cite("k1", locator="3", label="page")]
    first = citations.document(cited, in_notes=True).citations
    assert first == citations.document(cited, in_notes=True).citations
    assert "Zebra" in first[0]
    assert "1999" in first[0]
    assert "1999" not in first[1]


def test_a_page_without_room_for_notes_gets_author_and_year() -> None:
    citations = _citations(TWINS, "chicago-notes-bibliography")
    assert citations.document([_cite("k3")]).citations == ['(<a href="source:k3">C 1999</a>)']
    assert citations.text(_cite("k3", locator="4", label="page")) == "(C 1999, 4)"
