"""The head of a source's page and the list of sources, whatever an entry holds."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markupsafe import Markup

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.layout import Html
from mkdocs_casebook.views.pages.layouts import Layouts
from tests.sites import BIBLIOGRAPHY, site_of, small_study

FIELDS = "author title journaltitle volume pages url doi abstract keywords langid publisher note"
ATTACKS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    "<!-- x",
    "javascript:alert(1)",
    "x, y|z' onclick='alert(1)",
)


class _Tags(HTMLParser):
    """Notes the elements of HTML with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def layouts_of(folder: Path, bibliography: str) -> Layouts:
    site = site_of(small_study(folder, {"bibliography.bib": bibliography}))
    return Layouts(site, InlineMarkdown(site).render)


def attacked(attack: str) -> str:
    fields = ", ".join(f"{name} = {{{attack}}}" for name in FIELDS.split())
    rest = BIBLIOGRAPHY[BIBLIOGRAPHY.index("@article{silver_1994") :]
    return f"@article{{geddes_2000, {fields}, date = {{2000}}}}\n{rest}"


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_head_holds_only_data(attack: str, tmp_path: Path) -> None:
    head = layouts_of(tmp_path, attacked(attack)).head("bibliography/geddes_2000.md")
    tags = _Tags(head).found
    assert {tag for tag, _ in tags} == {"meta", "script"}
    for tag, attributes in tags:
        expected = {"name", "content"} if tag == "meta" else {"type"}
        assert set(attributes) == expected
        assert attributes.get("name", "citation_").startswith("citation_")  # type: ignore[union-attr]
    assert head.count("</script>") == 1
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', head, re.DOTALL)
    assert match
    assert json.loads(match[1])["@type"] == "ScholarlyArticle"


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_list_holds_no_more_elements(attack: str, tmp_path: Path) -> None:
    layout = layouts_of(tmp_path, attacked(attack)).of("bibliography/index.md")
    assert layout is not None
    html = Markup("").join(each.html for each in layout.pieces if isinstance(each, Html))
    tags = _Tags(html).found
    assert {"script", "meta", "style", "iframe", "img"}.isdisjoint(tag for tag, _ in tags)
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]


def test_other_pages_have_no_such_head(tmp_path: Path) -> None:
    layouts = layouts_of(tmp_path, BIBLIOGRAPHY)
    assert layouts.head("index.md") == ""
    assert layouts.head("bibliography/index.md") == ""


def test_what_only_lends_its_fields_has_no_page(tmp_path: Path) -> None:
    layouts = layouts_of(tmp_path, f"{BIBLIOGRAPHY}\n@xdata{{lent, publisher = {{P}}}}\n")
    assert layouts.of("bibliography/lent.md") is None
    paths = {file.path for file in layouts.bibliography.files()}
    assert "bibliography/geddes_2000/geddes_2000.bib" in paths
    assert "data/bibliography.ris" in paths
    assert not [path for path in paths if "lent" in path]


def test_a_key_that_no_path_should_hold_has_safe_files(tmp_path: Path) -> None:
    layouts = layouts_of(tmp_path, BIBLIOGRAPHY)
    paths = [file.path for file in layouts.bibliography.files_of("odd/key.x")]
    assert all(re.fullmatch(r"bibliography/(odd-key-x-\w{8})/\1\.[a-z.]+", path) for path in paths)
