"""Cases side by side: the pages of pairs, and the columns from which the script makes others."""

import json
from pathlib import Path

import pytest
from lxml import html

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.layout import Html
from mkdocs_casebook.views.pages.compare import Cell, Column, Row, compare_pages, mark_of
from mkdocs_casebook.views.pages.layouts import Layouts
from tests.sites import FILES, MKDOCS, site_of, small_study

PAIR = "cases/compare/safer-cities--rede-social.md"
SAFER, REDE = "docs/en/cases/safer-cities.md", "docs/en/cases/rede-social.md"
HOSTILE = "<img src=x onerror=alert(1)><script>alert(1)</script>"
CONTRADICTED = """\
        assessments:
          - criterion: financing
            verdict: not-met
            rationale: None was given.
            evidence:
              - {kind: paraphrase, text: It was not., source: silver_1994, direction: against}
        ---
"""


def layouts(folder: Path, **changed: str) -> Layouts:
    mkdocs = MKDOCS.replace(
        "casebook/cases", "casebook/cases: {pairs: [[safer-cities, rede-social]]}"
    )
    names = {"safer": SAFER, "rede": REDE, "mkdocs": "mkdocs.yml"}
    files = {names[name]: text for name, text in changed.items()}
    site = site_of(small_study(folder, {"mkdocs.yml": mkdocs, **files}))
    return Layouts(site, InlineMarkdown(site).render)


def page(found: Layouts, path: str) -> html.HtmlElement:
    layout = found.of(path)
    assert layout
    parts = [str(piece.html) for piece in layout.pieces if isinstance(piece, Html)]
    return html.fromstring(f"<div>{''.join(parts)}</div>")


def column(found: Layouts, id: str) -> dict[str, dict[str, dict[str, str | None]]]:
    (file,) = [each for each in found.case_files() if each.path == f"cases/compare/{id}.json"]
    data: dict[str, dict[str, dict[str, str | None]]] = json.loads(file.text)
    return data


def row(table: html.HtmlElement, name: str) -> html.HtmlElement:
    (found,) = table.xpath(f".//tr[starts-with(normalize-space(th), '{name}')]")
    assert isinstance(found, html.HtmlElement)
    return found


def name_of(row: html.HtmlElement) -> str:
    return str(row.xpath("string(th)"))


def test_a_pair_has_a_page_with_a_column_for_each_case(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), PAIR)
    (table,) = found.find_class("cb-compare")
    heads = table.xpath(".//thead//th[@scope='col']/a/@href")
    assert heads == ["../../safer-cities/", "../../rede-social/"]
    groups = [each.text_content() for each in table.xpath(".//th[@scope='rowgroup']")]
    assert groups[:2] == ["Where and when", "What area?"]
    assert groups[-3:] == ["The criteria", "The link with social exclusion", "The judgement"]
    assert all(len(each.findall("td")) == 2 for each in table.xpath(".//tr[@data-row]"))
    assert "they prove nothing about causes" in found.text_content()


def test_a_criterion_shows_verdict_reason_and_the_way_to_the_evidence(tmp_path: Path) -> None:
    cells = row(page(layouts(tmp_path), PAIR), "Financing").findall("td")
    assert "Met" in cells[0].text_content()
    assert "Low confidence" in cells[0].text_content()
    assert "Money was given." in cells[0].text_content()
    assert cells[0].xpath(".//a/@href") == ["../../safer-cities/#a-financing"]
    assert cells[1].text_content().strip() == "Not assessed yet."


def test_what_differs_is_marked_in_words(tmp_path: Path) -> None:
    start, _, _ = FILES[REDE].rpartition("        ---")
    rede = start + CONTRADICTED
    found = page(layouts(tmp_path, rede=rede), PAIR)
    assert name_of(row(found, "Financing")).split() == ["Financing", "differs"]
    assert "cb-differs" in row(found, "Kind").classes
    assert name_of(row(found, "Aims")) == "Aims"
    without = page(layouts(tmp_path / "b"), PAIR)
    assert "cannot be compared" in name_of(row(without, "Financing"))
    assert "cb-differs" not in row(without, "Financing").classes


@pytest.mark.parametrize(
    ("keys", "mark"),
    [
        (["met", "met"], ""),
        (["met", "partly"], "differs"),
        (["met", ""], "cannot"),
        (["", ""], "cannot"),
        (["met", "", "met"], "cannot"),
        (["met", "", "not-met"], "differs"),
        ([None, None], ""),
    ],
)
def test_marks(keys: list[str | None], mark: str) -> None:
    columns = [Column("a", "A", "", {"row": Cell("", key)}) for key in keys]
    assert mark_of(Row("row", "Row"), columns) == mark


