"""COinS: a reference as OpenURL, in the ``title`` of ``<span class="Z3988">``.

Source: ANSI/NISO Z39.88-2004, https://groups.niso.org/higherlogic/ws/public/download/14833
"""

from collections.abc import Iterator
from urllib.parse import urlencode

from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.exports.item_values import (
    IN_BOOKS,
    IN_PERIODICALS,
    date,
    doi,
    family,
    given,
    in_order,
    names,
    pages,
    text,
)

_FORMAT = "info:ofi/fmt:kev:mtx:"
# RFC 3986, section 3.4, lets these stand in a query: a list of hundreds of sources is smaller so.
_SAFE = ":/,()"
_BOOK_GENRES = {
    "book": "book",
    "report": "report",
    "paper-conference": "proceeding",
    **dict.fromkeys(IN_BOOKS - {"paper-conference"}, "bookitem"),
}


def coins(item: Item) -> str:
    """Return the content of the attribute, which its template must escape."""
    pairs = [(name, value) for name, value in _pairs(item) if value]
    return urlencode(pairs, safe=_SAFE, errors="replace")


def _pairs(item: Item) -> Iterator[tuple[str, str]]:
    yield "ctx_ver", "Z39.88-2004"
    kind = item["type"]
    if kind in IN_PERIODICALS:
        yield from _article(item)
    elif kind == "thesis":
        yield from (("rft_val_fmt", f"{_FORMAT}dissertation"), ("rft.title", text(item, "title")))
        yield from (("rft.inst", text(item, "publisher")), ("rft.degree", text(item, "genre")))
    elif kind == "patent":
        yield from (("rft_val_fmt", f"{_FORMAT}patent"), ("rft.title", text(item, "title")))
        yield "rft.number", text(item, "number")
    elif kind in _BOOK_GENRES:
        yield from _book(item)
    else:
        yield from (("rft_val_fmt", f"{_FORMAT}dc"), ("rft.title", text(item, "title")))
        yield from (("rft.type", kind), ("rft.publisher", text(item, "publisher")))
        yield "rft.language", text(item, "language")
    yield from _common(item)


def _article(item: Item) -> Iterator[tuple[str, str]]:
    yield from (("rft_val_fmt", f"{_FORMAT}journal"), ("rft.genre", "article"))
    yield from (("rft.atitle", text(item, "title")), ("rft.jtitle", text(item, "container-title")))
    yield "rft.stitle", text(item, "container-title-short")
    yield from (("rft.volume", text(item, "volume")), ("rft.issue", text(item, "issue")))
    yield "rft.issn", text(item, "ISSN")


def _book(item: Item) -> Iterator[tuple[str, str]]:
    whole = item["type"] in {"book", "report"}
    yield from (("rft_val_fmt", f"{_FORMAT}book"), ("rft.genre", _BOOK_GENRES[item["type"]]))
    yield "rft.btitle", text(item, "title" if whole else "container-title")
    yield "rft.atitle", "" if whole else text(item, "title")
    yield from (("rft.pub", text(item, "publisher")), ("rft.place", text(item, "publisher-place")))
    yield from (
        ("rft.edition", text(item, "edition")),
        ("rft.series", text(item, "collection-title")),
    )
    yield from (("rft.isbn", text(item, "ISBN")), ("rft.issn", text(item, "ISSN")))


def _common(item: Item) -> Iterator[tuple[str, str]]:
    first, last = pages(item)
    yield from (("rft.date", date(item, "-")), ("rft.pages", text(item, "page")))
    yield from (("rft.spage", first), ("rft.epage", last))
    for number, name in enumerate(names(item, "author")):
        if number:
            yield "rft.au", in_order(name)
        elif "literal" in name:
            # Once: reference managers would take a body that is also an "au" for a second author.
            yield "rft.aucorp", name["literal"]
        else:
            yield from (("rft.aulast", family(name)), ("rft.aufirst", given(name)))
    yield "rft_id", f"info:doi/{doi(item)}" if doi(item) else ""
    yield "rft_id", text(item, "URL")
