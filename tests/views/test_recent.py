"""What changed lately: the page, the feed and the file for programs."""

from pathlib import Path
from xml.etree import ElementTree

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.feed import feed
from mkdocs_casebook.views.llms import llms
from mkdocs_casebook.views.recent import recent_changes
from tests.sites import FILES, site_of, small_study

CASE = "docs/en/cases/safer-cities.md"


def test_changes_come_by_the_dates_of_the_records(tmp_path: Path) -> None:
    site = site_of(small_study(tmp_path))
    changes = recent_changes(site, 100)
    assert [each.date for each in changes] == sorted((each.date for each in changes), reverse=True)
    versions = [each.title for each in changes if each.target.version]
    assert "social exclusion, version 2" in versions


def test_a_site_in_another_language_has_its_own_changes(tmp_path: Path) -> None:
    site = site_of(small_study(tmp_path), "fr")
    assert {each.document.language for each in recent_changes(site, 100)} == {"fr"}


def test_the_feed_is_rss_with_full_addresses_and_true_dates(tmp_path: Path) -> None:
    site = site_of(small_study(tmp_path))
    channel = ElementTree.fromstring(feed(site, InlineMarkdown(site).render))[0]
    items = channel.findall("item")
    assert len(items) == len(recent_changes(site, 50))
    for item in items:
        assert (item.findtext("link") or "").startswith(site.url)
    dates = {item.findtext("title"): item.findtext("pubDate") for item in items}
    # A version of which only the year is known has no day in the feed.
    for change in recent_changes(site, 50):
        title = dates[change.title]
        assert (title is not None) == (len(change.date) == len("2001-03-02"))


def test_what_an_author_writes_is_text_in_the_feed(tmp_path: Path) -> None:
    path = "docs/en/definitions/social-exclusion.md"
    hostile = {path: FILES[path].replace("term: social exclusion", "term: <b>&x</b>")}
    site = site_of(small_study(tmp_path, hostile))
    text = feed(site, InlineMarkdown(site).render)
    assert "&lt;b&gt;&amp;x&lt;/b&gt;" in text
    assert "<b>" not in text


def test_programs_find_each_record_with_its_address(tmp_path: Path) -> None:
    site = site_of(small_study(tmp_path))
    text = llms(site, "A study [of] cases.", InlineMarkdown(site).render)
    assert text.startswith(f"# {site.name}\n\n> A study \\[of\\] cases.\n")
    for document in site.study.documents:
        if document.kind and document.kind != "source" and document.language == "en":
            assert f"/{document.id}/)" in text
