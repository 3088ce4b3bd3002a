"""Every code has a page in the documentation, and every page a code."""

from pathlib import Path

from mkdocs_casebook.model.problems import CODES

PAGES = Path(__file__).parents[2] / "docs/en/casebook/checks"


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {file.stem for file in PAGES.glob("*.md")} - {"index"} == set(CODES)


def test_every_page_names_its_code_and_severity() -> None:
    for code in CODES.values():
        text = (PAGES / f"{code.name}.md").read_text(encoding="utf-8")
        assert f"# {code.name}\n" in text
        assert f"Default severity: **{code.severity}**" in text


def test_the_index_lists_every_code() -> None:
    text = (PAGES / "index.md").read_text(encoding="utf-8")
    assert [code for code in CODES if f"({code}.md)" not in text] == []
