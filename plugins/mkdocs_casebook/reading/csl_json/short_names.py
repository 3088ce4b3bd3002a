"""The short names of bodies: what citations print, where a list of references prints the whole.

CSL-JSON has no part for it; ``short`` is our own, beside ``literal``. It is ``shortauthor`` or
``shorteditor`` of biblatex, or what a name tells itself: ``{Office for Economy (OECD)}``.
"""

import re
from collections.abc import Mapping, Sequence

from mkdocs_casebook.reading.csl_json.names import OTHERS, NameVariable, parse_names

_WITH_BRACKETS = re.compile(r"(?P<before>[^(]+?)\s*\((?P<inside>[^()]+)\)")
# Two capitals are a country, as in "Social Exclusion Unit (UK)".
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z]{2,}")


def with_short_names(names: Sequence[NameVariable], field: str = "") -> list[NameVariable]:
    """Return names, each body with the name that it is known by, where it has one.

    Args:
        names: The names.
        field: The field with their short names, if there is one. Where it has more or fewer of
            them, it is no list of short names.
    """
    if not any("literal" in name for name in names):
        return list(names)
    if not field:
        return [_with_short(name, "") for name in names]
    given = parse_names(field)
    shorts = [_whole(name) for name in given] if len(given) == len(names) else [""] * len(names)
    return [_with_short(name, short) for name, short in zip(names, shorts, strict=True)]


def _with_short(name: NameVariable, given: str) -> NameVariable:
    if "literal" not in name or name == OTHERS:
        return name
    short = given or _known_as(name["literal"])
    return {**name, "short": short} if short and short != name["literal"] else name


def _known_as(literal: str) -> str:
    """Return the acronym behind the name of a body, or the name without other brackets."""
    found = _WITH_BRACKETS.fullmatch(literal)
    if found is None:
        return ""
    return found["inside"] if _ACRONYM.fullmatch(found["inside"]) else found["before"]


def _whole(name: Mapping[str, str]) -> str:
    """Return the name of a body; people who write ``shortauthor = {EFUS}`` mean one too."""
    if "literal" in name:
        return name["literal"] if name != OTHERS else ""
    return name["family"] if name.keys() == {"family"} else ""
