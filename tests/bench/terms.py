"""Linking terms on a whole site, beside ezglossary; ``python -m tests.bench.terms``.

One site of 300 pages of about 700 words, with 200 terms and 6,000 mentions, is built by turns

- without any plugin;
- by Casebook, which links nothing, the first mention of each term on a page, or all;
- by ezglossary, which links what is marked as a mention.

The first two are the same site but for the option ``auto_link``: what that costs is the one against
the other. The sites of Casebook have pages of the terms too, those of ezglossary a glossary; so
what ezglossary costs is put beside the same site without it. Each build is a process of its own.
To tell how the cost grows, the same is done with twice as many mentions on the same pages.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.bench.cost import cost_of
from tests.bench.generate import WORDS

PAGES, TERMS, MENTIONS = 300, 200, 6000
WORDS_OF_A_PAGE, ROUNDS = 700, 2
MOST = 1.15
NAMES = ("casebook", "casebook-first", "casebook-all", "none", "ezglossary")
# MkDocs reads JSON as YAML.
BASE = {
    "site_name": "Terms",
    "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
    "nav": ["index.md"],
    "validation": {"nav": {"omitted_files": "ignore"}},
    "markdown_extensions": ["def_list"],
    "extra": {"generator": False},
}


def _casebook(auto_link: str) -> list[object]:
    return [
        {"casebook/bibliography": {"source_pages": False}},
        {"casebook/definitions": {"auto_link": auto_link}},
    ]


PLUGINS: Mapping[str, list[object]] = {
    "none": [],
    "casebook": _casebook("off"),
    "casebook-first": _casebook("first"),
    "casebook-all": _casebook("all"),
    "ezglossary": [{"ezglossary": {"use_default": True, "tooltip": "full"}}],
}
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")


def terms(count: int) -> list[str]:
    """Return the terms: two words each, none a part of another."""
    return [
        f"{WORDS[number % len(WORDS)]} {WORDS[number // len(WORDS)]}ness" for number in range(count)
    ]


def write_site(root: Path, name: str, mentions: int) -> None:
    """Write a site: the same words every time.

    Args:
        root: Folder to write it into.
        name: A name of ``PLUGINS``.
        mentions: How many mentions its pages have in all.
    """
    chance = random.Random("terms")
    docs = root / "docs"
    (docs / "definitions").mkdir(parents=True)
    configuration = {**BASE, "plugins": PLUGINS[name]}
    (root / "mkdocs.yml").write_text(json.dumps(configuration), encoding="utf-8")
    (root / "bibliography.bib").write_text("", encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    known = terms(TERMS)
    if name.startswith("casebook"):
        for term in known:
            file = docs / f"definitions/{term.replace(' ', '-')}.md"
            file.write_text(_definition(term), encoding="utf-8")
    else:
        glossary = "\n\n".join(f"{term}\n:   What {term} is." for term in known)
        (docs / "glossary.md").write_text(f"# Glossary\n\n{glossary}\n", encoding="utf-8")
    for number in range(PAGES):
        text = _page(chance, known, mentions // PAGES, marked=name == "ezglossary")
        (docs / f"page-{number}.md").write_text(f"# Page {number}\n\n{text}", encoding="utf-8")


def _definition(term: str) -> str:
    version = f"{{version: 1, date: 2001, definition: What {term} is.}}"
    forms = f"[{term}es, the {term}]"
    return f"---\nterm: {term}\nforms: {forms}\nstatus: working\nversions: [{version}]\n---\n"


def _page(chance: random.Random, known: list[str], mentions: int, *, marked: bool) -> str:
    words = [chance.choice(WORDS) for _ in range(WORDS_OF_A_PAGE - 2 * mentions)]
    for _ in range(mentions):
        term = chance.choice(known)
        words.insert(chance.randrange(len(words)), f"<{term}:>" if marked else term)
    sentences = [" ".join(words[start : start + 15]) for start in range(0, len(words), 15)]
    return "\n\n".join(
        ".\n".join(sentences[start : start + 4]) + "." for start in range(0, len(sentences), 4)
    )


def build(folder: Path, name: str, mentions: int) -> float:
    """Build a site, written when it is first asked for; return the CPU seconds."""
    root = folder / f"{name}-{mentions}"
    if not root.exists():
        write_site(root, name, mentions)
    environment = {"CASEBOOK_CACHE": str(folder / "cache"), "NO_MKDOCS_2_WARNING": "1"}
    return cost_of(MKDOCS, root, environment).seconds


def measure(folder: Path, mentions: int, rounds: int) -> dict[str, float]:
    """Build each site by turns; the quickest build of each counts."""
    found = [{name: build(folder, name, mentions) for name in NAMES} for _ in range(rounds)]
    return {name: min(each[name] for each in found) for name in NAMES}


def links_on(folder: Path, name: str, mentions: int) -> int:
    """Return how many links to terms a built site has on its pages."""
    sign = "../glossary/#" if name == "ezglossary" else 'href="../definitions/'
    pages = (folder / f"{name}-{mentions}/site").glob("page-*/index.html")
    return sum(page.read_text(encoding="utf-8").count(sign) for page in pages)


def main(mentions: int = MENTIONS, rounds: int = ROUNDS) -> None:
    """Measure, and print a table.

    Args:
        mentions: How many mentions the pages have.
        rounds: How often each site is built.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        # The first build cuts fonts, once for all that follow.
        build(folder, "casebook", mentions)
        once, twice = (measure(folder, mentions * times, rounds) for times in (1, 2))
        links = {name: links_on(folder, name, mentions) for name in NAMES}
    print(f"{PAGES} pages, {TERMS} terms, {mentions:,} mentions; CPU s, best of {rounds}")
    print(f"{'':34}{'CPU s':>8}{'links':>8}{'ratio':>8}{'  twice the mentions':>22}{'ratio':>8}")
    rows = (
        ("casebook, auto_link: off", "casebook", "casebook"),
        ("casebook, auto_link: first", "casebook-first", "casebook"),
        ("casebook, auto_link: all", "casebook-all", "casebook"),
        ("without a plugin", "none", "none"),
        ("ezglossary", "ezglossary", "none"),
    )
    for title, name, base in rows:
        print(
            f"  {title:32}{once[name]:8.2f}{links[name]:8,}{once[name] / once[base]:8.2f}"
            f"{twice[name]:22.2f}{twice[name] / twice[base]:8.2f}"
        )
    print(f"  {'target of auto_link: first':32}{'':16}{MOST:8.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--mentions", type=int, default=MENTIONS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    main(**vars(parser.parse_args()))
