"""The list of cases: order, facets, pages, the file of the whole list, the map, the timeline."""

import gzip
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from lxml import html

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.layout import Html
from mkdocs_casebook.views.pages.cases_index import list_files, pages_named
from mkdocs_casebook.views.pages.layouts import Layouts
from mkdocs_casebook.views.site import Site
from tests.many_cases import study_of
from tests.sites import FILES, site_of, small_study
from tests.studies import write

LIST = "cases/index.md"
REDE_SOCIAL, SAFER_CITIES = "docs/en/cases/rede-social.md", "docs/en/cases/safer-cities.md"
SEMINAR = "docs/en/seminars/paris-2001.md"
PERIOD = "period: 1997/.."
MANY = 250
HOSTILE = '<script>alert(1)</script>" onload=alert(1)'


def page(site: Site, path: str = LIST) -> html.HtmlElement:
    """Return a page of a site, without what is not finished HTML."""
    layout = Layouts(site, InlineMarkdown(site).render).of(path)
    assert layout
    pieces = [str(each.html) for each in layout.pieces if isinstance(each, Html)]
    return html.fromstring(f"<div>{''.join(pieces)}</div>")


def small(folder: Path, language: str = "en", **changes: str) -> html.HtmlElement:
    """Return the list of the small study; changes are those to the record of Rede Social."""
    text = FILES[REDE_SOCIAL]
    for old, new in changes.items():
        assert f"        {old}:" in text
        before, _, after = text.partition(f"        {old}:")
        text = f"{before}        {old}: {new}\n{after.partition(chr(10))[2]}"
    return page(site_of(small_study(folder, {REDE_SOCIAL: text}), language))


@cache
def many() -> Site:
    """Return the site of a study with many cases."""
    with TemporaryDirectory() as folder:
        return site_of(write(Path(folder), study_of(MANY)))


@cache
def list_of_many() -> dict[str, list[Any]]:
    """Return the file of the whole list."""
    (file,) = list_files(many(), InlineMarkdown(many()).render)
    found: dict[str, list[Any]] = json.loads(file.text)
    return found


def choices(found: html.HtmlElement, facet: str) -> dict[str, int]:
    """Return the values of a facet, with their counts."""
    return {
        each.get("value"): int(each.getparent().find_class("cb-facet__count")[0].text)
        for each in found.xpath(f"//input[@name='{facet}']")
    }


