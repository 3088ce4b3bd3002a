"""``casebook revise``: the next version of a definition, and nothing else, comes into its file."""

import datetime
from pathlib import Path

import pytest

from mkdocs_casebook.cli import FAILED, OK, USAGE, main
from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.kinds import Kind
from tests.sites import small_study
from tests.studies import study

NAME = "docs/en/definitions/partnership.md"
HEAD = "---\nterm: partnership\nstatus: working\n"
COMMENTED = (
    HEAD
    + """\
versions:
  # The oldest first.
  - version: 1
    date: 2001  # as the minutes say
    definition: >-
      Several bodies that
      act together: # this is text
    # Why is not known.

# How it is cut off from others.
related: [social-exclusion]
---
The body.

---
"""
)
LITERAL = (
    HEAD + "versions:\n- version: 1\n  date: 2001\n  definition: |-\n    One.\n\n    Two.\n---\n"
)
IN_BRACES = HEAD + 'versions:\n  - {version: 1, date: 2001, definition: "A ‘text’: one."}\n---\n'
IN_BRACKETS = HEAD + "versions: [{version: 1, date: 2001, definition: A text.}]\n---\n"


def revise(root: Path, *options: str, id: str = "partnership") -> int:
    return main(["revise", "--config-file", str(root / "mkdocs.yml"), id, *options])


def written(root: Path, text: str) -> Path:
    small_study(root)
    (root / NAME).write_bytes(text.encode())
    return root


def test_comments_and_layout_stay(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = written(tmp_path, COMMENTED)
    assert revise(root, "--date", "2002-05") == OK
    added = """\
  - version: 2
    date: "2002-05"
    definition: >-
      Several bodies that act together: # this is text
    change:
"""
    comment = "    # Why is not known.\n"
    expected = COMMENTED.replace(comment, comment + added)
    assert (root / NAME).read_text("utf-8") == expected
    out = capsys.readouterr().out
    assert "has a version 2 now" in out
    assert "casebook publish" in out


def test_what_is_left_to_fill_in_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(tmp_path, COMMENTED)
    revise(root)
    assert main(["check", "--config-file", str(root / "mkdocs.yml")]) == FAILED
    assert f"{NAME}:16:5: error: 'change' of version 2 is empty" in capsys.readouterr().out


@pytest.mark.parametrize("text", [LITERAL, IN_BRACES], ids=["literal", "in braces"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
def test_layouts(text: str, end: str, mark: str, tmp_path: Path) -> None:
    before = mark + text.replace("\n", end)
    root = written(tmp_path, before)
    assert revise(root) == OK
    after = (root / NAME).read_bytes().decode()
    assert after.startswith(before.removesuffix(f"---{end}"))
    assert after.count("\r\n") == (after.count("\n") if end == "\r\n" else 0)
    found, _ = study(root, {NAME: after.encode()})
    record = found.find(Kind.DEFINITION, "partnership")
    assert record is not None
    assert isinstance(record.record, Definition)
    first, second = record.record.versions
    assert second.definition == first.definition
    assert (second.version, second.date) == (2, datetime.date.today().isoformat())


def test_versions_in_brackets_are_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(tmp_path, IN_BRACKETS)
    assert revise(root) == FAILED
    assert "brackets" in capsys.readouterr().err
    assert (root / NAME).read_text("utf-8") == IN_BRACKETS


@pytest.mark.parametrize(
    ("id", "message"),
    [("partnrship", "did you mean 'partnership'?"), ("former", "casebook revise partnership")],
)
def test_ids(id: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = written(tmp_path, COMMENTED.replace("status", "former_ids: [former]\nstatus", 1))
    assert revise(root, id=id) == FAILED
    assert message in capsys.readouterr().err


def test_a_wrong_date(tmp_path: Path) -> None:
    root = written(tmp_path, COMMENTED)
    assert revise(root, "--date", "May 2002") == USAGE
    assert (root / NAME).read_text("utf-8") == COMMENTED


def test_a_draft_is_changed_where_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(tmp_path, COMMENTED)
    assert main(["publish", "--config-file", str(root / "mkdocs.yml")]) == OK
    assert revise(root) == OK
    draft = (root / NAME).read_bytes()
    assert revise(root) == FAILED
    assert "is not published yet" in capsys.readouterr().err
    assert (root / NAME).read_bytes() == draft


def test_a_translation_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = small_study(tmp_path)
    assert revise(root, id="social-exclusion") == OK
    assert "docs/fr/definitions/social-exclusion.md follows" in capsys.readouterr().out
