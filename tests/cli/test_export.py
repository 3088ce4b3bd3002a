"""``casebook export``: this study's own bibliography and a small one, read back."""

import json
import os
import re
from pathlib import Path

import pytest
from pybtex.database import parse_file, parse_string

from mkdocs_casebook.cli import FAILED, OK, USAGE, main
from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import normalise
from tests.sites import small_study

ROOT = Path(__file__).parents[2]
FORMATS = ("bibtex", "biblatex", "ris", "csl-json")
RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - [^\r\n]*")


def export(root: Path, *arguments: str) -> int:
    return main(["export", "--config-file", str(root / "mkdocs.yml"), *arguments])


def own_keys() -> set[str]:
    text = (ROOT / "bibliography.bib").read_text("utf-8")
    return set(read_bibliography(text, "bibliography.bib")[0])


@pytest.mark.parametrize("format_", ["bibtex", "biblatex"])
def test_this_bibliography_as_bibtex(format_: str, tmp_path: Path) -> None:
    file = tmp_path / "sources.bib"
    assert export(ROOT, format_, "--output", str(file)) == OK
    assert set(parse_file(str(file), "bibtex").entries) == own_keys()
    before, _ = read_bibliography(
        (ROOT / "bibliography.bib").read_text("utf-8"), "bibliography.bib"
    )
    after, problems = read_bibliography(file.read_text("utf-8"), "sources.bib")
    assert problems == []
    assert normalise(after)[0] == normalise(before)[0]


def test_this_bibliography_as_csl_json(tmp_path: Path) -> None:
    file = tmp_path / "sources.json"
    assert export(ROOT, "csl-json", "--output", str(file)) == OK
    items = json.loads(file.read_text("utf-8"))
    assert {item["id"] for item in items} == own_keys()
    assert all(item["type"] and item["title"] for item in items)


def test_this_bibliography_as_ris(tmp_path: Path) -> None:
    file = tmp_path / "sources.ris"
    assert export(ROOT, "ris", "-o", str(file)) == OK
    *records, rest = file.read_bytes().decode().split("ER  - \r\n")
    assert rest == ""
    assert len(records) == len(own_keys())
    for record in records:
        first, *lines = record.strip("\r\n").split("\r\n")
        assert first.startswith("TY  - ")
        assert all(RIS_LINE.fullmatch(line) for line in lines)
        assert not any(line.startswith("TY") for line in lines)


@pytest.mark.parametrize("format_", FORMATS)
def test_printed_and_written_are_the_same(
    format_: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    study = small_study(tmp_path)
    assert export(study, format_) == OK
    assert export(study, format_, "--output", str(study / "out")) == OK
    assert capsysbinary.readouterr().out == (study / "out").read_bytes() != b""


def test_a_file_is_replaced_whole_and_nothing_is_left(tmp_path: Path) -> None:
    study = small_study(tmp_path)
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "real.ris").write_text("old")
    (folder / "sources.ris").symlink_to("real.ris")
    assert export(study, "ris", "--output", str(folder / "sources.ris")) == OK
    assert (folder / "real.ris").read_text("utf-8").startswith("TY  - ")
    assert sorted(path.name for path in folder.iterdir()) == ["real.ris", "sources.ris"]
    assert (folder / "sources.ris").is_symlink()


@pytest.mark.parametrize("target", ["missing/out.bib", ".", "a\x00b"])
def test_what_cannot_be_written(
    target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = small_study(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert export(study, "bibtex", "--output", str(tmp_path / target)) == FAILED
    captured = capsys.readouterr()
    assert "cannot be written" in captured.err
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_no_plain_file_stays_what_it_is(tmp_path: Path) -> None:
    assert export(small_study(tmp_path), "bibtex", "--output", os.devnull) == OK
    assert not Path(os.devnull).is_file()


def test_an_unreadable_entry_costs_only_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bib = "@book{a, title = {A}, date = {2000}}\n@book{b, title {B}}\n"
    assert export(small_study(tmp_path, {"bibliography.bib": bib}), "biblatex") == OK
    captured = capsys.readouterr()
    assert list(parse_string(captured.out, "bibtex").entries) == ["a"]
    assert "bibliography.bib:2:1: error" in captured.err


def test_an_unreadable_file_leaves_the_old_export(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = small_study(tmp_path, {"bibliography.bib": None})
    (study / "bibliography.bib").unlink()
    (study / "old.bib").write_text("old")
    assert export(study, "bibtex", "--output", str(study / "old.bib")) == FAILED
    assert (study / "old.bib").read_text() == "old"
    captured = capsys.readouterr()
    assert "nothing was written" in captured.err
    assert captured.out == ""


def test_several_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = "[bibliography.bib, more.bib]"
    settings = f"extra: {{casebook: {{languages: {{en: docs/en}}, bibliography: {files}}}}}\n"
    more = "@book{more, title = {More}, date = {2000}}\n@book{GEDDES_2000, title = {Twice}}\n"
    study = small_study(tmp_path, {"mkdocs.yml": settings, "more.bib": more})
    assert export(study, "csl-json") == OK
    captured = capsys.readouterr()
    ids = [item["id"] for item in json.loads(captured.out)]
    assert {"more", "geddes_2000"} <= set(ids)
    assert "GEDDES_2000" not in ids
    assert "more.bib:2:1: error: the key 'GEDDES_2000' is taken" in captured.err


def test_usage(tmp_path: Path) -> None:
    assert export(tmp_path, "ris") == USAGE
    for arguments in ([], ["xml"]):
        with pytest.raises(SystemExit) as stopped:
            export(tmp_path, *arguments)
        assert stopped.value.code == USAGE
