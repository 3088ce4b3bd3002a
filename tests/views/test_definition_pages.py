"""The pages of a definition, of its versions, and of the list of all."""

import json
from pathlib import Path

import pytest
from lxml import html
from markupsafe import escape

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.layout import Beside, Html, Section, Title
from mkdocs_casebook.views.pages.layouts import Layouts
from tests.sites import FILES, site_of, small_study

DEFINITION = "docs/en/definitions/social-exclusion.md"
TWO_MORE = """\
          - version: 3
            date: 2003
            definition: A process that bars persons from [partnership](term:partnership).
          - version: 4
            date: 2004
            definition: A process that bars persons and areas from partnership.
        candidates:
"""
PINNED = "It asks what [social exclusion](term:social-exclusion@1) was."
HOSTILE = '<script>alert(1)</script>\\" onload=alert(1)'


def layouts(folder: Path, **changed: str) -> Layouts:
    files = {DEFINITION: FILES[DEFINITION], "docs/en/index.md": FILES["docs/en/index.md"]}
    if "partnership" in changed:
        files["docs/en/definitions/partnership.md"] = changed["partnership"]
    if "definition" in changed:
        files[DEFINITION] = changed["definition"]
    if "index" in changed:
        files["docs/en/index.md"] = changed["index"]
    site = site_of(small_study(folder, files))
    return Layouts(site, InlineMarkdown(site).render)


def page(found: Layouts, path: str) -> html.HtmlElement:
    layout = found.of(path)
    assert layout
    parts = []
    for piece in layout.pieces:
        if isinstance(piece, Html | Beside):
            parts.append(str(piece.html))
        elif isinstance(piece, Section):
            parts.append(f'<h2 id="{piece.anchor}">{piece.text}</h2>')
        elif isinstance(piece, Title):
            parts.append(f"<h1>{escape(piece.text)}</h1>")
    return html.fromstring(f"<div>{''.join(parts)}</div>")


def with_versions() -> str:
    return FILES[DEFINITION].replace("        candidates:\n", TWO_MORE, 1)


def test_a_superseded_version_shows_what_the_next_one_changed(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "definitions/social-exclusion/v1.md")
    assert found.xpath("//h2[@id='next-changes']")[0].text == "What changed in version 2"
    (diff,) = found.find_class("cb-diff")
    assert [each.text for each in diff.iter("del")] == ["The first text"]
    assert diff.find_class("cb-vh")


def test_the_current_version_shows_what_it_changed(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "definitions/social-exclusion/v2.md")
    assert found.xpath("//h2[@id='changes']")[0].text == "What changed in version 2"
    assert not found.xpath("//h2[@id='next-changes']")
    assert "This is the current version." in found.text_content()


def test_the_history_compares_neighbours_and_any_two_of_a_few(tmp_path: Path) -> None:
    found = page(layouts(tmp_path, definition=with_versions()), "definitions/social-exclusion.md")
    assert len(found.xpath("//ol[contains(@class,'cb-history')]//div[@class='cb-diff']")) == 3
    pairs = [each.get("data-pair") for each in found.xpath("//details[@data-pair]")]
    assert pairs == ["1 2", "1 3", "1 4", "2 3", "2 4", "3 4"]
    assert not found.xpath("//details[@data-pair][@open]")


def test_two_versions_need_no_choice(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "definitions/social-exclusion.md")
    assert not found.xpath("//*[@data-pairs]")
    assert len(found.find_class("cb-diff")) == 1


def test_the_box_cites_the_permanent_address_of_the_current_version(tmp_path: Path) -> None:
    (box,) = page(layouts(tmp_path), "definitions/social-exclusion.md").find_class("cb-cite")
    assert len(box.xpath(".//option")) == 10
    assert box.xpath("string(.//dl[last()]/dd/a/@href)") == "v2/"
    downloads = box.xpath(".//a[@download]/@href")
    assert downloads[0] == "v2/social-exclusion-v2.bib"
    assert len(downloads) == 5


def test_a_candidate_is_cited_by_its_original_source(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "definitions/social-exclusion.md")
    candidate = found.get_element_by_id("council-1989")
    details = candidate.find(".//details")
    assert details is not None
    assert "Resolution on Combating Social Exclusion" in details.text_content()
    (download,) = details.xpath(".//a[@download]/@href")
    assert download == "../../bibliography/council_1989/council_1989.bib"
    assert "European Union" in candidate.text_content()


