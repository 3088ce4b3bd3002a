"""References in the citation styles of which a reader has the choice."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from markupsafe import Markup

from mkdocs_casebook.csl import StyleError, style
from mkdocs_casebook.model.url import is_safe
from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import normalise
from mkdocs_casebook.views.references import FormattedReferences
from mkdocs_casebook.views.references.styles import STYLES

ARTICLE = """@article{k,
  author = {Silver, Hilary}, title = {A plain title}, journaltitle = {A Journal}, volume = {24},
  number = {4}, pages = {782-800}, date = {2000}, doi = {10.1111/x.y}, langid = {english},
  abstract = {What we say of it}, note = {What we saw of it}, keywords = {core},
}"""
PAGE = """@online{k,
  author = {{Une Commune}}, title = {Le contrat : un \\enquote{outil} de quartier ?},
  date = {2001}, url = {https://example.org/?a=1&b=2}, langid = {french},
}"""
PHRASING = {"i", "b", "em", "sup", "sub", "span", "a"}


def formatted(bibtex: str, language: str = "en", **options: Any) -> FormattedReferences:
    entries, problems = read_bibliography(bibtex, "bibliography.bib")
    assert not problems
    return FormattedReferences(normalise(entries, language)[0], language, **options)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("apa", "Silver, H. (2000). A plain title. A Journal, 24(4), 782–800. https://doi"),
        ("chicago-author-date", "Silver, Hilary. 2000. ‘A Plain Title’. A Journal 24 (4): 782–800"),
        ("modern-language-association", "Silver, Hilary. ‘A Plain Title’. A Journal, vol. 24,"),
        ("harvard-cite-them-right", "Silver, H. (2000) ‘A plain title’, A Journal, 24(4),"),
        ("vancouver", "Silver H. A plain title. A Journal. 2000;24(4):782–800. doi:10.1111/x.y"),
        ("ieee", "H. Silver, ‘A plain title’, A Journal, vol. 24, no. 4, pp. 782–800, 2000,"),
        ("iso690-author-date-en", "SILVER, Hilary, 2000. A plain title. A Journal. 2000. Vol"),
        ("iso690-author-date-fr", "SILVER, Hilary, 2000. A plain title. A Journal. 2000. Vol"),
    ],
)
def test_a_reference_in_each_style(name: str, text: str) -> None:
    html = formatted(ARTICLE).in_style("k", name)
    assert isinstance(html, Markup)
    assert re.sub(r"<[^>]*>", "", html).startswith(text)
    assert '<a href="https://doi.org/10.1111/x.y" rel="noopener">' in html


def test_what_the_study_says_of_a_source_is_not_in_its_reference() -> None:
    for each in formatted(ARTICLE).in_all_styles("k"):
        assert "What we" not in each.html, each.style


def test_the_main_style_comes_first_and_is_the_default() -> None:
    found = formatted(ARTICLE, style="ieee")
    styles = [each.style for each in found.in_all_styles("k")]
    assert styles == ["ieee", *(name for name in STYLES if name != "ieee")]
    assert found.default("k") == found.in_style("k", "ieee")


def test_a_study_may_have_a_style_of_its_own() -> None:
    found = formatted(ARTICLE, style="ours", xml=style("apa"))
    assert found.default("k") == found.in_style("k", "apa")
    assert found.title_of_style("ours").startswith("A")
    with pytest.raises(StyleError):
        formatted(ARTICLE, style="ours").default("k")


def test_an_unknown_source_has_no_reference() -> None:
    assert formatted(ARTICLE).default("other") == ""


def test_a_source_with_nothing_to_show_shows_something() -> None:
    found = formatted("@misc{k}\n@misc{l, title = {<b>x</b>}}")
    for each in found.in_all_styles("k"):
        assert each.html and "CSL" not in each.html, each.style
    assert "<b>" not in found.default("l")


TWO_OF_A_YEAR = (
    "@misc{a, author = {A, B}, title = {Y}, date = {2000}}"
    "@misc{b, author = {A, B}, title = {X}, date = {2000}}"
)


def test_letters_in_lists_are_those_of_the_whole_site() -> None:
    found = formatted(TWO_OF_A_YEAR)
    assert "2000b" in found.default("a")
    assert "2000a" in found.default("b")
    assert found.ordered(["a", "b"]) == ["b", "a"]


def test_a_reference_that_stands_alone_has_no_letter() -> None:
    for each in formatted(TWO_OF_A_YEAR).in_all_styles("a"):
        assert re.search(r"\b2000\b", each.html), each


def test_a_reference_that_stands_alone_has_no_number_and_no_dash_for_its_author() -> None:
    found = formatted(
        "@misc{a, author = {A, B}, title = {X}, date = {2000}}"
        "@misc{b, author = {A, B}, title = {Y}, date = {2001}}"
    )
    for key in ("a", "b"):
        for each in found.in_all_styles(key):
            assert re.match(r"A\b|B\. A\b", each.html), each


def test_what_a_style_keeps_out_of_bibliographies_is_given_as_in_its_notes() -> None:
    found = formatted("@misc{k, author = {A, B}, title = {X}, date = {2000}}")
    note = found.in_style("k", "chicago-notes-bibliography")
    assert "B. A" in note and "2000" in note


def test_titles_have_their_language_and_addresses_lead_there() -> None:
    html = formatted(PAGE).default("k")
    assert '<span lang="fr">Le contrat\xa0: un “outil” de quartier\xa0?</span>' in html
    assert '<a href="https://example.org/?a=1&amp;b=2" rel="noopener">' in html
    french = formatted(PAGE, "fr").in_style("k", "harvard-cite-them-right")
    assert "lang=" not in french
    assert "Disponible sur\xa0: <a href" in french
    assert "«" not in french or "«\xa0" in french


def test_a_style_that_writes_its_own_language_says_so() -> None:
    languages = {each.style: each.language for each in formatted(ARTICLE).in_all_styles("k")}
    assert languages.pop("iso690-author-date-fr") == "fr"
    assert set(languages.values()) == {"en"}
    html = formatted(ARTICLE).in_style("k", "iso690-author-date-fr")
    assert '<span lang="en">A plain title</span>' in html


class _Watch(HTMLParser):
    """Notes what a reference must not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in PHRASING:
            self.faults.append(tag)
        for name, value in attrs:
            if name not in {"href", "rel", "lang", "class"} or not is_safe(value or ""):
                self.faults.append(f"{name}={value}")


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        '<span style="position:fixed;">',
        "<a href=javascript:alert(1)>x</a>",
        "javascript:alert(1)",
        'https://example.org/" onmouseover="alert(1)',
        "10.1000/<b>\" onclick='x'",
        "<i>a</b> &lt;script&gt;",
        "\u202eevil\u2060<div>",
    ],
)
def test_no_field_becomes_active(attack: str) -> None:
    names = "author title subtitle journaltitle volume pages url doi publisher series langid"
    fields = ", ".join(f"{name} = {{{attack}}}" for name in names.split())
    for kind in ("article", "book", "online", "report"):
        found = formatted(f"@{kind}{{k, {fields}, date = {{2000}}}}")
        for each in found.in_all_styles("k"):
            watch = _Watch()
            watch.feed(each.html)
            assert not watch.faults, (each.style, each.html)
