"""Reading a lock: what was written comes back, and nothing in it raises."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_casebook.model.publication import LOCK, Edition, Publication, lock_text
from mkdocs_casebook.reading.publication import read_publication

PUBLICATION = Publication(
    {
        Edition("no", 1, "en"): ("0" * 64,),
        Edition("2001", 2, "fr"): ("a" * 64, "b" * 64),
    },
    frozenset({"definitions/no/", "definitions/no/v1/", "fr/definitions/2001/v2/"}),
)


def test_what_was_written_comes_back(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text(lock_text(PUBLICATION), "utf-8")
    found, problems = read_publication(tmp_path)
    assert problems == []
    assert found == PUBLICATION
    assert str(found.span("definitions/no/")) == f"{LOCK}:8:5"


def test_without_a_lock(tmp_path: Path) -> None:
    assert read_publication(tmp_path) == (None, [])


def test_an_empty_publication(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_text(lock_text(Publication()), "utf-8")
    assert read_publication(tmp_path) == (Publication(), [])


@pytest.mark.parametrize("data", [b"", b"\xff", b"\x00", b"[", b"texts: {a: *x}", b"- a", b"\t"])
def test_what_is_no_lock(data: bytes, tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(data)
    found, problems = read_publication(tmp_path)
    assert found is None
    assert problems
    assert all(problem.span.file == LOCK and problem.hint for problem in problems)


@given(st.text(max_size=60), st.integers(0, 700))
def test_no_other_text_passes(inserted: str, place: int) -> None:
    # Hypothesis runs one test many times, which a fixture would not start anew for.
    written = lock_text(PUBLICATION)
    text = written[:place] + inserted + written[place:]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / LOCK).write_bytes(text.encode("utf-8", "surrogatepass"))
        found, problems = read_publication(Path(folder))
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    unchanged = plain == written
    assert (found == PUBLICATION) is unchanged
    assert bool(problems) is not unchanged
