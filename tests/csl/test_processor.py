"""The processor as a site uses it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_casebook import csl

GEDDES: dict[str, Any] = {
    "id": "geddes_1999",
    "type": "article-journal",
    "author": [{"family": "Geddes", "given": "Barbara"}],
    "title": "What Do We Know About Democratization After Twenty Years?",
    "container-title": "Annual Review of Political Science",
    "volume": "2",
    "page": "115-144",
    "issued": {"date-parts": [[1999]]},
}
LINZ: dict[str, Any] = {
    "id": "linz_1975",
    "type": "chapter",
    "author": [{"family": "Linz", "given": "Juan J."}],
    "title": 'Totalitarian and "Authoritarian" Regimes',
    "container-title": "Handbook of Political Science",
    "editor": [{"family": "Greenstein", "given": "Fred I."}],
    "publisher": "Addison-Wesley",
    "publisher-place": "Reading, MA",
    "issued": {"date-parts": [[1975]]},
}
ITEMS = [GEDDES, LINZ]
NAMED = [
    "apa",
    "chicago-author-date",
    "chicago-note-bibliography",
    "harvard-cite-them-right",
    "ieee",
    "iso690-author-date-en",
    "iso690-author-date-fr",
    "modern-language-association",
    "vancouver",
]
SAFE = re.compile(
    r"</?(?:i|b|sup|sub|em)>|</span>|</?div(?: class=\"csl-[a-z-]+\")?>"
    r"|<span style=\"(?:font-(?:style|variant|weight)|text-decoration):[a-z-]+;\">"
    r"|<span style=\"baseline\">"
)


def cite(style: str, clusters: list[Any], **options: Any) -> csl.Rendered:
    return csl.render(csl.style(style), ITEMS, clusters, **options)


def test_in_text_citation_with_locator_and_prefix() -> None:
    rendered = cite("apa", [[{"id": "geddes_1999", "locator": "117", "prefix": "see"}]])
    assert rendered.citations == ["(see Geddes, 1999, p. 117)"]
    assert len(rendered.bibliography) == 1


def test_locale_gives_terms_and_quotation_marks() -> None:
    rendered = cite("chicago-notes-bibliography", [[{"id": "linz_1975"}]], locale="fr-CA")
    assert "« Totalitarian and “Authoritarian” Regimes »" in re.sub(
        "[\u00a0\u202f]", " ", rendered.citations[0]
    )


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("output", ["html", "text", "markdown"])
def test_named_styles(name: str, output: str) -> None:
    rendered = cite(name, [[{"id": "geddes_1999"}, {"id": "linz_1975"}]], output=output)
    assert len(rendered.bibliography) == 2
    assert all("ERROR" not in text for text in rendered.citations + rendered.bibliography)


def test_author_only_and_suppressed_author() -> None:
    rendered = cite(
        "apa",
        [
            [{"id": "geddes_1999", "author-only": True}],
            [{"id": "geddes_1999", "suppress-author": True}],
        ],
    )
    assert rendered.citations == ["Geddes", "(1999)"]


def test_author_only_in_a_style_of_numbers() -> None:
    clusters = [[{"id": "geddes_1999", "author-only": True}], [{"id": "geddes_1999"}]]
    assert cite("ieee", clusters).citations == ["Geddes", "[1]"]


def test_year_suffix_is_one_for_the_whole_document() -> None:
    items = [GEDDES, GEDDES | {"id": "other", "title": "Authoritarian Breakdown"}]
    rendered = csl.render(csl.style("apa"), items, [[{"id": "geddes_1999"}], [{"id": "other"}]])
    assert rendered.citations == ["(Geddes, 1999b)", "(Geddes, 1999a)"]
    assert "(1999a)" in rendered.bibliography[0]


def test_positions_follow_the_notes() -> None:
    clusters = [{"items": [{"id": "geddes_1999"}], "note": number} for number in (1, 2)]
    first, second = cite("chicago-notes-bibliography", clusters).citations
    assert "Annual Review" in first
    assert "Annual Review" not in second


def test_without_clusters_all_items_are_listed() -> None:
    assert len(cite("apa", []).bibliography) == 2


def test_unknown_keys_are_left_out() -> None:
    assert cite("apa", [[{"id": "nobody"}, {"id": "linz_1975"}]]).citations == ["(Linz, 1975)"]


def test_dependent_and_renamed_styles_give_their_parent() -> None:
    assert csl.style("vancouver") == csl.style("nlm-citation-sequence")
    assert "<citation" in csl.style("3d-printing-in-medicine")


def test_unknown_style() -> None:
    with pytest.raises(csl.StyleError, match="no citation style named"):
        csl.style("../../etc/passwd")


@pytest.mark.parametrize(
    "xml",
    [
        "<style",
        "<locale/>",
        "<style class='note'/>",
        "<!DOCTYPE style [<!ENTITY a 'b'>]><style/>",
        "<style><citation><layout><text macro='x'/></layout></citation></style>",
    ],
)
def test_broken_styles_say_so(xml: str) -> None:
    with pytest.raises(csl.StyleError):
        csl.Style.parse(xml)


def test_locale_fallback() -> None:
    assert csl.locale("fr-CA").term("and") == "et"
    assert csl.locale("xx").term("and") == "and"


def test_nothing_is_rendered_again(monkeypatch: pytest.MonkeyPatch) -> None:
    clusters = [[{"id": "geddes_1999"}], [{"id": "linz_1975"}]]
    processor = csl.Processor(csl.Style.parse(csl.style("apa")), ITEMS)
    before = processor.process(clusters)
    written: list[object] = []

    def write(rich: object, *_rest: object) -> str:
        written.append(rich)
        return ""

    monkeypatch.setattr("mkdocs_casebook.csl.processor.write", write)
    assert processor.process(clusters) == before
    assert not written
    processor.update([GEDDES | {"title": "Another title"}, LINZ])
    processor.process(clusters)
    assert len(written) == 2


def test_cites_lead_to_their_entries() -> None:
    processor = csl.Processor(
        csl.Style.parse(csl.style("apa")), ITEMS, link=lambda key: f'#ref-"{key}"'
    )
    clusters = [[{"id": "geddes_1999", "prefix": "see"}, {"id": "linz_1975"}]]
    assert processor.process(clusters).citations == [
        '(see <a href="#ref-&quot;geddes_1999&quot;">Geddes, 1999</a>; '
        '<a href="#ref-&quot;linz_1975&quot;">Linz, 1975</a>)'
    ]


def test_update_changes_what_is_shown() -> None:
    processor = csl.Processor(csl.Style.parse(csl.style("apa")), ITEMS)
    processor.process([[{"id": "geddes_1999"}]])
    processor.update([GEDDES | {"author": [{"family": "Munck"}]}])
    assert processor.process([[{"id": "geddes_1999"}]]).citations == ["(Munck, 1999)"]


def test_markup_of_fields() -> None:
    item = GEDDES | {"title": "The <i>New</i> <b>H<sub>2</sub>O</b> & <script>alert(1)</script>"}
    entry = csl.render(csl.style("apa"), [item], []).bibliography[0]
    assert "<i>New</i> <b>H<sub>2</sub>O</b> &#38; &#60;script&#62;" in entry


def test_markdown_is_escaped() -> None:
    item = GEDDES | {"title": "*a* [b](javascript:c) <d>"}
    entry = csl.render(csl.style("apa"), [item], [], output="markdown").bibliography[0]
    assert r"\*a\* \[b\](javascript:c) &lt;d&gt;" in entry


def test_long_lists_and_titles_cost_little() -> None:
    long: dict[str, Any] = GEDDES | {
        "author": [{"family": f"Name{index}", "given": "A. B."} for index in range(2000)],
        "title": "<i>\"' " * 5000,
        "edition": "1" * 9000,
        "page": "1" * 9000 + "-" + "2" * 9000,
    }
    rendered = csl.render(
        csl.style("apa"), [long, long | {"id": "twin"}], [[{"id": "geddes_1999"}, {"id": "twin"}]]
    )
    assert len(rendered.bibliography) == 2


HOSTILE = ["<script>", "</i>", "<i>", '"', "'", "“", "’", "<b>", "&amp;", "a", "1-2", "{"]
HOSTILE += ["\\\\", "</span>", "日", "<sup>", "onerror=x", " ", "\x00", "<img src=x onerror=y>"]
TEXT = st.lists(st.sampled_from([*HOSTILE, '<span class="nocase">']), max_size=8).map("".join)
VALUE = st.recursive(
    st.none() | st.integers() | st.floats() | TEXT,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["family", "given", "literal", "date-parts", "raw", "season"]), inner
        )
    ),
    max_leaves=6,
)
VARIABLES = ["author", "editor", "issued", "title", "container-title", "page", "volume", "note"]


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from(VARIABLES), VALUE),
    st.dictionaries(st.sampled_from(["locator", "label", "prefix", "suffix"]), VALUE),
    st.sampled_from(NAMED),
)
def test_nothing_hostile_comes_through(
    fields: dict[str, Any], around: dict[str, Any], name: str
) -> None:
    items = [{"id": "a", "type": "book", **fields}, {"id": "b", "type": "chapter", **fields}]
    clusters = [[{"id": "a", **around}, {"id": "b"}], [{"id": "a"}]]
    rendered = csl.render(csl.style(name), items, clusters)
    for text in rendered.citations + rendered.bibliography:
        assert not re.search("[<>]", SAFE.sub("", text))


FORUM = {
    "id": "efus",
    "type": "report",
    "author": [{"literal": "European Forum for Urban Security (EFUS)", "short": "EFUS"}],
    "title": "Cities",
    "issued": {"date-parts": [[1994]]},
}


def test_a_body_is_cited_by_its_short_name_and_listed_by_its_whole_name() -> None:
    rendered = csl.render(csl.style("apa"), [FORUM], [[{"id": "efus"}]], output="text")
    assert rendered.citations == ["(EFUS, 1994)"]
    assert rendered.bibliography[0].startswith("European Forum for Urban Security (EFUS). (1994)")


def test_without_a_short_name_nothing_changes() -> None:
    whole = {**FORUM, "author": [{"literal": "European Forum for Urban Security (EFUS)"}]}
    rendered = csl.render(csl.style("apa"), [whole], [[{"id": "efus"}]], output="text")
    assert rendered.citations == ["(European Forum for Urban Security (EFUS), 1994)"]


def test_two_bodies_with_one_short_name_are_told_apart() -> None:
    other = {**FORUM, "id": "other", "author": [{"literal": "Essex Fund (EFUS)", "short": "EFUS"}]}
    clusters = [[{"id": "efus"}], [{"id": "other"}]]
    style = csl.style("modern-language-association")
    rendered = csl.render(style, [FORUM, other], clusters, output="text")
    assert rendered.citations == [
        "(European Forum for Urban Security (EFUS))",
        "(Essex Fund (EFUS))",
    ]


@pytest.mark.parametrize(
    ("style", "citation", "entry"),
    [
        ("chicago-author-date", "(Geddes et al. 1999)", "Geddes, Barbara et al. 1999."),
        ("apa", "(Geddes et al., 1999)", "Geddes, B. et al. (1999)."),
        ("modern-language-association", "(Geddes et al.)", "Geddes, Barbara, et al."),
    ],
)
def test_others_are_not_a_name(style: str, citation: str, entry: str) -> None:
    item = {**GEDDES, "author": [*GEDDES["author"], {"literal": "others"}]}
    rendered = csl.render(csl.style(style), [item], [[{"id": "geddes_1999"}]], output="text")
    assert rendered.citations == [citation]
    assert rendered.bibliography[0].startswith(entry)


def test_names_inside_a_choice_of_a_substitute_look_like_those_they_stand_for() -> None:
    item = {
        "id": "hills_2002",
        "type": "book",
        "editor": [{"family": "Hills", "given": "John"}],
        "title": "Understanding Social Exclusion",
        "issued": {"date-parts": [[2002]]},
    }
    style = csl.style("chicago-author-date")
    rendered = csl.render(style, [item], [[{"id": "hills_2002"}]], output="text")
    assert rendered.citations == ["(Hills 2002)"]
    assert rendered.bibliography == ["Hills, John, ed. 2002. Understanding Social Exclusion."]


def test_bodies_with_one_short_name_are_not_one_author() -> None:
    later = {"issued": {"date-parts": [[1995]]}}
    other = {
        **FORUM,
        **later,
        "id": "other",
        "author": [{"literal": "Essex Fund (EFUS)", "short": "EFUS"}],
    }
    clusters = [[{"id": "efus"}, {"id": "other"}]]
    apart = {"European Forum for Urban Security (EFUS)", "Essex Fund (EFUS)"}
    for name in ("apa", "chicago-author-date", "harvard-cite-them-right"):
        rendered = csl.render(csl.style(name), [FORUM, other], clusters, output="text")
        assert all(body in rendered.citations[0] for body in apart), name
    same = {**FORUM, **later, "id": "other"}
    rendered = csl.render(csl.style("apa"), [FORUM, same], clusters, output="text")
    assert rendered.citations == ["(EFUS, 1994, 1995)"]


def test_only_the_first_of_the_names_in_a_choice_of_a_substitute_stands() -> None:
    item = {
        "id": "levitas_1998",
        "type": "book",
        "editor": [{"family": "Levitas", "given": "Ruth"}],
        "translator": [{"family": "Castel", "given": "Robert"}],
        "title": "The Inclusive Society?",
        "issued": {"date-parts": [[1998]]},
    }
    style = csl.style("chicago-author-date")
    rendered = csl.render(style, [item], [[{"id": "levitas_1998"}]], output="text")
    assert rendered.bibliography == [
        "Levitas, Ruth, ed. 1998. The Inclusive Society? Translated by Robert Castel."
    ]
