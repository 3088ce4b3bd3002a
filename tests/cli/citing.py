"""Running ``casebook cite`` in a study."""

from pathlib import Path

import pytest

from mkdocs_casebook.cli import FAILED, OK, main


def cite(root: Path, *arguments: str) -> int:
    """Return the exit code of the command."""
    return main(["cite", "--config-file", str(root / "mkdocs.yml"), *arguments])


def cited(study: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what the command prints where all is well."""
    assert cite(study, *arguments) == OK
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def refused(study: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what the command says of a mistake."""
    assert cite(study, *arguments) == FAILED
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    return captured.err
