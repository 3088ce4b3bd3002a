"""Hostile fields: whatever a record or an entry holds, no page of it does anything."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown

from mkdocs_casebook.markdown_extension import CasebookExtension, InlineMarkdown
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.url import is_safe
from mkdocs_casebook.views.layout import Beside, Html, Layout, Piece
from mkdocs_casebook.views.pages.layouts import Layouts, generated_pages
from mkdocs_casebook.views.site import Site
from tests.sites import FILES, site_of, small_study

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "![x](data:text/html,<script>alert(1)</script>)",
    "\u202eevil",
    "{{ 7 * 7 }} {% raw %}",
    '<i title="a> text" onclick=alert(1) x=">',
    "]]></p></div><svg/onload=alert(1)>",
    "\x02wzxhzdk:0\x03",
)
ELEMENTS = {"script", "iframe", "object", "embed", "form", "link", "meta", "base", "style"}


class _Watch(HTMLParser):
    """Notes what is active in HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # The forms with which cases are chosen are ours; no attack bears their names.
        own = tag == "form" and (dict(attrs).get("class") or "").startswith("cb-")
        if tag in ELEMENTS and not own:
            self.active.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"style", "srcdoc", "formaction"}:
                self.active.append(name)
            if name in {"href", "src", "cite"} and not is_safe(value or ""):
                self.active.append(f"{name}={value}")


def _changed(attack: str) -> dict[str, str | None]:
    """Put an attack into every prose of the small study, and into its bibliography."""
    text = json.dumps(attack)
    record = f"""\
---
title: {text}
summary: {text}
country: GB
areas: [{{name: {text}, scale: city}}]
period: 1988/1995
project: {{problem: {text}, objectives: [{text}], activities: [{text}], target_groups: [{text}]}}
partners:
  - {{name: {text}, sector: public, level: national, roles: [{text}], source: geddes_2000}}
  - {{name: {text}, sector: voluntary, level: national}}
scheme: {{type: both, instrument: {text}, legal_basis: {text}, duration: {text},
  signatories: [{text}], obligations: [{text}]}}
policy_fields: [{text}]
contexts: [united-kingdom]
assessments:
  - criterion: financing
    verdict: met
    confidence: low
    rationale: {text}
    evidence:
      - {{kind: quotation, text: {text}, source: geddes_2000, locator: {text}, note: {text}}}
indicators: [{{name: {text}, value: {text}, unit: {text}, year: {text}, source: geddes_2000,
  geography: {text}, note: {text}, locator: {text}}}]
judgement: {{conclusion: good, rationale: {text}, assessor: {text}, date: 2001}}
mechanisms: [{{title: {text}, context: {text}, mechanism: {text}, outcome: {text}, rival: {text},
  kind: source, source: geddes_2000}}]
risks: [{{risk: {text}}}]
---
## What area? {{#area}}

{attack} [@geddes_2000, {attack}]
"""
    definition = f"""\
---
term: {text}
forms: [{text}]
labels: {{fr: [{text}]}}
labels_note: {text}
summary: {text}
status: contested
status_reason: {text}
versions: [{{version: 1, date: 2001, definition: {text}, change: {text}, based_on: geddes_2000}}]
candidates: [{{id: a, text: {text}, kind: quotation, source: geddes_2000, locator: {text},
  speaks_of: [{text}], tradition: {text}, translation: {text}, check: {text}}}]
disagreements: [{{question: {text}, answers: [{text}, {text}]}}]
objections: [{{by: {text}, note: {text}, source: geddes_2000}}]
---
{attack}
"""
    field = attack.replace("{", "").replace("}", "").replace("%", "")
    names = ("author", "title", "subtitle", "journaltitle", "volume", "pages", "url", "doi", "note")
    fields = ", ".join(
        f"{name} = {{{field}}}" for name in (*names, "abstract", "keywords", "usera")
    )
    entry = f"@article{{geddes_2000, {fields}, langid = {{french}}, date = {{2000}}}}"
    rest = FILES["bibliography.bib"].partition("@article{silver_1994")
    return {
        "docs/en/cases/safer-cities.md": record,
        "docs/en/definitions/social-exclusion.md": definition,
        "docs/fr/definitions/social-exclusion.md": None,
        "bibliography.bib": f"{entry}\n{rest[1]}{rest[2]}",
    }


def _page(site: Site, layouts: Layouts, page: str, body: str) -> str:
    layout = layouts.of(page)
    extension = CasebookExtension(site)
    extension.turn_to(page, lambda: layout, strict_html=True)
    return Markdown(extensions=["attr_list", "footnotes", "toc", extension]).convert(body or "#")


def _drawn(layout: Layout) -> list[Piece]:
    inner = [piece for each in layout.pieces if isinstance(each, Beside) for piece in each.pieces]
    return [*layout.pieces, *inner]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_page_does_anything(attack: str, tmp_path: Path) -> None:
    site = site_of(small_study(tmp_path, _changed(attack)))
    layouts = Layouts(site, InlineMarkdown(site).render)
    documents = {each.page: each.body for each in site.study.documents if each.language == "en"}
    pages = documents | {each.page: each.markdown for each in generated_pages(site)}
    assert site.study.find(Kind.CASE, "safer-cities")
    assert site.study.find(Kind.DEFINITION, "social-exclusion")
    for page, body in pages.items():
        watch = _Watch()
        watch.feed(_page(site, layouts, page, body))
        assert not watch.active, page
        layout = layouts.of(page)
        if layout:
            assert any(isinstance(piece, Html) for piece in _drawn(layout))
