"""Social cards."""

import io
from pathlib import Path

from PIL import Image

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.social_cards import (
    HEIGHT,
    WIDTH,
    SocialCard,
    card_path,
    draw,
    drawn,
    social_cards,
)
from tests.sites import site_of, small_study

CARD = SocialCard("Case", "Safer Cities", "A programme against crime.", "A study")
LONG = SocialCard("Case", "Word " * 60, "Many words. " * 200, "A study")
ENDLESS = SocialCard("Case", "x" * 400, "é" * 900, "A study")


def test_a_card_has_the_size_that_other_sites_ask_for() -> None:
    for card in (CARD, LONG, ENDLESS, SocialCard("", "", "", "")):
        assert Image.open(io.BytesIO(draw(card))).size == (WIDTH, HEIGHT)


def test_a_long_text_leaves_the_name_of_the_site_free() -> None:
    picture = Image.open(io.BytesIO(draw(LONG)))
    band = picture.crop((0, HEIGHT - 108, WIDTH, HEIGHT - 84))
    assert band.getextrema() == (255, 255)


def test_a_card_is_the_same_each_time_and_kept(tmp_path: Path) -> None:
    data = drawn(CARD, tmp_path)
    assert data == draw(CARD) == drawn(CARD, tmp_path)
    assert len([*tmp_path.rglob("*.png")]) == 1


def test_each_record_of_a_site_has_a_card(tmp_path: Path) -> None:
    site = site_of(small_study(tmp_path))
    cards = dict(social_cards(site, "What it is.", InlineMarkdown(site).render))
    assert cards[""].text == "What it is."
    assert cards["cases/safer-cities.md"].text == "A programme against crime."
    assert not [page for page in cards if page.startswith("sources/")]
    assert card_path("cases/safer-cities.md").endswith("/social/cases/safer-cities.png")
