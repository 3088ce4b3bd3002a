"""``casebook cite`` of definitions: any version, in every style and format."""

import json
from pathlib import Path

import pytest
from pybtex.database import parse_string

from tests.cli.citing import cited, refused

URL = "https://example.org/study/definitions/social-exclusion/v1/"
EDITORS = "Editors of A small study"


def test_a_version_is_cited_in_the_style_of_the_study(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = cited(study, capsys, "social-exclusion@1")
    assert found == (
        f"{EDITORS}. 2001. ‘Social exclusion’. In A Small Study, version 1. March. {URL}.\n"
    )


def test_without_a_number_the_current_version_is_cited(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("social-exclusion", "term:social-exclusion", "social-exclusion@2"):
        assert "social-exclusion/v2/" in cited(study, capsys, name, "--style", "apa")


def test_bibtex_keeps_everything(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = cited(study, capsys, "social-exclusion@1", "--format", "bibtex")
    entry = parse_string(found, "bibtex").entries["social-exclusion-v1"]
    assert entry.type == "incollection"
    assert entry.persons["author"][0].last_names == [f"{{{EDITORS}}}"]
    assert dict(entry.fields) | {
        "title": "Social exclusion",
        "booktitle": "A small study",
        "note": "Version 1",
        "year": "2001",
        "month": "March",
        "url": URL,
    } == dict(entry.fields)


def test_csl_json_keeps_everything(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (item,) = json.loads(cited(study, capsys, "social-exclusion@1", "--format", "csl-json"))
    assert item["type"] == "entry-dictionary"
    assert item["author"] == [{"literal": EDITORS}]
    assert (item["title"], item["container-title"]) == ("Social exclusion", "A small study")
    assert (item["version"], item["issued"]) == ("1", {"date-parts": [[2001, 3]]})
    assert item["URL"] == URL


def test_sources_and_definitions_stand_in_one_list(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = cited(study, capsys, "@silver_1994", "social-exclusion@1", "--format", "ris")
    assert found.count("TY  - ") == 2
    assert f"AU  - {EDITORS},\r\n" in found or f"AU  - {EDITORS},\n" in found


@pytest.mark.parametrize("number", ["3", "x", "1.0", "٢"])
def test_a_version_that_does_not_exist_is_refused(
    study: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    error = refused(study, capsys, f"social-exclusion@{number}")
    assert "has no version" in error or "bibliography has no entry" in error
    assert "1, 2" in error
