"""The switch of languages leads to the other language, by pointer and by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
TRANSLATED = "definitions/social-exclusion/"


@pytest.mark.parametrize(
    ("path", "name", "end"),
    [
        ("", "Français", "fr/"),
        ("fr/", "English", ""),
        (TRANSLATED, "Français", f"fr/{TRANSLATED}"),
        (f"fr/{TRANSLATED}", "English", TRANSLATED),
        # What is not translated leads to the home page of the other language.
        ("casebook/", "Français", "fr/"),
    ],
)
def test_switch_leads_to_the_other_language(
    visit: Visit, address: str, path: str, name: str, end: str
) -> None:
    page = visit(path)
    page.locator(".md-select button").hover()
    page.locator(".md-select__link", has_text=name).click()
    expect(page).to_have_url(address + end)
    expect(page.locator("html")).to_have_attribute("lang", "fr" if end.startswith("fr/") else "en")


def test_switch_works_by_keyboard(visit: Visit, address: str) -> None:
    page = visit("")
    page.locator(".md-select button").focus()
    link = page.locator(".md-select__link", has_text="Français")
    expect(link).to_be_visible()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}fr/")
