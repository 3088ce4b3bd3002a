"""The site can be searched, and tells search engines of its pages."""

import json
import re

import pytest
from lxml import etree, html

from tests.site.pages import ERROR_PAGE, ORIGINAL, TRANSLATION, BuiltSite

PREFIXES = {ORIGINAL: "", TRANSLATION: f"{TRANSLATION}/"}
VERSION = re.compile(r"definitions/[^/]+/v\d+/")
COMPARISON = re.compile(r"cases/compare/[^/]+/")
LANGUAGES = pytest.mark.parametrize("language", PREFIXES)


def _entries(site: BuiltSite, language: str) -> list[dict[str, str]]:
    file = site.root / PREFIXES[language] / "search/search_index.json"
    entries: list[dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))["docs"]
    return entries


@LANGUAGES
def test_search_finds_definitions_and_not_their_single_versions(
    built_site: BuiltSite, language: str
) -> None:
    indexed = {entry["location"].partition("#")[0] for entry in _entries(built_site, language)}
    pages = {page.path for page in built_site.pages.values() if page.site == language}

    versions = {address for address in pages if VERSION.fullmatch(address)}

    assert versions
    assert "definitions/social-exclusion/" in indexed
    # The glossary repeats the definitions, and comparisons repeat the cases.
    repeated = {address for address in pages if COMPARISON.fullmatch(address)}
    assert repeated
    unsearched = {"definitions/glossary/", "changes/", "whole-study/", ERROR_PAGE}
    assert indexed == pages - versions - repeated - unsearched


@LANGUAGES
def test_search_index_holds_plain_words(built_site: BuiltSite, language: str) -> None:
    assert not [
        entry["location"] for entry in _entries(built_site, language) if not entry["title"].strip()
    ]


def test_what_is_left_out_of_search_is_left_out_whole(built_site: BuiltSite) -> None:
    kinds = {address.partition("/")[0]: page for address, page in built_site.pages.items()}
    left_out = [
        (page.address, each)
        for page in kinds.values()
        for each in html.fromstring(page.raw).iterfind(".//*[@data-search-exclude]")
    ]
    assert left_out
    # The theme's search reads on at the next end of an element of that name, an inner one's too.
    assert not [address for address, each in left_out if list(each.iterdescendants(str(each.tag)))]


@LANGUAGES
def test_search_knows_sources_by_their_words_not_by_their_files(
    built_site: BuiltSite, language: str
) -> None:
    sources = [
        each
        for each in _entries(built_site, language)
        if each["location"].startswith("bibliography/")
    ]
    assert any("What it says" in each["title"] or "dit" in each["title"] for each in sources)
    files = re.compile(r"biblatex|RIS|CSL-JSON|@\w+{")
    assert not [each["location"] for each in sources if files.search(each["text"])]


@LANGUAGES
def test_sitemap_holds_every_page(built_site: BuiltSite, language: str) -> None:
    sitemap = etree.parse(built_site.root / PREFIXES[language] / "sitemap.xml")
    listed = [each.text or "" for each in sitemap.getroot().iterfind("{*}url/{*}loc")]
    expected = {
        built_site.url_of(page)
        for page in built_site.pages.values()
        if page.site == language and page.path != ERROR_PAGE
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == expected
