"""What the list of sources can be narrowed and grouped by."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views import reference as references
from mkdocs_casebook.views.exports.item_values import last_year, year
from mkdocs_casebook.views.vocabulary import Vocabulary

_ISO_3166 = re.compile(r"[A-Z]{2}")
# Unions and outlying parts of the world that the list of territories also names.
_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
_SHORT_NAMES: Mapping[str, str] = {"UK": "GB", "USA": "US"}


@dataclass(frozen=True, slots=True)
class Facets:
    """The facets of a source, by values that are the same in every language.

    Attributes:
        kind: Its kind, such as ``report``.
        language: Its language as a BCP 47 tag; empty where it is not known.
        countries: Codes (ISO 3166) of the countries that its keywords name.
        themes: Its other keywords.
        first_year: Its year, or the first of several; None where it is not known.
        last_year: The last of several years.
    """

    kind: str
    language: str
    countries: tuple[str, ...]
    themes: tuple[str, ...]
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which the list can be narrowed.

    Attributes:
        value: The value.
        name: The value in words.
        count: The number of sources that have it.
    """

    value: str
    name: str
    count: int


def facets_of(reference: Reference, item: Item, words: Vocabulary) -> Facets:
    """Return the facets of a source.

    Args:
        reference: The source.
        item: The same as CSL-JSON.
        words: The words of the site, which say what kinds there are.
    """
    keywords = references.themes(reference)
    named = [(keyword, countries_in(keyword)) for keyword in keywords]
    first = year(item)
    return Facets(
        references.kind_code(reference, words),
        references.language(reference) or "",
        tuple(dict.fromkeys(code for _, codes in named for code in codes)),
        tuple(keyword for keyword, codes in named if not codes),
        first,
        last_year(item) or first,
    )


@cache
def countries_in(keyword: str) -> tuple[str, ...]:
    """Return the codes of the countries that a keyword names in English.

    Args:
        keyword: Such as ``national policy Portugal``.
    """
    return tuple(
        code
        for name, code in _names_of_countries().items()
        if name in keyword and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", keyword)
    )


@cache
def _names_of_countries() -> Mapping[str, str]:
    territories = Locale("en").territories
    names = {
        str(name): str(code)
        for code, name in territories.items()
        if _ISO_3166.fullmatch(str(code)) and code not in _NOT_COUNTRIES
    }
    return {**names, **_SHORT_NAMES}


def choices(values: Iterable[str], name: Callable[[str], str]) -> list[Choice]:
    """Return the values of a facet that occur, the most frequent first.

    Args:
        values: The values of all sources; those that are empty do not count.
        name: Gives a value in words.
    """
    counts = Counter(value for value in values if value)
    found = [Choice(value, name(value), count) for value, count in counts.items()]
    return sorted(found, key=lambda each: (-each.count, each.name.casefold()))
