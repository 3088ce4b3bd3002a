"""``casebook export``: the whole bibliography in the formats of other programs."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from mkdocs_casebook.cli.bibliography import Bibliography, bibliography
from mkdocs_casebook.cli.terminal import FAILED, OK, complain, print_text, printable
from mkdocs_casebook.reading.files import write_whole
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.views import report
from mkdocs_casebook.views.exports.biblatex import biblatex
from mkdocs_casebook.views.exports.bibtex import bibtex
from mkdocs_casebook.views.exports.csl_json import csl_json
from mkdocs_casebook.views.exports.ris import ris

FORMATS: Mapping[str, Callable[[Bibliography], str]] = {
    "bibtex": lambda sources: bibtex(sources.references.values()),
    "biblatex": lambda sources: biblatex(sources.references.values()),
    "ris": lambda sources: ris(sources.items.values()),
    "csl-json": lambda sources: csl_json(sources.items.values()),
}


def export(file: Path, format_: str, output: str) -> int:
    """Write the bibliography of a study.

    What is wrong with an entry is reported, and costs only that entry. Nothing is written when a
    file of the bibliography cannot be read.

    Args:
        file: The configuration of the study.
        format_: A name of ``FORMATS``.
        output: The file to write; "-" prints.

    Returns:
        The exit code.
    """
    configuration, _ = read_configuration(file)
    settings = configuration.settings
    sources = bibliography(settings, configuration.root, settings.original)
    if sources.problems:
        print(printable(report.as_text(sources.problems, settings)), file=sys.stderr)
    if any(problem.code == "unreadable-file" for problem in sources.problems):
        complain("nothing was written")
        return FAILED
    text = FORMATS[format_](sources)
    if output == "-":
        print_text(text)
        return OK
    try:
        _write(Path(output), printable(text))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "this cannot be the name of a file"
        complain(f"{output} cannot be written: {reason}")
        return FAILED
    return OK


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all; what is no plain file is written to as it is."""
    data = text.encode()
    if path.exists() and not path.is_file():
        path.write_bytes(data)
    else:
        write_whole(path, data)
