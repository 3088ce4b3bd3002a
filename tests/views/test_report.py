"""Problems as authors, forges and programs read them."""

import json

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.settings import Settings
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.views import report

SETTINGS = Settings(languages={"en": "docs"})
ERROR = Problem("unknown-source", Span("docs/a.md", 3, 7), "there is no source 'x'", "mend it")
WARNING = Problem("incomplete-entry", Span("b.bib", 9), "'y' has no year")
INFO = Problem("unused-source", Span("b.bib", 1), "nothing cites 'z'")


def test_text() -> None:
    assert report.as_text([ERROR, WARNING, INFO], SETTINGS).splitlines() == [
        "docs/a.md:3:7: error: there is no source 'x' [unknown-source]",
        "    mend it",
        "b.bib:9:1: warning: 'y' has no year [incomplete-entry]",
        "b.bib:1:1: info: nothing cites 'z' [unused-source]",
        "Found 1 error, 1 warning, 1 remark.",
    ]


def test_no_problems() -> None:
    assert report.as_text([], SETTINGS) == "No problems found."
    assert report.as_github([], SETTINGS) == "No problems found."
    assert "No problems found." in report.as_step_summary([], SETTINGS)
    assert json.loads(report.as_json([], SETTINGS)) == {"problems": [], "counts": {}}


def test_what_fails() -> None:
    assert report.failing([INFO, ERROR], SETTINGS)
    assert report.failing([WARNING], SETTINGS)
    assert not report.failing([INFO], SETTINGS)
    mild = Settings(languages={"en": "docs"}, severity={"unknown-source": "info"})  # type: ignore[dict-item]
    assert not report.failing([ERROR], mild)


def test_json() -> None:
    found = json.loads(report.as_json([ERROR, INFO], SETTINGS))
    assert found["counts"] == {"error": 1, "info": 1}
    assert found["problems"][0] == {
        "code": "unknown-source",
        "severity": "error",
        "file": "docs/a.md",
        "line": 3,
        "column": 7,
        "message": "there is no source 'x'",
        "hint": "mend it",
    }


def test_workflow_commands_are_escaped() -> None:
    problem = Problem("raw-html", Span("docs/a,b:c.md", 1, 2), "100 %\n::error::x", "a\rb")
    line, summary = report.as_github([problem], SETTINGS).split("\n")
    assert line == (
        "::error file=docs/a%2Cb%3Ac.md,line=1,col=2,title=raw-html::100 %25%0A::error::x (a%0Db)"
    )
    assert summary == "Found 1 error."


def test_workflow_levels() -> None:
    lines = report.as_github([ERROR, WARNING, INFO], SETTINGS).split("\n")
    assert [line.split(" ")[0] for line in lines[:3]] == ["::error", "::warning", "::notice"]


def test_cells_of_the_step_summary_are_escaped() -> None:
    problem = Problem(
        "raw-html", Span("docs/a`|b.md"), "<script>|x|\n[y](z) @someone #1", "a\\b *c*"
    )
    row = report.as_step_summary([problem], SETTINGS).splitlines()[-1]
    assert "<script>" not in row.replace("\\<", "").replace("\\>", "")
    assert row.count("|") - row.count("\\|") == 6
    assert "\\@someone" in row
    assert "\\[y\\](z)" in row
