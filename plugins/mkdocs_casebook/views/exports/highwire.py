"""Highwire Press tags (``citation_*``), which Zotero and Google Scholar read.

Source: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
"""

from collections.abc import Iterator

from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.exports.item_values import (
    IN_PERIODICALS,
    date,
    doi,
    inverted,
    keywords,
    names,
    pages,
    text,
)


def highwire(item: Item) -> list[tuple[str, str]]:
    """Return name and content of each ``<meta>`` of the page of a source.

    Its template must escape both.
    """
    return [(f"citation_{name}", content) for name, content in _tags(item) if content]


def _tags(item: Item) -> Iterator[tuple[str, str]]:
    kind = item["type"]
    yield "title", text(item, "title")
    for name in names(item, "author"):
        yield "author", inverted(name)
    for name in names(item, "editor"):
        yield "editor", inverted(name)
    yield "publication_date", date(item, "/")
    yield _container_tag(kind), text(item, "container-title")
    yield "journal_abbrev", text(item, "container-title-short") if kind in IN_PERIODICALS else ""
    yield "series_title", text(item, "collection-title")
    yield "conference_title", text(item, "event-title")
    yield from (("volume", text(item, "volume")), ("issue", text(item, "issue")))
    first, last = pages(item)
    yield from (("firstpage", first), ("lastpage", last))
    yield _publisher_tag(kind), text(item, "publisher")
    yield "technical_report_number", text(item, "number") if kind == "report" else ""
    yield "dissertation_name", text(item, "genre") if kind == "thesis" else ""
    yield from (("doi", doi(item)), ("isbn", text(item, "ISBN")), ("issn", text(item, "ISSN")))
    yield "language", text(item, "language")
    for word in keywords(item):
        yield "keywords", word
    yield "public_url", text(item, "URL")


def _container_tag(kind: str) -> str:
    if kind in IN_PERIODICALS:
        return "journal_title"
    return "conference_title" if kind == "paper-conference" else "inbook_title"


def _publisher_tag(kind: str) -> str:
    tags = {"thesis": "dissertation_institution", "report": "technical_report_institution"}
    return tags.get(kind, "publisher")
