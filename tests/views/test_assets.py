"""The site's own files, and how the theme's templates are extended."""

import re
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from mkdocs_casebook.views import assets, fonts
from mkdocs_casebook.views.theme import theme_directory, theme_environment

SHEETS = sorted((Path(assets.__file__).parent / "assets" / "css").glob("*.css"))
PHYSICAL = re.compile(
    r"^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom"
    r"|(?:min-|max-)?(?:width|height))\b[\w-]*\s*:",
    re.MULTILINE,
)


@pytest.fixture
def environment() -> Environment:
    """Return the environment that renders the pages, as the plugin makes it."""
    spec = find_spec("material")
    assert spec is not None and spec.origin is not None
    material = Path(spec.origin).parent / "templates"
    own = Environment(loader=FileSystemLoader([theme_directory(), material]))
    own.filters["url"] = lambda path: f"/{path}"
    return theme_environment(own, material)


def _context(**extra: object) -> dict[str, object]:
    words = {"search": 'Search "this" site', "footer": "Footer"}
    return {
        "lang": SimpleNamespace(t=lambda key: words.get(key, key)),
        "config": SimpleNamespace(
            theme=SimpleNamespace(icon=SimpleNamespace()),
            copyright="CC BY 4.0",
            extra={"generator": False, **extra},
        ),
        "features": [],
    }


def test_every_sheet_is_in_the_style_sheet() -> None:
    whole = assets.stylesheet()
    assert SHEETS
    assert all(
        assets.compact(sheet.read_text(encoding="utf-8")).strip() in whole for sheet in SHEETS
    )


def test_print_comes_last() -> None:
    last = (SHEETS[0].parent / "print.css").read_text("utf-8")
    assert assets.stylesheet().endswith(assets.compact(last).strip() + "\n")


def test_a_style_sheet_is_published_without_comments() -> None:
    css = "/* Why:\n   two lines. */\n\n.a > b {\n  margin: 0 auto;\n}\n"
    assert assets.compact(css) == "\n.a > b {\nmargin: 0 auto;\n}\n"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_sheet_keeps_the_rules(sheet: Path) -> None:
    css = sheet.read_text(encoding="utf-8")
    declarations = re.sub(r"@media[^{]*|@container[^{]*", "", css)
    assert "!important" not in css
    assert "http" not in css.replace('[href^="http"]', "")
    assert not PHYSICAL.findall(declarations)
    assert css.count("{") == css.count("}")


def test_every_token_is_defined() -> None:
    css = assets.stylesheet()
    used = set(re.findall(r"var\((--cb-[\w-]+)\s*\)", css))
    assert used <= set(re.findall(r"(--cb-[\w-]+)\s*:", css))


def test_every_file_of_the_site_has_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "font_files", lambda _: {"casebook-sans-latin.woff2": b"font"})
    site = assets.site_assets(tmp_path)
    assert set(site) == {
        assets.STYLESHEET,
        assets.LOGO,
        *assets.modules(),
        "assets/casebook/fonts/casebook-sans-latin.woff2",
    }
    assert site[assets.LOGO].startswith(b"<svg ")


def test_a_script_is_a_checked_module() -> None:
    for source in assets.modules().values():
        assert source.startswith(b"// @ts-check\n")
        assert b"innerHTML" not in source


def test_the_search_dialog_has_a_name(environment: Environment) -> None:
    page = environment.get_template("partials/search.html").render(_context())
    assert page.count('role="dialog" aria-label="Search &#34;this&#34; site"') == 1
    assert 'data-md-component="search-query"' in page


@pytest.mark.parametrize("study", [True, False])
def test_only_a_study_has_the_switch_of_colours_of_our_own(
    environment: Environment, *, study: bool
) -> None:
    context = _context()
    palette = [
        {"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Dark mode"}},
        {"scheme": "slate", "toggle": {"icon": "material/weather-sunny", "name": "Light mode"}},
    ]
    context["config"].theme.palette = palette  # type: ignore[attr-defined]
    page = environment.get_template("partials/palette.html").render(
        context, casebook_is_study=study
    )
    assert ('data-scheme="default" data-next="slate"' in page) is study
    assert ('data-scheme="slate" data-next="default"' in page) is study
    assert ('data-md-component="palette"' in page) is not study


def test_the_foot_has_the_links_of_the_configuration(environment: Environment) -> None:
    footer = [{"name": "How to <cite>", "link": "cite/"}]
    page = environment.get_template("partials/copyright.html").render(_context(footer=footer))
    assert "CC BY 4.0" in page
    assert '<a href="/cite/">How to &lt;cite&gt;</a>' in page


def test_the_foot_is_the_themes_own_without_links(environment: Environment) -> None:
    page = environment.get_template("partials/copyright.html").render(_context())
    assert "CC BY 4.0" in page
    assert "<nav" not in page


def test_the_given_environment_is_not_changed(tmp_path: Path) -> None:
    given = Environment(loader=FileSystemLoader(tmp_path))
    (tmp_path / "page.html").write_text("theme", encoding="utf-8")
    extended = theme_environment(given, tmp_path)
    assert extended.get_template("material/page.html").render() == "theme"
    assert "material/page.html" not in given.list_templates()


def test_no_override_writes_inline_script_or_style() -> None:
    for template in theme_directory().rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]* (data-)?src=)|\bstyle=|<style", text), template


def test_the_mark_takes_the_colour_of_the_header() -> None:
    mark = (theme_directory() / ".icons" / "casebook" / "mark.svg").read_text(encoding="utf-8")
    assert "fill=" not in mark