def items(found: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the entries of the list."""
    elements: list[html.HtmlElement] = found.xpath("//ul[@class='cb-list']/li")
    return elements


def one(found: html.HtmlElement, path: str) -> html.HtmlElement:
    """Return the one element that a path leads to."""
    (element,) = found.xpath(path)
    assert isinstance(element, html.HtmlElement)
    return element


def test_an_entry_says_where_when_and_what(tmp_path: Path) -> None:
    found = small(tmp_path)
    rede, safer = items(found)
    assert one(rede, "h2/a").get("href") == "rede-social/"
    assert one(rede, "h2/a/i").get("lang") == "pt"
    assert rede.find_class("cb-note")[0].text == "Portugal · since 1997 · partnership and contract"
    assert one(safer, "p[2]").text == "A programme against crime."
    assert [each.text_content() for each in safer.find_class("cb-legend")[0]] == ["Met 1"]


def test_the_list_stands_by_country_and_start(tmp_path: Path) -> None:
    found = small(tmp_path, country="GB", period="1987/1990")
    assert [each.get("data-id") for each in items(found)] == ["rede-social", "safer-cities"]
    assert found.xpath("//h2[@id='country-GB']/a/@href") == ["rede-social/"]
    french = small(tmp_path, "fr", country="DE")
    assert french.xpath("//ul[@class='cb-list']/li/@data-id") == ["rede-social", "safer-cities"]


def test_facets_count_the_cases(tmp_path: Path) -> None:
    found = small(tmp_path)
    assert choices(found, "country") == {"PT": 1, "GB": 1}
    # What still goes on counts up to the last year of the list.
    assert choices(found, "period") == {"1980": 1, "1990": 2}
    assert choices(found, "type") == {"partnership": 1, "both": 1}
    assert choices(found, "verdict-financing") == {"met": 1}
    # Both are without a judgement: there is nothing to choose.
    assert choices(found, "judgement") == {}


def test_a_remark_makes_no_policy_field_of_its_own(tmp_path: Path) -> None:
    texts = {
        REDE_SOCIAL: FILES[REDE_SOCIAL].replace(
            "project: {}", "project: {}\n        policy_fields: [Housing (from 1996), Éducation]"
        ),
        SAFER_CITIES: FILES[SAFER_CITIES].replace(
            "project:", "policy_fields: [housing, Housing]\n        project:"
        ),
    }
    found = page(site_of(small_study(tmp_path, texts)))
    assert choices(found, "policy") == {"housing": 2, "education": 1}


def test_an_untranslated_case_keeps_its_language(tmp_path: Path) -> None:
    safer = items(small(tmp_path, "fr"))[-1]
    link = one(safer, "h2/a")
    assert (link.get("href"), link.get("hreflang")) == ("../../cases/safer-cities/", "en")
    assert one(safer, "p[2]").get("lang") == "en"


def test_what_a_record_says_is_escaped(tmp_path: Path) -> None:
    name = json.dumps(HOSTILE)
    found = small(tmp_path, title=name, title_language="pt")
    assert not found.xpath("//script | //*[@onload]")
    assert HOSTILE in items(found)[0].text_content()


def test_a_study_without_cases_has_a_bare_list(tmp_path: Path) -> None:
    files = {REDE_SOCIAL: None, SAFER_CITIES: None, "docs/en/cases/index.md": "# Our cases\n"}
    found = page(site_of(small_study(tmp_path, files)))
    assert not found.find_class("cb-cases")


def test_a_long_list_stands_on_pages() -> None:
    first, second, last = (
        page(many(), path) for path in (LIST, "cases/page/2.md", "cases/page/3.md")
    )
    ids = [each.get("data-id") for found in (first, second, last) for each in items(found)]
    assert len(ids) == len({*ids}) == MANY
    assert ids == list_of_many()["id"]
    assert second.find_class("cb-count")[0].text == "Cases 101 to 200 of 250"
    assert second.xpath("//nav//a/@href") == ["../../", "../3/"]
    assert not second.find_class("cb-narrow")
    assert first.find_class("cb-cases")[0].get("data-list") == "list.json"


def test_the_way_to_a_country_leads_to_its_page() -> None:
    first, last = page(many()), page(many(), "cases/page/3.md")
    tiles = {each.get("data-country"): each.get("href") for each in first.find_class("cb-tile--on")}
    assert tiles["GB"] == "page/3/#country-GB"
    assert last.xpath("//h2/@id") == ["country-GB"]


def test_the_file_of_the_list_says_what_the_pages_say() -> None:
    columns = list_of_many()
    fields = [each for each in columns if each != "values"]
    assert {len(columns[each]) for each in fields} == {MANY}
    for element in items(page(many(), "cases/page/2.md")):
        place = columns["id"].index(element.get("data-id"))
        link = one(element, "h2/a")
        assert columns["name"][place] == link.text_content()
        assert f"../../{columns['href'][place]}" == link.get("href")
        assert columns["facts"][place] == one(element, "p[1]").text
        assert columns["text"][place] == one(element, "p[2]").text
        has = {columns["values"][each] for each in columns["has"][place]}
        assert has == {*(element.get("data-values") or "").split()}


def test_counts_are_of_the_whole_list() -> None:
    found = page(many())
    assert sum(choices(found, "country").values()) == MANY
    assert sum(choices(found, "verdict-criterion-7").values()) == MANY
    has = list_of_many()["has"]
    place = list_of_many()["values"].index("type=contract")
    assert choices(found, "type")["contract"] == sum(place in each for each in has)


def test_two_thousand_cases_weigh_little() -> None:
    first, file = html.tostring(page(many())), json.dumps(list_of_many(), ensure_ascii=False)
    weights = [len(gzip.compress(each)) for each in (first, file.encode())]
    assert weights[0] + weights[1] * 2000 / MANY < 280 * 1024


@pytest.mark.parametrize(
    ("number", "count", "named"),
    [
        (1, 1, [1]),
        (2, 3, [1, 2, 3]),
        (1, 20, [1, 2, 3, 4, 0, 20]),
        (10, 20, [1, 0, 7, 8, 9, 10, 11, 12, 13, 0, 20]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ],
)
def test_a_page_names_its_neighbours(number: int, count: int, named: list[int]) -> None:
    assert pages_named(number, count) == named
