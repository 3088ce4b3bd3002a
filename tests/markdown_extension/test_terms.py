"""Links to records: their cards, and what linking terms costs."""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.model.terms import TermMatcher
from mkdocs_casebook.views.site import Site
from tests.markdown_extension.conftest import LinkedSites
from tests.markdown_extension.rendering import converter
from tests.sites import MKDOCS, site_of, small_study

Element = html.HtmlElement


def _page(site: Site, text: str) -> Element:
    return html.fragment_fromstring(converter(site).convert(text), create_parent="article")


def _cards(page: Element) -> list[str]:
    """Return the lines of each card, which its link names as its description."""
    cards = []
    for link in page.xpath("//a[@aria-describedby]"):
        (card,) = page.xpath(f"//*[@id='{link.get('aria-describedby')}']")
        assert card.get("role") == "tooltip"
        assert "data-search-exclude" in card.attrib
        assert card.getprevious() is link
        assert card.getparent().get("class") == "cb-hc"
        cards.append(" | ".join(card.itertext()))
    return cards


def test_a_card_tells_status_version_and_text(sites: Mapping[str, Site]) -> None:
    text = "[a](term:partnership) [b](term:social-exclusion)"
    assert _cards(_page(sites["en"], text)) == [
        "partnership | Working · version 1, 2001 | Several bodies that act together.",
        "social exclusion | Contested · version 2, 2002"
        " | A process that bars people from partnership.",
    ]


def test_a_card_of_an_older_version_says_so(sites: Mapping[str, Site]) -> None:
    text = "[then](term:social-exclusion@1) and [now](term:social-exclusion@2)"
    before, now = _cards(_page(sites["en"], text))
    assert "Version 1, superseded by version 2 | The first text." in before
    assert "superseded" not in now


def test_a_card_of_a_candidate_gives_its_words(sites: Mapping[str, Site]) -> None:
    (card,) = _cards(_page(sites["en"], "[it](term:social-exclusion#council-1989)"))
    assert "Rival wording · Council of the European Communities 1989" in card
    assert "‘exclusion from the benefits’" in card


def test_a_card_of_a_case_tells_place_time_and_what_it_is(sites: Mapping[str, Site]) -> None:
    (card,) = _cards(_page(sites["en"], "[it](case:safer-cities)"))
    assert card == ("Safer Cities | United Kingdom · 1988–1995 | A programme against crime.")


def test_the_name_of_a_case_keeps_its_language(sites: Mapping[str, Site]) -> None:
    page = _page(sites["en"], "[it](case:rede-social)")
    (name,) = page.xpath("//*[@role='tooltip']/b")
    assert name.get("lang") == "pt"


def test_a_card_in_another_language_says_so(sites: Mapping[str, Site]) -> None:
    page = _page(sites["fr"], "[x](term:partnership) [y](term:social-exclusion)")
    other, own = page.xpath("//*[@role='tooltip']")
    assert other.xpath("./*/@lang") == ["en", "en"]
    assert not own.xpath(".//@lang")
    assert "Contestée · version 2, 2002" in _cards(page)[1]


def test_headings_and_citations_stay_plain(sites: Mapping[str, Site]) -> None:
    text = "## A [term](term:partnership)\n\nSaid [see [x](term:partnership) @silver_1994].\n"
    page = _page(sites["en"], text)
    assert not page.xpath("//h2//*[@role='tooltip']")
    assert page.xpath("//h2/a")
    assert all("Silver" in card or "Social exclusion" in card for card in _cards(page))


def test_pieces_of_a_page_have_no_cards(sites: Mapping[str, Site]) -> None:
    # Their ids would not be unique, and tables and lists of ours stay plain.
    assert "tooltip" not in InlineMarkdown(sites["en"]).render("[x](term:partnership)", "a.md")


def test_links_that_come_by_themselves_have_cards_of_their_own(linked_sites: LinkedSites) -> None:
    page = _page(linked_sites("en", "all"), "A contract, a *contract*.\n\nA [c](term:contract).\n")
    assert len(_cards(page)) == 3
    assert len({*page.xpath("//@id")}) == 3


@pytest.mark.parametrize("value", ["off", "'off'", "first", "all"])
def test_the_option_of_the_plugin(value: str, tmp_path: Path) -> None:
    options = f"casebook/definitions: {{auto_link: {value}}}"
    config = MKDOCS.replace("casebook/definitions", options)
    site = site_of(small_study(tmp_path, {"mkdocs.yml": config}))
    assert site.study.settings.auto_link == value.strip("'")


def test_hostile_records_stay_text(linked_sites: LinkedSites) -> None:
    page = _page(linked_sites("en", "all"), "contract <script>contract</script> \x02wzxhzdk:0\x03")
    assert not page.xpath("//script")


def test_a_form_of_two_terms_leads_nowhere() -> None:
    matcher = TermMatcher({"a": ["area", "zone"], "b": ["Area"]})
    assert [found.id for found in matcher.find("An area, a zone.")] == ["a"]


def test_no_terms_and_empty_forms() -> None:
    assert not [*TermMatcher({}).find("An area.")]
    assert not [*TermMatcher({"a": ["", " ", "\u00ad"]}).find("An area, \u00ad.")]
    assert [*TermMatcher({"a": ["x" * 5000]}).find("x" * 5000)]


def test_time_grows_with_the_text_alone() -> None:
    few = TermMatcher({f"t{number}": [f"social {number}ness of"] for number in range(10)})
    many = TermMatcher({f"t{number}": [f"social {number}ness of"] for number in range(2000)})
    hard = "social 1ness social $ \\( [ social 1ness off " * 1000
    quick = _seconds(few, hard)
    assert _seconds(many, hard) < 5 * quick + 0.1
    assert _seconds(few, hard * 4) < 12 * quick + 0.1


def _seconds(matcher: TermMatcher, text: str) -> float:
    start = time.process_time()
    assert not [*matcher.find(text)]
    return time.process_time() - start
