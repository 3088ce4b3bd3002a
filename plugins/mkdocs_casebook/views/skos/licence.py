"""Which licence a site names."""

import re

_CC = re.compile(
    r"\bCC[ -](?P<kind>BY(?:-NC)?(?:-(?:SA|ND))?)[ -](?P<number>[1-4]\.0)\b", re.IGNORECASE
)
_CC0 = re.compile(r"\bCC0(?:[ -]1\.0)?\b", re.IGNORECASE)


def licence_of(notice: str) -> str:
    """Return the address of the Creative Commons licence that a notice names, or nothing.

    Args:
        notice: What the site says of its licence, such as ``Text CC BY 4.0``.
    """
    if match := _CC.search(notice):
        return f"https://creativecommons.org/licenses/{match['kind'].lower()}/{match['number']}/"
    return "https://creativecommons.org/publicdomain/zero/1.0/" if _CC0.search(notice) else ""
