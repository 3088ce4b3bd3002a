"""Bibliographies that an address names."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from mkdocs_casebook.reading.downloads import read_address
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study
from tests.sites import MKDOCS, small_study


class _Pages(SimpleHTTPRequestHandler):
    """Serves files; one of two pages names the other, as Zotero does."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        if self.path.startswith("/one.bib"):
            self.send_header("Link", '</two.bib>; rel="next", </one.bib>; rel="first"')
        super().end_headers()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Serve a folder; return its address and the folder."""
    folder = tmp_path / "served"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", folder
        server.shutdown()


def test_pages_that_follow_are_read_too(served: tuple[str, Path], tmp_path: Path) -> None:
    address, folder = served
    (folder / "one.bib").write_text("@misc{one, title={É}}", encoding="utf-8")
    (folder / "two.bib").write_text("@misc{two, title={Two}}", encoding="utf-8")
    text, problems = read_address(f"{address}/one.bib", tmp_path / "cache")
    assert not problems
    assert text == "@misc{one, title={É}}\n@misc{two, title={Two}}"


def test_the_last_answer_is_used_when_there_is_none(
    served: tuple[str, Path], tmp_path: Path
) -> None:
    address, folder = served
    (folder / "kept.bib").write_text("@misc{kept}", encoding="utf-8")
    read_address(f"{address}/kept.bib", tmp_path / "cache")
    (folder / "kept.bib").unlink()
    text, problems = read_address(f"{address}/kept.bib", tmp_path / "cache")
    assert text == "@misc{kept}"
    assert [problem.code for problem in problems] == ["stale-download"]


def test_what_cannot_be_downloaded_is_a_problem(served: tuple[str, Path], tmp_path: Path) -> None:
    address, folder = served
    (folder / "latin.bib").write_bytes(b"@misc{x, title={\xe9}}")
    for name in ("missing.bib", "latin.bib"):
        text, problems = read_address(f"{address}/{name}", tmp_path / "cache")
        assert (text, [problem.code for problem in problems]) == ("", ["unreadable-file"])
        assert str(problems[0].span).startswith(address)


def test_a_study_reads_files_addresses_and_folders(
    served: tuple[str, Path], tmp_path: Path
) -> None:
    address, folder = served
    (folder / "more.bib").write_text("@misc{from_afar, title={Afar}}", encoding="utf-8")
    files = f"[bibliography.bib, '{address}/more.bib']"
    config = MKDOCS.replace("bib_file: bibliography.bib", f"bib_file: {files}")
    root = small_study(tmp_path / "study", {"mkdocs.yml": config})
    configuration, problems = read_configuration(root / "mkdocs.yml")
    study = read_study(configuration)
    assert not problems
    assert {"geddes_2000", "from_afar"} <= study.references.keys()

    config = MKDOCS.replace("bib_file: bibliography.bib", "bib_dir: bibliographies")
    other = {"bibliographies/a.bib": "@misc{a}", "bibliographies/b/b.bib": "@misc{b}"}
    root = small_study(tmp_path / "other", {"mkdocs.yml": config, **other})
    configuration, _ = read_configuration(root / "mkdocs.yml")
    assert configuration.settings.bibliography == (
        "bibliographies/a.bib",
        "bibliographies/b/b.bib",
    )
    assert [*read_study(configuration).references] == ["a", "b"]
