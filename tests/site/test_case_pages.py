"""The page of each case: its summary, assessment, figures, citations and data for machines."""

import json
import re
from collections.abc import Iterator

from lxml import html
from pybtex.database import parse_string

from mkdocs_casebook.views.references.styles import STYLES
from tests.site.pages import BuiltSite, Element, Page

# The lists and tables of all cases are no pages of one.
NOT_CASES = ("cases/compare/", "cases/matrix/", "cases/page-")
NEW_DEAL = "cases/uk-ndc/"
CRITERIA = 10
MOST_FACTS, MOST_WORDS = 8, 12
# French sets its semicolons apart.
WORD = re.compile(r"\w\S*")
ENDINGS = ("bib", "biblatex.bib", "ris", "json")


def case_pages(site: BuiltSite) -> Iterator[tuple[Page, Element]]:
    """Yield the page of each case, in both languages."""
    for page in site.pages.values():
        is_below = page.path.startswith("cases/") and page.path != "cases/"
        if is_below and not page.path.startswith(NOT_CASES):
            yield page, html.document_fromstring(page.raw)


def words(element: Element) -> str:
    """Return the text of an element on one line."""
    return " ".join(element.text_content().split())


def test_the_summary_is_short(built_site: BuiltSite) -> None:
    faults = []
    for page, root in case_pages(built_site):
        facts = root.xpath("//dl[@class='cb-card']/div[not(@class)]/dd")
        long = [words(each) for each in facts if len(WORD.findall(words(each))) > MOST_WORDS]
        if not 0 < len(facts) <= MOST_FACTS or long:
            faults.append(f"{page.address}: {len(facts)} facts: {long}")
    assert not faults, "\n".join(faults)


def test_every_criterion_has_a_verdict_in_words_and_its_reason(built_site: BuiltSite) -> None:
    faults = []
    for page, root in case_pages(built_site):
        rows = root.xpath("//table[contains(@class, 'cb-assess')]/tbody/tr")
        if len(rows) != CRITERIA:
            faults.append(f"{page.address}: {len(rows)} criteria")
        for row in rows:
            (verdict,) = row.find_class("cb-v")
            decides = not {"cb-v--no-evidence", "cb-v--not-applicable"} & set(verdict.classes)
            if not words(verdict) or not row.xpath("string(td[2]/p)").strip():
                faults.append(f"{page.address}#{row.get('id')}: no verdict or no reason")
            if decides != bool(row.find_class("cb-conf")):
                faults.append(f"{page.address}#{row.get('id')}: confidence")
            if decides and not row.xpath(".//*[@class='cb-ev__src']//a/@href"):
                faults.append(f"{page.address}#{row.get('id')}: no evidence with a source")
    assert not faults, "\n".join(faults)


def test_new_deal_for_communities_has_its_two_readings(built_site: BuiltSite) -> None:
    root = html.document_fromstring(built_site.pages[NEW_DEAL].raw)
    (both,) = root.find_class("cb-readings")
    assert both.xpath("section//time/@datetime") == ["2010", "2012"]
    assert len({words(each) for each in both.findall("section")}) == 2
    links = [each.xpath("string(p[last()]//a/@href)") for each in both]
    assert [each.split("/")[-2] for each in links] == ["ndc_final_2010", "lawless_2012"]


def test_the_numbers_of_every_figure_stand_in_the_table(built_site: BuiltSite) -> None:
    figures = 0
    for page, root in case_pages(built_site):
        for drawing in root.xpath("//figure[contains(@class,'cb-fig')]/svg[@role='img']"):
            figures += 1
            assert drawing.xpath("string(title)").strip(), page.address
            table = words(drawing.getparent().xpath("preceding-sibling::table[1]")[0])
            for text in drawing.iter("text"):
                for shown in text.iter("tspan"):
                    assert words(shown) in table, f"{page.address}: {words(shown)}"
            assert not drawing.xpath(".//@style"), page.address
    assert figures


def test_a_case_is_cited_in_every_style_with_all_that_matters(built_site: BuiltSite) -> None:
    faults = []
    for page, root in case_pages(built_site):
        (box,) = root.find_class("cb-cite")
        title = root.xpath("string(//h1)").strip()
        references = box.xpath(".//*[@data-style]")
        assert {each.get("data-style") for each in references} == set(STYLES)
        for each in references:
            text = words(each.find_class("cb-cite__text")[0])
            missing = [
                value
                for value in (title, "2026", built_site.url_of(page))
                if value.casefold() not in text.casefold()
            ]
            if missing:
                faults.append(f"{page.address}: {each.get('data-style')}: {missing}: {text}")
    assert not faults, "\n".join(faults)


def test_the_files_of_a_case_are_there_and_keep_all_that_matters(built_site: BuiltSite) -> None:
    for page, root in case_pages(built_site):
        folder = built_site.root / page.address
        texts = [(folder / f"{folder.name}.{ending}").read_text("utf-8") for ending in ENDINGS]
        assert len(root.xpath("//*[@class='cb-formats']//a[@download]")) == len(ENDINGS)
        (entry,) = parse_string(texts[0], "bibtex").entries.values()
        (item,) = json.loads(texts[3])
        assert entry.persons["author"], page.address
        assert item["author"], page.address
        assert entry.fields["url"] == item["URL"] == built_site.url_of(page)
        assert entry.fields["year"] == str(item["issued"]["date-parts"][0][0])
        for text in texts:
            assert root.xpath("string(//h1)").strip() in text, page.address


def test_the_head_of_a_case_tells_machines_what_it_is(built_site: BuiltSite) -> None:
    for page, root in case_pages(built_site):
        data = json.loads(root.xpath("string(//script[@type='application/ld+json'])"))
        assert data["@id"] == built_site.url_of(page)
        assert data["name"] == root.xpath("string(//h1)").strip()
        assert data["temporalCoverage"], page.address
        assert root.xpath("//meta[@name='citation_title']/@content") == [data["name"]]
        assert set(data["citation"]) <= {
            built_site.url_of(each)
            for each in built_site.pages.values()
            if each.path.startswith("bibliography/")
        }


def test_every_case_has_neighbours_with_reasons(built_site: BuiltSite) -> None:
    for page, root in case_pages(built_site):
        near = root.xpath("//*[contains(@class,'cb-related')]/li")
        assert near, page.address
        assert all(each.xpath(".//*[@class='cb-reasons']/li") for each in near), page.address
        links = [each.xpath("string(.//h3//a/@href)") for each in near]
        assert len(links) == len(set(links)), page.address
