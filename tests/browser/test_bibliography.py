"""Narrowing the list of sources, and citing a source in the reader's style."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_accessibility import serious

pytestmark = pytest.mark.browser

LIST, SOURCE = "bibliography/", "bibliography/geddes_2000/"
TOTAL = 360
SHOWN = ".cb-refs > li:not([hidden])"
# A frame is drawn every 16 ms; a reader sees a delay from 100 ms on.
DELAY = 100
COST = """() => {
  const field = document.querySelector("#cb-q");
  const costs = [];
  for (const text of ["e", "ex", "exc", "exclusion", "", "p", "pa", "", "f"]) {
    field.value = text;
    const start = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    costs.push(performance.now() - start);
  }
  return costs.sort((one, other) => one - other)[Math.floor(costs.length / 2)];
}"""


def shown(page: Page) -> int:
    """Return the number of entries that are shown."""
    return page.locator(SHOWN).count()


def choose(page: Page, facet: str, value: str) -> None:
    """Tick a box."""
    page.locator(f"input[name='{facet}'][value='{value}']").check()


def count(page: Page) -> str:
    """Return what is announced."""
    return page.locator(".cb-count").inner_text()


def test_choices_narrow_the_list(visit: Visit) -> None:
    page = visit(LIST)
    assert count(page) == f"{TOTAL} sources"
    choose(page, "kind", "book")
    books = shown(page)
    choose(page, "kind", "thesis")
    both = shown(page)
    assert 0 < books < both < TOTAL
    choose(page, "language", "fr")
    french = shown(page)
    assert 0 < french < both
    assert count(page) == f"{french} of {TOTAL} sources"
    page.get_by_role("button", name="Show all").first.click()
    assert shown(page) == TOTAL
    assert "?" not in page.url


def test_the_address_keeps_the_choices(visit: Visit) -> None:
    page = visit(LIST)
    choose(page, "country", "PT")
    choose(page, "theme", "contract")
    page.locator("#cb-group").select_option("year")
    page.get_by_label("from").fill("1995")
    narrowed = shown(page)
    assert re.search(r"\?group=year&from=1995&country=PT&theme=contract$", page.url)
    page.reload()
    expect(page.locator(SHOWN)).to_have_count(narrowed)
    assert page.locator("input[name='country'][value='PT']").is_checked()
    expect(page.locator("#cb-group")).to_have_value("year")


@pytest.mark.parametrize(
    "query", ["?kind=nothing&group=nothing&from=x", "?find=%3Cscript%3E&theme=%22]", "?find=%E9"]
)
def test_an_address_may_say_anything(visit: Visit, query: str) -> None:
    page = visit(LIST + query)
    assert count(page)
    assert page.locator("article script").count() == 0


def test_search_finds_words_without_accents(visit: Visit) -> None:
    page = visit(LIST)
    field = page.get_by_role("searchbox", name=re.compile("^Search authors"))
    field.fill("lenoir exclus")
    assert shown(page) >= 1
    field.fill("ÉCHOS alter")
    with_accents = shown(page)
    field.fill("alter echos")
    assert shown(page) == with_accents > 3
    # A word of the summary, which the list does not show.
    field.fill("inclusion coalitions elite")
    expect(page.locator(SHOWN)).to_have_count(1)


def test_nothing_found_has_a_way_out(visit: Visit) -> None:
    page = visit(f"{LIST}?find=zzzz")
    none = page.locator(".cb-none")
    expect(none).to_be_visible()
    assert count(page) == f"0 of {TOTAL} sources"
    none.get_by_role("button").click()
    expect(none).not_to_be_visible()
    assert shown(page) == TOTAL
    assert page.evaluate("document.activeElement.tagName") == "A"


@pytest.mark.parametrize("by", ["year", "kind", "theme"])
def test_groups(visit: Visit, by: str) -> None:
    page = visit(f"{LIST}?group={by}")
    headings = page.locator(".cb-regrouped > h2")
    assert headings.count() > 3
    ids = page.locator(".cb-refs > li[id]").evaluate_all("(all) => all.map((each) => each.id)")
    assert len(ids) == len(set(ids)) == TOTAL
    if by != "theme":
        assert shown(page) == TOTAL
    choose(page, "language", "fr")
    numbers = page.locator(".cb-regrouped:not([hidden]) > h2 > span").all_inner_texts()
    assert sum(map(int, numbers)) == shown(page)
    page.locator("#cb-group").select_option("")
    expect(headings).to_have_count(0)
    expect(page.locator("#core")).to_be_visible()
    assert page.locator(".cb-refs > li").count() == TOTAL


def test_narrowing_has_no_delay(visit: Visit) -> None:
    page = visit(LIST)
    assert page.evaluate(COST) < DELAY


def test_the_list_is_narrowed_by_keyboard(visit: Visit) -> None:
    page = visit(LIST, viewport={"width": 390, "height": 800})
    summary = page.locator(".cb-narrow summary")
    expect(page.locator("#cb-q")).not_to_be_visible()
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#cb-q")).to_be_focused()
    page.keyboard.type("silver")
    assert 0 < shown(page) < 20
    box = page.locator("input[name='kind']").first
    box.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("kind="))


def test_an_anchor_leads_to_its_entry(visit: Visit) -> None:
    page = visit(f"{LIST}#geddes_2000")
    expect(page.locator("#geddes_2000")).to_be_in_viewport()


@pytest.mark.parametrize("path", [LIST, "fr/bibliography/"])
def test_without_javascript_the_list_is_whole_and_has_no_controls(visit: Visit, path: str) -> None:
    page = visit(path, java_script_enabled=False)
    assert shown(page) == TOTAL
    assert not page.locator(".cb-narrow").is_visible()
    assert not page.locator(".cb-none").is_visible()
    assert page.locator("article a[download]").first.is_visible()


def test_without_javascript_every_style_shows_under_its_name(visit: Visit) -> None:
    page = visit(SOURCE, java_script_enabled=False)
    page.locator(".cb-cite > summary").click()
    styles = page.locator("[data-style]")
    assert styles.count() == 9
    for each in styles.all():
        assert each.locator("dt").is_visible()
        assert each.locator(".cb-cite__text").is_visible()
    assert not page.locator(".cb-styles__choice, .cb-cite button").all_inner_texts() or not any(
        each.is_visible() for each in page.locator(".cb-styles__choice, .cb-cite button").all()
    )


def test_the_chosen_style_shows_and_is_kept(visit: Visit) -> None:
    page = visit(SOURCE)
    page.locator(".cb-cite > summary").click()
    choice = page.get_by_label("Citation style")
    choice.select_option(label="Vancouver")
    text = page.locator(".cb-cite__text:visible")
    expect(text).to_have_count(1)
    expect(text).to_contain_text("Geddes M. Tackling")
    page.goto(page.url.replace("geddes_2000", "silver_1994"))
    page.locator(".cb-cite > summary").click()
    expect(page.locator(".cb-cite__text:visible")).to_contain_text("Silver H. ")


def test_a_copy_button_copies_what_is_shown(visit: Visit) -> None:
    page = visit(SOURCE, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".cb-cite > summary").click()
    page.get_by_label("Citation style").select_option(label="APA")
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.locator("[data-style='apa'] [role='status']")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#cite-apa").inner_text().strip()
    assert copied.startswith("Geddes, M. (2000")
    page.get_by_text("RIS", exact=True).click()
    page.get_by_role("button", name="Copy as RIS").click()
    expect(page.locator(".cb-formats [role='status']:visible").nth(0)).to_have_text("Copied")
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert lines[0] == "TY  - JOUR"


def test_a_reference_is_selected_in_one_click(visit: Visit) -> None:
    page = visit(SOURCE)
    page.locator(".cb-cite > summary").click()
    text = page.locator(".cb-cite__text:visible")
    text.click(position={"x": 5, "y": 5})
    assert page.evaluate("getSelection().toString()").strip() == text.inner_text().strip()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", [f"{LIST}?group=theme&find=silver", SOURCE, "fr/bibliography/silver_1994/"]
)
def test_opened_pages_have_no_serious_fault(visit: Visit, path: str, scheme: str) -> None:
    page = visit(path, color_scheme=scheme)
    page.locator("article details").evaluate_all("(all) => all.forEach((d) => (d.open = true))")
    faults = serious(page)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [320, 390, 960, 1280])
@pytest.mark.parametrize("path", [LIST, SOURCE, "fr/bibliography/senat_49_2006/"])
def test_opened_pages_fit_the_window(visit: Visit, path: str, width: int) -> None:
    page = visit(path, viewport={"width": width, "height": 800})
    page.locator("article details").evaluate_all("(all) => all.forEach((d) => (d.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_shows_a_reference_once_and_no_controls(visit: Visit) -> None:
    page = visit(SOURCE)
    page.emulate_media(media="print")
    expect(page.locator(".cb-cite__text:visible")).to_have_count(1)
    assert not page.locator(".cb-formats").is_visible()
    page = visit(LIST)
    page.emulate_media(media="print")
    assert not page.locator(".cb-narrow").is_visible()
    assert shown(page) == TOTAL
