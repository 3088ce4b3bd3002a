"""In which range of latitudes and longitudes a country of Europe lies.

A sanity check and no geography: the ranges were typed in by hand, in whole and half degrees, with
generous margins. They catch a lost sign, swapped coordinates and a wrong country; a place in
the neighbouring country may well pass.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range of latitudes and longitudes, in degrees.

    Attributes:
        south: The lowest latitude.
        north: The highest latitude.
        west: The lowest longitude.
        east: The highest longitude.
    """

    south: float
    north: float
    west: float
    east: float

    def hold(self, lat: float, lon: float) -> bool:
        """Tell whether a place lies inside."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


BOUNDS: Mapping[str, tuple[Bounds, ...]] = {
    "AD": (Bounds(42, 43, 1, 2.5),),
    "AL": (Bounds(39, 43, 18.5, 21.5),),
    "AT": (Bounds(46, 49.5, 9, 17.5),),
    "BA": (Bounds(42, 45.5, 15, 20),),
    "BE": (Bounds(49, 52, 2, 7),),
    "BG": (Bounds(41, 44.5, 22, 29),),
    "BY": (Bounds(51, 56.5, 23, 33),),
    "CH": (Bounds(45.5, 48, 5.5, 11),),
    "CY": (Bounds(34, 36, 32, 35),),
    "CZ": (Bounds(48, 51.5, 12, 19),),
    "DE": (Bounds(47, 55.5, 5.5, 15.5),),
    "DK": (Bounds(54, 58, 7.5, 15.5),),
    "EE": (Bounds(57, 60, 21.5, 28.5),),
    "ES": (Bounds(35, 44, -9.5, 4.5), Bounds(27, 30, -18.5, -13)),
    "FI": (Bounds(59, 70.5, 19, 32),),
    "FO": (Bounds(61, 62.5, -8, -6),),
    "FR": (
        Bounds(41, 51.5, -5.5, 10),
        Bounds(14, 18.5, -63.5, -60.5),
        Bounds(2, 6, -55, -51.5),
        Bounds(-21.5, -20.5, 55, 56),
        Bounds(-13.5, -12.5, 44.5, 45.5),
    ),
    "GB": (Bounds(49.5, 61, -9, 2),),
    "GI": (Bounds(36, 36.5, -5.5, -5),),
    "GR": (Bounds(34.5, 42, 19, 30),),
    "HR": (Bounds(42, 47, 13, 20),),
    "HU": (Bounds(45.5, 49, 16, 23),),
    "IE": (Bounds(51, 55.5, -11, -5.5),),
    "IS": (Bounds(63, 67, -25, -13),),
    "IT": (Bounds(35, 47.5, 6.5, 19),),
    "LI": (Bounds(47, 47.5, 9, 10),),
    "LT": (Bounds(53.5, 56.5, 20.5, 27),),
    "LU": (Bounds(49, 50.5, 5.5, 7),),
    "LV": (Bounds(55.5, 58.5, 20.5, 28.5),),
    "MC": (Bounds(43.5, 44, 7, 8),),
    "MD": (Bounds(45, 49, 26.5, 30.5),),
    "ME": (Bounds(41.5, 44, 18, 20.5),),
    "MK": (Bounds(40.5, 42.5, 20, 23.5),),
    "MT": (Bounds(35.5, 36.5, 14, 15),),
    "NL": (Bounds(50.5, 54, 3, 7.5), Bounds(12, 18, -70.5, -62.5)),
    "NO": (Bounds(57.5, 71.5, 4, 31.5), Bounds(76, 81, 10, 34)),
    "PL": (Bounds(49, 55, 14, 24.5),),
    "PT": (
        Bounds(36.5, 42.5, -10, -6),
        Bounds(36.5, 40, -31.5, -24.5),
        Bounds(30, 33.5, -17.5, -15.5),
    ),
    "RO": (Bounds(43.5, 48.5, 20, 30),),
    "RS": (Bounds(41.5, 46.5, 18.5, 23.5),),
    "SE": (Bounds(55, 69.5, 10.5, 24.5),),
    "SI": (Bounds(45, 47, 13, 17),),
    "SK": (Bounds(47.5, 50, 16.5, 23),),
    "SM": (Bounds(43.5, 44.5, 12, 13),),
    "TR": (Bounds(35.5, 42.5, 25.5, 45),),
    "UA": (Bounds(44, 52.5, 22, 40.5),),
    "VA": (Bounds(41.5, 42, 12, 13),),
    "XK": (Bounds(41.5, 43.5, 20, 22),),
}
"""By ISO 3166 code; more than one where parts of a country lie far from each other."""
