"""Every entry type and hard case of ``tests/reading/hard.bib``, as a reader meets it."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import Item, normalise
from mkdocs_casebook.views.addresses import page_name
from mkdocs_casebook.views.references import FormattedReferences
from mkdocs_casebook.views.references.styles import STYLES
from tests.studies import write

HARD = (Path(__file__).parent.parent / "reading" / "hard.bib").read_text("utf-8")
ITEMS = normalise(read_bibliography(HARD, "hard.bib")[0])[0]
DATES = {
    "en": r"n\.d\.|no date|in press|sometime",
    "fr": r"s\.[\s\u00a0\u202f]?d\.|in press|sometime",
}


def _years(item: Item) -> list[str]:
    """Return what of its date must show in a reference."""
    parts = item.get("issued", {}).get("date-parts", [[]])[0]
    return [str(abs(int(parts[0])))] if parts else []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("style", ["chicago-author-date", "apa", "chicago-notes-bibliography"])
def test_each_entry_is_formatted_and_dated(style: str, language: str) -> None:
    formatted = FormattedReferences(ITEMS, language, style=style)
    assert len(ITEMS) == 79
    faults = []
    for key, item in ITEMS.items():
        text = re.sub(r"<[^>]*>", "", str(formatted.default(key)))
        years = _years(item)
        dated = all(year in text for year in years) if years else re.search(DATES[language], text)
        # "1937. Guernica." at least: more than its title.
        if not dated or len(text) < len(re.sub(r"<[^>]*>", "", str(item.get("title", "")))) + 4:
            faults.append(f"{key}: {text}")
    # A style of notes gives no date where there is none.
    undated = {key for key, item in ITEMS.items() if not _years(item)}
    faults = [each for each in faults if style == "apa" or each.split(":")[0] not in undated]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("style", STYLES)
def test_no_style_shows_an_entry_as_nothing(style: str) -> None:
    formatted = FormattedReferences(ITEMS, "en", style=style)
    assert [key for key in ITEMS if not formatted.default(key).striptags().strip()] == []


def test_a_site_of_them_builds_and_each_has_its_page_and_link(tmp_path: Path) -> None:
    config = """\
        site_name: Hard cases
        theme: {name: mkdocs}
        plugins: [casebook/bibliography: {bib_file: hard.bib}]
        extra: {casebook: {severity: {SILENCED}}}
        """
    codes = ("unknown-parent", "inheritance-cycle", "invalid-check-digit", "suspicious-name")
    silenced = ", ".join(f"{code}: ignore" for code in (*codes, "invalid-date", "unsafe-url"))
    text = "# Cited\n\n" + "\n".join(f"- [@{{{key}}}, p. 3]" for key in ITEMS)
    root = write(
        tmp_path,
        {
            "mkdocs.yml": config.replace("SILENCED", silenced),
            "hard.bib": HARD,
            "docs/index.md": text,
        },
    )
    build(load_config(str(root / "mkdocs.yml")))
    home = (root / "site/index.html").read_text("utf-8")
    for key in ITEMS:
        assert f'href="bibliography/{page_name(key)}/"' in home, key
        assert (root / f"site/bibliography/{page_name(key)}/index.html").is_file(), key
    assert home.count('<li id="fn:') == len(ITEMS)
