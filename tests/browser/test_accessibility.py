"""Axe finds no serious fault on any kind of page, in light and in dark, and all fit the window.

No word is broken for want of room either, but on the narrowest of windows.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.places import PAGES

pytestmark = pytest.mark.browser
MOMENT = 500
SERIOUS = {"serious", "critical"}
NARROWEST = 320
WIDTHS = (NARROWEST, 390, 768, 1280)
# The elements that stick out, but for those that a box of their own scrolls or hides.
STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const boxed = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const found = [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > width + 0.5 && !boxed(each))
    .map((each) => `${each.tagName} .${each.className}`);
  return [`${document.documentElement.scrollWidth} wide`, ...found.slice(0, 5)];
}"""

# Words that begin on one line and end on another: addresses and code may, and what is not seen.
BROKEN = """() => {
  const found = new Set();
  const range = document.createRange();
  const top = (node, place) => {
    range.setStart(node, place);
    range.setEnd(node, place + 1);
    return range.getBoundingClientRect().top;
  };
  const unseen = (box) => box && (box.offsetWidth <= 2 || unseen(box.parentElement));
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (/:\\/\\//.test(element.textContent) || !element.checkVisibility()) continue;
    if (element.closest("pre, :not(td) > code, .cb-vh, [role=tooltip]")) continue;
    if (unseen(element)) continue;
    for (const { 0: word, index } of node.data.matchAll(/\\p{L}{4,24}/gu)) {
      const [first, last] = [top(node, index + 1), top(node, index + word.length - 1)];
      if (last - first > 6) found.add(word);
    }
  }
  return [...found];
}"""

# The page is the same in the dark but for its colours.
COLOURS = ["color-contrast", "link-in-text-block"]

# The entries of the list look alike: those of one author tell as much as all.
FEWER = {"bibliography/": "bibliography/?find=silver"}


@pytest.mark.parametrize("path", [FEWER.get(path, path) for path in PAGES])
def test_a_page_of_each_kind_is_sound(visit: Visit, path: str) -> None:
    page = visit(path, color_scheme="light")
    faults = serious(page)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    faults += serious(page, runOnly=COLOURS)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        faults += [f"{width} wide: {found}" for found in page.evaluate(STICKING_OUT)]
        if width > NARROWEST:
            faults += [f"{width} wide: {found} is broken" for found in page.evaluate(BROKEN)]
    assert not faults, "\n".join(faults)


def test_axe_sees_faults(visit: Visit) -> None:
    page = visit("")
    page.locator("article p").first.evaluate("(p) => { p.style.color = '#ddd'; }")
    page.locator("html").evaluate("(html) => html.removeAttribute('lang')")
    found = " ".join(serious(page))
    assert "color-contrast" in found
    assert "html-has-lang" in found


def serious(page: Page, **options: object) -> list[str]:
    """Return what axe finds on a page, a line for each element."""
    options = {"resultTypes": ["violations"], "preload": False, **options}
    faults = _faults(page, options)
    if faults:
        # The theme makes what scrolls focusable a moment after it has measured it.
        page.wait_for_timeout(MOMENT)
        faults = _faults(page, options)
    return faults


def _faults(page: Page, options: dict[str, object]) -> list[str]:
    return [
        f"{violation['impact']} {violation['id']}: {node['target']}: "
        + "; ".join(each["message"] for each in (*node["any"], *node["all"], *node["none"]))
        for violation in Axe().run(page, options=options).response["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]
