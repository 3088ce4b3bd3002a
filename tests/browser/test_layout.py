"""Pages print without what only a screen needs."""

import pytest

from tests.browser.conftest import Visit
from tests.browser.places import MAIN

pytestmark = pytest.mark.browser
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
