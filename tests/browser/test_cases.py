"""The list of cases: narrowing it, ticking cases to compare, its map; whole and in pages."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from mkdocs_casebook.cli.building import build_site
from mkdocs_casebook.reading.settings import read_configuration
from tests.browser.conftest import READY, Visit, served, watch
from tests.browser.test_accessibility import COLOURS, serious
from tests.many_cases import study_of
from tests.studies import write

pytestmark = pytest.mark.browser

LIST = "cases/"
ITEMS = ".cb-cases .cb-list > li"
PHONE = {"width": 390, "height": 800}
MANY, PAGE_SIZE, AT_ONCE = 230, 100, 50


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build a site with more cases than stand on a page, and return its address."""
    root = write(tmp_path_factory.mktemp("many"), study_of(MANY))
    configuration, problems = read_configuration(root / "mkdocs.yml")
    assert not problems
    build_site(configuration, root / "host" / "site")
    with served(root / "host") as address:
        yield f"{address}site/"


@pytest.fixture
def visit_many(browser: Browser, many: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page of that site, which may write nothing to the console."""
    faults: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(path: str, **options: Any) -> Page:
        context = browser.new_context(**{"reduced_motion": "reduce", **options})
        contexts.append(context)
        watch(context, path, many, faults)
        page = context.new_page()
        page.goto(many + path, wait_until="load")
        if options.get("java_script_enabled", True):
            page.wait_for_function(READY)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def total(page: Page) -> int:
    """Return the number of cases in the whole list, as the country facet counts them."""
    counts = page.locator("input[name='country'] ~ .cb-facet__count").all_inner_texts()
    return sum(map(int, counts))


def choice(page: Page, facet: str) -> tuple[str, int]:
    """Return the first value of a facet, with its count."""
    box = page.locator(f"input[name='{facet}']").first
    count = box.locator("xpath=..").locator(".cb-facet__count").text_content()
    return box.get_attribute("value") or "", int(count or 0)


def test_a_choice_shows_as_many_cases_as_it_counts(visit: Visit) -> None:
    page = visit(LIST)
    whole = total(page)
    expect(page.locator(".cb-count")).to_have_text(f"{whole} cases")
    expect(page.locator(ITEMS)).to_have_count(whole)
    page.locator(".cb-facet details").evaluate_all("(all) => all.forEach((e) => (e.open = true))")
    facets = page.locator(".cb-narrow input").evaluate_all(
        "(all) => [...new Set(all.map((each) => each.name))]"
    )
    assert {"country", "period", "type", "exclusion", "policy", "judgement"} <= {*facets}
    assert sum(each.startswith("verdict-") for each in facets) == 10
    for facet in facets:
        value, count = choice(page, facet)
        box = page.locator(f"input[name='{facet}'][value='{value}']")
        box.check()
        expect(page.locator(ITEMS)).to_have_count(count)
        expect(page.locator(".cb-count")).to_have_text(f"{count} of {whole} cases")
        box.uncheck()
    assert "?" not in page.url


def test_values_of_a_facet_add_and_facets_narrow(visit: Visit) -> None:
    page = visit(LIST)
    boxes = page.locator("input[name='country']")
    boxes.nth(0).check()
    one = page.locator(ITEMS).count()
    boxes.nth(1).check()
    two = page.locator(ITEMS).count()
    assert 0 < one < two
    page.locator("input[name='type']").first.check()
    assert page.locator(ITEMS).count() <= two
    page.get_by_role("button", name="Show all").first.click()
    expect(page.locator(ITEMS)).to_have_count(total(page))


def test_the_address_keeps_the_choices(visit: Visit) -> None:
    page = visit(LIST)
    page.get_by_text("Resident participation", exact=True).first.click()
    page.locator("input[name='verdict-resident-participation'][value='partly']").check()
    page.locator("input[name='period'][value='1990']").check()
    shown = page.locator(ITEMS).count()
    assert page.url.endswith("?period=1990&verdict-resident-participation=partly")
    page.reload()
    expect(page.locator(ITEMS)).to_have_count(shown)
    box = page.locator("input[name='verdict-resident-participation'][value='partly']")
    expect(box).to_be_visible()
    expect(box).to_be_checked()


@pytest.mark.parametrize("query", ["?country=XX&period=", "?policy=%3Cscript%3E", "?type=%E9&x=1"])
def test_an_address_may_say_anything(visit: Visit, query: str) -> None:
    page = visit(LIST + query)
    expect(page.locator(ITEMS)).to_have_count(total(page))


def test_nothing_found_has_a_way_out(visit: Visit) -> None:
    page = visit(f"{LIST}?country=PT&verdict-area=not-met&period=1980")
    none = page.locator(".cb-none")
    expect(none).to_be_visible()
    expect(page.locator(".cb-count")).to_have_text(re.compile(r"^0 of \d+ cases$"))
    none.get_by_role("button").click()
    expect(none).to_be_hidden()
    expect(page.locator(ITEMS)).to_have_count(total(page))
    assert page.evaluate("document.activeElement.tagName") == "A"


def test_the_list_is_narrowed_by_keyboard_on_a_phone(visit: Visit) -> None:
    page = visit(LIST, viewport=PHONE)
    summary = page.locator(".cb-narrow__box > summary")
    box = page.locator("input[name='country']").first
    expect(box).to_be_hidden()
    summary.focus()
    page.keyboard.press("Enter")
    expect(box).to_be_visible()
    page.keyboard.press("Tab")
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"\?country="))
    assert page.locator(ITEMS).count() < total(page)


def test_ticked_cases_are_compared(visit: Visit, address: str) -> None:
    page = visit(LIST)
    status = page.locator("#cb-compare [role='status']")
    ticks = page.locator(".cb-pick input")
    page.get_by_role("button", name="Compare", exact=True).first.click()
    expect(status).to_have_text("Tick two cases at least.")
    for number in range(4):
        ticks.nth(number).check()
    expect(status).to_have_text(re.compile("^4 cases ticked: "))
    ticks.nth(4).click()
    expect(status).to_have_text(re.compile("^Four is the most"))
    expect(ticks.nth(4)).not_to_be_checked()
    ticks.nth(1).uncheck()
    ticks.nth(2).uncheck()
    ids = [ticks.nth(number).get_attribute("value") for number in (0, 3)]
    # A case stays ticked where the list no longer shows it.
    page.locator("input[name='country'][value='GB']").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Compare", exact=True).first.click()
    assert page.url == f"{address}{LIST}compare/?cases={','.join(map(str, ids))}"


def test_cases_are_ticked_and_compared_by_keyboard(visit: Visit) -> None:
    page = visit(LIST)
    page.locator(".cb-pick input").nth(0).focus()
    page.keyboard.press("Space")
    page.locator(".cb-pick input").nth(1).focus()
    page.keyboard.press("Space")
    # The button has come to where the reader is.
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert re.search(r"/cases/compare/\?cases=[\w-]+,[\w-]+$", page.url)


def test_the_map_narrows_the_list(visit: Visit) -> None:
    page = visit(LIST)
    tile = page.get_by_role("link", name=re.compile("^Portugal: "))
    tile.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("?country=PT")
    expect(page.locator("input[name='country'][value='PT']")).to_be_checked()
    expect(page.locator(".cb-count")).to_be_focused()
    expect(page.locator(".cb-count")).to_be_in_viewport()
    page.locator(".cb-countries").get_by_role("link", name="Belgium").click()
    assert page.url.endswith("?country=BE")
    assert (
        page.locator(f"{ITEMS}[data-values*='country=BE ']").count() == page.locator(ITEMS).count()
    )


def test_everything_is_there_without_javascript(visit: Visit, address: str) -> None:
    page = visit(LIST, java_script_enabled=False)
    expect(page.locator(".cb-narrow")).to_be_hidden()
    assert page.locator(ITEMS).count() == page.locator(".cb-tl tbody tr").count() > 5
    page.locator("a.cb-tile", has_text="PT").click()
    assert page.url.endswith("#country-PT")
    expect(page.locator("#country-PT")).to_be_in_viewport()
    ticks = page.locator(".cb-pick input")
    ids = [ticks.nth(number).get_attribute("value") for number in range(2)]
    for number in range(2):
        ticks.nth(number).check()
    page.get_by_role("button", name="Compare the ticked cases").click()
    assert page.url == f"{address}{LIST}compare/?cases={ids[0]}&cases={ids[1]}"


def test_a_long_list_is_read_page_by_page_without_javascript(visit_many: Visit, many: str) -> None:
    page = visit_many(LIST, java_script_enabled=False)
    seen = set()
    for number in range(1, 4):
        ids = page.locator(ITEMS).evaluate_all("(all) => all.map((each) => each.dataset.id)")
        assert len(ids) == min(PAGE_SIZE, MANY - PAGE_SIZE * (number - 1))
        seen |= {*ids}
        if number < 3:
            page.get_by_role("navigation", name="Pages of the list").get_by_role(
                "link", name=f"Page {number + 1}"
            ).click()
            assert page.url == f"{many}{LIST}page/{number + 1}/"
    assert len(seen) == MANY
    page.goto(many + LIST)
    page.locator("a.cb-tile", has_text="GB").click()
    assert page.url == f"{many}{LIST}page/3/#country-GB"
    expect(page.locator("#country-GB")).to_be_in_viewport()


def test_a_long_list_is_narrowed_whole(visit_many: Visit, many: str) -> None:
    page = visit_many(LIST)
    expect(page.locator(".cb-count")).to_have_text(f"{MANY} cases")
    expect(page.locator(ITEMS)).to_have_count(PAGE_SIZE)
    page.locator("input[name='country'][value='GB']").check()
    count = int(
        page.locator("label", has=page.locator("input[value='GB']"))
        .locator(".cb-facet__count")
        .inner_text()
    )
    expect(page.locator(ITEMS)).to_have_count(count)
    expect(page.locator(".cb-pages")).to_be_hidden()
    drawn = page.locator(ITEMS).first
    id = drawn.get_attribute("data-id")
    found = drawn.inner_text().split("\n")
    page.goto(f"{many}{LIST}page/3/")
    built = page.locator(f"{ITEMS}[data-id='{id}']")
    assert built.inner_text().split("\n") == found
    page.goto(f"{many}{LIST}?country=GB")
    page.locator(f"{ITEMS} h2 > a").first.click()
    assert page.url == f"{many}{LIST}{id}/"


def test_more_of_a_long_list_is_shown_on_demand(visit_many: Visit) -> None:
    page = visit_many(f"{LIST}?type=partnership&type=contract&type=both")
    more = page.get_by_role("button", name="Show more")
    for shown in range(AT_ONCE, MANY, AT_ONCE):
        expect(page.locator(ITEMS)).to_have_count(shown)
        more.click()
        focused = page.locator(ITEMS).nth(shown).locator("h2 > a")
        expect(focused).to_be_focused()
    expect(page.locator(ITEMS)).to_have_count(MANY)
    expect(more).to_be_hidden()


def test_a_list_that_cannot_be_fetched_stays_as_it_is(browser: Browser, many: str) -> None:
    context = browser.new_context()
    context.route("**/list.json", lambda route: route.abort())
    page = context.new_page()
    page.goto(many + LIST)
    page.locator("input[name='country']").first.check()
    expect(page.locator(".cb-count")).to_have_text(re.compile("could not be fetched"))
    expect(page.locator(ITEMS)).to_have_count(PAGE_SIZE)
    expect(page.locator(".cb-pages")).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", [f"{LIST}?country=PT", f"{LIST}page/2/"])
def test_axe_finds_nothing_serious_in_a_long_list(visit_many: Visit, path: str) -> None:
    page = visit_many(path)
    faults = serious(page)
    page.emulate_media(color_scheme="dark")
    faults += serious(page, runOnly=COLOURS)
    assert not faults, "\n".join(faults)


def test_a_long_list_fits_a_phone(visit_many: Visit) -> None:
    page = visit_many(LIST, viewport={"width": 320, "height": 800})
    page.locator(".cb-narrow__box > summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
