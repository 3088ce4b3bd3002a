"""From BibTeX and biblatex to CSL-JSON."""

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import normalise, plain_text, resolve
from mkdocs_casebook.reading.csl_json.dates import read_date
from mkdocs_casebook.reading.csl_json.entry_types import ALIASES, CSL_TYPES, TYPES
from mkdocs_casebook.reading.csl_json.languages import language_tag
from mkdocs_casebook.reading.csl_json.latex import convert, unknown_commands
from mkdocs_casebook.reading.csl_json.names import parse_names
from mkdocs_casebook.reading.csl_json.rich_text import escape
from tests.reading.bibliographies import SPAN, references, texts

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
GOLDEN = HERE / "hard.json"


def hard() -> dict[str, Reference]:
    found, problems = read_bibliography((HERE / "hard.bib").read_text("utf-8"), "hard.bib")
    assert problems == []
    return found


def test_the_hard_bibliography_is_as_it_was_checked_by_hand() -> None:
    items, problems = normalise(hard())
    told = [f"{each.code}:{each.span.line}: {each.message}" for each in problems]
    golden = json.loads(GOLDEN.read_text("utf-8"))
    assert sorted(told) == golden["problems"]
    for key, item in items.items():
        assert item == golden["items"][key]
    assert items.keys() == golden["items"].keys()


def test_it_has_every_type() -> None:
    assert {*TYPES, *ALIASES, "xdata"} - {each.type for each in hard().values()} == {
        *("webpage", "website", "internet", "bachelorsthesis", "bachelorthesis", "masterthesis"),
        *("data", "film", "newspaper"),
    }


def test_every_entry_has_a_type_of_csl_and_a_title_or_a_note() -> None:
    for item in normalise(hard())[0].values():
        assert item["type"] in CSL_TYPES
        assert item.get("title") or item.get("note")


def test_the_real_bibliography_is_understood() -> None:
    text = (ROOT / "bibliography.bib").read_text("utf-8")
    entries, _ = read_bibliography(text, "bibliography.bib")
    items, problems = normalise(entries)
    assert problems == []
    assert list(items) == list(entries)
    assert [item["id"] for item in items.values() if not item.get("title")] == []


def test_five_thousand_entries_take_few_seconds() -> None:
    text = (ROOT / "bibliography.bib").read_text("utf-8")
    entries, _ = read_bibliography(text, "bibliography.bib")
    many = {
        f"{key}{number}": replace(
            each,
            key=f"{key}{number}",
            fields={**each.fields, "title": f"{each.fields['title']} {number}"},
        )
        for number in range(14)
        for key, each in entries.items()
    }
    start = time.process_time()
    assert len(normalise(many)[0]) == len(many) > 5000
    assert time.process_time() - start < 8  # 1 to 2 on a quiet machine


@pytest.mark.parametrize(
    ("latex", "rich"),
    [
        (r"{\'e}tude \'Elan \c{c}a na{\"\i}ve \v Cech", "étude Élan ça naïve Čech"),
        ("H$_2$O", "H<sub>2</sub>O"),
        ("$10^{\\rm th}$", "10<sup>th</sup>"),
        ("20$^\\circ$C", "20°C"),
        ("$\\frac{a}{b}$", "a/b"),
        ("from $5 to $10", "from $5 to $10"),
        (r"\emph{a \textbf{b}}", "<i>a <b>b</b></i>"),
        (r"{\em a} b", "<i>a</i> b"),
        (r"\enquote{a \enquote{b}}", "“a ‘b’”"),
        ("``a'' `b' it's", "“a” ‘b’ it's"),
        ("1--2 --- 3~4", "1–2 — 3\u00a04"),
        (r"a \& b \% \_ \# \$", "a & b % _ # $"),
        (r"\url{http://a.b/~c_d}", "http://a.b/~c_d"),
        (r"\foo{kept}", "kept"),
        (r"\foo", r"\foo"),
        ("}{", ""),
        ("a } b", "a b"),
    ],
)
def test_latex(latex: str, rich: str) -> None:
    assert convert(latex).text == rich


def test_braces_protect_the_case_of_titles() -> None:
    protected = '<span class="nocase">EU</span>'
    assert convert("the {EU} and {{EU}}", protect=True).text == f"the {protected} and {protected}"
    assert convert(r"{\'E}tude {\emph x}", protect=True).text == "Étude <i>x</i>"


