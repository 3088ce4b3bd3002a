"""``casebook cite`` of cases, in every style and format."""

import json
from pathlib import Path

import pytest
from pybtex.database import parse_string

from mkdocs_casebook.views.case_items import CitableCases
from tests.cli.citing import cited, refused
from tests.sites import site_of

URL = "https://example.org/study/cases/safer-cities/"
EDITORS = "Editors of A small study"


@pytest.mark.parametrize("name", ["case:safer-cities", "safer-cities"])
def test_a_case_is_cited_in_the_style_of_the_study(
    study: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    found = cited(study, capsys, name)
    assert found == f"{EDITORS}. n.d. ‘Safer Cities’. In A Small Study. {URL}.\n"


def test_the_command_gives_what_the_page_gives(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = CitableCases(site_of(study))
    for each in cases.references.in_all_styles("case-safer-cities"):
        found = cited(study, capsys, "case:safer-cities", "--style", each.style)
        assert " ".join(each.html.striptags().split()) in " ".join(found.split()), each.style
    files = {file.format: file.text for file in cases.cases["safer-cities"].files()}
    for format, text in files.items():
        found = cited(study, capsys, "case:safer-cities", "--format", format.lower())
        assert found.strip() == text.strip()


def test_data_keep_everything(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = cited(study, capsys, "case:safer-cities", "--format", "bibtex")
    entry = parse_string(found, "bibtex").entries["case-safer-cities"]
    assert (entry.fields["title"], entry.fields["url"]) == ("{Safer Cities}", URL)
    (item,) = json.loads(cited(study, capsys, "case:safer-cities", "--format", "csl-json"))
    assert (item["author"], item["URL"]) == ([{"literal": EDITORS}], URL)


def test_sources_definitions_and_cases_stand_in_one_list(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("@silver_1994", "term:social-exclusion@1", "case:safer-cities")
    assert cited(study, capsys, *names, "--format", "ris").count("TY  - ") == 3


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("case:safer-citys", "did you mean 'safer-cities'?"),
        ("case:zzz", "the study has no case 'zzz'"),
        ("case:social-exclusion", "the study has no case 'social-exclusion'"),
        ("term:safer-cities", "the study has no definition 'safer-cities'"),
        ("case:", "the study has no case ''"),
    ],
)
def test_what_is_not_there(
    study: Path, capsys: pytest.CaptureFixture[str], name: str, message: str
) -> None:
    assert message in refused(study, capsys, name)
