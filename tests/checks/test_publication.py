"""What was published stays: each change to it is reported where it stands, with a way out."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from mkdocs_casebook.checks.publication import publication_of, publication_problems
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.publication import LOCK, lock_text
from mkdocs_casebook.reading.publication import read_publication
from tests.studies import study

EN = "docs/en/definitions/partnership.md"
FR = "docs/fr/definitions/partnership.md"
RECORD = """\
---
term: partnership
status: working
versions:
  - version: 1
    date: 2001-03-02
    definition: >-
      Several bodys that
      act together.
  - version: 2
    date: 2001-06-08
    definition: Bodies that act together.
---
"""
FRENCH = """\
---
translates: partnership@2
term: partenariat
versions:
  - version: 2
    definition: Des organismes qui agissent ensemble.
---
"""
FILES = {EN: RECORD, FR: FRENCH}
ERRATUM = """\
    errata:
      - {date: 2001-04, was: Several bodys, now: Several bodies}
"""
MENDED = RECORD.replace("bodys", "bodies").replace(
    "  - version: 2\n", f"{ERRATUM}  - version: 2\n", 1
)


def publish(root: Path, files: Mapping[str, str] = FILES) -> None:
    found, _ = study(root, files)
    (root / LOCK).write_text(lock_text(publication_of(found)), "utf-8")


def problems_after(root: Path, files: Mapping[str, str]) -> list[Problem]:
    """Publish a study, put others of its files in their place, and compare."""
    publish(root)
    for name in FILES.keys() - files.keys():
        (root / name).unlink()
    return problems_now(root, files)


def problems_now(root: Path, files: Mapping[str, str]) -> list[Problem]:
    found, _ = study(root, files)
    published, problems = read_publication(root)
    return [*problems, *publication_problems(found, published)]


def summary(problem: Problem) -> tuple[str, str, str]:
    return problem.code, str(problem.span), problem.message


def test_a_study_that_has_published_nothing_is_silent(tmp_path: Path) -> None:
    found, _ = study(tmp_path, FILES)
    assert read_publication(tmp_path) == (None, [])
    assert [*publication_problems(found, None)] == []


def test_nothing_changed(tmp_path: Path) -> None:
    assert problems_after(tmp_path, FILES) == []


def test_the_lock_is_sorted_and_has_a_line_for_each_text_and_address(tmp_path: Path) -> None:
    publish(tmp_path)
    lines = (tmp_path / LOCK).read_text("utf-8").splitlines()
    assert [line.rpartition(": ")[0] for line in lines[4:7]] == [
        "  partnership@1 en",
        "  partnership@2 en",
        "  partnership@2 fr",
    ]
    assert lines[7:] == [
        "addresses:",
        "  - definitions/partnership/",
        "  - definitions/partnership/v1/",
        "  - definitions/partnership/v2/",
        "  - fr/definitions/partnership/",
        "  - fr/definitions/partnership/v1/",
        "  - fr/definitions/partnership/v2/",
    ]


def test_one_letter(tmp_path: Path) -> None:
    changed = {**FILES, EN: RECORD.replace("Bodies", "Bodie")}
    (problem,) = problems_after(tmp_path, changed)
    assert problem.code == "changed-text"
    assert str(problem.span) == f"{EN}:12:17"
    assert "'partnership@2 en' changed" in problem.message
    assert "`casebook revise partnership`" in problem.hint
    assert "declare an erratum" in problem.hint


def test_one_letter_of_a_translation(tmp_path: Path) -> None:
    changed = {**FILES, FR: FRENCH.replace("Des", "Les")}
    (problem,) = problems_after(tmp_path, changed)
    assert (problem.code, str(problem.span)) == ("changed-text", f"{FR}:6:17")


@pytest.mark.parametrize(
    "same",
    [
        RECORD.replace(">-\n      Several bodys that\n     ", "Several bodys that"),
        RECORD.replace("partnership\n", "working together\n"),
        RECORD.replace("working\n", "agreed\n"),
        RECORD.replace("\n", "\r\n"),
    ],
)
def test_the_layout_and_what_is_not_the_text_may_change(same: str, tmp_path: Path) -> None:
    assert same != RECORD
    assert problems_after(tmp_path, {**FILES, EN: same}) == []


def test_a_declared_erratum_is_accepted_and_then_recorded(tmp_path: Path) -> None:
    (problem,) = problems_after(tmp_path, {**FILES, EN: MENDED})
    assert problem.code == "unpublished-version"
    assert "an erratum of 'partnership@1 en'" in problem.message
    publish(tmp_path, {**FILES, EN: MENDED})
    assert problems_now(tmp_path, {**FILES, EN: MENDED}) == []


def test_an_erratum_does_not_cover_other_words(tmp_path: Path) -> None:
    changed = {**FILES, EN: MENDED.replace("act together", "acted together", 1)}
    (problem,) = problems_after(tmp_path, changed)
    assert problem.code == "changed-text"


def test_a_published_erratum_stays_in_sight(tmp_path: Path) -> None:
    publish(tmp_path, {**FILES, EN: MENDED})
    (problem,) = problems_now(tmp_path, {**FILES, EN: MENDED.replace(ERRATUM, "")})
    assert problem.code == "changed-text"
    assert "an erratum of it is gone" in problem.message


def test_an_erratum_of_a_translation(tmp_path: Path) -> None:
    erratum = "    errata: [{date: 2002, was: Des organismes, now: Organismes, language: fr}]\n"
    changed = {EN: RECORD.replace("---\n", "\0", 1).replace("---\n", f"{erratum}---\n")}
    changed = {EN: changed[EN].replace("\0", "---\n"), FR: FRENCH.replace("Des org", "Org")}
    (problem,) = problems_after(tmp_path, changed)
    assert "an erratum of 'partnership@2 fr'" in problem.message


def test_a_new_version_is_not_published_yet(tmp_path: Path) -> None:
    third = "  - {version: 3, date: 2002, definition: Bodies.}\n---\n"
    changed = RECORD.removesuffix("---\n") + third
    (problem,) = problems_after(tmp_path, {**FILES, EN: changed})
    assert problem.code == "unpublished-version"
    assert str(problem.span) == f"{EN}:13:42"
    assert "`casebook publish`" in problem.hint


def test_a_version_is_removed(tmp_path: Path) -> None:
    start = RECORD.index("  - version: 1")
    end = RECORD.index("  - version: 2")
    problems = problems_after(tmp_path, {**FILES, EN: RECORD[:start] + RECORD[end:]})
    assert [summary(problem) for problem in problems] == [
        (
            "lost-address",
            f"{LOCK}:{line}:5",
            f"the permanent address '{prefix}definitions/partnership/v1/' would disappear",
        )
        for line, prefix in ((10, ""), (13, "fr/"))
    ]


def test_a_translation_is_removed(tmp_path: Path) -> None:
    problems = problems_after(tmp_path, {EN: RECORD})
    assert {problem.code for problem in problems} == {"lost-address"}
    assert len(problems) == 3


def test_a_translation_loses_its_text(tmp_path: Path) -> None:
    bare = FRENCH[: FRENCH.index("versions:")] + "---\n"
    (problem,) = problems_after(tmp_path, {**FILES, FR: bare})
    assert (problem.code, str(problem.span)) == ("changed-text", f"{LOCK}:7:3")


def renamed(*, former: str) -> dict[str, str]:
    return {
        EN.replace("partnership", "local"): RECORD.replace("status:", f"{former}status:"),
        FR: FRENCH.replace("partnership@2", "local@2"),
    }


def test_a_definition_is_renamed(tmp_path: Path) -> None:
    problems = problems_after(tmp_path, renamed(former=""))
    lost = [problem for problem in problems if problem.code == "lost-address"]
    assert len(lost) == 6
    assert "'former_ids'" in lost[0].hint


def test_a_definition_is_renamed_and_says_so(tmp_path: Path) -> None:
    assert problems_after(tmp_path, renamed(former="former_ids: [partnership]\n")) == []


@pytest.mark.parametrize(
    ("good", "bad", "place"),
    [
        ("partnership@1 en: ", "partnership@1 en: 0", "5:3"),
        ("/partnership/v1/\n", "/partnership/v7/\n", "3:1"),
        ("  - definitions/partnership/v1/\n", "", "3:1"),
        ("checksum: ", "checksum: 0", "3:1"),
        ("texts:", "texts: [", "4:8"),
        ("addresses:", "adresses:", "3:1"),
        ("- definitions/partnership/\n", "- ../../etc\n", "9:5"),
    ],
)
def test_a_lock_that_was_edited_by_hand(good: str, bad: str, place: str, tmp_path: Path) -> None:
    publish(tmp_path)
    path = tmp_path / LOCK
    text = path.read_text("utf-8")
    assert good in text
    path.write_text(text.replace(good, bad, 1), "utf-8")
    published, problems = read_publication(tmp_path)
    assert published is None
    assert problems[0].code == "invalid-lock"
    assert str(problems[0].span) == f"{LOCK}:{place}"
    assert "version control" in problems[0].hint


def test_a_lock_with_other_line_ends_is_the_same(tmp_path: Path) -> None:
    publish(tmp_path)
    path = tmp_path / LOCK
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert problems_now(tmp_path, FILES) == []
