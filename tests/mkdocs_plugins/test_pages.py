"""What the plugins change on rendered pages."""

from mkdocs.structure.toc import AnchorLink

from mkdocs_casebook.mkdocs_plugins.contents import keep_spaces
from mkdocs_casebook.mkdocs_plugins.unsearched import Unsearched

LIST = (
    '<section class="cb-sources" data-search-exclude data-items="x">\n<ol><li>A</li></ol></section>'
)
BOX = "<section data-search-exclude><p>B</p></section>"
PAGE = f"<h1>T</h1>{LIST}<p>between</p>{BOX}<section><p>read</p></section>"


def test_what_is_set_aside_comes_back_in_its_place() -> None:
    unsearched = Unsearched()
    left = unsearched.set_aside("a.md", PAGE)
    assert "between" in left and "read" in left
    assert "<ol>" not in left and "<p>B</p>" not in left
    assert unsearched.put_back("b.md", left) != PAGE
    assert unsearched.put_back("a.md", left) == PAGE


def test_a_page_without_such_sections_stays_as_it_is() -> None:
    unsearched = Unsearched()
    for html in ("", "<p>x</p>", "<!-- left out of the search -->" + BOX):
        assert unsearched.put_back("a.md", unsearched.set_aside("a.md", html)) in {html, BOX}


def test_entries_have_the_spaces_of_their_headings() -> None:
    first, second = AnchorLink("Quel projet ?", "a", 2), AnchorLink("25 % &amp; x", "b", 3)
    other = AnchorLink("An entry of its own", "c", 2)
    first.children.append(second)
    keep_spaces(
        [first, other],
        '<h2 class="x" id="a">Quel\n  projet\u202f?</h2><h3 id="b"><em>25</em>\u00a0% &amp; x</h3>'
        '<h2 id="c">A heading</h2>',
    )
    assert first.title == "Quel projet\u202f?"
    assert second.title == "25\u00a0% &amp; x"
    assert other.title == "An entry of its own"
