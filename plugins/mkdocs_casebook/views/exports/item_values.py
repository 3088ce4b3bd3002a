"""Parts of an item of CSL-JSON as plain text, for formats without formatting."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from mkdocs_casebook.reading.csl_json import OTHERS, Item, plain_text

IN_PERIODICALS = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "review", "review-book"}
)
IN_BOOKS = frozenset(
    {"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"}
)
_SEASONS = ("", "Spring", "Summer", "Autumn", "Winter")


def text(item: Item, *variables: str) -> str:
    """Return the first of the named variables that is there, on one line without formatting."""
    found = next((item[name] for name in variables if item.get(name)), "")
    return " ".join(plain_text(str(found)).split())


def names(item: Item, variable: str) -> Iterator[dict[str, str]]:
    """Yield the names of a variable as plain text, without "and others"."""
    for name in item.get(variable, ()):
        if name != OTHERS:
            yield {
                part: " ".join(plain_text(written).split())
                for part, written in name.items()
                if part != "short"
            }


def inverted(name: dict[str, str]) -> str:
    """Return a name as it stands in a list: ``van Staden, Lauren, Jr.``."""
    if "literal" in name:
        return name["literal"]
    return ", ".join(part for part in (family(name), given(name), name.get("suffix", "")) if part)


def in_order(name: dict[str, str]) -> str:
    """Return a name as it is said: ``Lauren van Staden Jr.``."""
    if "literal" in name:
        return name["literal"]
    parts = (given(name), family(name), name.get("suffix", ""))
    return " ".join(part for part in parts if part)


def family(name: dict[str, str]) -> str:
    """Return the family name with the particle that belongs to it."""
    return f"{name.get('non-dropping-particle', '')} {name.get('family', '')}".strip()


def given(name: dict[str, str]) -> str:
    """Return the given name with the particle that stands behind it."""
    return f"{name.get('given', '')} {name.get('dropping-particle', '')}".strip()


def year(item: Item, variable: str = "issued") -> int | None:
    """Return the (first) year of a date, where it is known."""
    parts = _parts(item, variable)
    return int(parts[0][0]) if parts and parts[0] else None


def date(item: Item, separator: str, variable: str = "issued") -> str:
    """Return the (first) day of a date to the precision known: ``2001/03/02``."""
    parts = _parts(item, variable)
    if not parts or not parts[0] or int(parts[0][0]) < 1:
        return ""
    first = parts[0][:1] if len(parts[0]) > 1 and parts[0][1] > 12 else parts[0]  # a season
    return separator.join((f"{first[0]:04}", *(f"{part:02}" for part in first[1:])))


def season(item: Item, variable: str = "issued") -> str:
    """Return the season of a date, in English, or nothing."""
    return _SEASONS[int(item.get(variable, {}).get("season", 0))]


def last_year(item: Item, variable: str = "issued") -> int | None:
    """Return the last year of a range; None of a single date or an open range."""
    parts = _parts(item, variable)
    return int(parts[1][0]) or None if len(parts) > 1 else None


def pages(item: Item) -> tuple[str, str]:
    """Return the first and the last page of the first range of pages."""
    written = text(item, "page").partition(",")[0]
    joint = "–" if "–" in written else "-"
    first, _, last = written.partition(joint)
    return first.strip(), last.strip()


def doi(item: Item) -> str:
    """Return the DOI itself, as no address needs it."""
    return unquote(text(item, "DOI"))


def keywords(item: Item) -> list[str]:
    """Return the keywords, one by one."""
    return [word.strip() for word in text(item, "keyword").split(",") if word.strip()]


def _parts(item: Item, variable: str) -> list[list[Any]]:
    found: list[list[Any]] = item.get(variable, {}).get("date-parts", [])
    return found
