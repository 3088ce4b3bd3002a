"""Cases side by side and in the matrix: by mouse, by keyboard, and without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from mkdocs_casebook.csl.collation import collator
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

PAIR = "cases/compare/be-contrats-securite--fr-contrat-ville/"
CHOSEN = "cases/compare/?cases=be-contrats-securite,fr-contrat-ville"
# A table as its readers have it: the texts, the marks, and where its links lead.
TABLE = """(table) => [...table.rows].map((row) => [
  row.className,
  ...[...row.cells].map((cell) => [
    cell.tagName, cell.colSpan, cell.scope ?? "", cell.dataset.case ?? "", cell.innerText,
    ...[...cell.querySelectorAll("a")].map((link) => link.href),
    ...[...cell.querySelectorAll("[lang]")].map((each) => each.lang),
  ]),
])"""


def table(page: Page) -> object:
    """Return what the table of a comparison says."""
    found = page.locator("table.cb-compare")
    expect(found).to_have_count(1)
    return found.evaluate(TABLE)


@pytest.mark.parametrize("side", ["", "fr/"])
def test_the_script_makes_the_table_of_the_page(visit: Visit, side: str) -> None:
    assert table(visit(side + CHOSEN)) == table(visit(side + PAIR, java_script_enabled=False))


def test_any_cases_are_compared_by_keyboard(visit: Visit) -> None:
    page = visit("cases/compare/")
    for name, start in (("First case", "Kvart"), ("Third case", "Rede"), ("Fourth case", "Safer")):
        page.get_by_label(name).focus()
        page.keyboard.type(start)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**?cases=dk-kvarterloft&cases=pt-rede-social&cases=safer-cities")
    heads = page.locator("table.cb-compare thead th a")
    expect(heads).to_have_text(["Kvarterløft", "Rede Social", "Safer Cities Programme, phase 1"])
    expect(page.locator("[data-compare] [role=status]")).to_contain_text("compared below")
    expect(page.get_by_label("Second case")).to_have_value("pt-rede-social")
    expect(page.locator("[data-caution]:visible")).to_have_text(
        "A few cases show contrasts; they prove nothing about causes."
    )


@pytest.mark.parametrize(
    ("query", "said", "columns"),
    [
        ("?cases=uk-ndc,%3Cimg%20src%3Dx%3E", "There is no case with the id “<img src=x>”.", 0),
        ("?cases=uk-ndc&cases=uk-ndc", "Choose two to four different cases", 0),
        ("?cases=nobody,uk-ndc,pt-rede-social", "There is no case with the id “nobody”.", 2),
        (
            "?cases=uk-ndc,pt-rede-social,safer-cities,dk-kvarterloft,fr-contrat-ville",
            "Only the first four cases are shown.",
            4,
        ),
    ],
)
def test_a_wrong_address_is_answered_in_a_sentence(
    visit: Visit, query: str, said: str, columns: int
) -> None:
    page = visit(f"cases/compare/{query}")
    expect(page.locator("[data-compare] [role=status]")).to_contain_text(said)
    expect(page.locator("table.cb-compare thead th")).to_have_count(columns)
    assert page.locator("article img").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_the_names_stay_in_sight(visit: Visit, width: int) -> None:
    page = visit(PAIR, viewport={"width": width, "height": 800})
    page.get_by_role("rowheader", name="Link with exclusion").scroll_into_view_if_needed()
    page.mouse.wheel(0, 600)
    for name in page.locator("table.cb-compare thead th a").all():
        expect(name).to_be_in_viewport()


def test_without_javascript_the_pairs_are_there(visit: Visit) -> None:
    page = visit("cases/compare/", java_script_enabled=False)
    expect(page.get_by_text("this page needs JavaScript")).to_be_visible()
    expect(page.locator("form select")).to_have_count(4)
    expect(page.locator("form:has(select)")).to_be_hidden()
    page.locator("#pairs ~ ul a").first.click()
    expect(page.locator("table.cb-compare .cb-v").first).to_be_visible()
    expect(page.get_by_text("they prove nothing about causes")).to_be_visible()


def names(page: Page) -> list[str]:
    """Return the cases of the matrix in their order."""
    return page.locator(".cb-matrix tbody th a").all_inner_texts()


def test_the_matrix_is_sorted_by_keyboard(visit: Visit) -> None:
    page = visit("cases/matrix/")
    status = page.locator("[data-matrix] [role=status]")
    case = page.locator(".cb-matrix thead th").first
    expect(case).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Sort by name").focus()
    page.keyboard.press("Enter")
    expect(status).to_have_text("Sorted by: name")
    ascending = names(page)
    assert ascending == sorted(ascending, key=collator("en"))
    page.keyboard.press("Enter")
    expect(status).to_have_text("Sorted backwards by: name")
    expect(case).to_have_attribute("aria-sort", "descending")
    assert names(page) == ascending[::-1]
    page.get_by_role("button", name="Sort by start").press("Space")
    starts = page.locator(".cb-matrix tbody tr").evaluate_all(
        "(rows) => rows.map((row) => Number(row.dataset.start))"
    )
    assert starts == sorted(starts)


def test_a_criterion_sorts_by_verdict_in_the_fixed_order(visit: Visit) -> None:
    page = visit("cases/matrix/")
    head = page.locator(".cb-matrix thead th", has_text="Resident participation")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "other")
    expect(page.locator("th[aria-sort]")).to_have_count(1)
    column = head.evaluate("(cell) => cell.cellIndex")
    verdicts = page.locator(f".cb-matrix tbody td:nth-child({column + 1})").all_inner_texts()
    order = ["Met", "Partly met", "Not met", "No evidence", "Not applicable"]
    assert verdicts == sorted(verdicts, key=order.index)
    assert len(set(verdicts)) > 1


def test_a_cell_leads_to_its_evidence_and_the_table_can_be_skipped(visit: Visit) -> None:
    page = visit("cases/matrix/")
    page.get_by_role("link", name="Skip the table").press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.cb-matrix')") is None
    cell = page.locator(".cb-cell a").first
    target = (cell.get_attribute("href") or "").partition("#")[2]
    cell.click()
    expect(page.locator(f"#{target}")).to_be_in_viewport()
    assert page.locator(f"#{target}").inner_text().strip()


def test_the_matrix_is_whole_without_javascript(visit: Visit) -> None:
    page = visit("cases/matrix/", java_script_enabled=False)
    assert page.locator(".cb-cell a").count() == page.locator(".cb-matrix td.cb-cell").count() > 50
    expect(page.locator(".cb-sort").first).to_be_hidden()
