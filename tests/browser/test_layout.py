"""Pages load what they need at once, and print without what only a screen needs."""

import re

import pytest

from tests.browser.conftest import Visit
from tests.browser.places import MAIN

pytestmark = pytest.mark.browser
# Between them they have every widget.
WITH_WIDGETS = (
    "",
    "definitions/",
    "definitions/social-exclusion/",
    "cases/",
    "cases/uk-ndc/",
    "cases/compare/",
    "cases/matrix/",
    "method/",
    "bibliography/",
    "fr/bibliography/silver_1994/",
)
FRAME = (".md-header", ".md-tabs", ".md-sidebar", ".md-search", ".md-footer nav")


@pytest.mark.parametrize("path", MAIN)
def test_print_leaves_the_frame_out(visit: Visit, path: str) -> None:
    page = visit(path)
    page.emulate_media(media="print")
    for selector in FRAME:
        shown = [each for each in page.locator(selector).all() if each.is_visible()]
        assert not shown, selector
    assert page.locator("article h1").is_visible()
    assert page.locator("article p").first.is_visible()


@pytest.mark.parametrize("path", WITH_WIDGETS)
def test_a_page_announces_its_widgets_and_no_others(visit: Visit, path: str) -> None:
    page = visit(path)
    announced = page.eval_on_selector_all(
        "link[rel=modulepreload]", "links => links.map((each) => each.href)"
    )
    (entry,) = page.eval_on_selector_all(
        "script[type=module]", "scripts => scripts.map((each) => each.src)"
    )
    table = re.findall(r'^  "?([\w-]+)"?: "(.+)",$', page.request.get(entry).text(), re.MULTILINE)
    assert len(table) > 10
    needed = [name for name, selector in table if page.locator(selector).count()]
    assert sorted(announced) == sorted(
        entry.replace("casebook.js", f"{name}.js") for name in needed
    )
