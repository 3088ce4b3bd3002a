"""The list of sources, their pages, and their files for reference managers."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.views.references.styles import STYLES
from tests.site.pages import ORIGINAL, BuiltSite, Element, Page

SOURCES = 360
FORMATS = ("BibTeX", "biblatex", "RIS", "CSL-JSON")
LISTS = pytest.mark.parametrize("address", ["bibliography/", "fr/bibliography/"])
SIDES = pytest.mark.parametrize("side", ["", "fr/"])


def source_pages(site: BuiltSite) -> Iterator[tuple[Page, Element]]:
    """Yield the page of each source, in both languages."""
    for page in site.pages.values():
        if page.path.startswith("bibliography/") and page.path != "bibliography/":
            yield page, html.document_fromstring(page.raw)


def file_of(site: BuiltSite, page: Page, ending: str) -> Path:
    """Return a file that stands beside the page of a source."""
    folder = site.root / page.address
    return folder / f"{folder.name}.{ending}"


def test_every_source_is_formatted_in_every_style(built_site: BuiltSite) -> None:
    faults = []
    for page, root in source_pages(built_site):
        lead = root.xpath("string(//p[contains(@class, 'cb-source')])")
        styles = root.xpath("//div[@class='cb-styles']//*[@data-style]")
        if sorted(each.get("data-style", "") for each in styles) != sorted(STYLES):
            faults.append(f"{page.address}: other styles")
        for each in styles:
            text = each.xpath("string(.//p[@class='cb-cite__text'])").strip()
            name = each.xpath("string(dt)").strip()
            if len(text) < 15 or not name or re.match(r"\[?\d+[\].]|———", text):
                faults.append(f"{page.address}: {each.get('data-style')}: {name}: {text}")
            if "CSL STYLE ERROR" in text or ".." in text.replace("...", ""):
                faults.append(f"{page.address}: {each.get('data-style')}: {text}")
        if not lead.strip():
            faults.append(f"{page.address}: no lead")
    assert not faults, "\n".join(faults)


def test_french_has_its_quotation_marks_and_spaces(built_site: BuiltSite) -> None:
    faults = []
    for page, root in source_pages(built_site):
        if page.site != ORIGINAL:
            texts = root.xpath(
                "//*[@data-style='chicago-author-date']//p//text()[not(ancestor::span[@lang])]"
            )
            text = "".join(texts)
            faults += [
                f"{page.address}: {text}" for _ in re.finditer(r"« | »|\bsur: |\bof: ", text)
            ]
            faults += [f"{page.address}: {text}" for _ in re.finditer("‘[^’]*’(?=[.,])", text)]
    assert not faults, "\n".join(faults)


def test_files_stand_beside_each_source_and_read_back(built_site: BuiltSite) -> None:
    count = 0
    for page, _ in source_pages(built_site):
        key = page.path.split("/")[1]
        for ending in ("bib", "biblatex.bib"):
            text = file_of(built_site, page, ending).read_text("utf-8")
            entries, problems = read_bibliography(text, "x.bib")
            assert list(entries) == [key]
            assert not problems
        (item,) = json.loads(file_of(built_site, page, "json").read_text("utf-8"))
        assert item["id"] == key
        record = file_of(built_site, page, "ris").read_text("utf-8")
        assert record.startswith("TY  - ")
        assert record.rstrip().endswith("ER  -")
        assert record.count("TY  - ") == 1
        count += 1
    assert count == 2 * SOURCES


def test_a_page_shows_what_its_files_hold(built_site: BuiltSite) -> None:
    for address in ("bibliography/geddes_2000/", "fr/bibliography/silver_1994/"):
        page = built_site.pages[address]
        root = html.document_fromstring(page.raw)
        shown = [each.text_content() for each in root.find_class("cb-data")]
        assert [each.text for each in root.xpath("//summary")][-4:] == list(FORMATS)
        for text, ending in zip(shown, ("bib", "biblatex.bib", "ris", "json"), strict=True):
            written = file_of(built_site, page, ending).read_bytes().decode()
            assert text.split() == written.split()


def test_the_head_names_the_source(built_site: BuiltSite) -> None:
    faults = []
    for page, root in source_pages(built_site):
        tags = {each.get("name", ""): each.get("content", "") for each in root.xpath("//meta")}
        scripts = root.xpath("//head/script[@type='application/ld+json']/text()")
        data = json.loads(scripts[0]) if len(scripts) == 1 else {}
        if not tags.get("citation_title") or tags["citation_title"] != data.get("name"):
            faults.append(f"{page.address}: {tags.get('citation_title')} {data.get('name')}")
        if data.get("@id") != built_site.url_of(page):
            faults.append(f"{page.address}: {data.get('@id')}")
    assert not faults, "\n".join(faults)
    geddes = built_site.pages["bibliography/geddes_2000/"].raw
    assert '<meta name="citation_doi" content="10.1111/1468-2427.00278">' in geddes
    assert '"@type": "ScholarlyArticle"' in geddes


def test_only_sources_tell_machines_of_a_source(built_site: BuiltSite) -> None:
    faults = [
        page.address
        for page in built_site.pages.values()
        if 'name="citation_title"' in page.raw
        and not re.match(r"(?:bibliography|definitions|cases)/.", page.path)
    ]
    assert not faults


@LISTS
def test_the_list_holds_every_source_once(built_site: BuiltSite, address: str) -> None:
    root = html.document_fromstring(built_site.pages[address].raw)
    items = root.xpath("//ol[contains(@class, 'cb-refs')]/li")
    assert len({each.get("id") for each in items}) == len(items) == SOURCES
    for each in items:
        assert each.xpath("string(p[@class='cb-ref'])").strip()
        assert each.xpath("count(.//a[@download])") == 2
        (coins,) = each.find_class("Z3988")
        assert (coins.get("title") or "").startswith("ctx_ver=Z39.88-2004&")
        assert coins.get("hidden") is not None
    names = [each.text_content() for each in root.xpath("//div[contains(@class, 'cb-group')]/h2")]
    assert names in (["Works", "Supporting documents"], ["Travaux", "Documents à l’appui"])


@LISTS
def test_the_list_offers_what_its_sources_have(built_site: BuiltSite, address: str) -> None:
    root = html.document_fromstring(built_site.pages[address].raw)
    items = root.xpath("//ol[contains(@class, 'cb-refs')]/li")
    facets = root.xpath("//fieldset[@data-facet]")
    assert [each.get("data-facet") for each in facets] == ["kind", "language", "country", "theme"]
    for facet in facets:
        name = facet.get("data-facet")
        for label in facet.findall("label"):
            value = label.find("input").get("value")
            having = sum(value in (each.get(f"data-{name}") or "").split(",") for each in items)
            assert label.xpath("string(span[last()])") == str(having), (name, value)


@SIDES
def test_the_whole_bibliography_stands_once(built_site: BuiltSite, side: str) -> None:
    page = built_site.pages[f"{side}bibliography/"]
    targets = {built_site.resolve(page, href) for href in page.content}
    for ending in ("bib", "ris", "json"):
        assert (f"data/bibliography.{ending}", "") in targets
    assert not [*(built_site.root / "fr" / "data").glob("bibliography.*")]


def test_the_whole_bibliography_reads_back(built_site: BuiltSite) -> None:
    folder = built_site.root / "data"
    entries, problems = read_bibliography((folder / "bibliography.bib").read_text("utf-8"), "x.bib")
    assert len(entries) == SOURCES
    assert not problems
    items = json.loads((folder / "bibliography.json").read_text("utf-8"))
    assert [item["id"] for item in items] == sorted(entries)
    assert (folder / "bibliography.ris").read_text("utf-8").count("TY  - ") == SOURCES


def test_related_sources_say_why(built_site: BuiltSite) -> None:
    for page, root in source_pages(built_site):
        related = root.xpath("//ul[contains(@class, 'cb-related')]/li")
        assert 0 < len(related) <= 8, page.address
        for each in related:
            assert each.xpath("string(p[@class='cb-note'])").strip(), page.address
            assert each.xpath("string(.//cite)").strip(), page.address


def test_no_page_holds_inline_styles_or_scripts(built_site: BuiltSite) -> None:
    for page, root in source_pages(built_site):
        assert not root.xpath("//article//*[self::script or self::style or @style]"), page.address
