"""A source lists exactly the pages that cite it, and a definition those that link to it.

The truth is taken from the links that readers see, not from the records.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from mkdocs_casebook.model.kinds import Kind
from tests.site.pages import ORIGINAL, TRANSLATION, BuiltSite, Page

# Nobody wrote what these hold: they list the records, or repeat them.
LISTS = {f"{kind.pages}/" for kind in Kind} | {
    *("definitions/glossary/", "changes/", "whole-study/"),
}
SOURCE = re.compile(rf"(?:{TRANSLATION}/)?{Kind.SOURCE.pages}/([^/]+)/")
DEFINITION = re.compile(rf"(?:{TRANSLATION}/)?{Kind.DEFINITION.pages}/([^/]+)/(?:v\d+/)?")
VERSION = re.compile(r"v\d+/$")
# Pages that mention, by the language of the site and what they mention.
Mentions = Mapping[str, Mapping[str, set[str]]]


def test_sources_list_the_pages_that_cite_them(built_site: BuiltSite) -> None:
    citing = _mentions(built_site, SOURCE, lambda page: page.citations)
    assert citing[ORIGINAL] and citing[TRANSLATION]
    _compare(built_site, SOURCE, "cited-on", citing)


def test_definitions_list_the_pages_that_use_them(built_site: BuiltSite) -> None:
    using = _mentions(built_site, DEFINITION, lambda page: page.content)
    _compare(built_site, DEFINITION, "used-in", using)


def _mentions(
    site: BuiltSite, pattern: re.Pattern[str], links_of: Callable[[Page], Iterable[str]]
) -> Mentions:
    """Return the pages that link to what a pattern names; a version counts as its definition."""
    found: dict[str, dict[str, set[str]]] = {
        language: defaultdict(set) for language in (ORIGINAL, TRANSLATION)
    }
    for page in site.pages.values():
        if page.path in LISTS or SOURCE.fullmatch(page.address):
            continue
        own = VERSION.sub("", page.address)
        for href in links_of(page):
            target = site.resolve(page, href)
            match = pattern.fullmatch(target[0]) if target else None
            itself = pattern.fullmatch(own)
            if match and not (itself and itself[1] == match[1]):
                found[page.site][match[1]].add(own)
    return found


def _compare(site: BuiltSite, pattern: re.Pattern[str], section: str, mentions: Mentions) -> None:
    faults = []
    for page in site.pages.values():
        match = pattern.fullmatch(page.address)
        if match is None or page.path in LISTS or VERSION.search(page.address):
            continue
        expected = set(mentions[page.site][match[1]])
        if page.site == TRANSLATION:
            expected |= {
                address
                for address in mentions[ORIGINAL][match[1]]
                if f"{TRANSLATION}/{address}" not in site.pages
            }
        targets = [site.resolve(page, href) for href in page.sections[section]]
        listed = [target[0] for target in targets if target]
        if len(set(listed)) < len(listed):
            faults.append(f"{page.address} lists a page twice: {listed}")
        faults += [f"{page.address} does not list {each!r}" for each in expected - {*listed}]
        # What a note on a source mentions stands on a page that quotes other pages too.
        more = {each for each in {*listed} - expected if not SOURCE.fullmatch(each)}
        faults += [f"{page.address} should not list {each!r}" for each in more]
    assert not faults, "\n".join(sorted(faults))
