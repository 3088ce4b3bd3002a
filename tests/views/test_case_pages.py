"""The page of a case as a reader sees it."""

import json
from pathlib import Path

import pytest
from lxml import html

from mkdocs_casebook.views.layout import Section, Written
from tests.sites import FILES
from tests.views.cases import CASE, case, layouts, page, small_case

PAGE = "cases/safer-cities.md"
HOSTILE = "</title><script>alert(1)</script>"
READINGS = """\
readings:
  - {title: A later account, date: 2012, text: It changed little., source: silver_1994}
  - {title: The first account, date: 2010-03, text: It changed much., source: geddes_2000}
"""
INDICATORS = """\
indicators:
  - name: Spending
    value: "7.217"
    unit: million pounds
    year: "1991-92"
    baseline: {value: "0.211", year: "1988-89"}
    geography: England
    source: geddes_2000
    criterion: financing
  - {name: Areas, value: "20", unit: areas, year: "1991", source: geddes_2000}
"""
JUDGEMENT = """\
judgement:
  conclusion: mixed
  rationale: It was paid for.
  assessor: A jury
  date: 2026-11-22
  rests_on: [financing, area]
"""


def shown(folder: Path, record: str) -> html.HtmlElement:
    return page(layouts(folder, {CASE: record}), PAGE)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def facts(found: html.HtmlElement) -> dict[str, str]:
    (card,) = found.find_class("cb-card")
    return {
        words(each.findall("dt")[0]): words(each.findall("dd")[0])
        for each in card.findall("div")
        if "cb-card__full" not in each.classes
    }


def test_the_summary_has_eight_facts(tmp_path: Path) -> None:
    assert facts(shown(tmp_path, case("A", more="contexts: [united-kingdom]\n" + JUDGEMENT))) == {
        "Country": "United Kingdom",
        "Area": "A city",
        "Period": "1990–1995",
        "Scheme": "Partnership",
        "Partners": "A town hall; A charity",
        "Fields of exclusion": "None that the evidence supports",
        "Judgement": "Mixed",
        "Context": "United Kingdom",
    }


def test_no_fact_of_the_summary_is_long(tmp_path: Path) -> None:
    partners = "".join(
        f"          - {{name: Board {n} of a town, sector: public, level: local}}\n"
        for n in range(7)
    )
    record = case("A").replace("        scheme:", f"{partners}        scheme:", 1)
    record = record.replace("name: A city", f"name: {'Long ' * 20}city")
    found = facts(shown(tmp_path, record))
    assert found["Partners"] == "A town hall; A charity; and 7 more"
    assert found["Area"].endswith("…")
    assert all(len(value.split()) <= 12 for value in found.values())


def test_verdicts_are_counted_and_no_evidence_is_one(tmp_path: Path) -> None:
    found = shown(tmp_path, case("A", verdicts="met met no-evidence"))
    (legend,) = found.find_class("cb-card__full")
    assert words(legend).endswith("Met 2 No evidence 1 Reasons and evidence")


def test_what_is_not_assessed_yet_is_said(tmp_path: Path) -> None:
    found = shown(tmp_path, case("A", verdicts="met met - met met"))
    assert "Not assessed yet: Partners." in words(found)
    (link,) = [each for each in found.iter("a") if each.get("href", "").endswith("/partners/")]
    assert link.text == "Partners"
    assert "Not assessed yet" not in words(shown(tmp_path / "b", case("A", verdicts="met " * 5)))


def test_the_older_of_two_readings_stands_first_and_both_alike(tmp_path: Path) -> None:
    found = shown(tmp_path, case("A", more=READINGS))
    (both,) = found.find_class("cb-readings")
    titles = [words(each) for each in both.iter("h3")]
    assert titles == ["The first account", "A later account"]
    assert len({each.get("class") for each in both.findall("section")}) == 1
    assert [each.get("datetime") for each in both.iter("time")] == ["2010-03", "2012"]
    assert found.xpath("string(//h2[@id='readings'])") == "Two readings"
    assert "the study does not choose for the reader" in words(found)