def test_a_user_of_an_older_version_is_marked(tmp_path: Path) -> None:
    index = FILES["docs/en/index.md"].replace("It asks what", f"{PINNED} It asks what")
    found = page(layouts(tmp_path, index=index), "definitions/social-exclusion.md")
    assert [each.text for each in found.find_class("cb-older")] == ["Pinned to version 1"]
    pinned = page(layouts(tmp_path / "b", index=index), "definitions/social-exclusion/v1.md")
    assert "A small study" in pinned.text_content()


def test_the_head_tells_machines_of_the_version(tmp_path: Path) -> None:
    head = html.fromstring(
        f"<head>{layouts(tmp_path).head('definitions/social-exclusion/v1.md')}</head>"
    )
    tags = {each.get("name"): each.get("content") for each in head.iter("meta")}
    assert tags["citation_title"] == "Social exclusion"
    assert tags["citation_author"] == "Editors of A small study"
    assert tags["citation_publication_date"] == "2001/03"
    data = json.loads(head.xpath("string(//script)"))
    assert (data["version"], data["datePublished"]) == ("1", "2001-03")
    assert data["about"]["@type"] == "DefinedTerm"
    assert data["about"]["description"] == "The first text."
    assert head.xpath("//link/@type") == [
        "text/turtle",
        "application/ld+json",
        "application/vnd.citationstyles.csl+json",
    ]


def test_the_list_has_each_term_its_changes_and_its_map(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "definitions/index.md")
    terms = found.xpath("//*[@data-terms]//li/@id")
    assert terms == sorted(terms)
    assert {"partnership", "social-exclusion"} <= set(terms)
    assert [each.text for each in found.iter("h2")][:3] == [
        "From A to Z",
        "By status",
        "What changed lately",
    ]
    dates = found.xpath("//h2[@id='lately']/following-sibling::ol[1]//time/@datetime")
    assert dates == sorted(dates, reverse=True)


def test_the_map_has_its_links_and_a_list(tmp_path: Path) -> None:
    text = FILES[DEFINITION].replace(
        "status: contested", "broader: [partnership]\n        status: contested"
    )
    found = page(layouts(tmp_path, definition=text), "definitions/index.md")
    assert sorted(found.xpath("//svg//a/@href")) == ["partnership/", "social-exclusion/"]
    assert len(found.xpath("//svg//polygon")) == 1
    (row,) = [
        each
        for each in found.xpath("//ul[@class='cb-map__list']/li")
        if "broader" in each.text_content()
    ]
    assert row.xpath(".//a/@href") == ["social-exclusion/", "partnership/"]


def test_the_glossary_has_each_current_text(tmp_path: Path) -> None:
    found = page(layouts(tmp_path), "definitions/glossary.md")
    assert "A process that bars people from partnership." in found.text_content()
    assert "The first text." not in found.text_content()
    assert "https://example.org/study/definitions/social-exclusion/v2/" in found.text_content()


@pytest.mark.parametrize(
    "path",
    [
        "definitions/social-exclusion.md",
        "definitions/social-exclusion/v2.md",
        "definitions/index.md",
    ],
)
def test_a_term_cannot_bring_markup(tmp_path: Path, path: str) -> None:
    text = FILES[DEFINITION].replace("term: social exclusion", f'term: "{HOSTILE}"')
    found = layouts(tmp_path, definition=text)
    whole = page(found, path)
    assert not whole.xpath("//script")
    assert not whole.xpath("//@onload")
    head = html.fromstring(f"<head>{found.head(path)}</head>")
    assert all(each.get("type") == "application/ld+json" for each in head.iter("script"))


def test_errata_stay_in_sight(tmp_path: Path) -> None:
    errata = "errata: [{date: 2002-05, was: bodys, now: bodies, note: A slip.}]\n            "
    text = FILES["docs/en/definitions/partnership.md"]
    text = text.replace("definition: Several", f"{errata}definition: Several")
    found = layouts(tmp_path, partnership=text)
    for name in ("definitions/partnership.md", "definitions/partnership/v1.md"):
        shown = page(found, name)
        assert [each.text_content() for each in shown.iter("del")] == ["bodys"]
        assert [each.text_content() for each in shown.iter("ins")] == ["bodies"]
        assert "May 2002" in shown.text_content()
