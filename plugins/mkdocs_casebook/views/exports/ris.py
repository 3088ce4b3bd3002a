"""References as RIS.

Source: https://en.wikipedia.org/wiki/RIS_(file_format), which keeps the text of the withdrawn
specification of 2011.
"""

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.exports.item_values import (
    IN_BOOKS,
    date,
    doi,
    inverted,
    keywords,
    last_year,
    names,
    pages,
    season,
    text,
    year,
)

_TYPES: Mapping[str, str] = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "regulation": "GOVDOC",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_SIMPLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("TI", ("title",)),
    ("ST", ("title-short",)),
    ("T2", ("container-title",)),
    ("T3", ("collection-title",)),
    ("J2", ("container-title-short",)),
    ("C3", ("event-title",)),
    ("VL", ("volume",)),
    ("IS", ("issue",)),
    ("M1", ("number", "collection-number")),
    ("M3", ("genre",)),
    ("NV", ("number-of-volumes",)),
    ("ET", ("edition", "version")),
    ("PB", ("publisher",)),
    ("CY", ("publisher-place", "event-place")),
    ("SN", ("ISBN", "ISSN")),
    ("LA", ("language",)),
    ("AB", ("abstract",)),
    ("N1", ("note",)),
    ("UR", ("URL",)),
)


def ris(items: Iterable[Item]) -> str:
    """Return items as RIS, sorted by id.

    Bodies have a comma at the end, which keeps their names whole. No value has a line break.
    """
    ordered = sorted(items, key=lambda item: str(item["id"]))
    return "\r\n".join(_record(item) for item in ordered)


def _record(item: Item) -> str:
    kind = _TYPES.get(item["type"], "GEN")
    lines = [("TY", kind), ("ID", text(item, "id")), *_names(item), *_dates(item)]
    lines += [(tag, text(item, *variables)) for tag, variables in _SIMPLE]
    first, last = pages(item)
    lines += [("SP", first), ("EP", last), ("DO", doi(item))]
    lines += [("KW", word) for word in keywords(item)]
    written = "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value)
    return f"{written}ER  - \r\n"


def _names(item: Item) -> Iterator[tuple[str, str]]:
    tags = {
        "author": "AU",
        "editor": "A2" if item["type"] in IN_BOOKS or "author" in item else "ED",
        "collection-editor": "A3",
        "translator": "A4",
    }
    for variable, tag in tags.items():
        for name in names(item, variable):
            written = inverted(name)
            yield tag, f"{written}," if "literal" in name else written


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    start, end = year(item), last_year(item)
    if start and start > 0:
        other = f"{start}-{end}" if end and end != start else season(item)
        yield "PY", f"{start:04}"
        yield "DA", f"{date(item, '/')}{'/' * (2 - date(item, '/').count('/'))}/{other}"
    elif "issued" in item:
        yield "DA", f"///{item['issued'].get('literal') or start}".replace("\n", " ")
    yield "Y2", date(item, "/", "accessed")
