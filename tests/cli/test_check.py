"""``casebook check``: formats, exit codes, and what it says of this study with one fault in it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_casebook.cli import FAILED, OK, USAGE, main
from tests.sites import small_study

ROOT = Path(__file__).parents[2]
WRONG_KEY = {
    "docs/en/index.md": "# A small study\n\nIt asks [@gedes_2000].\n",
}


def check(root: Path, *options: str) -> int:
    return main(["check", "--config-file", str(root / "mkdocs.yml"), *options])


def test_a_clean_study_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(small_study(tmp_path)) == OK
    assert "error" not in capsys.readouterr().out


def test_remarks_do_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(small_study(tmp_path)) == OK
    assert "info: nothing cites 'twin_one' [unused-source]" in capsys.readouterr().out


def test_an_error_fails_with_its_place_and_the_nearest_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(small_study(tmp_path, WRONG_KEY)) == FAILED
    out = capsys.readouterr().out
    assert "docs/en/index.md:3:10: error: the bibliography has no entry 'gedes_2000'" in out
    assert "did you mean 'geddes_2000'?" in out


def test_severity_is_configuration(tmp_path: Path) -> None:
    root = small_study(tmp_path, WRONG_KEY)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("severity: {", "severity: {unknown-source: info, ")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    assert check(root) == OK


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(small_study(tmp_path, WRONG_KEY), "--format", "json") == FAILED
    report = json.loads(capsys.readouterr().out)
    (problem,) = [each for each in report["problems"] if each["severity"] == "error"]
    assert problem["code"] == "unknown-source"
    assert (problem["file"], problem["line"], problem["column"]) == ("docs/en/index.md", 3, 10)
    assert report["counts"]["error"] == 1


def test_github(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    root = small_study(tmp_path / "study", WRONG_KEY)
    assert check(root, "--format", "github") == FAILED
    place = "::error file=docs/en/index.md,line=3,col=10,title=unknown-source::"
    assert place in capsys.readouterr().out
    assert "unknown-source" in summary.read_text("utf-8")


def test_usage(tmp_path: Path) -> None:
    assert check(tmp_path) == USAGE
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--format", "xml"])
    assert stopped.value.code == USAGE


def test_as_a_module(tmp_path: Path) -> None:
    root = small_study(tmp_path)
    command = [sys.executable, "-m", "mkdocs_casebook.cli", "check"]
    assert subprocess.run(command, cwd=root, capture_output=True, check=False).returncode == OK


def test_one_wrong_key_in_a_case_of_this_study(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("mkdocs.yml", "mkdocs.fr.yml", "bibliography.bib"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    case = tmp_path / "docs/en/cases/safer-cities.md"
    lines = case.read_text("utf-8").split("\n")
    line = next(number for number, text in enumerate(lines) if "[@tilley_1992]" in text)
    column = lines[line].index("@tilley_1992") + 1
    lines[line] = lines[line].replace("@tilley_1992", "@tilley_1992x", 1)
    case.write_text("\n".join(lines), "utf-8")
    assert check(tmp_path) == FAILED
    out = capsys.readouterr().out
    place = f"docs/en/cases/safer-cities.md:{line + 1}:{column}: error:"
    assert f"{place} the bibliography has no entry 'tilley_1992x' [unknown-source]" in out
    assert "did you mean 'tilley_1992'?" in out
