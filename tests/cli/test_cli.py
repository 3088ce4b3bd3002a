"""What the commands have in common: usage, warnings, and what they load."""

import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_casebook.cli import FAILED, OK, USAGE, main
from tests.sites import FILES, small_study

NO_YEAR = {"bibliography.bib": FILES["bibliography.bib"].replace("  year = {n.d.},\n", "")}


def run(command: str, root: Path, *options: str) -> int:
    return main([command, "--config-file", str(root / "mkdocs.yml"), *options])


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["check", "extra"], ["build", "--loose"]])
def test_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == USAGE


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_missing_configuration(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, tmp_path) == USAGE
    assert "there is no file" in capsys.readouterr().err


def test_a_warning_fails_a_check_and_a_strict_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_study(tmp_path, NO_YEAR)
    assert run("check", root) == FAILED
    assert run("build", root, "--strict") == FAILED
    assert "'undated' has no year" in capsys.readouterr().err
    assert not (root / "site").exists()


def test_a_build_tells_of_a_warning_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_study(tmp_path, NO_YEAR)
    assert run("build", root) == OK
    assert capsys.readouterr().err.count("'undated' has no year") == 1


def test_checking_loads_no_mkdocs(tmp_path: Path) -> None:
    program = (
        "import sys; from mkdocs_casebook.cli import main; main(['check']);"
        "sys.exit('mkdocs' in sys.modules)"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=small_study(tmp_path), capture_output=True, check=False)
    assert done.returncode == 0
