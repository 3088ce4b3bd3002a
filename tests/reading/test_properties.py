"""What holds for every text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_casebook.model.mention import parse_target
from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.citations import bracketed
from mkdocs_casebook.reading.csl_json.latex import plain
from mkdocs_casebook.reading.csl_json.names import parse_names
from mkdocs_casebook.reading.front_matter import split
from mkdocs_casebook.reading.markdown import scan
from mkdocs_casebook.reading.yaml_mapping import read_mapping

FILE = "a.md"
YAML = st.one_of(
    st.text(),
    st.text(alphabet="ab:[]{},-?&*!|>'\"#%@`~ \n\t\u2028\x85"),
    st.lists(
        st.sampled_from(["a: b", "a: [b, c]", "- a", "  b: c", "a: 'b", "a: >-\n  b", "---", "b:"])
    ).map("\n".join),
)
MARKDOWN = st.lists(
    st.one_of(
        st.text(alphabet="ab@[](){}<>`~\\-:;#|.!* \n\t_\"'=", max_size=12),
        st.sampled_from(
            [
                *("@key", "[@key, p. 3]", "[see @a; -@b]", "@{a.key}", "[x](term:y)", "[](case:z)"),
                *("[x](<term:y>)", "`", "```\n", "<!--", "-->", "\n\n", "    ", "- ", "# H {#h}\n"),
                *("<i>", "[r]: term:q\n", "[r]", "\\", "| a | b |\n", "é", "« a »", "{: style=x}"),
            ]
        ),
    )
).map("".join)
BIBTEX = st.lists(
    st.one_of(
        st.text(alphabet='@{}(),="#%\\ab \n', max_size=10),
        st.sampled_from(
            [
                *("@book{a,", "title = {A},", "year = 1990", "}", "@string{s = {S}}", "\n@book{b,"),
                *("@comment{", "@preamble{", "journal = s # jan,", "%", '"quoted"', "\n"),
            ]
        ),
    )
).map("".join)
KEY = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,8}([:./+-][a-z0-9]{1,4})?", fullmatch=True)
REMARK = st.from_regex(r"[a-z]{1,6}( [a-z0-9.]{1,6}){0,3}", fullmatch=True)


@given(YAML)
def test_front_matter_is_read_inside_the_file(text: str) -> None:
    parts = split(f"---\n{text}\n---\nbody")
    lines = f"---\n{text}\n---\nbody".split("\n")
    _, locations, problems = read_mapping(parts.front_matter or "", FILE, parts.first_line)
    spans = [*locations.keys.values(), *locations.values.values(), *(p.span for p in problems)]
    for span in spans:
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1


@given(YAML)
def test_the_places_of_keys_are_those_of_the_keys(text: str) -> None:
    _, locations, _ = read_mapping(text, FILE)
    lines = text.split("\n")
    for path, span in locations.keys.items():
        if re.fullmatch(r"[ab]+", key := str(path[-1])):
            there = lines[span.line - 1][span.column - 1 :]
            assert there.startswith((key, *"'\"&!|>"))


@given(MARKDOWN)
def test_front_matter_and_body_make_the_file(text: str) -> None:
    parts = split(f"---\n{text}")
    lines = f"---\n{text}".split("\n")
    assert parts.front_matter is not None
    assert "\n".join(lines[parts.body_line - 1 :]) == parts.body
    if parts.closed:
        assert "".join(f"{line}\n" for line in lines[1 : parts.body_line - 2]) == parts.front_matter
    else:
        assert parts.front_matter == text


@given(MARKDOWN)
@settings(max_examples=200)
def test_mentions_point_at_what_they_mention(text: str) -> None:
    lines = text.split("\n")
    for mention in scan(text, FILE).mentions:
        there = lines[mention.span.line - 1][mention.span.column - 1 :]
        if mention.cites:
            key = mention.target.id
            assert there.startswith((f"@{key}", f"@{{{key}}}"))
        elif not there.startswith("["):
            # A reference link counts where it stands, which is not where its address is.
            assert parse_target(str(mention.target)) == mention.target
            assert there.startswith(str(mention.target))


@given(MARKDOWN)
def test_problems_of_markdown_lie_inside_the_file(text: str) -> None:
    lines = text.split("\n")
    for problem in scan(text, FILE).problems:
        assert problem.span.column <= len(lines[problem.span.line - 1])


@given(BIBTEX)
@settings(max_examples=200)
def test_bibtex_is_read_inside_the_file(text: str) -> None:
    references, problems = read_bibliography(text, FILE)
    lines = text.split("\n")
    for key, reference in references.items():
        assert reference.source.startswith("@")
        assert reference.source in text
        assert key in reference.source
        for name, span in reference.places.items():
            there = lines[span.line - 1][span.column - 1 :]
            assert there.lower().startswith(name)
    for problem in problems:
        assert problem.span.line <= len(lines)


@given(
    st.integers(0, 4),
    st.integers(0, 4),
    st.sampled_from(
        [
            "@book{bad, title = {A",
            "@book{bad, title = A}",
            "@book{bad, title = {A} year = 1990}",
            "@book{bad, title {A}}",
            "@book{bad, title = {A},",
            "@book{, title = {A}}",
            "@book bad, title = {A}}",
            '@book{bad, title = "A}',
            "@book{bad, title = }",
            "@string{bad",
            "@comment{ {",
        ]
    ),
)
def test_one_broken_entry_costs_no_other(before: int, after: int, broken: str) -> None:
    good = [f"@book{{good{n},\n  title = {{T {{n}}}},\n  year = {{{n}}}\n}}" for n in range(9)]
    text = "\n".join([*good[:before], broken, *good[4 : 4 + after]])
    references, problems = read_bibliography(text, FILE)
    kept = {*(f"good{n}" for n in range(before)), *(f"good{n}" for n in range(4, 4 + after))}
    assert kept <= set(references)
    assert problems
    assert {problem.span.line for problem in problems} == {before * 4 + 1}


@given(
    st.lists(
        st.tuples(
            KEY, st.one_of(st.just(""), REMARK), st.one_of(st.just(""), REMARK), st.booleans()
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_cluster_gives_back_what_was_written(items: list[tuple[str, str, str, bool]]) -> None:
    parts = [
        f"{prefix} {'-' if year else ''}@{{{key}}}{', ' + suffix if suffix else ''}".strip()
        for key, prefix, suffix, year in items
    ]
    text = f"Before [{'; '.join(parts)}] after"
    cluster = bracketed(text, text.index("["))
    assert cluster is not None
    found = [(each.key, each.prefix, each.suffix, each.suppress_author) for each in cluster.items]
    assert found == items
    assert text[cluster.end :] == " after"
    assert [text[each.offset] for each in cluster.items] == ["@"] * len(items)


@given(st.text())
def test_names_and_latex_never_raise(text: str) -> None:
    parse_names(text)
    assert "\n" not in plain(text)


@given(st.text(alphabet="\\{}'\"`^~c$ aeé,and\n"))
def test_odd_latex_never_raises(text: str) -> None:
    parse_names(text)
    plain(text)
