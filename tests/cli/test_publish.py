"""``casebook publish``: what it records, and what it refuses."""

from pathlib import Path

import pytest

from mkdocs_casebook.cli import FAILED, OK, main
from mkdocs_casebook.model.publication import LOCK
from tests.sites import small_study

EN = "docs/en/definitions/social-exclusion.md"


def publish(root: Path) -> int:
    return main(["publish", "--config-file", str(root / "mkdocs.yml")])


def change(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), "utf-8")


def test_publishing_twice_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_study(tmp_path)
    assert publish(root) == OK
    out = capsys.readouterr().out
    assert "published social-exclusion@1 en" in out
    assert "published social-exclusion@2 fr" in out
    assert "8 new permanent addresses" in out
    before = (root / LOCK).read_bytes()
    assert publish(root) == OK
    assert "nothing new" in capsys.readouterr().out
    assert (root / LOCK).read_bytes() == before


def test_a_new_version_is_added(tmp_path: Path) -> None:
    root = small_study(tmp_path)
    publish(root)
    before = (root / LOCK).read_text("utf-8").splitlines()
    change(
        root,
        "docs/en/definitions/partnership.md",
        "definition: Several bodies that act together.\n",
        "definition: Several bodies that act together.\n"
        "  - version: 2\n    date: 2002\n    definition: Bodies.\n    change: Shorter.\n",
    )
    assert publish(root) == OK
    after = (root / LOCK).read_text("utf-8").splitlines()
    new = [line for line in after if line not in before and not line.startswith("checksum")]
    assert new[0].startswith("  partnership@2 en: ")
    assert new[1:] == ["  - definitions/partnership/v2/"]
    assert [line for line in before if line not in after and not line.startswith("checksum")] == []


def test_a_changed_text_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_study(tmp_path)
    publish(root)
    before = (root / LOCK).read_bytes()
    change(root, EN, "The first text.", "The first texts.")
    assert publish(root) == FAILED
    printed = capsys.readouterr()
    assert f"{EN}:11:17: error: the published text of 'social-exclusion@1 en'" in printed.out
    assert "casebook revise social-exclusion" in printed.out
    assert "nothing was published" in printed.err
    assert (root / LOCK).read_bytes() == before


def test_a_check_fails_when_one_letter_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_study(tmp_path)
    publish(root)
    check = ["check", "--config-file", str(root / "mkdocs.yml")]
    assert main(check) == OK
    change(root, EN, "The first text.", "The first texts.")
    assert main(check) == FAILED
    out = capsys.readouterr().out
    assert f"{EN}:11:17: error: the published text of 'social-exclusion@1 en' changed" in out
    assert "make a new version with `casebook revise social-exclusion`" in out
    assert "declare an erratum" in out


def test_a_check_fails_when_the_lock_was_edited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_study(tmp_path)
    publish(root)
    change(root, LOCK, "  - definitions/partnership/v1/\n", "")
    assert main(["check", "--config-file", str(root / "mkdocs.yml")]) == FAILED
    assert f"{LOCK}:3:1: error: the lock was edited by hand" in capsys.readouterr().out


def test_no_setting_lets_a_changed_text_through(tmp_path: Path) -> None:
    root = small_study(tmp_path)
    publish(root)
    change(root, EN, "The first text.", "The first texts.")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings + "    severity: {changed-text: ignore}\n", "utf-8")
    assert publish(root) == FAILED


def test_an_erratum_is_recorded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = small_study(tmp_path)
    publish(root)
    change(root, EN, "The first text.", "The first texts.")
    erratum = "    errata: [{date: 2001-04, was: first text., now: first texts.}]\n"
    change(root, EN, "    based_on: silver_1994\n", f"    based_on: silver_1994\n{erratum}")
    assert publish(root) == OK
    assert "recorded an erratum of social-exclusion@1 en" in capsys.readouterr().out
    assert publish(root) == OK
    assert "nothing new" in capsys.readouterr().out


def test_a_lock_edited_by_hand_is_not_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_study(tmp_path)
    publish(root)
    change(root, LOCK, "  - definitions/partnership/v1/\n", "")
    before = (root / LOCK).read_bytes()
    assert publish(root) == FAILED
    assert f"{LOCK}:3:1: error: the lock was edited by hand" in capsys.readouterr().out
    assert (root / LOCK).read_bytes() == before


def test_a_study_with_errors_is_not_published(tmp_path: Path) -> None:
    root = small_study(tmp_path, {"docs/en/index.md": "# A study\n\nSee [@nobody_1900].\n"})
    assert publish(root) == FAILED
    assert not (root / LOCK).exists()


def test_a_former_id_keeps_its_addresses(tmp_path: Path) -> None:
    root = small_study(tmp_path)
    publish(root)
    folder = root / "docs/en/definitions"
    (folder / "partnership.md").rename(folder / "local-partnership.md")
    for file in root.rglob("docs/**/*.md"):
        text = file.read_text("utf-8").replace("term:partnership", "term:local-partnership")
        file.write_text(text.replace(": [partnership]", ": [local-partnership]"), "utf-8")
    assert publish(root) == FAILED
    change(
        root,
        "docs/en/definitions/local-partnership.md",
        "term: partnership",
        "former_ids: [partnership]\nterm: partnership",
    )
    assert publish(root) == OK
    lock = (root / LOCK).read_text("utf-8")
    assert "  - definitions/partnership/v1/\n" in lock
    assert "  - definitions/local-partnership/v1/\n" in lock
    assert "  local-partnership@1 en: " in lock
    assert "  partnership@1 en: " not in lock