@pytest.mark.parametrize(
    "text", ["<i>x</i>", "<{i}>x", r"<\relax i>", "<script>", '<span class="nocase">', "a<", "</b>"]
)
def test_what_looks_like_a_tag_is_text(text: str) -> None:
    rich = convert(text).text
    assert "<i" not in rich and "<s" not in rich and "</" not in rich
    expected = text.replace("{", "").replace("}", "").replace(r"\relax ", "")
    assert plain_text(rich) == expected


@given(texts())
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_converted(text: str) -> None:
    for protect in (False, True):
        rich = convert(text, protect).text
        rich.encode("utf-8")
        assert "<script" not in rich
        assert "\u202e" not in rich


@given(st.text())
def test_escaped_text_holds_no_tag_and_reads_as_it_was(text: str) -> None:
    assert plain_text(escape(text.replace("\u2060", ""))) == text.replace("\u2060", "")


@given(st.dictionaries(st.sampled_from("abcdefg"), references(texts()), max_size=5), st.data())
@settings(max_examples=150, deadline=None)
def test_any_bibliography_can_be_converted(entries: dict[str, Reference], data: Any) -> None:
    links = st.sampled_from(["a", "b", "c", "a,b", "zz", ""])
    linked = {
        key: replace(
            each,
            key=key,
            fields={**each.fields, "crossref": data.draw(links), "xdata": data.draw(links)},
        )
        for key, each in entries.items()
    }
    items, problems = normalise(linked)
    assert list(items) == [key for key, each in linked.items() if each.type != "xdata"]
    json.dumps(items).encode("utf-8")
    for item in items.values():
        assert item["type"] in CSL_TYPES
        assert not item.get("URL", "http:").startswith(("javascript:", "data:"))
    assert len(problems) == len(set(problems))


def test_a_long_chain_and_a_circle_end() -> None:
    count = 5000
    chain = {
        str(number): Reference(str(number), "book", {"crossref": str(number + 1)}, SPAN)
        for number in range(count)
    }
    chain[str(count)] = Reference(str(count), "book", {"title": "Last", "crossref": "0"}, SPAN)
    resolved, problems = resolve(chain)
    assert [each.code for each in problems] == ["inheritance-cycle"]
    assert resolved["17"].fields["title"] == "Last"


def test_deep_nesting_and_long_text_end() -> None:
    for text in ("{" * 5000, r"\emph" * 5000, "$" * 5001, r"\x[" * 20000, "{a" * 200 + "}" * 200):
        convert(text, protect=True)
    assert parse_names(" and ".join(["Name, Given"] * 2000))


