"""What a page that cites shows beside its citations: cards, notes, the list of references."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

import pytest
from lxml import html

from mkdocs_casebook.views.site import Site
from tests.markdown_extension.rendering import converter
from tests.sites import BIBLIOGRAPHY, MKDOCS, site_of, small_study

Element = html.HtmlElement
PAGE = "page.md"
TEXT = "Said [@silver_1994, p. 531] and [see *also* @geddes_2000]. @silver_1994 said more.\n"


def _study(folder: Path, options: str, text: str = TEXT, language: str = "en") -> Site:
    config = MKDOCS.replace("{bib_file: bibliography.bib}", f"{{{options}}}")
    page = {f"docs/{language}/{PAGE}": text}
    return site_of(small_study(folder, {"mkdocs.yml": config, **page}), language)


def _page(site: Site, text: str = TEXT) -> Element:
    return html.fragment_fromstring(
        converter(site, PAGE, strict=False).convert(text), create_parent="article"
    )


def _words(element: Element | None) -> str:
    assert element is not None
    for card in element.xpath(".//*[@role='tooltip']"):
        card.drop_tree()
    return re.sub("[ \n]+", " ", element.text_content()).strip()


def _entries(page: Element) -> list[str]:
    return [_words(each) for each in page.xpath("//ul[@class='cb-cited']/li")]


def _ids(page: Element) -> Iterator[str]:
    yield from page.xpath("//@id")


def test_the_list_holds_what_the_page_cites_in_the_order_of_the_style(tmp_path: Path) -> None:
    page = _page(_study(tmp_path, "style: chicago-author-date"))
    assert [each.text for each in page.iter("h2")] == ["References"]
    entries = _entries(page)
    assert [each.split(",")[0] for each in entries] == ["Geddes", "Silver"]
    assert entries[0].endswith("https://doi.org/10.1111/1468-2427.00278. About this source")
    assert page.xpath("//li[@id='fn:silver_1994']")


def test_the_list_comes_where_the_page_says(tmp_path: Path) -> None:
    text = f"{TEXT}\n## Sources\n\n\\bibliography\n\n## More\n\nText.\n"
    page = _page(_study(tmp_path, "style: apa", text), text)
    assert [each.text for each in page.iter("h2")] == ["Sources", "More"]
    assert page.xpath("//h2[.='Sources']/following-sibling::*[1]")[0].get("class") == "cb-cited"
    text = f"{TEXT}\\bibliography\n"
    page = _page(_study(tmp_path / "tight", "style: apa", text), text)
    assert "bibliography" not in _words(page.find("p"))
    assert len(_entries(page)) == 2


def test_no_list_unless_it_is_wanted(tmp_path: Path) -> None:
    page = _page(_study(tmp_path, "bib_by_default: false"))
    assert not _entries(page)
    assert not page.xpath("//h2")


def test_commands_of_ones_own_and_the_whole_bibliography(tmp_path: Path) -> None:
    text = f"{TEXT}\n[refs]\n\n[all refs]\n"
    options = "bib_command: '[refs]', full_bib_command: '[all refs]'"
    page = _page(_study(tmp_path, options, text), text)
    cited, whole = page.xpath("//ul[@class='cb-cited']")
    assert len(cited) == 2
    assert len(whole) == BIBLIOGRAPHY.count("@")
    assert len({*_ids(page)}) == len([*_ids(page)])
    options += ", nocite: [lenoir_1974]"
    page = _page(_study(tmp_path / "nocite", options, text), text)
    whole = page.xpath("//ul[@class='cb-cited']")[1]
    assert "Lenoir" in _words(whole)
    assert "A key that no path" not in _words(whole)


def test_numbers_follow_the_text(tmp_path: Path) -> None:
    page = _page(_study(tmp_path, "style: ieee"))
    assert _words(page.find("p")) == "Said [1, p. 531] and see also [2]. Silver [1] said more."
    assert [each[:12] for each in _entries(page)] == ["[1] H. Silve", "[2] M. Gedde"]


def test_notes(tmp_path: Path) -> None:
    page = _page(_study(tmp_path, "style: chicago-notes-bibliography"))
    assert _words(page.find("p")) == "Said1 and.2 Silver3 said more."
    notes = [_words(each) for each in page.xpath("//ol[@class='cb-notes']/li")]
    assert notes[0].startswith("Hilary Silver, ‘Social Exclusion and Social Solidarity’")
    assert "531" in notes[0]
    assert notes[1].startswith("See also Mike Geddes")
    assert notes[2].startswith("Silver, ‘Social Exclusion")
    for mark in page.xpath("//sup[@class='cb-note-mark']"):
        (note,) = page.xpath(f"//*[@id='{mark.find('a').get('href')[1:]}']")
        assert note.xpath(f".//a[@href='#{mark.get('id')}']")
    assert len(_entries(page)) == 2


def test_french(tmp_path: Path) -> None:
    text = "Dit [voir @geddes_2000, chap. 3 ; @lenoir_1974].\n"
    page = _page(_study(tmp_path, "style: apa, locale: en-GB", text, "fr"), text)
    assert _words(page.find("p")) == "Dit (voir Geddes, 2000, Chapitre 3\u202f; Lenoir, 1974)."
    assert [each.text for each in page.iter("h2")] == ["Références"]


def test_without_pages_of_sources_citations_lead_to_the_list(tmp_path: Path) -> None:
    page = _page(_study(tmp_path, "source_pages: false, footnote_format: 'ref-{key}'"))
    links = page.xpath("//a[@class='cb-cite-link']/@href")
    assert {*links} == {"#fn:ref-silver_1994", "#fn:ref-geddes_2000"}
    assert {each[1:] for each in links} <= {*_ids(page)}
    assert not page.xpath("//a[@class='cb-about']")


def test_at_signs_stay_where_inline_citations_are_off(tmp_path: Path) -> None:
    site = _study(tmp_path, "enable_inline_citations: false")
    assert "@silver_1994 said more" in _words(_page(site))
    assert site.cited_on(PAGE) == ["silver_1994", "geddes_2000"]


def test_each_citation_has_a_card(tmp_path: Path) -> None:
    page = _page(_study(tmp_path, "style: apa"))
    links = page.xpath("//p//a[@class='cb-cite-link']")
    assert len(links) == 3
    cards = [page.xpath(f"//*[@id='{each.get('aria-describedby')}']")[0] for each in links]
    assert [each.text_content() for each in cards][1] == (
        "Tackling social exclusion in the European Union?"
        "International Journal of Urban and Regional Research · 2000cited on 5 pages"
    )
    # Search shows what the page says, not its cards.
    assert all("data-search-exclude" in each.attrib for each in cards)


HOSTILE = """
@article{silver_1994, author = {{<script>alert(1)</script>}},
  title = {"><img src=x onerror=alert(1)>}, journal = {javascript:alert(1)}, year = {1994},
  url = {javascript:alert(1)}, doi = {10.1/"onmouseover="alert(1)}}
@article{geddes_2000, author = {Geddes, <b onclick=x>M</b>}, title = {A\u202eB}, year = {2000},
  url = {https://example.org/"onclick="alert(1)}}
"""


@pytest.mark.parametrize("style", ["chicago-author-date", "ieee", "chicago-notes-bibliography"])
def test_hostile_fields_stay_text(style: str, tmp_path: Path) -> None:
    config = MKDOCS.replace("bibliography.bib}", f"bibliography.bib, style: {style}}}")
    files: Mapping[str, str] = {
        "mkdocs.yml": config,
        "bibliography.bib": HOSTILE,
        f"docs/en/{PAGE}": TEXT,
    }
    page = _page(site_of(small_study(tmp_path, files)))
    assert not [*page.iter("script", "img", "iframe", "object")]
    for element in page.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
        assert not re.match(r"\s*(javascript|data):", element.get("href", ""), re.IGNORECASE)


def test_an_element_written_by_hand_is_harmless(tmp_path: Path) -> None:
    site = _study(tmp_path, "style: apa")
    for cites in ("", "[]", "{}", '{"cites": [1], "in_text": true}', '{"cites": [{}]}'):
        text = f'x <cb-citation data-cites="{escape(cites)}"><b>y</b></cb-citation> z'
        assert "cb-citation" not in converter(site, PAGE, strict=False).convert(text)
    text = 'x <cb-references data-more="[1, {}]"></cb-references>'
    assert "<cb-references" not in converter(site, PAGE, strict=False).convert(text)
