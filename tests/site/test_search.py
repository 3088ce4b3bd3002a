"""The site can be searched, and tells search engines of its pages."""

import json
import re

import pytest
from lxml import etree

from tests.site.pages import ERROR_PAGE, ORIGINAL, TRANSLATION, BuiltSite

PREFIXES = {ORIGINAL: "", TRANSLATION: f"{TRANSLATION}/"}
VERSION = re.compile(r"definitions/[^/]+/v\d+/")
COMPARISON = re.compile(r"cases/compare/[^/]+/")
LANGUAGES = pytest.mark.parametrize("language", PREFIXES)


@LANGUAGES
def test_search_finds_definitions_and_not_their_single_versions(
    built_site: BuiltSite, language: str
) -> None:
    file = built_site.root / PREFIXES[language] / "search/search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    indexed = {entry["location"].partition("#")[0] for entry in index["docs"]}
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
    file = built_site.root / PREFIXES[language] / "search/search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    assert not [entry["location"] for entry in index["docs"] if not entry["title"].strip()]


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