@given(st.text(), st.text(max_size=8), st.text(max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_date_can_be_read(year: str, month: str, day: str) -> None:
    read_date({"date": year}, "")
    read_date({"year": year, "month": month, "day": day}, "")


@pytest.mark.parametrize(
    "written",
    [
        *("n.d.", "[n.d.]", "N. D.", "{n.d.}", "s.d.", "s. d.", "[S.d.]", "sans date", "o. J."),
        *("o.J.", "undated", "[Undated]", "no date"),
    ],
)
@pytest.mark.parametrize("field", ["year", "date"])
def test_no_date(field: str, written: str) -> None:
    entries, _ = read_bibliography(f"@book{{a, title = {{T}}, {field} = {{{written}}}}}", "x.bib")
    items, problems = normalise(entries)
    assert "issued" not in items["a"]
    assert problems == []


@pytest.mark.parametrize(
    ("fields", "shorts"),
    [
        ("author = {{Forum for Urban Security (EFUS)}}", ["EFUS"]),
        ("author = {{Department for Education (DfEE)}}", ["DfEE"]),
        ("author = {{Social Exclusion Unit (UK)}}", ["Social Exclusion Unit"]),
        ("author = {{Forum (EFUS)}}, shortauthor = {{European Forum}}", ["European Forum"]),
        ("author = {{Forum}}, shortauthor = {EFUS}", ["EFUS"]),
        ("author = {{Forum} and {Unit}}, shortauthor = {{F} and {U}}", ["F", "U"]),
        ("author = {{Forum} and Li, X.}, shortauthor = {{F} and Li, X.}", ["F", None]),
        ("author = {{Forum} and {Unit (SEU)}}, shortauthor = {{FU}}", [None, "SEU"]),
        ("author = {Li, X. (Editor)}", [None]),
        ("author = {{Forum} and others}", [None, None]),
        ("institution = {Urban Forum (EFUS)}", ["EFUS"]),
    ],
)
def test_short_names_of_bodies(fields: str, shorts: list[str | None]) -> None:
    entries, _ = read_bibliography(f"@report{{a, title = {{T}}, {fields}}}", "x.bib")
    author = normalise(entries)[0]["a"]["author"]
    assert [name.get("short") for name in author] == shorts


GRANULAR = """
@xdata{team-a, author = {Bloom, Brian and Anderson, Arthur},
  editor = {Wool, W. and xdata=d-editor-1}}
@xdata{places, ids = {towns}, location = {Lyon and Lille}}
@xdata{d, editor = {Frill, Frank}, title = {Some title}}
@xdata{circle, author = {xdata=circle-author-1}}
@book{real, title = {Not lent}}
@book{a,
"""


@pytest.mark.parametrize(
    ("field", "variable", "expected"),
    [
        ("author = {Li, X. and xdata=team-a-author-2}", "author", ["Li", "Anderson"]),
        ("author = {xdata=team-a-author and Li, X.}", "author", ["Bloom", "Anderson", "Li"]),
        ("editor = {xdata=team-a-editor-2}", "editor", ["Frill"]),
        ("title = {xdata=d-title}", "title", "Some title"),
        ("location = {xdata=places-location and Metz}", "publisher-place", "Lyon; Lille; Metz"),
        ("location = {xdata=towns-location-1}", "publisher-place", "Lyon"),
        ("title = {xdata=real-title}", "title", "xdata=real-title"),
        ("note = {xdata=nowhere-note}", "note", "xdata=nowhere-note"),
        ("location = {xdata=places-location-3}", "publisher-place", "xdata=places-location-3"),
    ],
)
def test_parts_of_fields_from_xdata(field: str, variable: str, expected: object) -> None:
    entries, _ = read_bibliography(f"{GRANULAR} {field}}}", "x.bib")
    found = normalise(entries)[0]["a"][variable]
    assert found == expected or [name["family"] for name in found] == expected


def test_parts_of_fields_in_a_circle_end() -> None:
    entries, _ = read_bibliography(f"{GRANULAR} author = {{xdata=circle-author-1}}}}", "x.bib")
    assert normalise(entries)[0]["a"]["id"] == "a"


def test_lists_that_double_and_double_end() -> None:
    twice = [f"@xdata{{d{n}, author = {{xdata=d{n + 1}-author and xdata=d{n + 1}-author}}}}"
             for n in range(60)]  # fmt: skip
    bibtex = "\n".join(
        [*twice, "@xdata{d60, author = {Li, X.}}", "@book{a, author = {xdata=d0-author}}"]
    )
    start = time.process_time()
    assert normalise(read_bibliography(bibtex, "x.bib")[0])[0]["a"]["author"]
    assert time.process_time() - start < 5


def test_the_short_name_of_an_editor() -> None:
    bibtex = "@book{a, title = {T}, editor = {{Forum}}, shorteditor = {{EFUS}}}"
    editor = normalise(read_bibliography(bibtex, "x.bib")[0])[0]["a"]["editor"]
    assert editor == [{"literal": "Forum", "short": "EFUS"}]


@given(texts())
@settings(max_examples=300, deadline=None)
def test_what_a_glance_finds_is_what_a_look_finds(text: str) -> None:
    assert unknown_commands(text) == convert(text).unknown


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("british", "en-GB"),
        ("ngerman", "de"),
        ("langfrench", "fr"),
        ("pt-br", "pt-BR"),
        ("fr", "fr"),
        ("french and german", "fr"),
        ("Klingon language", ""),
        ("", ""),
    ],
)
def test_languages(name: str, tag: str) -> None:
    assert language_tag(name) == tag


def test_words_stand_in_the_language_of_the_site() -> None:
    item = normalise(hard(), "fr")[0]["phdthesis"]
    assert item["genre"] == "Thèse de doctorat"
