"""What the scanner finds in Markdown is what the renderer links: no more, no less."""

from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_casebook.model.mention import parse_target
from mkdocs_casebook.reading.markdown import scan
from mkdocs_casebook.views.addresses import relative
from mkdocs_casebook.views.site import Site
from tests.markdown_extension.rendering import converter

KEYS = ("geddes_2000", "silver_1994", "{odd/key.x}")
ADDRESSES = (
    "case:safer-cities",
    "term:partnership",
    "term:social-exclusion@1",
    "term:social-exclusion#council-1989",
    "source:lenoir_1974",
)
WORDS = (
    "word",
    "two words",
    "one.",
    "Two,",
    "p. 3;",
    "a_b",
    "é",
    "1999",
    "'s",
    "-",
    "a@b.org",
    "$",
    "$5",
)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.append(dict(attrs).get("href") or "")


def _joined(parts: st.SearchStrategy[str], most: int = 4) -> st.SearchStrategy[str]:
    glue = st.sampled_from((" ", " ", "\n"))
    pairs = st.lists(st.tuples(parts, glue), min_size=1, max_size=most)
    return pairs.map(lambda given: "".join(part + space for part, space in given).strip())


_keys = st.sampled_from(KEYS)
_addresses = st.sampled_from((*ADDRESSES, "https://example.org/@geddes_2000", "page.md", ""))
_text = st.sampled_from(WORDS)
_citations = st.one_of(
    st.builds("[@{}]".format, _keys),
    st.builds("[see @{}, p. 3; -@{}]".format, _keys, _keys),
    st.builds("@{}".format, _keys),
    st.builds("-@{} [p. 4]".format, _keys),
    st.builds("@{}[p. [4]]".format, _keys),
    st.builds("[*see* @{}; more]".format, _keys),
    st.builds("[see [x](case:safer-cities) @{}]".format, _keys),
)
_plain = st.one_of(_text, st.sampled_from((r"\[", r"\]", r"\@", r"\*", r"\`", r"\\")))


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = _joined(inner)
    return st.one_of(
        inner.map("*{}*".format),
        inner.map("**{}**".format),
        inner.map(lambda text: "`{}`".format(text.replace("`", ""))),
        inner.map("${}$".format),
        inner.map("$${}$$".format),
        inner.map(lambda text: "``{} ` x``".format(text.replace("`", ""))),
        inner.map("<!-- {} -->".format),
        inner.map('<i lang="pt">{}</i>'.format),
        st.builds("[{}]({})".format, inner, _addresses),
        st.builds("![{}]({})".format, inner, _addresses),
        st.builds("[{}][ref]".format, inner),
        st.builds("[{}]".format, inner),
    )


_inline = st.recursive(st.one_of(_plain, _citations), _wrapped, max_leaves=6)


def _indented(text: str, by: str = "    ") -> str:
    return "\n".join(by + line if line else line for line in text.split("\n"))


def _blocks() -> st.SearchStrategy[str]:
    line = _joined(_inline)
    one_line = line.map(lambda text: " ".join(text.split()))
    heading = _joined(_plain).map(lambda text: " ".join(text.split()))
    leaf = st.one_of(
        line,
        # Citations in headings are drawn in words, without links: an example shows it.
        heading.map("## {}".format),
        heading.map("### {} {{#anchor}}".format),
        st.lists(one_line, min_size=1, max_size=3).map("\n".join),
        line.map("```\n{}\n```".format),
        line.map("~~~ python\n{}\n~~~".format),
        line.map(_indented),
        st.builds("| a | b |\n|---|---|\n| {} | {} |".format, _text, _citations),
        st.just("[ref]: case:safer-cities"),
    )
    nested = st.one_of(
        st.lists(leaf, min_size=1, max_size=2).map(
            lambda blocks: "- " + _indented("\n\n".join(blocks)).lstrip()
        ),
        st.lists(one_line, min_size=1, max_size=3).map(
            lambda lines: "\n".join(f"{number}. {each}" for number, each in enumerate(lines, 1))
        ),
        leaf.map(lambda text: _indented(text, "> ")),
    )
    return st.lists(st.one_of(leaf, nested), min_size=1, max_size=4).map("\n\n".join)


def _targets(site: Site) -> Mapping[str, str]:
    """Return the targets of the tests by the address that a page links to."""
    keys = (key.strip("{}") for key in KEYS)
    targets = [
        *(parse_target(each) for each in ADDRESSES),
        *(parse_target(f"source:{key}") for key in keys),
    ]
    return {
        relative(destination.path, site.path("index.md")): str(target)
        for target in targets
        if target and (destination := site.destination(target))
    }


def _linked(html: str, site: Site) -> Iterator[str]:
    reader = _Links()
    reader.feed(html)
    targets = _targets(site)
    return (targets[href] for href in reader.found if href in targets)


def _agree(text: str, site: Site) -> None:
    known = set(_targets(site).values())
    mentions = (str(mention.target) for mention in scan(text, "page.md").mentions)
    found = Counter(each for each in mentions if each in known)
    html = converter(site).convert(text)
    assert found == Counter(_linked(html, site)), html


@pytest.mark.parametrize(
    "text",
    [
        "![x](case:safer-cities) ![[@geddes_2000]](case:safer-cities)",
        "[[@geddes_2000]]",
        "[[word](case:safer-cities)][ref]\n\n[ref]: term:partnership",
        "[`word\nword\nword`](case:safer-cities)",
        ">     [word](case:safer-cities)",
        "- [ref]: case:safer-cities\n\n[word][ref]\n\n> [ref]: case:safer-cities",
        "- ```\n    [@geddes_2000]\n    ```\n\n```\nword\n```",
        "`<!--` @geddes_2000 `-->` <!-- @silver_1994 -->",
        r"\@geddes_2000 \[x](case:safer-cities) \`@silver_1994\`",
    ],
)
def test_known_traps(text: str, sites: Mapping[str, Site]) -> None:
    _agree(text, sites["en"])


@settings(max_examples=100, deadline=None)
@given(text=_blocks())
def test_ordinary_markdown(text: str, sites: Mapping[str, Site]) -> None:
    _agree(text, sites["en"])
