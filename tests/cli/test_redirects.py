"""Former addresses of definitions lead to the present ones, in each language."""

import re
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_casebook.views.redirects import redirect_pages
from tests.sites import FILES, MKDOCS, site_of, small_study

PATH = "docs/en/definitions/social-exclusion.md"
RENAMED = {
    PATH: None,
    "docs/en/definitions/exclusion.md": FILES[PATH].replace(
        "forms: [socially excluded]",
        "forms: [socially excluded]\n        former_ids: [social-exclusion]",
    ),
    "docs/fr/definitions/social-exclusion.md": FILES[
        "docs/fr/definitions/social-exclusion.md"
    ].replace("social-exclusion@2", "exclusion@2"),
}
HREF = re.compile(r'<a href="([^"]*)"')


def test_each_former_address_leads_to_the_present_one(tmp_path: Path) -> None:
    site = site_of(small_study(tmp_path, RENAMED))
    pages = dict(redirect_pages(site))
    assert list(pages) == [
        "definitions/social-exclusion/index.html",
        "definitions/social-exclusion/v1/index.html",
        "definitions/social-exclusion/v2/index.html",
    ]
    first = pages["definitions/social-exclusion/v1/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../exclusion/v1/">' in first
    assert '<meta name="robots" content="noindex">' in first
    canonical = "https://example.org/study/definitions/exclusion/v1/"
    assert f'<link rel="canonical" href="{canonical}">' in first
    assert HREF.findall(first) == ["../../exclusion/v1/"]


def test_a_translation_redirects_too(tmp_path: Path) -> None:
    site = site_of(small_study(tmp_path, RENAMED), "fr")
    pages = dict(redirect_pages(site))
    html = pages["definitions/social-exclusion/v2/index.html"]
    assert '<html lang="fr">' in html
    assert HREF.findall(html) == ["../../exclusion/v2/"]
    assert "Cette page a changé d’adresse" in html


def test_what_an_author_writes_is_escaped(tmp_path: Path) -> None:
    hostile = {
        name: text.replace("term: social exclusion", "term: <b>&x</b>") if text else text
        for name, text in RENAMED.items()
    }
    site = site_of(small_study(tmp_path, hostile))
    html = dict(redirect_pages(site))["definitions/social-exclusion/index.html"]
    assert "&lt;b&gt;&amp;x&lt;/b&gt;" in html
    assert "<b>" not in html


def test_the_built_site_has_them_but_does_not_list_them(tmp_path: Path) -> None:
    links = {
        name: text.replace("term:social-exclusion", "term:exclusion").replace(
            "[social-exclusion]", "[exclusion]"
        )
        for name, text in {**FILES, **RENAMED}.items()
        if text is not None and name != "mkdocs.yml"
    }
    changes = {**links, PATH: None, "mkdocs.yml": MKDOCS}
    changes["docs/en/definitions/exclusion.md"] = RENAMED["docs/en/definitions/exclusion.md"]
    root = small_study(tmp_path, changes)
    config = load_config(str(root / "mkdocs.yml"))
    build(config)
    site = Path(config.site_dir)
    for page in ("definitions/social-exclusion", "definitions/social-exclusion/v2"):
        html = (site / page / "index.html").read_text("utf-8")
        target = site / page / HREF.findall(html)[0] / "index.html"
        assert target.is_file()
        for listing in ("sitemap.xml", "search/search_index.json", "index.html"):
            assert f"{page}/" not in (site / listing).read_text("utf-8"), listing
