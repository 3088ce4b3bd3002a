"""Reading the bibliography of a study: its files, folders and addresses."""

from pathlib import Path

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.settings import Settings
from mkdocs_casebook.reading.bibtex import read_bibliography, taken_key
from mkdocs_casebook.reading.downloads import is_address, read_address
from mkdocs_casebook.reading.files import read_text


def read_references(
    settings: Settings, root: Path, problems: list[Problem]
) -> dict[str, Reference]:
    """Read the bibliography of a study.

    Args:
        settings: The settings, which name its files.
        root: The folder of the study.
        problems: Takes what is wrong with the files.

    Returns:
        The entries by key, in the order of the files.
    """
    references: dict[str, Reference] = {}
    folded: dict[str, Reference] = {}
    for file in settings.bibliography:
        text, found = read_named(file, root)
        problems += found
        entries, found = read_bibliography(text, file)
        problems += found
        for key, reference in entries.items():
            known = folded.setdefault(key.casefold(), reference)
            if known is reference:
                references[key] = reference
            else:
                problems.append(taken_key(key, reference.span, known))
    return references


def read_named(file: str, root: Path) -> tuple[str, list[Problem]]:
    """Read a file of the study, or what an address names.

    Args:
        file: Its path from the root, or its address.
        root: The folder of the study.

    Returns:
        The text (empty when there is none) and the problems found.
    """
    if is_address(file):
        return read_address(file, root / ".cache" / "casebook" / "downloads")
    return read_text(root / file, file)
