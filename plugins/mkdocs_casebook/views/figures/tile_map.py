"""The tile map: a tile for each country of Europe, with the number of cases in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.views.reference import folded
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View
from mkdocs_casebook.views.vocabulary import Vocabulary

GRID = """
    IS .  .  .  NO SE FI .  .  .
    .  .  .  .  .  .  EE .  .  .
    .  IE GB .  DK .  LV .  .  .
    .  .  .  NL DE PL LT .  .  .
    .  .  BE LU .  CZ SK UA .  .
    .  .  FR CH LI AT HU RO MD .
    PT ES AD IT SI HR RS BG GE AZ
    .  .  MC SM .  BA ME MK TR AM
    .  .  .  MT .  .  AL GR CY .
"""
"""Where the tiles stand: the member states of the Council of Europe, by ISO 3166, neighbours side
by side as far as squares allow. Other countries that have cases stand in rows of their own below.
"""
EUROPE_WIDE = ("EU", "UN")
"""The codes of schemes of no single country, which share a tile in the corner of the sea."""

_SIZE, _PITCH = 50, 54
_COLUMNS = max(len(row.split()) for row in GRID.strip().splitlines())
_ROWS = len(GRID.strip().splitlines())
_EUROPE_WIDE_TILES = 3


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile.

    Attributes:
        codes: The codes of its countries.
        label: What stands on it.
        name: Its country, in words.
        count: The number of cases.
        href: The way to them; empty where there is none.
        x: Its left edge.
        y: Its upper edge.
        width: Its width.
    """

    codes: tuple[str, ...]
    label: str
    name: str
    count: int
    href: str
    x: int
    y: int
    width: int = _SIZE


def tile_map(view: View, counts: Mapping[str, int], href: Callable[[str], str]) -> Markup:
    """Return the map with its table.

    Args:
        view: The page.
        counts: The number of cases of each country that has any.
        href: Gives the way to the cases of a country.
    """
    names = sorted(counts, key=lambda code: (folded(view.words.country(code)), code))
    tiles = tiles_of(counts, view.words, href)
    lowest = max(each.y for each in tiles)
    return render(
        "cases/tile_map",
        view,
        tiles=tiles,
        width=_COLUMNS * _PITCH,
        height=lowest + _PITCH,
        size=_SIZE,
        rows=[(code, view.words.country(code), counts[code], href(code)) for code in names],
    )


def tiles_of(
    counts: Mapping[str, int], words: Vocabulary, href: Callable[[str], str]
) -> list[Tile]:
    """Return the tiles, from north to south and from west to east.

    Args:
        counts: The number of cases of each country that has any.
        words: The words of the site.
        href: Gives the way to the cases of a country.
    """
    places = {
        code: (column, row)
        for row, line in enumerate(GRID.strip().splitlines())
        for column, code in enumerate(line.split())
        if code != "."
    }
    elsewhere = sorted(set(counts) - set(places) - set(EUROPE_WIDE))
    for number, code in enumerate(elsewhere):
        places[code] = (number % _COLUMNS, _ROWS + number // _COLUMNS)
    found = [
        Tile(
            (code,),
            code,
            words.country(code),
            counts.get(code, 0),
            href(code) if code in counts else "",
            1 + column * _PITCH,
            1 + row * _PITCH,
        )
        for code, (column, row) in places.items()
    ]
    return sorted([*found, _europe_wide(counts, words, href)], key=lambda each: (each.y, each.x))


def _europe_wide(counts: Mapping[str, int], words: Vocabulary, href: Callable[[str], str]) -> Tile:
    codes = tuple(code for code in EUROPE_WIDE if code in counts)
    label = words("cases_index.europe_wide")
    return Tile(
        codes,
        label,
        label,
        sum(counts[code] for code in codes),
        href(codes[0]) if codes else "",
        1,
        1 + (_ROWS - 1) * _PITCH,
        (_EUROPE_WIDE_TILES - 1) * _PITCH + _SIZE,
    )
