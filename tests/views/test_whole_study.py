"""The whole study on one page."""

from mkdocs_casebook.views.whole_study import Chapter, whole_study

HERE = "whole-study/"
ONE = Chapter(
    "cases/one/",
    '<h1 id="one">One &amp; all</h1><p><a href="#facts">f</a> <a href="../two/#a">t</a> '
    '<a href="../../data/x.csv">d</a> <a href="https://example.org/?a=1&amp;b=2">e</a></p>'
    '<h2 id="facts">Facts</h2><p><img src="../../x.png"><br/></p>'
    '<span class="cb-hc"><a aria-describedby="c1" href="../two/">Two</a>'
    '<span role="tooltip" id="c1">A <b>card</b><br>here</span></span>',
)
TWO = Chapter("cases/two/", '<h1>Two</h1><details class="cb-cite"><p>Copy</p></details><p id="a">x')


def _html() -> str:
    return whole_study([ONE, TWO], HERE)


def test_links_between_pages_lead_inside() -> None:
    html = _html()
    assert '<a href="#p1-facts">f</a>' in html
    assert '<a href="#p2-a">t</a>' in html
    assert 'href="#p2">Two</a>' in html
    assert '<section class="cb-chapter" id="p2">' in html
    assert '<h3 id="p1-facts">Facts</h3>' in html


def test_other_links_lead_where_they_led() -> None:
    html = _html()
    assert '<a href="../data/x.csv">d</a>' in html
    assert '<img src="../x.png">' in html
    assert '<a href="https://example.org/?a=1&amp;b=2">e</a>' in html


def test_headings_go_down_and_text_stays() -> None:
    html = _html()
    assert '<h2 id="p1-one">One &amp; all</h2>' in html
    assert "<h1" not in html


def test_what_only_a_screen_needs_is_left_out() -> None:
    html = _html()
    assert "card" not in html
    assert "Copy" not in html
    assert html.endswith('<p id="p2-a">x\n</section>')


def test_a_site_without_directories() -> None:
    one = Chapter("fr/cases/one.html", '<a href="two.html#b">t</a><a href="../index.html">h</a>')
    two = Chapter("fr/cases/two.html", "<p>x</p>")
    html = whole_study([one, two], "fr/whole-study.html")
    assert '<a href="#p2-b">t</a><a href="index.html">h</a>' in html
