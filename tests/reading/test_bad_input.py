"""What nobody should write: each gives a problem with its line, or does no harm."""

import time
from pathlib import Path

import pytest

from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.markdown import scan
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.reading.yaml_mapping import read_mapping
from tests.studies import problems_in, write

AREA = "docs/en/entrees/area.md"
MEGABYTE = 1_000_000
LONGEST_MESSAGE = 1000
PATIENCE = 30
"""Seconds for a megabyte on a slow and busy machine; what grows with the square takes hours."""

MARKDOWN = (
    *"[]()<>{}`~@#*-|\\. \n",
    *("[@a", "[@a; ", "@a ", "@a [", "-@a", "[x](", "[](term:x) ", "[x][y]", "[x]: y\n", "[^1]"),
    *("<a", "<a b", "</", "<!--", "<!-- -->", "<a@b", "<a:", "``` \n", "~~~\n````\n", "`a``b```"),
    *("{a=", "{: style=", "{style=}", "- ", "    a\n\n", "# a {#b}\n", "| @a ", ". A", "é@a", "a."),
)
FRONT_MATTER = (
    *"[]{}-?:,#&*!|>'\"%@`~ \t=x",
    *("[[", "{a: ", "[a, ", "a: [", "- - ", "? ? ", "&a ", "*a ", "!!a ", "a: b, ", "\\u0041"),
)
BIBTEX = (
    *'@{}(),="#%\\ \n',
    *("@a{", "@a{b,", "@a{b,c={", "@a{b,c={}}", '@a{b,c="', "@string{", "@comment{", "@comment ("),
    *(
        "@a{b,\n",
        "@a{b,c=\n",
        "@a{b,c={\n",
        "@string{a=\n",
        "@comment{\n",
        "@a b\n",
        "c={d},",
        "%\n",
    ),
)


