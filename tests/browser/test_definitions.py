"""The pages of definitions with and without JavaScript: citing, searching, reading what changed."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
PAGE = "definitions/social-exclusion/"


def test_the_cite_box_opens_and_changes_style_by_keyboard(visit: Visit) -> None:
    page = visit(PAGE)
    page.locator("details.cb-cite > summary").focus()
    page.keyboard.press("Enter")
    shown = page.locator(".cb-cite [data-style]:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("version 2")
    page.locator(".cb-cite select").select_option("plain")
    expect(shown).to_contain_text("working definition, version 2, 22 November 2026")


def test_the_list_narrows_to_the_words_searched(visit: Visit) -> None:
    page = visit("definitions/")
    page.get_by_label("Search the terms").fill("HOUSING medical")
    expect(page.locator("[data-terms] li:visible")).to_have_count(1)
    expect(page.locator("[data-terms] [role=status]")).to_have_text("1 of 14 terms")
    page.get_by_label("Search the terms").fill("no such word")
    expect(page.locator("[data-terms] li:visible")).to_have_count(0)
    expect(page.locator("[data-terms] [role=status]")).to_contain_text("No term")


def test_without_javascript_everything_is_there(visit: Visit) -> None:
    page = visit("definitions/", java_script_enabled=False)
    expect(page.locator("[data-terms] li")).to_have_count(14)
    expect(page.get_by_label("Search the terms")).to_be_hidden()
    page = visit(PAGE, java_script_enabled=False)
    page.locator("details.cb-cite > summary").click()
    expect(page.locator(".cb-cite [data-style]:visible")).to_have_count(10)
    expect(page.locator("#history ~ ol.cb-history .cb-diff").first).to_be_visible()