def test_the_script_gets_the_cells_of_the_page(tmp_path: Path) -> None:
    found = layouts(tmp_path)
    table = page(found, PAIR)
    for number, id in enumerate(("safer-cities", "rede-social")):
        cells = column(found, id)["cells"]
        rows = table.xpath("//tr[@data-row]")
        assert [each.get("data-row") for each in rows] == list(cells)
        for each in rows:
            told = html.fromstring(f"<div>{cells[each.get('data-row')]['html']}</div>")
            assert told.text_content().split() == each.findall("td")[number].text_content().split()


def test_citations_are_links_without_cards(tmp_path: Path) -> None:
    safer = FILES[SAFER].replace("Money was given.", '"Money was given [@silver_1994, p. 5]."')
    cell = row(page(layouts(tmp_path, safer=safer), PAIR), "Financing").findall("td")[0]
    assert "Silver 1994" in cell.text_content()
    assert not cell.xpath(".//*[@role='tooltip' or @aria-describedby]")
    assert "../../../bibliography/silver_1994/" in cell.xpath(".//a/@href")
    told = column(layouts(tmp_path / "b", safer=safer), "safer-cities")
    assert "cb-citation" not in json.dumps(told)


def test_numbers_do_not_start_anew_in_each_cell(tmp_path: Path) -> None:
    mkdocs = MKDOCS.replace("bib_file: bibliography.bib", "bib_file: bibliography.bib, style: ieee")
    mkdocs = mkdocs.replace(
        "casebook/cases", "casebook/cases: {pairs: [[safer-cities, rede-social]]}"
    )
    safer = FILES[SAFER].replace("Money was given.", '"Money was given [@silver_1994]."')
    found = page(layouts(tmp_path, mkdocs=mkdocs, safer=safer), PAIR)
    assert "[1]" not in row(found, "Financing").text_content()
    assert "Silver" in row(found, "Financing").text_content()


def test_a_case_cannot_bring_markup(tmp_path: Path) -> None:
    title = json.dumps(f"Safer {HOSTILE}")
    safer = FILES[SAFER].replace("title: Safer Cities", f"title: {title}")
    safer = safer.replace("name: Home Office", f"name: {json.dumps(HOSTILE)}")
    safer = safer.replace("Money was given.", json.dumps(HOSTILE))
    found = layouts(tmp_path, safer=safer)
    pages = [page(found, PAIR), page(found, "cases/compare.md"), page(found, "cases/matrix.md")]
    told = column(found, "safer-cities")
    cells = [each["html"] for each in told["cells"].values()]
    pages.append(
        html.fromstring(f"<div>{told['head']}{''.join(str(each) for each in cells)}</div>")
    )
    for each in pages:
        assert "onerror" in each.text_content()
        assert not each.xpath("//script | //img | //@onerror")


def test_any_cases_can_be_chosen(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "cases/compare.md")
    (form,) = found.iter("form")
    assert (form.get("method"), form.get("action")) == ("get", None)
    assert form.get("hidden") is not None
    assert [each.get("name") for each in form.iter("select")] == ["cases"] * 4
    values = form.xpath(".//option/@value")
    assert values == ["", "rede-social", "safer-cities"]
    assert "needs JavaScript" in found.text_content()
    links = found.xpath("//ul[contains(@class, 'cb-list')]//a/@href")
    assert links == ["safer-cities--rede-social/"]
    assert "Safer Cities and Rede Social" in found.text_content()
    rows = found.xpath("//template//tr/@data-row")
    assert rows == list(column(layouts(tmp_path / "b"), "safer-cities")["cells"])


def test_the_french_site_marks_what_is_not_in_french(tmp_path: Path) -> None:
    root = small_study(tmp_path, {"mkdocs.yml": MKDOCS})
    site = site_of(root, "fr")
    (file,) = [
        each
        for each in Layouts(site, InlineMarkdown(site).render).case_files()
        if each.path == "cases/compare/safer-cities.json"
    ]
    cells = json.loads(file.text)["cells"]
    assert cells["project.0"]["html"] == '<p lang="en">Crime and fear of crime.</p>'
    assert cells["scheme.0"]["html"] == "<p>Partenariat</p>"


def test_a_case_alone_is_not_compared(tmp_path: Path) -> None:
    assert not list(compare_pages(site_of(small_study(tmp_path, {REDE: None}))))
