"""The page of an analysis, the list of findings and analyses, the page of a finding, the data."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html
from markupsafe import escape

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.layout import Beside, Html, Layout, Piece, Section, Title
from mkdocs_casebook.views.pages.layouts import Layouts, generated_pages
from tests.sites import site_of, small_study

PAGE = "analyses/contracts.md"
VALUES = {"1": "present", "0": "absent", "?": "unknown"}
HOSTILE = '<script>alert(1)</script>" onload="alert(1)'


def case(conclusion: str | None) -> str:
    told = "{conclusion: %s, rationale: Why., assessor: We, date: 2026, rests_on: [financing]}"
    judgement = f"judgement: {told % conclusion}" if conclusion else "policy_fields: [Housing]"
    return f"""\
        ---
        title: A case
        country: GB
        areas: [{{name: Town, scale: city}}]
        period: 1990/1999
        project: {{}}
        partners:
          - {{name: State, sector: public, level: national}}
          - {{name: Town, sector: public, level: local}}
        scheme: {{type: contract}}
        {judgement}
        ---
        """


def files(cases: Mapping[str, str], conditions: int = 2, **changed: str) -> dict[str, str | None]:
    """Return a study: each case with its outcome, then its conditions."""
    values = [
        ", ".join(f"{{case: {id}, value: {VALUES[row[place]]}}}" for id, row in cases.items())
        for place in range(conditions + 1)
    ]
    factors = [
        f"{{id: f{place}, label: {changed.get('label', 'Factor')} {place}, calibration: As told., "
        f"values: [{each}]}}"
        for place, each in enumerate(values)
    ]
    listed = "\n          - ".join(factors[1:])
    analysis = f"""\
        ---
        title: Contracts
        summary: What goes with contracts.
        outcome: {factors[0]}
        conditions:
          - {listed}
        cases: [{", ".join(cases)}]
        ---
        Why these.
        """
    return {
        "docs/en/cases/safer-cities.md": None,
        "docs/en/cases/rede-social.md": None,
        **{f"docs/en/cases/{id}.md": case("good") for id in cases},
        "docs/en/analyses/contracts.md": changed.get("analysis", analysis),
    }


def laid_out(folder: Path, changes: Mapping[str, str | None], language: str = "en") -> Layouts:
    site = site_of(small_study(folder, changes), language)
    return Layouts(site, InlineMarkdown(site).render)


def page(found: Layouts, path: str = PAGE) -> html.HtmlElement:
    layout = found.of(path)
    assert isinstance(layout, Layout)
    return html.fromstring(f"<div>{''.join(_drawn(each) for each in layout.pieces)}</div>")


def _drawn(piece: Piece) -> str:
    if isinstance(piece, Html):
        return str(piece.html)
    if isinstance(piece, Beside):
        return "".join(_drawn(each) for each in piece.pieces) + str(piece.html)
    if isinstance(piece, Section):
        return f'<h2 id="{piece.anchor}">{escape(piece.text)}</h2>'
    return f"<h1>{escape(piece.text)}</h1>" if isinstance(piece, Title) else ""


def text(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def rows(found: html.HtmlElement) -> dict[str, str]:
    """Return the cases of each row of the table, by its number."""
    return {
        row.get("id").removeprefix("row-"): text(row[-1])
        for row in found.xpath("//tr[starts-with(@id, 'row-')]")
    }


FOUR = {"a": "111", "b": "011", "c": "1?0", "d": "?00"}


def test_every_row_is_printed_with_its_cases(tmp_path: Path) -> None:
    found = page(laid_out(tmp_path, files(FOUR)))
    assert rows(found) == {
        "1": "Outcome unknown: A case May belong here: A case",
        "2": "No case",
        "3": "May belong here: A case",
        "4": "Contradiction With the outcome: A case Without it: A case",
    }
    assert [row.get("id") for row in found.find_class("cb-contradictory") if row.tag == "tr"] == [
        "row-4"
    ]
    heads = [text(each) for each in found.xpath("//th[@scope='rowgroup']")]
    assert heads == ["2 rows with cases", "2 rows without a case"]


def test_pairs_come_first_and_lead_to_the_comparison(tmp_path: Path) -> None:
    found = page(laid_out(tmp_path, files(FOUR)))
    assert found.xpath("//h2/@id")[:2] == ["pairs", "calibration"]
    (pair,) = found.find_class("cb-pair")
    assert text(pair.xpath("./dl")[0]) == "Alike Factor 1: present Factor 2: present"
    assert pair.xpath(".//a/@href") == [
        "../../cases/a/",
        "../../cases/b/",
        "../../cases/compare/?cases=a,b",
    ]
    assert "1 case is left out" in text(found)


def test_both_completions_of_the_unknown_are_shown(tmp_path: Path) -> None:
    found = page(laid_out(tmp_path, files(FOUR)))
    table = found.xpath("//h3[@id='completions']/following-sibling::table")[0]
    shown = {text(row[0]): [text(cell) for cell in row[-2:]] for row in table.iter("tr")}
    assert shown["1"] == [
        "Contradiction With the outcome: A case Without it: A case",
        "With the outcome: A case",
    ]
    assert shown["3"] == ["No case", "With the outcome: A case"]
    open_cases = found.xpath("//h2[@id='unknown']/following::tbody[1]/tr")
    assert [[text(cell) for cell in row[1:]] for row in open_cases] == [
        ["Factor 1", "1 , 3"],
        ["Factor 0", "1"],
    ]


def test_nothing_unknown_leaves_that_section_out(tmp_path: Path) -> None:
    found = page(laid_out(tmp_path, files({"a": "111", "b": "000"})))
    assert "unknown" not in found.xpath("//h2/@id")
    assert found.xpath("//h2[@id='data']/following::a/@href") == [
        "../../data/analyses/contracts.csv"
    ]


def test_noise_stands_beside_the_table(tmp_path: Path) -> None:
    many = {f"c{number}": "011" if number % 2 else "110" for number in range(6)} | {"d": "1?1"}
    found = page(laid_out(tmp_path, files(many)))
    lines = found.xpath("//h2[@id='noise']/following::tbody[1]/tr")
    assert [text(line) for line in lines] == [
        "Cases known throughout 6 2 17 times in 100 76 times in 100",
        "All cases, the unknown filled in 7 2 9 times in 100 66 times in 100",
    ]
    assert "10,000 draws" in text(found)


@pytest.mark.parametrize("cases", [{}, {"a": "1??"}, {"a": "111", "b": "111"}])
def test_few_cases_render(tmp_path: Path, cases: Mapping[str, str]) -> None:
    changes = files(cases or {"a": "111"})
    if not cases:
        changes["docs/en/cases/a.md"] = None
    found = page(laid_out(tmp_path, changes))
    assert len(rows(found)) == 4
    assert "Fewer than four cases" in text(found)


def test_warnings(tmp_path: Path) -> None:
    found = page(laid_out(tmp_path, files({"a": "111", "b": "100"})))
    notices = [text(each) for each in found.find_class("cb-notice")]
    assert notices[0].startswith("Every case of which the outcome is known has it.")
    assert notices[1].startswith("2 cases known throughout and 2 conditions: too few")
    assert "24 cases" in notices[1]


def test_a_circle_is_said(tmp_path: Path) -> None:
    analysis = """\
        ---
        title: Contracts
        outcome:
          id: good
          label: Good
          calibration: As judged.
          rule: {field: judgement.conclusion, present: [good]}
        conditions:
          - id: money
            label: Money
            calibration: As assessed.
            rule: {criterion: financing, present: [met]}
        ---
        """
    found = page(laid_out(tmp_path, files({"a": "1", "b": "0"}, 0, analysis=analysis)))
    notices = [text(each) for each in found.find_class("cb-notice")]
    assert any("‘Money’ is itself a ground of the judgement" in each for each in notices)


def test_the_page_claims_nothing(tmp_path: Path) -> None:
    for language in ("en", "fr"):
        found = text(page(laid_out(tmp_path, files(FOUR), language), "findings/index.md")).lower()
        assert "contracts" in found
        shown = text(page(laid_out(tmp_path, files(FOUR)), PAGE)).lower()
        assert "necessary" not in shown and "sufficient" not in shown


def test_labels_are_escaped(tmp_path: Path) -> None:
    quoted = "'" + HOSTILE + "'"
    changes = files(FOUR)
    analysis = changes["docs/en/analyses/contracts.md"] or ""
    changes["docs/en/analyses/contracts.md"] = analysis.replace(
        "label: Factor 1", f"label: {quoted}"
    )
    found = page(laid_out(tmp_path, changes))
    assert not found.xpath("//script")
    assert not found.xpath("//@onload")
    assert HOSTILE in found.text_content()


def table(found: Layouts, name: str) -> list[list[str]]:
    (file,) = [each for each in found.case_files() if each.path == f"data/analyses/{name}.csv"]
    return [*csv.reader(io.StringIO(file.text))]


def test_the_data_is_a_table_for_the_package_qca(tmp_path: Path) -> None:
    found = laid_out(tmp_path, files(FOUR))
    assert table(found, "contracts") == [
        ["case", "F1", "F2", "F0"],
        ["a", "1", "1", "1"],
        ["b", "1", "1", "0"],
        ["c", "", "0", "1"],
        ["d", "0", "0", ""],
    ]
    assert table(found, "contracts.absent")[3:] == [["c", "0", "0", "1"], ["d", "0", "0", "0"]]
    assert table(found, "contracts.present")[3:] == [["c", "1", "0", "1"], ["d", "0", "0", "1"]]


def test_the_data_stands_in_the_first_language_only(tmp_path: Path) -> None:
    french = laid_out(tmp_path, files(FOUR), "fr")
    assert not [each for each in french.case_files() if "analyses" in each.path]


def test_the_list_has_findings_and_analyses(tmp_path: Path) -> None:
    found = page(laid_out(tmp_path, files(FOUR)), "findings/index.md")
    cards = {each.get("id"): text(each) for each in found.xpath("//li[@id]")}
    assert cards == {
        "words-matter": "Words matter They do. Low confidence 0 cases for 0 cases against",
        "contracts": "Contracts What goes with contracts. 4 cases 2 of them known throughout "
        "2 conditions 1 contradictory row",
    }


def test_analyses_alone_have_the_list_too(tmp_path: Path) -> None:
    changes = files(FOUR) | {"docs/en/findings/words-matter.md": None}
    site = site_of(small_study(tmp_path, changes))
    pages = {each.page for each in generated_pages(site)}
    assert "findings/index.md" in pages
    assert "analyses/index.md" not in pages


FINDING = """\
    ---
    title: Words matter
    statement: They do.
    confidence: low
    cases_for:
      - {case: a, note: "It says so [@geddes_2000]."}
      - {case: e, note: It has no judgement.}
    assessor: This study
    analysis: contracts
    ---
    """


def test_a_finding_leads_to_the_judgement_of_each_case(tmp_path: Path) -> None:
    changes = files(FOUR) | {
        "docs/en/cases/e.md": case(None),
        "docs/en/findings/words-matter.md": FINDING,
    }
    found = laid_out(tmp_path, changes)
    shown = page(found, "findings/words-matter.md")
    links = {text(each): each.get("href") for each in shown.iter("a")}
    assert links["Judgement of the case: good practice"] == "../../cases/a/#judgement"
    assert links["Contracts"] == "../../analyses/contracts/"
    assert "geddes_2000" in html.tostring(shown, encoding="unicode")
    assert "Not judged yet." in text(shown)
    assert "2 cases for, 0 cases against" in text(shown)
    assert "No case that speaks against it was found." in text(shown)
    resting = page(found).xpath("//h2[@id='findings']/following::a[1]/@href")
    assert resting == ["../../findings/words-matter/"]
