"""``casebook build``: a fresh folder that takes the place of the old one, or leaves it alone."""

from pathlib import Path

import pytest

from mkdocs_casebook.cli import FAILED, OK, main
from tests.sites import small_study

MARK = "site/kept.txt"


def build(root: Path, *options: str) -> int:
    return main(["build", "--config-file", str(root / "mkdocs.yml"), *options])


def with_old_site(root: Path) -> Path:
    (root / "site").mkdir()
    (root / MARK).write_text("the old site", "utf-8")
    return root


def left_over(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.name.startswith(".site")]


def test_builds_every_language_and_replaces_the_old_site(tmp_path: Path) -> None:
    root = with_old_site(small_study(tmp_path))
    assert build(root, "--strict") == OK
    for page in (
        "index.html",
        "definitions/social-exclusion/index.html",
        "definitions/social-exclusion/v1/index.html",
        "cases/safer-cities/index.html",
        "bibliography/geddes_2000/index.html",
        "fr/index.html",
        "fr/definitions/social-exclusion/index.html",
        "fr/bibliography/geddes_2000/index.html",
    ):
        assert (root / "site" / page).is_file(), page
    assert not (root / MARK).exists()
    assert left_over(root) == []


@pytest.mark.parametrize(
    ("changes", "options"),
    [
        pytest.param({"docs/en/index.md": "It says so [@nobody].\n"}, (), id="an error"),
        pytest.param(
            {"bibliography.bib": "@book{only, title = {No author}, date = {2000}}\n"},
            (),
            id="a bibliography without what is cited",
        ),
        pytest.param(
            {"docs/en/about.md": "# About\n\n[nowhere](missing.md)\n"},
            ("--strict",),
            id="a warning of MkDocs in strict mode",
        ),
        pytest.param({"mkdocs.fr.yml": None}, (), id="a language without configuration"),
        pytest.param(
            {"mkdocs.fr.yml": "INHERIT: mkdocs.yml\ntheme: {name: no-such-theme}\n"},
            (),
            id="a configuration that MkDocs refuses",
        ),
    ],
)
def test_a_failed_build_leaves_the_old_site(
    tmp_path: Path,
    changes: dict[str, str | None],
    options: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = with_old_site(small_study(tmp_path, changes))
    assert build(root, *options) == FAILED
    assert (root / MARK).read_text("utf-8") == "the old site"
    assert [path.name for path in (root / "site").iterdir()] == ["kept.txt"]
    assert left_over(root) == []
    captured = capsys.readouterr()
    assert "old site is untouched" in captured.err
    assert "Traceback" not in captured.err
