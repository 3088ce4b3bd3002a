"""A site written for mkdocs-bibtex 4.4, by its documentation: only the plugin's name changes."""

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_casebook.csl import style
from tests.studies import write

BIBLIOGRAPHY = """\
@article{geddes2000, author = {Geddes, Mike}, title = {Tackling social exclusion},
  journal = {IJURR}, year = 2000, volume = 24, pages = {782--800}}
@book{test:key-2, author = {Lenoir, Ren{\\'e}}, title = {Les exclus}, publisher = {Seuil},
  year = 1974}
@misc{unused, author = {Nobody}, title = {Never cited}, year = 1999}
"""
OLD = """\
site_name: An old site
theme: {name: mkdocs}
plugins:
  - search
  - bibtex:
OPTIONS
markdown_extensions:
  - footnotes
"""
INDEX = """\
# Home

One citation [@geddes2000], several [@geddes2000; @test:key-2].
One with words [see @geddes2000, pp. 33-35].

Inline, @geddes2000 says so. An e-mail address: someone@example.org. A footnote[^1].

```
[@geddes2000] in code
```

[^1]: The footnote.

## References

\\bibliography

## Everything

\\full_bibliography
"""
PLAIN = "# A plain page in a folder called cases\n\nNo front matter [@geddes2000].\n"
OPTIONS = {
    "bib_file: refs.bib": {"refs.bib": BIBLIOGRAPHY},
    "bib_dir: refs": {"refs/all.bib": BIBLIOGRAPHY},
    "bib_file: refs.bib\n      csl_file: style.csl\n      footnote_format: 'ref-{key}'": {
        "refs.bib": BIBLIOGRAPHY,
        "style.csl": style("apa"),
    },
    "bib_file: refs.bib\n      bib_command: '[cited]'\n      full_bib_command: '[all]'": {
        "refs.bib": BIBLIOGRAPHY,
        "docs/index.md": INDEX.replace("\\bibliography", "[cited]").replace(
            "\\full_bibliography", "[all]"
        ),
    },
    "bib_file: refs.bib\n      bib_by_default: false\n      enable_inline_citations: false": {
        "refs.bib": BIBLIOGRAPHY
    },
}


@pytest.mark.parametrize("options", OPTIONS)
def test_the_site_builds_when_only_the_name_of_the_plugin_changes(
    options: str, tmp_path: Path
) -> None:
    old = OLD.replace("OPTIONS", f"      {options}")
    files = {"docs/index.md": INDEX, "docs/cases/plain.md": PLAIN, **OPTIONS[options]}
    root = write(
        tmp_path, {"mkdocs.yml": old.replace("bibtex:", "casebook/bibliography:"), **files}
    )
    config = load_config(str(root / "mkdocs.yml"), strict=True)
    build(config)
    home = (root / "site/index.html").read_text("utf-8")
    cited, everything = (part.split("</ul>")[0] for part in home.split('<ul class="cb-cited">')[1:])
    assert len(re.findall("<li", cited)) == 2
    assert len(re.findall("<li", everything)) == 3
    inline = "enable_inline_citations: false" not in options
    assert ("@geddes2000 says so" in home) is not inline
    assert "someone@example.org" in home
    assert "[@geddes2000] in code" in home
    assert 'id="fnref:1"' in home
    identifier = "fn:ref-geddes2000" if "footnote_format" in options else "fn:geddes2000"
    assert home.count(f'id="{identifier}"') == 1
    assert ("Geddes, 2000, pp. 33–35" in home) is ("csl_file" in options)
    plain = (root / "site/cases/plain/index.html").read_text("utf-8")
    assert ('<ul class="cb-cited">' in plain) is ("bib_by_default" not in options)


def test_other_themes_keep_their_face(tmp_path: Path) -> None:
    options = OLD.replace("OPTIONS", "      bib_file: refs.bib").replace(
        "bibtex:", "casebook/bibliography:"
    )
    root = write(
        tmp_path, {"mkdocs.yml": options, "docs/index.md": INDEX, "refs.bib": BIBLIOGRAPHY}
    )
    build(load_config(str(root / "mkdocs.yml")))
    sheet = (root / "site/assets/casebook/casebook.css").read_text("utf-8")
    assert "@font-face" not in sheet
    assert ".md-header" not in sheet
    assert "cb-hc" in sheet
    assert not [*(root / "site/assets/casebook").glob("fonts/*")]
    assert "woff2" not in (root / "site/404.html").read_text("utf-8")
    assert "casebook-serif" not in (root / "site/index.html").read_text("utf-8")


PALETTE = """\
theme:
  name: material
  palette:
    - {scheme: default, primary: teal, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, primary: red, toggle: {icon: material/weather-sunny, name: Light}}
"""


def test_a_site_in_the_same_theme_keeps_its_scripts_and_colours(tmp_path: Path) -> None:
    options = OLD.replace("OPTIONS", "      bib_file: refs.bib").replace(
        "bibtex:", "casebook/bibliography:"
    )
    options = options.replace("theme: {name: mkdocs}\n", PALETTE)
    root = write(
        tmp_path, {"mkdocs.yml": options, "docs/index.md": INDEX, "refs.bib": BIBLIOGRAPHY}
    )
    build(load_config(str(root / "mkdocs.yml")))
    home = (root / "site/index.html").read_text("utf-8")
    assert 'data-md-color-scheme="slate" data-md-color-primary="red"' in home
    assert 'data-md-component="palette"' in home
    assert "theme-base.js" not in home
    assert "theme-script.js" not in home
    assert home.count("__md_scope=") == 1
    assert '<script src="assets/javascripts/bundle.' in home
