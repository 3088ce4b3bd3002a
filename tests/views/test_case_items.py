"""A case keeps author, title, date and address in each format in which it can be cited."""

import json
from pathlib import Path

import pytest
from pybtex.database import parse_string

from mkdocs_casebook.views.case_items import CitableCase, CitableCases
from tests.sites import site_of, small_study
from tests.views.cases import CASE, case

URL = "https://example.org/study/cases/safer-cities/"
EDITORS = "Editors of A small study"
DATED = "date: 2026-11-22"


def cases(folder: Path, more: str = DATED, title: str = "Safer Cities") -> CitableCases:
    return CitableCases(site_of(small_study(folder, {CASE: case(title, more=more)})))


def safer_cities(folder: Path, more: str = DATED, title: str = "Safer Cities") -> CitableCase:
    return cases(folder, more, title).cases["safer-cities"]


def test_every_format_keeps_everything(tmp_path: Path) -> None:
    files = safer_cities(tmp_path).files()
    assert [each.path for each in files] == [
        f"cases/safer-cities/safer-cities{ending}"
        for ending in (".bib", ".biblatex.bib", ".ris", ".json")
    ]
    for file in files:
        for value in (EDITORS, "Safer Cities", "A small study", "2026", "11", "22", URL):
            assert value.replace("11", "nov" if file.path.endswith("s.bib") else "11") in file.text


def test_every_style_keeps_everything(tmp_path: Path) -> None:
    found = cases(tmp_path)
    references = found.references.in_all_styles("case-safer-cities")
    assert len(references) == 9
    for each in references:
        text = each.html.striptags()
        for value in (EDITORS, "Safer Cities", "A small study", "2026", URL):
            assert value.casefold() in text.casefold(), (each.style, text)


def test_bibtex_has_a_body_a_name_and_the_day(tmp_path: Path) -> None:
    text = safer_cities(tmp_path).files()[0].text
    entry = parse_string(text, "bibtex").entries["case-safer-cities"]
    assert entry.type == "incollection"
    assert entry.persons["author"][0].last_names == [f"{{{EDITORS}}}"]
    assert dict(entry.fields) | {
        "title": "{Safer Cities}",
        "booktitle": "A small study",
        "year": "2026",
        "month": "November",
        "day": "22",
        "url": URL,
    } == dict(entry.fields)


def test_csl_json_has_all_variables(tmp_path: Path) -> None:
    (item,) = json.loads(safer_cities(tmp_path).files()[3].text)
    assert item["type"] == "chapter"
    assert item["author"] == [{"literal": EDITORS}]
    assert item["container-title"] == "A small study"
    assert item["issued"] == {"date-parts": [[2026, 11, 22]]}
    assert item["URL"] == URL


def test_the_name_of_a_scheme_keeps_its_capitals(tmp_path: Path) -> None:
    found = cases(tmp_path, title="Safer Cities Programme, phase One")
    for each in found.references.in_all_styles("case-safer-cities"):
        assert "Safer Cities Programme, phase One" in each.html.striptags(), each.style


def test_people_and_bodies_that_wrote_a_case(tmp_path: Path) -> None:
    more = 'authors: ["Twin, Ann", "Bureau of this and that"]'
    authors = safer_cities(tmp_path, more).item["author"]
    assert authors == [{"family": "Twin", "given": "Ann"}, {"literal": "Bureau of this and that"}]


@pytest.mark.parametrize(
    ("more", "issued"),
    [
        ("judgement: {conclusion: mixed, rationale: So., assessor: Us, date: 2020}", [[2020]]),
        ("", None),
    ],
)
def test_without_a_date_that_of_the_judgement_counts(
    more: str, issued: list[list[int]] | None, tmp_path: Path
) -> None:
    item = safer_cities(tmp_path, more).item
    assert item.get("issued", {}).get("date-parts") == issued


def test_a_translated_case_has_its_own_address_and_key(tmp_path: Path) -> None:
    french = """\
        ---
        translates: safer-cities
        summary: Un programme.
        ---
        """
    files = {CASE: case("Safer Cities"), "docs/fr/cases/safer-cities.md": french}
    found = CitableCases(site_of(small_study(tmp_path, files), "fr")).cases
    assert list(found) == ["safer-cities"]
    citable = found["safer-cities"]
    assert (citable.key, citable.item["language"]) == ("case-safer-cities-fr", "fr")


@pytest.mark.parametrize(
    "title", ['"}, url = {x"', "\\\\input{/etc/passwd}", "</script><b>", "a & b"]
)
def test_a_title_cannot_break_out_of_its_field(title: str, tmp_path: Path) -> None:
    record = case("X").replace("title: X", f"title: {json.dumps(title)}")
    site = site_of(small_study(tmp_path, {CASE: record}))
    files = {each.format: each.text for each in CitableCases(site).cases["safer-cities"].files()}
    entries = parse_string(files["BibTeX"], "bibtex").entries
    assert list(entries) == ["case-safer-cities"]
    assert entries["case-safer-cities"].fields["url"] == URL
    assert "<b>" not in files["CSL-JSON"]
    assert "\\input{" not in files["BibTeX"]
