"""The official fixtures of CSL, with a ratchet of those that pass."""

from __future__ import annotations

import html
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from mkdocs_casebook import csl

_HERE = Path(__file__).parent
_SECTION = re.compile(r">>=+ (?P<name>[A-Z-]+) =+>>\n?(?P<text>.*?)\n?<<=+ (?P=name) =+<<", re.S)


def suite() -> Path:
    """Find the fixtures: beside the checkout, or where CSL_TEST_SUITE says."""
    named = os.environ.get("CSL_TEST_SUITE")
    if named:
        return Path(named)
    for parent in _HERE.parents:
        folder = parent / "shared" / "csl" / "test-suite"
        if folder.is_dir():
            return folder
    return Path("/nonexistent")


def fixtures() -> Iterator[Path]:
    yield from sorted(suite().glob("*.txt"))


def sections(path: Path) -> dict[str, str]:
    text = path.read_text(encoding="utf-8")
    return {match["name"]: match["text"] for match in _SECTION.finditer(text)}


def clusters_of(parts: Mapping[str, str], items: list[dict[str, Any]]) -> list[Any]:
    """Give the citations of a fixture in the order of the document."""
    if "CITATION-ITEMS" in parts:
        return list(json.loads(parts["CITATION-ITEMS"]))
    if "CITATIONS" not in parts:
        return [[{"id": key} for key in dict.fromkeys(item.get("id") for item in items)]]
    order: list[tuple[str, int]] = []
    known: dict[str, list[dict[str, Any]]] = {}
    for citation, before, after in json.loads(parts["CITATIONS"]):
        name = citation["citationID"]
        known[name] = citation["citationItems"]
        note = citation.get("properties", {}).get("noteIndex", 0)
        order = [*map(tuple, before), (name, note), *map(tuple, after)]
    return [{"items": known[name], "note": note} for name, note in order]


def expected_of(parts: Mapping[str, str]) -> str:
    """Give the result of a fixture; of a run of updates only the text of each citation."""
    result = parts["RESULT"].strip()
    if "CITATIONS" in parts and parts["MODE"].strip() == "citation":
        return re.sub(r"(?m)^(>>|\.\.)\[\d+\] ", "", result)
    return result


def run(path: Path) -> str:
    parts = sections(path)
    items = json.loads(parts["INPUT"])
    rendered = csl.render(parts["CSL"], items, clusters_of(parts, items))
    if parts["MODE"].strip() == "bibliography":
        entries = "\n".join(
            f'  <div class="csl-entry">{entry}</div>' for entry in rendered.bibliography
        )
        return f'<div class="csl-bib-body">\n{entries}\n</div>'
    return "\n".join(rendered.citations)


def same_html(text: str) -> str:
    blocks = re.sub(r"\s*(</?div[^>]*>)\s*", r"\1", text)
    return re.sub(r"\s+", " ", blocks).strip()


def same_text(text: str) -> str:
    blocks = re.sub(r"\s*</?div[^>]*>\s*", "\n", text)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", blocks))).strip()


@lru_cache(maxsize=1)
def results() -> dict[str, str]:
    """Run all fixtures: "html", "text" or "fails" by name."""
    found = {}
    for path in fixtures():
        expected = expected_of(sections(path))
        try:
            actual = run(path)
        except Exception as error:
            actual = f"{type(error).__name__}: {error}"
        if same_html(actual) == same_html(expected):
            found[path.stem] = "html"
        elif same_text(actual) == same_text(expected):
            found[path.stem] = "text"
        else:
            found[path.stem] = "fails"
            if os.environ.get("CSL_SHOW"):
                print(f"--- {path.stem}\nE {expected}\nA {actual}")
    return found


def listed() -> dict[str, str]:
    lines = (_HERE / "passing.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return dict(pairs)


def report(found: Mapping[str, str]) -> str:
    families: dict[str, Counter[str]] = {}
    for name, level in found.items():
        families.setdefault(name.partition("_")[0], Counter())[level] += 1
    lines = [f"{'family':16}{'html':>6}{'text':>6}{'all':>6}"]
    total = Counter(found.values())
    for family, counts in [*sorted(families.items()), ("all", total)]:
        text = counts["html"] + counts["text"]
        lines.append(f"{family:16}{counts['html']:6}{text:6}{sum(counts.values()):6}")
    return "\n".join(lines)


@pytest.mark.shared
def test_ratchet() -> None:
    if not suite().is_dir():
        pytest.skip("the fixtures of CSL are not there")
    found = {name: level for name, level in results().items() if level != "fails"}
    assert found == listed(), report(results())


if __name__ == "__main__":
    import sys

    outcome = results()
    print(report(outcome))
    if "--write" in sys.argv:
        lines = [f"{name} {level}" for name, level in outcome.items() if level != "fails"]
        head = "# Fixtures that pass: the same HTML, or the same text only.\n"
        (_HERE / "passing.txt").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