def test_an_indicator_with_two_values_is_drawn_beside_its_numbers(tmp_path: Path) -> None:
    found = shown(tmp_path, case("A", verdicts="met met met met met", more=INDICATORS))
    (figure,) = found.iter("figure")
    (drawing,) = figure.xpath("./*[name()='svg']")
    title = drawing.xpath("string(.//*[name()='title'])")
    assert title == "Spending: up from 0.211 (1988-89) to 7.217 (1991-92); million pounds"
    assert drawing.get("role") == "img"
    assert drawing.get("aria-labelledby") == drawing.xpath("string(.//*[name()='title']/@id)")
    widths = [float(each) for each in drawing.xpath(".//*[name()='rect']/@width")]
    assert widths[1] == 360
    assert round(widths[0] / widths[1], 3) == round(0.211 / 7.217, 3)
    table = words(found.xpath("//h2[@id='indicators']/following-sibling::table[1]")[0])
    assert "7.217" in table
    assert "0.211" in table
    assert "#a-financing" in found.xpath("//table//a/@href")


def test_values_below_nought_are_drawn_to_the_other_side(tmp_path: Path) -> None:
    changed = INDICATORS.replace('"7.217"', '"-43"').replace('"0.211"', '"43"')
    (drawing,) = shown(tmp_path, case("A", more=changed)).xpath("//figure/*[name()='svg']")
    bars = [(each.get("x"), each.get("width")) for each in drawing.xpath(".//*[name()='rect']")]
    assert bars == [("180.0", "180.0"), ("0.0", "180.0")]
    assert "down from 43 (1988-89) to −43 (1991-92)" in drawing.xpath(
        "string(.//*[name()='title'])"
    )


def test_the_judgement_says_who_when_and_on_what(tmp_path: Path) -> None:
    found = shown(tmp_path, case("A", verdicts="partly - - - met", more=JUDGEMENT))
    (judgement,) = found.find_class("cb-judge")
    text = words(judgement)
    assert text.startswith("Mixed. It was paid for.")
    assert "Assessor: A jury, 22 November 2026." in text
    assert text.endswith("Rests on Financing Met Area Partly met")
    assert judgement.xpath(".//a/@href") == ["#a-financing", "#a-area"]


def test_related_cases_have_their_reasons(tmp_path: Path) -> None:
    files = {
        CASE: case("Own", verdicts="met met met met"),
        "docs/en/cases/near.md": case("Near", country="FR", verdicts="met met met partly"),
    }
    found = page(layouts(tmp_path, files), PAGE)
    (near,) = [
        each
        for each in found.xpath("//h2[@id='related']/following-sibling::ul[1]/li")
        if "Near" in words(each.find("h3"))
    ]
    assert [words(each) for each in near.xpath(".//ul/li")] == [
        "Near by assessment: the same verdict on 3 of the 4 criteria decided for both;"
        " 0.3 steps apart on average",
        "Same kind of scheme: partnership",
        "Compare the two",
    ]
    assert near.xpath("string(.//ul//a/@href)") == "../compare/?cases=safer-cities,near"


def test_a_pair_of_the_editors_has_a_page_that_needs_no_script(tmp_path: Path) -> None:
    settings = FILES["mkdocs.yml"].replace(
        "  - casebook/cases\n", "  - casebook/cases: {pairs: [[near, safer-cities]]}\n"
    )
    files = {"mkdocs.yml": settings, "docs/en/cases/near.md": case("Near"), CASE: case("Own")}
    found = page(layouts(tmp_path, files), PAGE)
    assert "../compare/near--safer-cities/" in found.xpath("//*[@class='cb-reasons']//a/@href")


def test_a_case_without_a_word_of_prose_has_its_headings(tmp_path: Path) -> None:
    layout = layouts(tmp_path, {CASE: case("A", more="contexts: [united-kingdom]")}).of(PAGE)
    assert layout
    headings = {each.anchor: each.text for each in layout.pieces if isinstance(each, Section)}
    assert headings["area"] == "What area?"
    assert headings["partners"] == "Who are the partners?"
    assert headings["context"] == "Context"
    assert "project" not in headings


