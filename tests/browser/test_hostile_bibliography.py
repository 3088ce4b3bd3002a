"""A hostile bibliography: nothing in it runs, wherever a reader meets it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from mkdocs_casebook.cli.building import build_site
from mkdocs_casebook.reading.settings import read_configuration
from tests.browser.conftest import served, watch
from tests.sites import MKDOCS, small_study

pytestmark = pytest.mark.browser
ATTACKS = (
    "<script>window.caught = 1</script>",
    "</script><script>window.caught = 2</script>",
    '"><img src=x onerror=window.caught=3>',
    "' onfocus='window.caught = 4' autofocus='",
    "<svg/onload=window.caught=5>",
    "javascript:window.caught=6",
    "data:text/html,<script>window.caught=7</script>",
    "\u202egnp.exe\u2066\u200b",
    "]]><!--",
    "&lt;script&gt;window.caught=8&lt;/script&gt;",
    "<i onclick=window.caught=9>x</i><nocase onload=x>",
    "{{ 7 * 7 }}{% raw %}",
    "\\href{javascript:window.caught=10}{x}\\url{javascript:window.caught=11}",
)
FIELDS = (
    *("title", "author", "journaltitle", "publisher", "abstract", "note", "annotation", "url"),
    *("doi", "keywords", "location", "series", "number", "pages", "date", "langid", "isbn"),
    *("eprint", "entrysubtype", "shortauthor", "usera", "archiveurl"),
)
LONG = "".join(f"word{number} " for number in range(12_500))
CROWD = " and ".join(f"Family{number}, Given" for number in range(2_000))


def _bibliography() -> str:
    entries = [
        f"@article{{attack_{number},\n"
        + "".join(f"  {field} = {{{attack}}},\n" for field in FIELDS)
        + "}\n"
        for number, attack in enumerate(ATTACKS)
    ]
    entries.append(f"@book{{long, author = {{A, B}}, title = {{{LONG}}}, year = 2000}}\n")
    entries.append(f"@book{{crowd, author = {{{CROWD}}}, title = {{Crowd}}, year = 2000}}\n")
    return "\n".join(entries)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a study whose bibliography attacks, with its problems silenced."""
    root = tmp_path_factory.mktemp("hostile")
    keys = [*(f"attack_{number}" for number in range(len(ATTACKS))), "long", "crowd"]
    text = "# Home\n\n" + "\n\n".join(f"[@{key}, p. 3] and @{key} says." for key in keys)
    silenced = "".join(f"      {code}: ignore\n" for code in ("unsafe-url", "invalid-date"))
    config = MKDOCS + "    severity:\n" + silenced
    files = {"mkdocs.yml": config, "bibliography.bib": _bibliography(), "docs/en/index.md": text}
    others: dict[str, str | None] = {
        f"docs/{name}.md": None
        for name in (
            *("en/cases/safer-cities", "en/contexts/united-kingdom", "en/seminars/paris-2001"),
            *("en/definitions/social-exclusion", "fr/definitions/social-exclusion"),
        )
    }
    others["docs/fr/index.md"] = "# Accueil\n\n[@attack_0]\n"
    small_study(root, {**files, **others})
    configuration, problems = read_configuration(root / "mkdocs.yml")
    assert not problems
    build_site(configuration, root / "site")
    return root / "site"


def test_nothing_runs(hostile_site: Path, browser: Browser) -> None:
    faults: list[str] = []
    with served(hostile_site) as address:
        context = browser.new_context(reduced_motion="reduce")
        watch(context, "hostile", address, faults)
        page = context.new_page()
        for path in _pages(hostile_site):
            page.goto(address + path, wait_until="load")
            for control in page.locator("summary:visible").all():
                control.click()
            page.keyboard.press("Tab")
            caught = page.evaluate("window.caught")
            assert caught is None, f"{path}: attack {caught}"
            assert page.title().strip()
        context.close()
    assert not faults, "\n".join(faults)


def _pages(site: Path) -> Iterator[str]:
    """Yield the pages on which the sources show; in French, enough of them."""
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix()
        if path in {".", "fr", "fr/bibliography"} or path.startswith("bibliography"):
            yield "" if path == "." else f"{path}/"
