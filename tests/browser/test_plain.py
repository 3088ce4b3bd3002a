"""Pages say all that they say without JavaScript."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.places import MAIN

pytestmark = pytest.mark.browser
# Cards that open under the pointer repeat what stands elsewhere; a button needs JavaScript.
HIDDEN = """(elements) => elements
  .filter((each) => !each.closest("[role='tooltip'], [hidden], [inert]") && !each.checkVisibility())
  .map((each) => `${each.tagName} .${each.className} ${each.textContent.trim().slice(0, 60)}`)"""
TABLES = {"", "cases/", "definitions/social-exclusion/", "cases/safer-cities/"}


@pytest.mark.parametrize("path", MAIN)
def test_everything_shows_without_javascript(visit: Visit, path: str) -> None:
    page = visit(path, java_script_enabled=False)
    article = page.locator("article")
    # What is folded is one click away, with or without JavaScript.
    article.locator("details").evaluate_all("(all) => all.forEach((each) => (each.open = true))")
    assert len(article.inner_text()) > 500
    for selector in ("h1, h2, h3", "p, li, dt, dd, blockquote", "a[href]", "table, td, th"):
        found = article.locator(selector)
        assert found.count() or (selector.startswith("table") and path not in TABLES), selector
        assert not found.evaluate_all(HIDDEN), selector


@pytest.mark.parametrize("path", MAIN)
def test_links_lead_on_without_javascript(visit: Visit, path: str, address: str) -> None:
    page = visit(path, java_script_enabled=False)
    link = page.locator("article a[href]:not([href^='#']):not([href^='http'])").first
    link.click()
    assert page.url != address + path
    assert page.locator("article h1").is_visible()


def test_small_windows_have_the_menu_without_javascript(visit: Visit) -> None:
    page = visit("", java_script_enabled=False, viewport={"width": 390, "height": 800})
    page.locator("header label[for='__drawer']").click()
    link = page.locator(".md-sidebar--primary a", has_text="Definitions")
    link.first.wait_for(state="visible")
