"""The definitions as a table: a row for each version in each language."""

import csv
import io
from collections.abc import Iterable

from mkdocs_casebook.views.addresses import page_of_version
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.skos.wordings import Term

COLUMNS = (
    "id",
    "version",
    "language",
    "term",
    "status",
    "current",
    "date",
    "definition",
    "change",
    "url",
)
"""The columns. Programs rely on them: new ones come last."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def table(site: Site, terms: Iterable[Term]) -> str:
    """Return the definitions as CSV.

    Args:
        site: The site of the first language.
        terms: The definitions.

    Returns:
        A table as RFC 4180 describes it. A cell that a spreadsheet would take for a formula has
        an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for term in terms:
        record = term.record
        for version in record.versions:
            page = page_of_version(term.id, version.version)
            for wording in term.wordings:
                number = version.version
                if number not in wording.texts:
                    continue
                cells = (
                    term.id,
                    str(number),
                    wording.language,
                    wording.term,
                    record.status.value,
                    "true" if number == record.current.version else "false",
                    version.date,
                    wording.texts[number],
                    wording.changes.get(number, ""),
                    f"{site.url or '/'}{site.path(page, wording.language)}",
                )
                writer.writerow([_harmless(cell) for cell in cells])
    return text.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
