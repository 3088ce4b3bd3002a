"""Author and year of sources."""

import pytest

from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.views.citing import labels
from mkdocs_casebook.views.vocabulary import Vocabulary


def _reference(key: str = "key", **fields: str) -> Reference:
    return Reference(key, "misc", fields, Span("bibliography.bib"))


def _label(language: str = "en", **fields: str) -> str:
    found = labels({"key": _reference(**fields)}, Vocabulary(language))
    return str(found["key"]).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"author": "Geddes, Mike", "date": "2000"}, "Geddes 2000"),
        ({"author": "Geddes, Mike and Silver, Hilary", "year": "2000"}, "Geddes and Silver 2000"),
        ({"author": "A, B and C, D and E, F", "year": "2000"}, "A et al. 2000"),
        ({"author": "A, B and others", "year": "2000"}, "A et al. 2000"),
        ({"author": "{European Commission}", "date": "2001-03-02"}, "European Commission 2001"),
        ({"author": "{Social Exclusion Unit (SEU)}", "year": "2000"}, "SEU 2000"),
        ({"author": "{Home Office (UK)}", "year": "2000"}, "Home Office 2000"),
        ({"author": "van der Berg, Jan", "year": "2000"}, "van der Berg 2000"),
        ({"editor": "Madanipour, Ali", "year": "1998"}, "Madanipour 1998"),
        ({"author": "{Long Name}", "shortauthor": "{LN}", "year": "1998"}, "LN 1998"),
        ({"title": "A title alone", "year": "1998"}, "A title alone 1998"),
        ({}, "[no author] n.d."),
        ({"author": "A, B", "year": "n.d."}, "A n.d."),
        ({"author": "A, B", "date": "1997/1999"}, "A 1997"),
        ({"author": "A, B", "year": "forthcoming"}, "A forthcoming"),
    ],
)
def test_labels(fields: dict[str, str], label: str) -> None:
    assert _label(**fields) == label


def test_labels_in_french() -> None:
    assert _label("fr", author="A, B and C, D", year="2000") == "A et C 2000"
    assert _label("fr", author="A, B") == "A s. d."
    assert _label("fr") == "[sans auteur] s. d."


def test_labels_that_would_be_alike_get_letters_in_order_of_title() -> None:
    titles = {"k1": "Zebra", "k2": "ape", "k3": "Bee"}
    found = labels(
        {
            key: _reference(key, author="A, B", year="1999", title=each)
            for key, each in titles.items()
        },
        Vocabulary("en"),
    )
    assert {key: label.year for key, label in found.items()} == {
        "k1": "1999c",
        "k2": "1999a",
        "k3": "1999b",
    }


def test_letters_after_no_date_and_after_z() -> None:
    many = {f"k{n:02}": _reference(f"k{n:02}", author="A, B", title=f"{n:02}") for n in range(28)}
    years = [label.year for label in labels(many, Vocabulary("en")).values()]
    assert (years[0], years[25], years[26], years[27]) == ("n.d.-a", "n.d.-z", "n.d.-aa", "n.d.-ab")


def test_long_names_are_clipped_between_words() -> None:
    name = " ".join(["word"] * 40)
    label = _label(author=f"{{{name}}}", year="2000")
    assert label.endswith("word… 2000")
    assert len(label) < 70
