"""References in the formats of other programs."""

import json
from typing import Any
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings

from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import to_item
from mkdocs_casebook.views.exports.bib_entries import entry
from mkdocs_casebook.views.exports.biblatex import biblatex
from mkdocs_casebook.views.exports.bibtex import bibtex
from mkdocs_casebook.views.exports.coins import coins
from mkdocs_casebook.views.exports.csl_json import csl_json, json_text
from mkdocs_casebook.views.exports.highwire import highwire
from mkdocs_casebook.views.exports.json_ld import json_ld
from mkdocs_casebook.views.exports.ris import ris
from tests.reading.bibliographies import SPAN, balanced_texts, references, texts


def read(text: str) -> Reference:
    found, problems = read_bibliography(text, "x.bib")
    assert problems == []
    assert len(found) == 1
    return next(iter(found.values()))


def reference(type: str, **fields: str) -> Reference:
    return Reference("key", type, fields, SPAN)


def without_short_names(item: dict[str, Any]) -> dict[str, Any]:
    return {
        variable: [{part: name[part] for part in name if part != "short"} for name in value]
        if isinstance(value, list)
        else value
        for variable, value in item.items()
    }


@given(references(balanced_texts()))
@settings(max_examples=200, deadline=None)
def test_biblatex_reads_back_as_it_was(original: Reference) -> None:
    back = read(biblatex([original]))
    assert (back.key, back.type, back.fields) == (original.key, original.type, original.fields)


@given(references(balanced_texts()))
@settings(max_examples=200, deadline=None)
def test_bibtex_reads_back_as_the_same_reference(original: Reference) -> None:
    if original.type != "xdata":
        assert to_item(read(bibtex([original]))) == to_item(original)


@given(references(texts()))
@settings(max_examples=200, deadline=None)
def test_no_field_breaks_out(original: Reference) -> None:
    item = to_item(original)
    assert len(read_bibliography(entry("misc", "k", original.fields), "x.bib")[0]) == 1
    lines = ris([item]).split("\r\n")
    assert all(line[2:6] == "  - " for line in lines if line)
    assert "\n" not in "".join(lines)
    assert [line for line in lines if line.startswith("ER")] == ["ER  - "]
    assert json.loads(csl_json([item])) == [without_short_names(item)]
    assert not set("<>&") & set(csl_json([item]) + json_text(json_ld(item)))
    assert not set("<>\"' ") & set(coins(item))
    assert all(content.strip() for _, content in highwire(item))


def test_classic_names_of_fields_and_types() -> None:
    written = bibtex(
        [
            reference(
                "report",
                author="given=Hans, family=Harman, prefix=von and {European Commission}",
                title="Report",
                subtitle="A subtitle",
                institution="Home Office",
                location="London",
                date="2001-03-02",
            )
        ]
    )
    assert written == (
        "@techreport{key,\n"
        "  author = {von Harman, Hans and {European Commission}},\n"
        "  title = {Report: A subtitle},\n"
        "  shorttitle = {Report},\n"
        "  institution = {Home Office},\n"
        "  address = {London},\n"
        "  year = {2001},\n"
        "  month = mar,\n"
        "  day = {2},\n"
        "  type = {Report},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("type", "classic"),
    [
        ("online", "misc"),
        ("collection", "book"),
        ("mvproceedings", "proceedings"),
        ("thesis", "phdthesis"),
        ("inreference", "incollection"),
        ("software", "misc"),
    ],
)
def test_types_that_bibtex_does_not_know(type: str, classic: str) -> None:
    original = reference(type, title="T", date="1988/1995", url="https://example.org/a_b")
    back = read(bibtex([original]))
    assert back.type == classic
    assert to_item(back) == to_item(original)


def test_references_are_sorted() -> None:
    entries = [Reference(key, "misc", {"title": key}, SPAN) for key in "cab"]
    for written in (bibtex(entries), biblatex(entries)):
        assert list(read_bibliography(written, "x")[0]) == ["a", "b", "c"]
    items = [to_item(each) for each in entries]
    assert [each["id"] for each in json.loads(csl_json(items))] == ["a", "b", "c"]
    assert ris(items).index("ID  - a") < ris(items).index("ID  - b") < ris(items).index("ID  - c")


def article() -> dict[str, Any]:
    return to_item(
        reference(
            "article",
            author="van Staden, Lauren and {European Commission} and others",
            title=r"The {EU} \emph{in} <b>it</b>",
            journaltitle="Journal",
            volume="24",
            number="4",
            pages="782--800",
            date="2000-12-05",
            doi="10.1002/(SICI)1096<377::AID>3.0",
            issn="0309-1317",
            keywords="one, two",
        )
    )


def test_ris() -> None:
    assert ris([article()]).split("\r\n") == [
        "TY  - JOUR",
        "ID  - key",
        "AU  - van Staden, Lauren",
        "AU  - European Commission,",
        "PY  - 2000",
        "DA  - 2000/12/05/",
        "TI  - The EU in <b>it</b>",
        "T2  - Journal",
        "VL  - 24",
        "IS  - 4",
        "SN  - 0309-1317",
        "SP  - 782",
        "EP  - 800",
        "DO  - 10.1002/(SICI)1096<377::AID>3.0",
        "KW  - one",
        "KW  - two",
        "ER  - ",
        "",
    ]


def test_coins() -> None:
    pairs = parse_qs(coins(article()))
    assert pairs["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:journal"]
    assert pairs["rft.atitle"] == ["The EU in <b>it</b>"]
    assert (pairs["rft.aulast"], pairs["rft.aufirst"]) == (["van Staden"], ["Lauren"])
    assert pairs["rft.au"] == ["European Commission"]
    assert pairs["rft.date"] == ["2000-12-05"]
    assert pairs["rft_id"] == ["info:doi/10.1002/(SICI)1096<377::AID>3.0"]


def test_highwire() -> None:
    tags = highwire(article())
    assert ("citation_author", "van Staden, Lauren") in tags
    assert ("citation_publication_date", "2000/12/05") in tags
    assert ("citation_journal_title", "Journal") in tags
    assert ("citation_firstpage", "782") in tags


def test_json_ld() -> None:
    data = json_ld(article(), "https://example.org/bibliography/key/")
    assert data["@type"] == "ScholarlyArticle"
    assert data["author"][1] == {"@type": "Organization", "name": "European Commission"}
    assert data["isPartOf"]["isPartOf"]["isPartOf"]["name"] == "Journal"
    assert "<" not in json_text(data)
    assert json.loads(json_text(data)) == data


def test_short_names_of_bodies_are_not_exported() -> None:
    body = reference("book", author="{Forum (EFUS)}", shortauthor="{EFUS}", title="T", date="1994")
    item = to_item(body)
    assert item["author"] == [{"literal": "Forum (EFUS)", "short": "EFUS"}]
    assert json.loads(csl_json([item]))[0]["author"] == [{"literal": "Forum (EFUS)"}]
    assert "AU  - Forum (EFUS),\r\n" in ris([item])
    assert json_ld(item)["author"] == [{"@type": "Organization", "name": "Forum (EFUS)"}]
    assert ("citation_author", "Forum (EFUS)") in highwire(item)
    assert parse_qs(coins(item))["rft.aucorp"] == ["Forum (EFUS)"]
    assert "rft.au" not in parse_qs(coins(item))
    assert "shortauthor = {{EFUS}}" in biblatex([body])
    assert "shortauthor = {{EFUS}}" in bibtex([body])
