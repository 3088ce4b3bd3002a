"""The data files of the bibliography: of a single source, and of all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.addresses import page_name
from mkdocs_casebook.views.exports.biblatex import biblatex
from mkdocs_casebook.views.exports.bibtex import bibtex
from mkdocs_casebook.views.exports.csl_json import csl_json
from mkdocs_casebook.views.exports.ris import ris

FOLDER = "data"
"""The folder of the files that hold the whole bibliography, in the site of the first language."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for reference managers.

    Attributes:
        format: Its format, such as ``BibTeX``.
        path: Its path in the site of its language.
        text: What it holds.
    """

    format: str
    path: str
    text: str


def files_of_source(reference: Reference, item: Item, folder: str) -> list[DataFile]:
    """Return a source in each format.

    Args:
        reference: The source, with the fields that it takes from others.
        item: The same as CSL-JSON.
        folder: The folder of the pages of sources.
    """
    name = page_name(reference.key)
    return files_of_entry(f"{folder}/{name}/{name}", reference, item)


def files_of_entry(
    start: str,
    reference: Reference,
    item: Item,
    for_bibtex: Reference | None = None,
    for_ris: Item | None = None,
) -> list[DataFile]:
    """Return something that can be cited in each format.

    Args:
        start: What the paths of its files begin with.
        reference: It as an entry of biblatex.
        item: It as CSL-JSON.
        for_bibtex: It for BibTeX, where that has to say it in another way.
        for_ris: The same for RIS.
    """
    return [
        DataFile("BibTeX", f"{start}.bib", bibtex([for_bibtex or reference])),
        DataFile("biblatex", f"{start}.biblatex.bib", biblatex([reference])),
        DataFile("RIS", f"{start}.ris", ris([for_ris or item])),
        DataFile("CSL-JSON", f"{start}.json", csl_json([item])),
    ]


def files_of_bibliography(
    references: Iterable[Reference], items: Mapping[str, Item]
) -> Iterator[DataFile]:
    """Yield the whole bibliography in each format.

    Args:
        references: The sources, with the fields that they take from others.
        items: The same as CSL-JSON, by key.
    """
    citable = [reference for reference in references if reference.key in items]
    yield DataFile("BibTeX", f"{FOLDER}/bibliography.bib", bibtex(citable))
    yield DataFile("RIS", f"{FOLDER}/bibliography.ris", ris(items.values()))
    yield DataFile("CSL-JSON", f"{FOLDER}/bibliography.json", csl_json(items.values()))
