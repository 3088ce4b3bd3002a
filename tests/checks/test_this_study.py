"""The study of this repository, and the material that it was written from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.definition import CandidateKind, Definition
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Severity
from mkdocs_casebook.model.record import Evidence, EvidenceKind
from mkdocs_casebook.model.seminar import Seminar
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study

ROOT = Path(__file__).parents[2]
MATERIAL = ROOT.parent / "shared" / "study"
LONGEST_QUOTATION = 40


@pytest.fixture(scope="module")
def this_study() -> Study:
    configuration, problems = read_configuration(ROOT / "mkdocs.yml")
    assert not problems
    return read_study(configuration)


@pytest.fixture(scope="module")
def material() -> Path:
    if not MATERIAL.is_dir():
        pytest.skip("the material does not stand beside the checkout")
    return MATERIAL


def test_nothing_is_wrong(this_study: Study) -> None:
    wrong = [
        f"{problem.span}: {problem.message}"
        for problem in find_problems(this_study)
        if this_study.settings.severity_of(problem.code) is not Severity.INFO
    ]
    assert wrong == []


def test_every_reference_is_read(this_study: Study) -> None:
    assert len(this_study.references) == 360


@pytest.mark.shared
def test_the_bibliography_has_the_keys_of_the_material(this_study: Study, material: Path) -> None:
    text = (material / "references.yml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    entries = data["references"] if isinstance(data, dict) else data
    assert set(this_study.references) == {entry["key"] for entry in entries}


@pytest.mark.shared
def test_every_quotation_stands_in_the_material(this_study: Study, material: Path) -> None:
    known = _one_line(" ".join(_texts(material)))
    missing = [
        f"{place}: {quotation}"
        for place, quotation in _quotations(this_study)
        if _one_line(quotation) not in known
    ]
    assert missing == []


def test_quotations_are_short(this_study: Study) -> None:
    long = [
        f"{place}: {len(text.split())} words"
        for place, text in _quotations(this_study)
        if len(text.split()) > LONGEST_QUOTATION
    ]
    assert long == []


def _quotations(study: Study) -> Iterator[tuple[str, str]]:
    for document in study.of_kind(Kind.DEFINITION):
        if isinstance(document.record, Definition):
            for candidate in document.record.candidates:
                if candidate.kind is CandidateKind.QUOTATION:
                    yield f"{document.path} {candidate.id}", candidate.text
    for document in study.of_kind(Kind.CASE):
        if isinstance(document.record, Case):
            for evidence in _evidence(document.record):
                if evidence.kind is EvidenceKind.QUOTATION:
                    yield f"{document.path} {evidence.source}", evidence.text
    for document in study.of_kind(Kind.SEMINAR):
        if isinstance(document.record, Seminar):
            for passage in document.record.passages:
                yield document.path, passage.text


def _evidence(case: Case) -> Iterator[Evidence]:
    for assessment in case.assessments:
        yield from assessment.evidence
    if case.exclusion_link:
        yield from case.exclusion_link.evidence
    for risk in case.risks:
        yield from risk.evidence


def _texts(material: Path) -> Iterator[str]:
    for file in (*sorted(material.glob("*.txt")), material / "references.yml"):
        yield file.read_text(encoding="utf-8")
    for name in ("definitions", "evidence", "seminars", "cases"):
        text = (material / f"{name}.yml").read_text(encoding="utf-8")
        yield from _strings(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _one_line(text: str) -> str:
    return " ".join(text.split())
