"""The list of the terms that a page links to."""

from pathlib import Path

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.layout import Html, Section
from mkdocs_casebook.views.pages.layouts import Layouts
from tests.sites import FILES, site_of, small_study

CASE = "docs/en/cases/safer-cities.md"


def _end(root: Path, language: str = "en", body: str = "") -> tuple[str, str]:
    site = site_of(small_study(root, {CASE: FILES[CASE] + body}), language)
    layout = Layouts(site, InlineMarkdown(site).render).of("cases/safer-cities.md")
    assert layout is not None
    heading, html = layout.pieces[-2:]
    if not isinstance(heading, Section) or not isinstance(html, Html):
        return "", ""
    return heading.anchor, html.html


def test_each_term_that_a_case_links_to_is_listed_once(tmp_path: Path) -> None:
    body = "\n        A [partnership](term:partnership), and [more](term:social-exclusion@1).\n"
    anchor, html = _end(tmp_path, body=body)
    assert anchor == "terms-met"
    assert html.count("<dt>") == 2
    assert html.index("partnership") < html.index("social-exclusion")
    assert "Several bodies that act together." in html
    # Whatever version a link is pinned to, the list gives the current text.
    assert "A process that bars people from partnership." in html


def test_a_page_without_terms_has_no_list(tmp_path: Path) -> None:
    site = site_of(small_study(tmp_path))
    layout = Layouts(site, InlineMarkdown(site).render).of("cases/rede-social.md")
    assert layout is not None
    anchors = [each.anchor for each in layout.pieces if isinstance(each, Section)]
    assert "terms-met" not in anchors
