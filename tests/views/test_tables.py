"""The tables of a study: valid, exact, described in every language, and the same each time."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from frictionless import Package

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.views.pages.data import data_page, dictionary_page
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.tables import TABLES
from mkdocs_casebook.views.tables.described import describe_column, describe_table
from mkdocs_casebook.views.tables.files import table_files
from mkdocs_casebook.views.view import View
from mkdocs_casebook.views.vocabulary import Vocabulary, available
from tests.sites import site_of, small_study

ROOT = Path(__file__).parents[2]
NOTICE = "Text CC BY 4.0. Quotations belong to their authors."
CASE = "docs/en/cases/safer-cities.md"
# What a table, a spreadsheet or a browser might take for something else.
HOSTILE = (
    'a "quoted", cell; with | all \t delimiters',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-12 %",
    "@SUM(1)",
    "NULL",
    "true",
    "1,5",
    "1988/1995",
    "</script><script>alert(1)</script>",
    "two\nlines",
    "é ‘ß’ \u00a0 œ",
)


def files_of(site: Site) -> dict[str, str]:
    """Return the data files about cases, by name."""
    found = table_files(site, InlineMarkdown(site).render)
    return {each.path.removeprefix("data/"): each.text for each in found}


def written(files: Mapping[str, str], folder: Path) -> Path:
    """Write data files into a folder."""
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    return folder


def small_site(root: Path, changes: Mapping[str, str | None] | None = None) -> Site:
    return replace(site_of(small_study(root, changes)), notice=NOTICE)


def rows_of(files: Mapping[str, str], name: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(files[name], newline=""))]


def faults(folder: Path) -> list[str]:
    """Return what ``frictionless validate`` has to say of a package."""
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.stats["tasks"] == len(TABLES)
    return [f"{each[0]}: {each[1]}" for each in report.flatten(["type", "note"])]


@pytest.fixture(scope="module")
def this_site() -> Site:
    """Return the site of the study of this repository."""
    configuration, problems = read_configuration(ROOT / "mkdocs.yml")
    assert not problems
    return Site(read_study(configuration), "en", "This study", "https://example.org/", True, NOTICE)


@pytest.fixture(scope="module")
def these_files(this_site: Site) -> dict[str, str]:
    """Return the data files of the study of this repository."""
    return files_of(this_site)


# Validity


def test_frictionless_finds_nothing_wrong(
    this_site: Site, these_files: dict[str, str], tmp_path: Path
) -> None:
    folder = written(these_files, tmp_path / "data")
    assert faults(folder) == []
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert [each["path"] for each in package["resources"]] == [each.file for each in TABLES]
    ids = [each["id"] for each in rows_of(these_files, "cases.csv")]
    assert ids == sorted(each.id for each in this_site.study.of_kind(Kind.CASE))


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("partners.csv", ",public,", ",secret,", "constraint-error"),
        ("partners.csv", "safer-cities,1,", "safer-towns,1,", "foreign-key"),
        ("cases.csv", "rede-social,", "safer-cities,", "primary-key"),
        ("areas.csv", ",city,", ",,", "constraint-error"),
        ("contexts.csv", ",1997,1997,", ",1997,soon,", "type-error"),
        ("contexts.csv", ",1997,1997,", ",in May,1997,", "constraint-error"),
    ],
)
def test_frictionless_would_find_it(
    file: str, old: str, new: str, fault: str, tmp_path: Path
) -> None:
    folder = written(files_of(small_site(tmp_path / "study")), tmp_path / "data")
    text = (folder / file).read_bytes().decode()
    assert old in text
    (folder / file).write_bytes(text.replace(old, new, 1).encode())
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        del resource["bytes"], resource["hash"]
    (folder / "datapackage.json").write_text(json.dumps(package))
    assert any(fault in each for each in faults(folder)), faults(folder)


def test_a_changed_file_is_noticed_by_its_hash(tmp_path: Path) -> None:
    folder = written(files_of(small_site(tmp_path / "study")), tmp_path / "data")
    with (folder / "criteria.csv").open("ab") as file:
        file.write(b"more,2,More,?,a,b,c,/\r\n")
    assert any("hash-count" in each for each in faults(folder))


def test_the_package_names_its_licence_date_and_sources(tmp_path: Path) -> None:
    changes = {CASE: _case(summary="A scheme.", date="2026-11-22")}
    package = json.loads(files_of(small_site(tmp_path, changes))["datapackage.json"])
    assert package["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
            "title": NOTICE,
        }
    ]
    assert (package["version"], package["created"]) == ("2026-11-22", "2026-11-22T00:00:00Z")
    assert any("Geddes" in each["title"] for each in package["sources"])
    assert package["homepage"] == "https://example.org/study/data/"


def test_a_site_without_licence_claims_none(tmp_path: Path) -> None:
    package = json.loads(files_of(site_of(small_study(tmp_path)))["datapackage.json"])
    assert "licenses" not in package


# Exactness


def _case(**fields: Any) -> str:
    """Return a file with a case."""
    record = {
        "title": "Safer Cities",
        "country": "GB",
        "areas": [{"name": "England", "scale": "country", "lat": 52.5, "lon": -1.5}],
        "period": "1988/1995-23",
        "project": {},
        "partners": [
            {"name": "Home Office", "sector": "public", "level": "national"},
            {"name": "Police", "sector": "public", "level": "local", "source": "geddes_2000"},
        ],
        "scheme": {"type": "partnership"},
        **fields,
    }
    return f"---\n{yaml.safe_dump(record, allow_unicode=True)}---\n"


def test_a_cell_is_what_the_record_says(tmp_path: Path) -> None:
    pieces = [
        {"kind": "quotation", "text": text, "source": "geddes_2000", "note": text}
        for text in HOSTILE
    ]
    for_title = HOSTILE[0]
    case = _case(
        title=for_title, policy_fields=[*HOSTILE], risks=[{"risk": "Blame.", "evidence": pieces}]
    )
    files = files_of(small_site(tmp_path / "study", {CASE: case}))
    row = next(each for each in rows_of(files, "cases.csv") if each["id"] == "safer-cities")
    assert row["title"] == for_title
    assert json.loads(row["policy_fields"]) == [*HOSTILE]
    found = rows_of(files, "evidence.csv")
    assert [(each["text"], each["note"]) for each in found] == [(each, each) for each in HOSTILE]
    assert {(each["about"], each["statement"]) for each in found} == {("risk", "Blame.")}
    assert faults(written(files, tmp_path / "data")) == []
    assert "<script" not in files["study.json"] + files["datapackage.json"]


def test_markdown_becomes_its_words(tmp_path: Path) -> None:
    text = "*Crime* and [exclusion](term:social-exclusion) [@geddes_2000, p. 3]."
    case = _case(project={"problem": text})
    row = rows_of(files_of(small_site(tmp_path, {CASE: case})), "cases.csv")
    problem = next(each["problem"] for each in row if each["id"] == "safer-cities")
    assert problem == "Crime and exclusion (Geddes 2000, 3)."


@pytest.mark.parametrize(
    ("period", "start", "end", "ongoing"),
    [
        ("1988/1995-23", "1988", "1995", "false"),
        ("1997/..", "1997", "", "true"),
        ("1997/", "1997", "", ""),
        ("../1997", "", "1997", "false"),
        ("198X/1990~", "", "1990", "false"),
        ("2001", "2001", "2001", "false"),
    ],
)
def test_what_is_not_known_of_a_period_stays_unknown(
    period: str, start: str, end: str, ongoing: str, tmp_path: Path
) -> None:
    site = small_site(tmp_path, {CASE: _case(period=period)})
    rows = rows_of(files_of(site), "cases.csv")
    row = next(each for each in rows if each["id"] == "safer-cities")
    found = (row["period"], row["start_year"], row["end_year"], row["ongoing"])
    assert found == (period, start, end, ongoing)


def test_no_evidence_is_written_out(these_files: dict[str, str]) -> None:
    rows = rows_of(these_files, "assessments.csv")
    assert {"no-evidence", "met"} <= {each["verdict"] for each in rows}
    for row in rows:
        counts = [int(row[f"evidence_{each}"]) for each in ("for", "against", "neutral")]
        assert row["verdict"] == "no-evidence" or any(counts)


def test_lines_end_as_the_standard_says(tmp_path: Path) -> None:
    files = files_of(small_site(tmp_path))
    for name in (each.file for each in TABLES):
        assert files[name].endswith("\r\n")
        assert "\n" not in files[name].replace("\r\n", "")
        assert not files[name].startswith("\ufeff")


# The whole study


def test_the_whole_study_fits_its_schema(this_site: Site, these_files: dict[str, str]) -> None:
    files = these_files
    schema, whole = json.loads(files["study.schema.json"]), json.loads(files["study.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(whole, schema)
    records = whole["records"]
    count = sum(len(each) for each in records.values())
    assert count == sum(1 for each in this_site.study.documents if each.record)
    for each in records.values():
        order = [(record["id"], record["language"] != "en") for record in each]
        assert order == sorted(order)
    broken = json.loads(files["study.json"])
    broken["records"]["case"][0]["record"]["scheme"]["type"] = "marriage"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_the_schema_says_what_each_field_is(these_files: dict[str, str]) -> None:
    schema = json.loads(these_files["study.schema.json"])
    silent = [
        f"{model}.{name}"
        for model, part in schema["$defs"].items()
        for name, field in part.get("properties", {}).items()
        if not field.get("description")
    ]
    assert silent == []


def test_a_translation_stands_beside_its_original(tmp_path: Path) -> None:
    whole = json.loads(files_of(small_site(tmp_path))["study.json"])
    found = [each for each in whole["records"]["definition"] if each["id"] == "social-exclusion"]
    assert [each["language"] for each in found] == ["en", "fr"]
    assert found[1]["record"]["term"] == "exclusion sociale"
    assert found[1]["url"] == "https://example.org/study/fr/definitions/social-exclusion/"


# Sites and builds


def test_the_files_stand_once(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    assert files_of(site_of(study)) != {}
    assert files_of(site_of(study, "fr")) == {}


_PROGRAM = """
import sys, hashlib
from pathlib import Path
from tests.views.test_tables import files_of
from tests.sites import site_of
files = files_of(site_of(Path(sys.argv[1])))
print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())
"""


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    root = small_study(tmp_path)
    seen = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), *sys.path]))
        command = [sys.executable, "-c", _PROGRAM, str(root)]
        seen.add(subprocess.run(command, env=environment, check=True, stdout=-1).stdout)
    assert len(seen) == 1


# The pages


def _page(site: Site, layout: Any, page: str) -> str:
    laid_out = layout(View(site, page, InlineMarkdown(site).render))
    return "".join(str(getattr(piece, "html", "")) for piece in laid_out.pieces)


@pytest.mark.parametrize("language", sorted(available()))
def test_every_column_is_described(language: str) -> None:
    words, english = Vocabulary(language), Vocabulary("en")
    for table in TABLES:
        assert describe_table(words, table).text
        for column in table.columns:
            described = describe_column(words, table, column)
            assert described.title
            assert described.text.endswith((".", "…"))
            same = described.text == describe_column(english, table, column).text
            assert same == (language == "en")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_dictionary_has_every_column(language: str, tmp_path: Path) -> None:
    site = replace(small_site(tmp_path), language=language)
    html = _page(site, dictionary_page, "data/dictionary.md")
    for table in TABLES:
        for column in table.columns:
            assert f'id="{table.name}-{column.name}"' in html
            for value in column.choices:
                assert f"<code>{value}</code>" in html


def test_the_page_links_to_every_file_of_its_own(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    html = _page(site, data_page, "data/index.md")
    for name in files_of(site):
        assert f'href="{name}"' in html
    french = _page(replace(site, language="fr"), data_page, "data/index.md")
    for name in files_of(site):
        assert f'href="../../data/{name}"' in french
    assert 'href="https://creativecommons.org/licenses/by/4.0/" rel="license"' in html
