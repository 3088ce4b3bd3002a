"""What templates may ask of a page."""

from pathlib import Path

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.view import View
from tests.sites import site_of, small_study


def _view(root: Path, language: str = "en") -> View:
    site = site_of(small_study(root), language)
    return View(site, "cases/safer-cities.md", InlineMarkdown(site).render)


def test_plain_text_keeps_no_break_spaces(tmp_path: Path) -> None:
    view = _view(tmp_path, "fr")
    assert view.plain("« *Mot* »\u202f; [@lenoir_1974]\n  fin") == (
        "« Mot »\u202f; (Lenoir 1974) fin"
    )


def test_plain_text_holds_no_markup(tmp_path: Path) -> None:
    view = _view(tmp_path)
    assert view.plain('a <i lang="pt">b</i> `<c>` & d < e') == "a b <c> & d < e"
    assert view.plain(None) == ""


def test_citations_and_links(tmp_path: Path) -> None:
    view = _view(tmp_path)
    link = '<a class="cb-cite-link" data-key="{0}" href="../../bibliography/{0}/">{1}</a>'.format
    assert view.cite(["geddes_2000", "silver_1994"], "p. 3-4") == (
        f"{link('geddes_2000', 'Geddes 2000')}; {link('silver_1994', 'Silver 1994')}, p. 3–4"
    )
    assert view.cite("<b>") == "[source not found: &lt;b&gt;]"
    assert (
        view.link("case", "rede-social")
        == '<a href="../rede-social/"><i lang="pt">Rede Social</i></a>'
    )
    assert view.link("case", "nothing", "<b>") == "&lt;b&gt;"
    assert view.link_address("javascript:alert(1)") == "javascript:alert(1)"


def test_dates_for_machines(tmp_path: Path) -> None:
    view = _view(tmp_path)
    assert view.time("2001-03-02") == '<time datetime="2001-03-02">2 March 2001</time>'
    assert view.time("1995-21") == "spring 1995"
    assert view.time("1997/..") == "since 1997"