def _repeated(unit: str) -> str:
    """Return a megabyte of one character, or a hundredth of it of several."""
    return unit * (MEGABYTE // (1 if len(unit) == 1 else 100) // len(unit))


def _names(unit: str) -> str:
    return repr(unit)


@pytest.mark.parametrize("unit", MARKDOWN, ids=_names)
def test_a_megabyte_of_markdown(unit: str) -> None:
    start = time.process_time()
    scan(f"@a [x](term:y) {_repeated(unit)} @b", "page.md")
    scan(_repeated(unit)[: MEGABYTE // 100], "page.md")
    assert time.process_time() - start < PATIENCE


@pytest.mark.parametrize("unit", FRONT_MATTER, ids=_names)
def test_a_megabyte_of_front_matter(unit: str) -> None:
    start = time.process_time()
    for text in (f"a: {_repeated(unit)}", _repeated(unit)[: MEGABYTE // 100]):
        _, _, problems = read_mapping(text, AREA)
        assert all(len(problem.message) < LONGEST_MESSAGE for problem in problems)
    assert time.process_time() - start < PATIENCE


@pytest.mark.parametrize("unit", BIBTEX, ids=_names)
def test_a_megabyte_of_bibtex(unit: str) -> None:
    start = time.process_time()
    for text in (f"@book{{a, title = {{{_repeated(unit)}", _repeated(unit)[: MEGABYTE // 100]):
        _, problems = read_bibliography(text, "bibliography.bib")
        assert all(len(problem.message) < LONGEST_MESSAGE for problem in problems)
    assert time.process_time() - start < PATIENCE


@pytest.mark.parametrize("unit", ["a", "@a ", "[", "<a", "é"])
def test_a_megabyte_in_a_record(unit: str, tmp_path: Path) -> None:
    line = _repeated(unit)
    record = f"---\ntitle: A\norder: 1\nquestion: A\nheading: A\nsummary: '{line}'\n---\n{line}\n"
    start = time.process_time()
    found = problems_in(tmp_path, {AREA: record, "docs/en/entrees/b.md": line})
    assert time.process_time() - start < 2 * PATIENCE
    assert all(len(problem.message) < LONGEST_MESSAGE for problem in found)
    assert {problem.code for problem in found} >= {"invalid-value", "no-front-matter"}


def test_a_huge_title() -> None:
    title = _repeated("x")
    text = f"@book{{a, title = {{{title}}}}}\n@book{{b, title = {{B}}}}\n"
    references, problems = read_bibliography(text, "bibliography.bib")
    assert references["a"].fields["title"] == title
    assert list(references) == ["a", "b"]
    assert not problems


def test_a_yaml_bomb_is_refused_at_its_first_alias(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    found = problems_in(tmp_path, {AREA: "\n".join(["---", *lines, "---", ""])})
    assert [(each.code, str(each.span)) for each in found] == [
        ("invalid-front-matter", f"{AREA}:3:10")
    ]


@pytest.mark.parametrize(
    ("file", "data", "place"),
    [
        (AREA, b"---\ntitle: caf\xe9\n---\n", "2:11"),
        ("docs/en/page.md", b"caf\xc3\xa9 \xff", "1:6"),
        ("docs/en/page.md", b"\xff\xfea\x00", "1:1"),
        ("bibliography.bib", b"@book{a,\n title = {\xc3\xa9 \xe9}}", "2:13"),
        ("mkdocs.yml", b"# caf\xe9\n", "1:6"),
    ],
)
def test_invalid_utf8(file: str, data: bytes, place: str, tmp_path: Path) -> None:
    found = problems_in(tmp_path, {file: data})
    assert ("unreadable-file", f"{file}:{place}") in {(e.code, str(e.span)) for e in found}


def test_line_ends_and_byte_order_marks_of_other_systems(tmp_path: Path) -> None:
    record = (
        "---\r\ntitle: Area\r\norder: x\r\nquestion: A\r\nheading: B\r\n---\r\n@geddes_2000\r\n"
    )
    found = problems_in(tmp_path, {AREA: b"\xef\xbb\xbf" + record.encode()})
    assert [(each.code, each.span.line) for each in found] == [("invalid-value", 3)]


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("broader: [../../etc/passwd]", "invalid-value"),
        ("related: [../x]", "invalid-value"),
        ("former_ids: [../x]", "invalid-value"),
        ("former_ids: [/x]", "invalid-value"),
        ('summary: "[x](term:../../x)"', "unknown-record"),
        ('summary: "[x](source:../x) [@{../x}]"', "unknown-source"),
        ("translates: ../x", "unknown-record"),
        ("versions: [{version: 1, date: 2001, definition: A, adopted_at: ../x}]", "invalid-value"),
    ],
)
def test_ids_that_climb(field: str, code: str, tmp_path: Path) -> None:
    record = "---\nterm: a\nstatus: working\n"
    if not field.startswith("versions"):
        record += "versions: [{version: 1, date: 2001, definition: A.}]\n"
    file = "docs/en/definitions/a.md"
    found = problems_in(tmp_path, {file: f"{record}{field}\n---\n"})
    assert code in {each.code for each in found}
    assert {each.span.file for each in found} == {file}
    # A field that a translation may not set is reported too.
    assert {each.span.line for each in found} <= {2, 3, 4, 5}


@pytest.mark.parametrize("name", ["..md", "...md", ".a.md", "a b.md", "A.md", "é.md", "a%2f.md"])
def test_file_names_that_are_no_ids(name: str, tmp_path: Path) -> None:
    record = "---\ntitle: A\norder: 1\nquestion: A\nheading: A\n---\n"
    found = problems_in(tmp_path, {f"docs/en/entrees/{name}": record})
    assert [each.code for each in found] == ["invalid-id"]


def test_a_link_to_itself_is_harmless(tmp_path: Path) -> None:
    record = """\
        ---
        term: a
        status: working
        versions: [{version: 1, date: 2001, definition: "As [it](term:a) says."}]
        related: [a]
        ---
        See [this](term:a) and [that](term:a@1).
        """
    assert problems_in(tmp_path, {"docs/en/definitions/a.md": record}) == []


def test_a_cycle_of_broader_terms(tmp_path: Path) -> None:
    files = {
        f"docs/en/definitions/{name}.md": f"---\nterm: {name}\nstatus: working\n"
        "versions: [{version: 1, date: 2001, definition: A.}]\n"
        f"broader: [{broader}]\n---\n"
        for name, broader in {"a": "b", "b": "c", "c": "a", "d": "a"}.items()
    }
    found = problems_in(tmp_path, files)
    assert [str(each.span) for each in found] == [
        f"docs/en/definitions/{name}.md:5:11" for name in "abc"
    ]
    assert {each.code for each in found} == {"broader-cycle"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "a: b: c\n",
        "\t\n",
        "&a [*a]\n",
        "? {a: b}\n: c\n",
        "[" * 500,
        "INHERIT: mkdocs.yml\n",
        "INHERIT: none.yml\n",
        "INHERIT: other.yml\n",
        "extra: {casebook: []}\n",
        "extra: {casebook: {languages: {}}}\n",
        "extra: {casebook: {languages: {en: docs, fr: docs/fr}}}\n",
        "extra: {casebook: {languages: {no: docs/no}}}\n",
        'docs_dir: "a\\0b"\n',
        'extra: {casebook: {languages: {en: "a\\0b"}, bibliography: ["a\\0b"]}}\n',
        "extra: {casebook: {languages: {en: ../..}}}\n",
        "extra: {casebook: {colour: red}}\n",
        "site_url: !ENV\nsite_name: !ENV [[a], b]\ndate: 2001-99-99\n",
        "x: !!python/object/apply:os.system [exit 1]\n",
    ],
)
def test_settings_never_raise(text: str, tmp_path: Path) -> None:
    files = {"mkdocs.yml": text, "other.yml": "INHERIT: mkdocs.yml\n"}
    configuration, _ = read_configuration(write(tmp_path / "in" / "side", files) / "mkdocs.yml")
    find_problems(read_study(configuration))


def test_nothing_at_all(tmp_path: Path) -> None:
    configuration, problems = read_configuration(tmp_path / "mkdocs.yml")
    found = find_problems(read_study(configuration))
    assert {each.code for each in (*problems, *found)} == {"unreadable-file", "invalid-settings"}


def test_settings_name_the_file_that_holds_them(tmp_path: Path) -> None:
    parent = "extra:\n  casebook:\n    languages: {en: docs/en}\n    severity: {nonsense: info}\n"
    write(tmp_path, {"mkdocs.yml": parent, "mkdocs.fr.yml": "INHERIT: mkdocs.yml\n"})
    _, problems = read_configuration(tmp_path / "mkdocs.fr.yml")
    assert [str(each.span) for each in problems] == ["mkdocs.yml:4:15"]
