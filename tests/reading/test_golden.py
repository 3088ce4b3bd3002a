"""The golden files of Markdown, front matter and BibTeX: input, and what is read from it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from _pytest.mark.structures import ParameterSet

from mkdocs_casebook.model.mention import Mention
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.markdown import scan
from tests.studies import study

GOLDEN = Path(__file__).parent.parent / "golden"


def _cases(folder: str) -> list[ParameterSet]:
    return [
        pytest.param(yaml.safe_load(file.read_text(encoding="utf-8")), id=file.stem)
        for file in sorted((GOLDEN / folder).glob("*.yml"))
    ]


def _lines(problems: Iterable[Problem]) -> list[str]:
    ordered = sorted(problems, key=lambda problem: (problem.span, problem.code))
    return [f"{each.code}:{each.span.line}:{each.span.column}: {each.message}" for each in ordered]


def _mention(mention: Mention) -> dict[str, object]:
    target = mention.target
    return {
        **({"cites": target.id} if mention.cites else {"links": str(target)}),
        "line": mention.span.line,
        "column": mention.span.column,
        "sentence": mention.sentence,
        **({"heading": mention.heading} if mention.heading else {}),
        **({"anchor": mention.anchor} if mention.anchor else {}),
    }


@pytest.mark.parametrize("case", _cases("citations"))
def test_citations(case: Mapping[str, Any]) -> None:
    found = scan(case["input"], "page.md")
    assert [_mention(mention) for mention in found.mentions] == case["expected"]
    assert _lines(found.problems) == case.get("problems", [])


@pytest.mark.parametrize("case", _cases("front_matter"))
def test_front_matter(case: Mapping[str, Any], tmp_path: Path) -> None:
    file = "docs/en/entrees/area.md"
    found, _ = study(tmp_path, {file: case["input"].encode()})
    assert {problem.span.file for problem in found.problems} <= {file}
    assert _lines(found.problems) == case["expected"]


@pytest.mark.parametrize("case", _cases("bibtex"))
def test_bibtex(case: Mapping[str, Any]) -> None:
    references, problems = read_bibliography(case["input"], "bibliography.bib")
    entries = {
        key: {"type": each.type, "line": each.span.line, **each.fields}
        for key, each in references.items()
    }
    assert entries == case["expected"]
    assert _lines(problems) == case["problems"]