def test_what_the_author_wrote_keeps_its_own_heading(tmp_path: Path) -> None:
    layout = layouts(tmp_path, {CASE: small_case()}).of(PAGE)
    assert layout
    assert Written("area", 1) in layout.pieces
    assert "area" not in [each.anchor for each in layout.pieces if isinstance(each, Section)]


def test_the_box_cites_the_address_of_the_page(tmp_path: Path) -> None:
    (box,) = shown(tmp_path, case("A")).find_class("cb-cite")
    assert box.xpath("string(summary)") == "Cite this case"
    assert len(box.xpath(".//option")) == 9
    assert (
        box.xpath("string(.//dl[last()]/dd/a)") == "https://example.org/study/cases/safer-cities/"
    )
    assert box.xpath(".//a[@download]/@href") == [
        f"safer-cities{ending}" for ending in (".bib", ".biblatex.bib", ".ris", ".json")
    ]


def test_the_files_of_the_box_are_there(tmp_path: Path) -> None:
    paths = [each.path for each in layouts(tmp_path, {}).case_files()]
    assert len(paths) == len(set(paths))
    assert {f"cases/safer-cities/safer-cities.{end}" for end in ("bib", "ris", "json")} < set(paths)


def test_the_head_tells_machines_of_the_case(tmp_path: Path) -> None:
    record = small_case().replace("summary:", "date: 2026-11-22\n        summary:", 1)
    found = layouts(tmp_path, {CASE: record}).head(PAGE)
    head = html.fromstring(f"<head>{found}</head>")
    tags = {each.get("name"): each.get("content") for each in head.iter("meta")}
    assert tags["citation_title"] == "Safer Cities"
    assert tags["citation_author"] == "Editors of A small study"
    assert tags["citation_publication_date"] == "2026/11/22"
    data = json.loads(head.xpath("string(//script)"))
    assert (data["@type"], data["datePublished"]) == ("Article", "2026-11-22")
    assert (data["temporalCoverage"], data["abstract"]) == (
        "1988/1995",
        "A programme against crime.",
    )
    assert data["spatialCoverage"][0]["address"]["addressCountry"] == "GB"
    assert "https://example.org/study/bibliography/geddes_2000/" in data["citation"]
    assert head.xpath("//link/@href") == ["safer-cities.json"]


def test_evidence_keeps_its_language_in_a_translation(tmp_path: Path) -> None:
    evidence = "{kind: %s, text: %s, source: geddes_2000, language: pt, direction: for}"
    pieces = [evidence % each for each in (("paraphrase", "A fact."), ("quotation", "Um facto."))]
    more = f"risks: [{{risk: A risk., evidence: [{', '.join(pieces)}]}}]"
    french = """\
        ---
        translates: safer-cities
        title: Un cas
        ---
        """
    files = {CASE: case("A", more=more), "docs/fr/cases/safer-cities.md": french}
    found = page(layouts(tmp_path, files, "fr"), PAGE)
    texts = found.xpath("//*[@class='cb-ev']/div/*[1]")
    assert [(words(each), each.get("lang")) for each in texts] == [
        ("A fact.", "en"),
        ("Um facto.", "pt"),
    ]


def test_fields_cannot_bring_markup(tmp_path: Path) -> None:
    text = json.dumps(HOSTILE)
    changed = (READINGS + INDICATORS + JUDGEMENT).replace("Spending", text)
    for name in ("A later account", "It changed little.", "million pounds", "England", "A jury"):
        changed = changed.replace(name, text)
    record = case("A", verdicts="met", more=changed).replace("title: A\n", f"title: {text}\n")
    found = layouts(tmp_path, {CASE: record})
    assert not page(found, PAGE).xpath("//script")
    head = html.fromstring(f"<head>{found.head(PAGE)}</head>")
    assert [each.get("type") for each in head.iter("script")] == ["application/ld+json"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_case_that_is_not_translated_is_linked_and_not_cited_in_the_other_language(
    language: str, tmp_path: Path
) -> None:
    found = layouts(tmp_path, {CASE: case("A")}, language)
    assert (PAGE in [each.page for each in found.cases.cases.values()]) == (language == "en")
