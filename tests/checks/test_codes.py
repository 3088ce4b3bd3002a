"""Each code is reported at its place, with a message and a hint that help; mended, it is silent."""

from pathlib import Path
from textwrap import dedent

import pytest

from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.model.problems import CODES, Severity
from tests.checks.analysis_examples import ANALYSIS_FAULTS
from tests.checks.bibliography_examples import BIBLIOGRAPHY_FAULTS
from tests.checks.case_examples import CASE_FAULTS
from tests.checks.examples import FAULTS, MARK, Fault
from tests.checks.good_study import GOOD
from tests.studies import problems_in, study

# Their examples stand in test_publication.py.
PUBLISHING = {"invalid-lock", "changed-text", "lost-address", "unpublished-version"}

# Their examples stand in tests/cli/test_import.py.
IMPORTING = {
    "invalid-map",
    "broken-table",
    "guessed-encoding",
    "skipped-row",
    "unplaced-value",
    "unplaced-column",
    "blank-value",
    "incomplete-draft",
}


def test_the_good_study_is_silent(tmp_path: Path) -> None:
    found, problems = study(tmp_path, GOOD)
    assert [*problems, *find_problems(found)] == []
    assert len(found.documents) == 19
    assert all(document.record for document in found.documents if document.kind)


ALL = (*FAULTS, *CASE_FAULTS, *ANALYSIS_FAULTS, *BIBLIOGRAPHY_FAULTS)


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: f"{fault.code}: {fault.message}")
def test_each_fault_is_reported_where_it_stands(fault: Fault, tmp_path: Path) -> None:
    text = GOOD.get(fault.file, "")
    assert text.count(fault.good) == 1 or not fault.good
    broken = dedent(text.replace(fault.good, fault.bad) if fault.good else fault.bad)
    place = broken.find(MARK)
    line = broken.count("\n", 0, place) + 1
    column = place - broken.rfind("\n", 0, place)
    found, problems = study(tmp_path, {**GOOD, fault.file: broken.replace(MARK, "")})
    reported = {
        (problem.code, str(problem.span)): problem for problem in (*problems, *find_problems(found))
    }
    problem = reported.get((fault.code, f"{fault.file}:{line}:{column}"))
    assert problem is not None, "\n".join(f"{code} {span}" for code, span in reported)
    assert fault.message in problem.message
    assert fault.hint in problem.hint
    assert problem.hint or not fault.hint


def test_every_code_has_an_example() -> None:
    elsewhere = {"unreadable-file", "stale-download", *PUBLISHING, *IMPORTING}
    assert {fault.code for fault in ALL} | elsewhere == set(CODES)


def test_an_ignored_code_is_silent(tmp_path: Path) -> None:
    settings = """\
        docs_dir: docs/en
        extra: {casebook: {languages: {en: docs/en}, severity: {unknown-source: ignore}}}
        """
    files = {"mkdocs.yml": settings, "docs/en/index.md": "@nobody_1900\n"}
    assert problems_in(tmp_path, files) == []


def test_a_message_fits_its_line() -> None:
    for code in CODES.values():
        assert code.summary.endswith(".")
        assert code.severity is not Severity.IGNORE
