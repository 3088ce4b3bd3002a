"""The bibliography of a study alone, read without its records."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.settings import Settings
from mkdocs_casebook.reading.bibliography import read_references
from mkdocs_casebook.reading.csl_json import Item, normalise, resolve


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The sources of a study.

    Attributes:
        references: Their entries, with what they take from others.
        items: The same as CSL-JSON; what cannot be cited has none.
        problems: What is wrong with the files.
    """

    references: dict[str, Reference]
    items: dict[str, Item]
    problems: tuple[Problem, ...] = ()

    def only(self, keys: Collection[str]) -> "Bibliography":
        """Return the bibliography of some of the sources."""
        return Bibliography(
            {key: self.references[key] for key in keys},
            {key: self.items[key] for key in keys if key in self.items},
        )


def bibliography(settings: Settings, root: Path, language: str) -> Bibliography:
    """Read the bibliography of a study.

    Args:
        settings: The settings of the study.
        root: Its folder.
        language: The language of the words for biblatex's keys, such as ``phdthesis``.
    """
    problems: list[Problem] = []
    written = read_references(settings, root, problems)
    references, _ = resolve(written)
    items, _ = normalise(written, language)
    return Bibliography(references, items, tuple(problems))
