"""Sources related to a source, and what the list of sources can be narrowed by."""

from pathlib import Path

import pytest

from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import to_item
from mkdocs_casebook.views.references.facets import choices, countries_in, facets_of
from mkdocs_casebook.views.references.related import Related, RelatedSources
from mkdocs_casebook.views.vocabulary import Vocabulary
from tests.sites import site_of, small_study

SOURCES = """
@book{one, author = {Geddes, Mike}, title = {One}, date = {2000}, keywords = {core, x, y}}
@book{two, editor = {Geddes, M.}, title = {Two}, date = {2005}, keywords = {x}}
@book{three, author = {Other, A.}, title = {Three}, keywords = {core, x, y}}
@book{four, author = {Another, B.}, title = {Four}}
@book{five, author = {{[Author not seen]}}, title = {Five}}
@book{six, author = {{[Author not seen]}}, title = {Six}}
"""


def test_related_sources_and_why(tmp_path: Path) -> None:
    changes = {
        "bibliography.bib": SOURCES,
        "docs/en/index.md": "# Home\n\nBoth [@one; @four], and [@three].\n",
    }
    changes |= {f"docs/en/{name}.md": f"# {name}\n\n[@one] [@four]\n" for name in ("a", "b")}
    related = RelatedSources(site_of(small_study(tmp_path, changes)))
    assert related.of("one") == [
        Related("two", True, 0, ("x",)),
        Related("four", False, 3, ()),
        Related("three", False, 1, ("x", "y")),
    ]
    assert related.of("five") == []


@pytest.mark.parametrize(
    ("keyword", "codes"),
    [
        ("national policy France", ("FR",)),
        ("national policy UK", ("GB",)),
        ("national policy Denmark-WHO", ("DK",)),
        ("EU documents", ()),
        ("partnership", ()),
        ("chad and jersey", ()),
    ],
)
def test_countries_that_keywords_name(keyword: str, codes: tuple[str, ...]) -> None:
    assert countries_in(keyword) == codes


def test_facets() -> None:
    text = (
        "@report{k, title = {T}, date = {2001/2003}, langid = {dutch},"
        " keywords = {core, contract, national policy Netherlands}}"
    )
    (reference,) = read_bibliography(text, "b.bib")[0].values()
    found = facets_of(reference, to_item(reference), Vocabulary("en"))
    assert (found.kind, found.language) == ("report", "nl")
    assert (found.countries, found.themes) == (("NL",), ("contract",))
    assert (found.first_year, found.last_year) == (2001, 2003)


def test_choices_are_counted_the_most_frequent_first() -> None:
    found = choices(["b", "a", "b", "", "c"], str.upper)
    assert [(each.name, each.count) for each in found] == [("B", 2), ("A", 1), ("C", 1)]
