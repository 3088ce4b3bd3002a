"""What stands across cases: the matrix, and the pages of criteria, entrées and contexts."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.layout import Beside, Html, Section
from mkdocs_casebook.views.pages import method
from mkdocs_casebook.views.pages.excerpts import first_lines, passages_about
from mkdocs_casebook.views.pages.layouts import Layouts
from mkdocs_casebook.views.pages.matrix import ROWS
from tests.sites import FILES, site_of, small_study

SAFER = "docs/en/cases/safer-cities.md"
DEFINITION = "docs/en/definitions/social-exclusion.md"
ASSESSED = """\
        assessments:
          - criterion: financing
            verdict: {verdict}
            rationale: A reason.
            evidence:
              - {{kind: quotation, text: who paid, source: silver_1994, direction: against}}
        ---
"""


def layouts(folder: Path, changes: Mapping[str, str | None] | None = None) -> Layouts:
    site = site_of(small_study(folder, changes))
    return Layouts(site, InlineMarkdown(site).render)


def page(found: Layouts, path: str) -> html.HtmlElement:
    layout = found.of(path)
    assert layout
    parts = []
    for piece in layout.pieces:
        if isinstance(piece, Html | Beside):
            parts.append(str(piece.html))
        elif isinstance(piece, Section):
            parts.append(f'<h2 id="{piece.anchor}">{piece.text}</h2>')
    return html.fromstring(f"<div>{''.join(parts)}</div>")


def case(title: str, verdict: str, country: str = "FR") -> str:
    text = FILES["docs/en/cases/rede-social.md"]
    text = text.replace("title: Rede Social", f"title: {title}").replace(
        "        title_language: pt\n", ""
    )
    start, _, _ = text.replace("country: PT", f"country: {country}").rpartition("        ---")
    return start + ASSESSED.format(verdict=verdict)


def test_the_matrix_is_a_table_whose_cells_lead_to_evidence(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "cases/matrix.md")
    (table,) = found.find_class("cb-matrix")
    heads = table.xpath("./thead/tr/th[@scope='col']")
    assert [each.xpath("string(a)") for each in heads] == ["", "Financing"]
    rows = table.xpath("./tbody/tr")
    names = [each.xpath("string(th[@scope='row']/a)") for each in rows]
    assert names == ["Rede Social", "Safer Cities"]
    missing, met = (each.find("td") for each in rows)
    assert missing.text_content() == "not assessed"
    assert met.text_content() == "Met"
    assert met.xpath("a/@href") == ["../safer-cities/#a-financing"]
    assert met.xpath(".//*[local-name()='svg']/@aria-hidden") == ["true"]


def test_the_last_row_counts_cases_with_evidence(tmp_path: Path) -> None:
    changes = {
        f"docs/en/cases/{name}.md": case(name, name)
        for name in ("not-met", "no-evidence", "not-applicable", "partly")
    }
    found = page(layouts(tmp_path, changes), "cases/matrix.md")
    (foot,) = found.xpath("//tfoot/tr")
    assert [each.text_content() for each in foot] == ["Cases with evidence, of 6", "3"]


def test_a_table_can_be_skipped_and_scrolled(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "cases/matrix.md")
    (skip,) = found.xpath("//a[text()='Skip the table']/@href")
    assert found.get_element_by_id(skip.removeprefix("#")).get("tabindex") == "-1"
    (region,) = found.xpath("//*[@role='region']")
    assert region.get("tabindex") == "0"
    assert found.get_element_by_id(region.get("aria-labelledby")).tag == "caption"
    assert "With 2 cases and 1 criterion a pattern can appear by chance" in found.text_content()


def test_sorting_knows_no_score(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "cases/matrix.md")
    buttons = found.xpath("//button/@data-by")
    assert buttons == ["name", "country", "start", "1"]
    assert all(each.get("hidden") is not None for each in found.find_class("cb-matrix__sorts"))


def test_many_cases_are_split_over_pages(tmp_path: Path) -> None:
    count = ROWS + 1
    changes = {f"docs/en/cases/c{n}.md": case(f"Case {n}", "partly") for n in range(count)}
    found = layouts(tmp_path, changes)
    first, second = (page(found, f"cases/matrix{each}.md") for each in ("", "/2"))
    sizes = [len(each.xpath("//tbody/tr")) for each in (first, second)]
    assert sizes == [ROWS, count + 2 - ROWS]
    assert found.of("cases/matrix/3.md") is None
    assert first.xpath("//nav//a/@href")[:1] == ["2/"]
    for each in (first, second):
        head, number = each.xpath("//tfoot/tr/*")
        assert head.text_content().endswith(f"of {count + 2}")
        assert number.text_content() == str(count + 1)


def test_a_criterion_shows_its_cases_by_verdict_with_their_evidence(tmp_path: Path) -> None:
    changes = {
        "docs/en/cases/other.md": case("Other", "not-met"),
        "docs/en/cases/another.md": case("Another", "no-evidence"),
    }
    found = page(layouts(tmp_path, changes), "criteria/financing.md")
    groups = [each.get("id") for each in found.find_class("cb-verdictgroup")]
    assert groups == ["met", "partly", "not-met", "no-evidence"]
    (table,) = found.xpath("//h3[@id='not-met']/following-sibling::table[1]")
    assert table.xpath(".//tbody//th/a/@href") == ["../../cases/other/#a-financing"]
    assert table.xpath("string(.//blockquote)") == "who paid"
    strip = [each.text_content() for each in found.xpath("//figure//td[@class='cb-n']")]
    assert strip == ["1", "0", "1", "1", "0"]
    assert "2 of 3 cases" in found.text_content()


def test_many_cases_keep_their_evidence_to_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(method, "MOST_QUOTED", 1)
    found = layouts(tmp_path, {"docs/en/cases/other.md": case("Other", "not-met")})
    criterion, entree = page(found, "criteria/financing.md"), page(found, "entrees/area.md")
    assert not criterion.find_class("cb-ev")
    assert "A reason." in criterion.text_content()
    assert "the evidence stands on the page of each" in criterion.text_content()
    assert "Twenty cities" not in entree.text_content()
    assert len(entree.xpath("//ul[contains(@class, 'cb-answers')]/li")) == 3


def test_an_entree_gives_the_answer_of_each_case(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "entrees/area.md")
    rede, safer = found.xpath("//ul[contains(@class, 'cb-answers')]/li")
    assert safer.xpath("h3/a/@href") == ["../../cases/safer-cities/#area"]
    assert [each.text_content() for each in safer.iter("dt")] == ["Area", "Scale"]
    assert [each.text_content() for each in safer.iter("dd")] == ["Twenty cities", "city"]
    assert "Twenty cities, each with a partnership" in safer.text_content()
    assert "Portugal" in rede.text_content()


def test_a_context_tells_of_its_cases_and_of_what_words_mean_there(tmp_path: Path) -> None:
    text = FILES[DEFINITION].replace("country: EU", "country: GB") + (
        "\n        ## National specificities {#national}\n\n"
        "        - **[United Kingdom](context:united-kingdom).** A unit at the centre.\n"
        "        - **France.** A book of 1974.\n"
    )
    found = page(layouts(tmp_path, {DEFINITION: text}), "contexts/united-kingdom.md")
    (listed,) = found.xpath("//h2[@id='cases']/following-sibling::ul[1]/li")
    assert "Met 1" in " ".join(listed.text_content().split())
    assert "Not judged yet." in listed.text_content()
    (variant,) = found.xpath("//h2[@id='variants']/following-sibling::ul[1]/li")
    assert "A unit at the centre." in variant.text_content()
    assert "France" not in variant.text_content()
    assert "../../definitions/social-exclusion/#council-1989" in variant.xpath(".//a/@href")
    assert variant.xpath("string(.//blockquote)") == "exclusion from the benefits"


def test_first_lines_are_whole_sentences_of_running_text() -> None:
    text = "| a | b |\n|---|---|\n\nOne sentence.\nAnother[^1] of them. A third.\n\nNot this."
    assert first_lines(text) == "One sentence. Another of them. A third."
    assert first_lines(text, 20) == "One sentence. Another of them."
    assert first_lines("- a list\n\n> a quotation") == ""


def test_passages_are_items_or_sentences() -> None:
    text = (
        "In A (x) it is so. In B not.\n\n- **A (x).** An item\n  of two lines.\n- **B.** Another."
    )
    assert list(passages_about(text, "(x)")) == [
        "In A (x) it is so.",
        "**A (x).** An item of two lines.",
    ]
