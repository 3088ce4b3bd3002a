"""What holds for every page of the built site."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from mkdocs_casebook.model.kinds import Kind
from tests.site.pages import ORIGINAL, TRANSLATION, BuiltSite

SOURCES = 360
SCHEMES = "|".join(kind.scheme for kind in Kind)
# What an author writes, or Python-Markdown keeps to itself, never reaches a reader.
UNRENDERED = re.compile(
    rf"\[-?@|\{{#|\b(?:{SCHEMES}):(?=[\w#@])|\]\(|(?<!\w)@\{{|\*\*|[\x00-\x08\x0b\x0e-\x1f\ue000-\uf8ff]"
)
PLACEHOLDER = re.compile(r"[\x02\x03]|wzxhzdk|klzzwxh|qamp;")


def test_mkdocs_warns_of_nothing(built_site: BuiltSite) -> None:
    assert not built_site.warnings


def test_every_source_has_a_page_in_each_language(built_site: BuiltSite) -> None:
    found = Counter(
        page.site
        for page in built_site.pages.values()
        if page.path.startswith("bibliography/") and page.path != "bibliography/"
    )
    assert found == {ORIGINAL: SOURCES, TRANSLATION: SOURCES}


def test_pages_have_one_title_and_their_language(built_site: BuiltSite) -> None:
    faults = [
        f"{page.address}: titles {page.titles}, language {page.language!r}"
        for page in built_site.pages.values()
        if len(page.titles) != 1 or not page.titles[0] or page.language != page.site
    ]
    assert not faults, "\n".join(faults)


def test_titles_differ_among_pages_of_a_kind(built_site: BuiltSite) -> None:
    pages = [page for page in built_site.pages.values() if "/" in page.path]
    counts = Counter((page.site, page.path.partition("/")[0], page.titles) for page in pages)
    faults = [f"{each} stands {count} times" for each, count in counts.items() if count > 1]
    assert not faults, "\n".join(faults)


def test_ids_are_unique(built_site: BuiltSite) -> None:
    faults = [
        f"{page.address}: {id!r} stands {count} times"
        for page in built_site.pages.values()
        for id, count in Counter(page.ids).items()
        if count > 1 or not id
    ]
    assert not faults, "\n".join(faults)


def test_headings_start_at_the_top_and_skip_no_level(built_site: BuiltSite) -> None:
    faults = []
    for page in built_site.pages.values():
        levels = [level for level, _ in page.headings]
        if levels[:1] != [1] or levels.count(1) != 1:
            faults.append(f"{page.address}: headings of levels {levels}")
        faults += [
            f"{page.address}: level {after} below level {before}: {text!r}"
            for (before, _), (after, text) in pairwise(page.headings)
            if after > before + 1
        ]
        faults += [f"{page.address}: empty h{level}" for level, text in page.headings if not text]
    assert not faults, "\n".join(faults)


def test_nothing_is_left_unrendered(built_site: BuiltSite) -> None:
    faults = [
        f"{page.address}: {page.text[max(0, match.start() - 40) : match.end() + 40]!r}"
        for page in built_site.pages.values()
        for match in UNRENDERED.finditer(page.text)
    ]
    faults += [
        f"{page.address}: {match[0]!r} in the file"
        for page in built_site.pages.values()
        for match in PLACEHOLDER.finditer(page.raw)
    ]
    assert not faults, "\n".join(faults)


def test_no_address_runs_code(built_site: BuiltSite) -> None:
    faults = [
        f"{page.address}: <{link.tag}> {link.href[:60]}"
        for page in built_site.pages.values()
        for link in page.links
        if re.match(r"[\s\x00-\x20]*(javascript|data|vbscript)\s*:", link.href, re.IGNORECASE)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("side", ["", "fr/"])
def test_the_whole_study_ends_with_the_bibliography(built_site: BuiltSite, side: str) -> None:
    whole = built_site.pages[f"{side}whole-study/"].raw
    entries = re.findall(
        r'<li id="([^"]*)" data-kind', built_site.pages[f"{side}bibliography/"].raw
    )
    assert entries
    assert not [each for each in entries if f'-{each}"' not in whole]
