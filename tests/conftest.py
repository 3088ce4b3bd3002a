"""What several folders of tests share: the study of this repository, built once a session."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from mkdocs_casebook.cli.building import build_site
from mkdocs_casebook.reading.settings import read_configuration
from tests.site.pages import BuiltSite

ROOT = Path(__file__).parent.parent
# The site lies below its host, as on most forges: an address from the root would break.
FOLDER = "study"
URL = f"http://127.0.0.1:8000/{FOLDER}/"
PATIENCE = 300

# The fonts are cut once for all the sites that tests build.
os.environ.setdefault("CASEBOOK_CACHE", str(ROOT / ".cache" / "casebook"))

# A change fails on what it breaks, not on an example that nobody had drawn before; new ones are
# looked for with HYPOTHESIS_PROFILE=search.
settings.register_profile("search", deadline=None)
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Build the site of this study; of several workers, the first builds for all."""
    own = tmp_path_factory.getbasetemp()
    # With pytest-xdist, each worker has a folder inside one that belongs to the session.
    session = own.parent if own.name.startswith("popen-") else own
    folder, report, failure = (session / "host", session / "warnings", session / "failure")
    try:
        folder.mkdir()
    except FileExistsError:
        _wait(report, failure)
    else:
        try:
            _build(folder / FOLDER, report)
        except BaseException as error:
            failure.write_text(str(error), encoding="utf-8")
            raise
    yield BuiltSite(folder / FOLDER, URL, report.read_text(encoding="utf-8"))


def _build(target: Path, report: Path) -> None:
    configuration, problems = read_configuration(ROOT / "mkdocs.yml")
    assert not problems
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", URL)
        patch.delenv("SITE_URL_FR", raising=False)
        warnings = build_site(configuration, target)
    partial = report.with_suffix(".partial")
    partial.write_text(warnings, encoding="utf-8")
    partial.rename(report)


def _wait(report: Path, failure: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not report.exists():
        if failure.exists():
            pytest.fail(f"Another worker could not build the site: {failure.read_text('utf-8')}")
        if time.monotonic() > end:
            pytest.fail(f"Another worker did not build the site in {PATIENCE} s")
        time.sleep(0.2)
