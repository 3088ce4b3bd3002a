"""Axe finds no serious fault on any kind of page, in light and in dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.places import PAGES

pytestmark = pytest.mark.browser
MOMENT = 500
SERIOUS = {"serious", "critical"}
# The page is the same in the dark but for its colours.
COLOURS = ["color-contrast", "link-in-text-block"]

# The entries of the list look alike: those of one author tell as much as all.
FEWER = {"bibliography/": "bibliography/?find=silver"}


@pytest.mark.parametrize("path", [FEWER.get(path, path) for path in PAGES])
def test_axe_finds_nothing_serious(visit: Visit, path: str) -> None:
    page = visit(path, color_scheme="light")
    faults = serious(page)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    faults += serious(page, runOnly=COLOURS)
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
