"""The plugins in MkDocs: what they generate, what they refuse, and what they leave alone."""

import logging
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from tests.sites import FILES, small_study

ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
CITED_ON = re.compile(r'id="cited-on".*</article>', re.DOTALL)
LISTED = re.compile(r'<h3><a(?: class="[^"]*")? href="([^"]*)"')
WRONG = {"docs/en/index.md": "# A small study\n\nIt asks [@gedes_2000].\n"}
BEHIND = {
    "docs/fr/definitions/social-exclusion.md": FILES[
        "docs/fr/definitions/social-exclusion.md"
    ].replace("social-exclusion@2", "social-exclusion@1")
}


def configured(root: Path, **options: Any) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"), **options)


def built(root: Path, **options: Any) -> Path:
    config = configured(root, **options)
    build(config)
    return Path(config.site_dir)


def listed_on(site: Path, key: str) -> list[str]:
    page = (site / f"bibliography/{key}/index.html").read_text("utf-8")
    found = CITED_ON.search(page)
    return LISTED.findall(found[0]) if found else []


def test_every_page_of_the_study_is_there(tmp_path: Path) -> None:
    site = built(small_study(tmp_path))
    for page in (
        *("definitions", "cases", "contexts", "entrees", "criteria", "seminars", "questions"),
        *("findings", "bibliography", "definitions/social-exclusion", "definitions/partnership/v1"),
        *("cases/safer-cities", "contexts/united-kingdom", "seminars/paris-2001"),
        *("questions/which-word", "findings/words-matter", "bibliography/geddes_2000"),
    ):
        assert (site / page / "index.html").is_file(), page
    # A key that no path should hold has a page all the same, inside its folder.
    assert len([*(site / "bibliography").glob("odd-key-x-*/index.html")]) == 1


def test_a_source_lists_the_pages_that_cite_it_with_the_sentence(tmp_path: Path) -> None:
    site = built(small_study(tmp_path))
    assert listed_on(site, "lenoir_1974") == ["../../definitions/social-exclusion/"]
    assert sorted(listed_on(site, "geddes_2000")) == [
        "../../",
        "../../cases/safer-cities/",
        "../../contexts/united-kingdom/",
        "../../seminars/paris-2001/",
    ]
    assert listed_on(site, "twin_one") == []
    page = (site / "bibliography/lenoir_1974/index.html").read_text("utf-8")
    assert "It came from France (Lenoir 1974)." in page
    assert 'href="../../definitions/social-exclusion/#origins">Origins</a>' in page


def test_a_source_is_quoted_in_quotation_marks_and_its_language(tmp_path: Path) -> None:
    site = built(small_study(tmp_path))
    page = (site / "bibliography/council_1989/index.html").read_text("utf-8")
    assert '<q lang="en">exclusion from the benefits</q>' in page


def test_only_the_bibliography(tmp_path: Path) -> None:
    root = small_study(
        tmp_path,
        dict.fromkeys(FILES)
        | {
            "bibliography.bib": FILES["bibliography.bib"],
            "mkdocs.yml": """\
                site_name: Notes
                theme: {name: material, font: false}
                plugins: [casebook/bibliography]
                """,
            "docs/index.md": "# Notes\n\nSo it is said [@geddes_2000, p. 3].\n",
        },
    )
    site = built(root)
    home = (site / "index.html").read_text("utf-8")
    assert ">Geddes 2000, 3</a>" in home
    assert 'href="bibliography/geddes_2000/"' in home
    assert listed_on(site, "geddes_2000") == ["../../"]
    assert not (site / "definitions").exists()


def test_addresses_without_directories(tmp_path: Path) -> None:
    settings = FILES["mkdocs.yml"] + "use_directory_urls: false\n"
    site = built(small_study(tmp_path, {"mkdocs.yml": settings}))
    assert (site / "definitions/social-exclusion/v1.html").is_file()
    page = (site / "definitions/social-exclusion.html").read_text("utf-8")
    assert 'href="../bibliography/lenoir_1974.html"' in page


@pytest.mark.parametrize(
    ("changes", "strict"),
    [pytest.param(WRONG, False, id="error"), pytest.param(BEHIND, True, id="warning, strict")],
)
def test_a_broken_study_stops_before_the_old_site_is_touched(
    tmp_path: Path, changes: Mapping[str, str], strict: bool
) -> None:
    root = small_study(tmp_path, changes)
    kept = root / "site" / "kept.txt"
    kept.parent.mkdir()
    kept.write_text("the old site", "utf-8")
    with pytest.raises(Abort):
        built(root, strict=strict)
    assert [path.name for path in kept.parent.iterdir()] == ["kept.txt"]


def test_a_warning_does_not_stop_a_lenient_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "mkdocs.plugins.casebook"):
        site = built(small_study(tmp_path, BEHIND))
    assert (site / "index.html").is_file()
    assert "[translation-behind]" in caplog.text


def test_problems_are_logged_with_their_place(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort), caplog.at_level(logging.ERROR, "mkdocs.plugins.casebook"):
        built(small_study(tmp_path, WRONG))
    (record,) = [each for each in caplog.records if each.name == "mkdocs.plugins.casebook"]
    assert record.getMessage().startswith("docs/en/index.md:3:10: the bibliography has no entry")
    assert "geddes_2000" in record.getMessage()


def test_serving_follows_the_bibliography_and_the_records(tmp_path: Path) -> None:
    root = small_study(tmp_path)
    config = configured(root)
    build(config)
    server = LiveReloadServer(builder=lambda: None, host="127.0.0.1", port=0, root=str(root))
    config.plugins.on_serve(server, config=config, builder=lambda: None)
    watched = {Path(path) for path in server._watched_paths}
    assert {root / "bibliography.bib", root / "docs/en", root / "docs/fr"} <= watched

    bibliography = root / "bibliography.bib"
    bibliography.write_text(bibliography.read_text("utf-8").replace("{1974}", "{1975}"), "utf-8")
    home = root / "docs/en/index.md"
    home.write_text(home.read_text("utf-8") + "\nSee also [@twin_one].\n", "utf-8")
    site = built(root)
    assert "Lenoir 1975" in (site / "definitions/social-exclusion/index.html").read_text("utf-8")
    assert listed_on(site, "twin_one") == ["../../"]


def test_two_builds_are_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "983491200")
    root = small_study(tmp_path)
    first = _contents(built(root, site_dir=str(tmp_path / "first")))
    second = _contents(built(root, site_dir=str(tmp_path / "second")))
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_properdocs_builds_the_same_pages(tmp_path: Path) -> None:
    root = small_study(tmp_path)
    ours = _contents(built(root, site_dir=str(tmp_path / "ours")))
    command = [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file"]
    command += ["mkdocs.yml", "--site-dir", str(tmp_path / "theirs")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    theirs = _contents(tmp_path / "theirs")
    pages = [name for name in ours if name.endswith(".html") and name != "404.html"]
    assert {name for name in theirs if name.endswith(".html")} - {"404.html"} == set(pages)
    for name in pages:
        assert _article(theirs[name]) == _article(ours[name]), name


def _contents(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def _article(page: bytes) -> str:
    found = ARTICLE.search(page.decode("utf-8"))
    assert found
    return found[0]
