"""Everything can be reached and worked by keyboard, and shows where the focus is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.places import MAIN

pytestmark = pytest.mark.browser

MOMENT = 400
NUMBER_LINKS = """() => {
  const links = [...document.querySelectorAll("article a[href]")];
  links.forEach((link, number) => (link.dataset.number = String(number)));
  return links
    .filter((link) => !link.closest("[role='tooltip'], [hidden]"))
    .map((link) => link.dataset.number);
}"""
# A hidden input shows its focus on the label beside it.
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const hidden = element.matches("input") && element.getBoundingClientRect().width === 0;
  const shown = hidden ? element.nextElementSibling : element;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const name = element.textContent.trim().slice(0, 40);
  return {
    what: `${element.tagName} .${element.className} ${name}`,
    number: element.dataset.number ?? "",
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
      && style.outlineColor !== "rgba(0, 0, 0, 0)",
    shown: shown.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      && box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
  };
}"""


def press(page: Page, key: str = "Tab") -> dict[str, object] | None:
    """Press a key and return what has the focus then."""
    page.keyboard.press(key)
    found: dict[str, object] | None = page.evaluate(FOCUS)
    if found is not None and not found["shown"]:
        # What opens on focus may need a moment.
        page.wait_for_timeout(MOMENT)
        found = page.evaluate(FOCUS)
    return found


def stops(page: Page) -> Iterator[dict[str, object]]:
    """Press Tab from the first element to the last, and yield what has the focus each time."""
    focus = press(page)
    while focus is not None:
        yield focus
        focus = press(page)


@pytest.mark.parametrize("path", MAIN)
def test_first_comes_the_link_to_the_content(visit: Visit, path: str) -> None:
    page = visit(path)
    focus = press(page)
    assert focus is not None
    assert "md-skip" in str(focus["what"])
    assert focus["outlined"]
    assert focus["shown"]
    page.keyboard.press("Enter")
    expect(page.locator("article h1")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("path", "width"), [*((path, 1280) for path in MAIN), ("", 390), ("cases/safer-cities/", 390)]
)
def test_every_link_is_reached_and_its_focus_seen(visit: Visit, path: str, width: int) -> None:
    page = visit(path, viewport={"width": width, "height": 800})
    folded = page.locator("article details")
    folded.evaluate_all("(all) => all.forEach((each) => (each.open = true))")
    missed = set(page.evaluate(NUMBER_LINKS))
    assert missed
    faults = []
    for focus in stops(page):
        missed.discard(str(focus["number"]))
        if not focus["outlined"] or not focus["shown"]:
            faults.append(str(focus))
    texts = [page.locator(f"[data-number='{each}']").inner_text() for each in sorted(missed)]
    assert not texts, f"never reached: {texts}"
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("path", "word"), [("", "exclusion"), ("fr/", "exclusion")])
def test_search_opens_and_closes_by_key(visit: Visit, path: str, word: str) -> None:
    page = visit(path)
    field = page.locator("[data-md-component='search-query']")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type(word)
    found = page.locator(".md-search-result__item a").first
    expect(found).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.md-search-result') !== null")
    page.keyboard.press("Escape")
    expect(field).not_to_be_focused()
    expect(found).not_to_be_visible()


def test_search_opens_on_a_phone(visit: Visit) -> None:
    page = visit("", viewport={"width": 390, "height": 800}, has_touch=True)
    page.locator("label[for='__search']").first.tap()
    field = page.locator("[data-md-component='search-query']")
    expect(field).to_be_focused()
    page.keyboard.type("exclusion")
    expect(page.locator(".md-search-result__item a").first).to_be_visible()


def test_the_first_key_opens_the_search_of_a_narrow_window(visit: Visit) -> None:
    page = visit("", viewport={"width": 390, "height": 800})
    page.keyboard.press("/")
    expect(page.locator("[data-md-component='search-query']")).to_be_focused()


def test_search_leads_to_the_definition(visit: Visit) -> None:
    page = visit("")
    page.keyboard.press("/")
    page.keyboard.type("social exclusion")
    results = page.locator(".md-search-result__item > a")
    expect(results.first).to_be_visible()
    hrefs = [each.get_attribute("href") or "" for each in results.all()]
    assert "definitions/social-exclusion/" in hrefs[0], hrefs[:5]
