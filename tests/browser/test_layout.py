"""Pages fit the window, and print without what only a screen needs."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.places import MAIN, PAGES

pytestmark = pytest.mark.browser
WIDTHS = (320, 390, 1280)
FRAME = (".md-header", ".md-tabs", ".md-sidebar", ".md-search", ".md-footer nav")
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


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways(visit: Visit, path: str) -> None:
    page = visit(path)
    faults = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if found := page.evaluate(STICKING_OUT):
            faults[width] = found
    assert not faults


@pytest.mark.parametrize("path", MAIN)
def test_print_leaves_the_frame_out(visit: Visit, path: str) -> None:
    page = visit(path)
    page.emulate_media(media="print")
    for selector in FRAME:
        shown = [each for each in page.locator(selector).all() if each.is_visible()]
        assert not shown, selector
    assert page.locator("article h1").is_visible()
    assert page.locator("article p").first.is_visible()
