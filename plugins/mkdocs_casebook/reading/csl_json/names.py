"""Names of people and bodies, as CSL-JSON.

Read are the forms of BibTeX (``First von Last``, ``von Last, First``, ``von Last, Jr, First``) and
the extended names of biblatex (``given=Hans, family=Harman, prefix=von, useprefix=false``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from mkdocs_casebook.reading.csl_json.latex import to_text

NameVariable = dict[str, str]
"""A name of CSL-JSON."""

OTHERS: Mapping[str, str] = {"literal": "others"}
"""What stands for ``and others``: CSL has no name for it, and pandoc reads it so."""

_AND = re.compile(r"\s+and(?=\s)", re.IGNORECASE)
_AND_OR_BRACE = re.compile(r"[{}]|\s+and(?=\s)", re.IGNORECASE)
_COMMA_OR_BRACE = re.compile("[{},]")
_SPACE_OR_BRACE = re.compile(r"[{}]|[\s~]+")
_EXTENDED = re.compile(
    r"\s*[\"{]*\s*(?P<part>family|given|prefix|suffix|useprefix|[a-z]+-i|[a-z]*template[a-z]*|id)"
    r"\s*=\s*",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr)\.?|I{2,3}|IV", re.IGNORECASE)
_WORD = r"[A-ZÀ-ÖØ-Þ][^\W\d_]*\.?(?:[-'’][^\W\d_]+\.?)*"
_SIMPLE = re.compile(rf"(?P<family>{_WORD}(?: {_WORD})*), (?P<given>{_WORD}(?: {_WORD})*)")
"""A name as nearly all are written, without particles, braces and LaTeX."""
_LETTER = re.compile(r"[^\W\d_]")
_FALSE = "false"
_PARTICLES = frozenset(
    """af al auf av bin d' d’ da das de degli dei del della den der des di do dos du el ibn la le
    of op san st ten ter und van vom von y zu zum zur""".split()  # noqa: SIM905 (a list to read)
)


@lru_cache(maxsize=50_000)
def _names(field: str, useprefix: bool) -> tuple[tuple[tuple[str, str], ...], ...]:
    found: list[NameVariable] = []
    for part in split_names(field):
        text = part.strip()
        extended = "=" in text and _EXTENDED.match(text)
        if text.lower() == "others":
            found.append(dict(OTHERS))
        elif extended:
            values = _extended_parts(text)
            if set(values) == {"useprefix"}:  # an option of the whole list
                useprefix = values["useprefix"].lower() != _FALSE
            else:
                found.append(_extended(values, useprefix))
        elif text:
            found.append(_literal(text) if _is_braced(text) else _person(text, useprefix))
    return tuple(tuple(name.items()) for name in found if name)


def parse_names(field: str, *, useprefix: bool = True) -> list[NameVariable]:
    """Convert a field of names.

    A particle belongs to the family name (``non-dropping-particle``), so that a citation says
    "van Staden". It is a ``dropping-particle`` where ``useprefix`` is false, or where it stands
    behind the given name: ``Humboldt, Alexander von``.

    Args:
        field: For example ``Geddes, Mike and {European Commission} and others``.
        useprefix: Particles belong to the family name unless a name says otherwise.

    Returns:
        The names; ``OTHERS`` at the end where the field ends so.
    """
    return [dict(name) for name in _names(field, useprefix)]


def first_name(field: str) -> NameVariable:
    """Convert the first name of a field; nothing where it has none.

    Args:
        field: As for ``parse_names``.
    """
    end = _AND.search(field)
    first = field[: end.start()] if end else field
    if "{" in first or "=" in first or not first.strip():
        first = field
    return next(iter(parse_names(first)), {})


def split_names(field: str) -> list[str]:
    """Split a list at each ``and`` that stands outside braces."""
    if "{" not in field:
        return [part for part in _AND.split(f" {field} ") if part.strip()]
    return [part for part in _split(f" {field} ", _AND_OR_BRACE) if part.strip()]


def _split_at_commas(text: str) -> Iterable[str]:
    return _split(text, _COMMA_OR_BRACE) if "{" in text else text.split(",")


def _split(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    depth = start = 0
    for match in separator.finditer(text):
        found = match[0]
        if found == "{":
            depth += 1
        elif found == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _is_braced(text: str) -> bool:
    """Tell whether one pair of braces, and no accent, holds the whole name."""
    if text[0] != "{" or text[-1] != "}" or text[1:2] == "\\":
        return False
    depth = 0
    for match in re.finditer("[{}]", text):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end() == len(text)
    return False


def _literal(text: str) -> NameVariable:
    name = to_text(text)
    return {"literal": name} if name else {}


def _person(text: str, useprefix: bool) -> NameVariable:
    simple = _SIMPLE.fullmatch(text)
    if simple and not _SUFFIX.fullmatch(simple["given"]):
        return simple.groupdict()
    parts = [part.strip() for part in _split_at_commas(text)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    if len(parts) == 2 and _SUFFIX.fullmatch(parts[1]):  # "Martin Luther King, Jr."
        return _name({**_in_order(parts[0]), "suffix": parts[1]}, useprefix)
    if len(parts) == 1:
        return _name(_in_order(parts[0]), useprefix)
    words = _words(parts[0])
    lower = 0
    while lower < len(words) - 1 and _is_lower(words[lower]):
        lower += 1
    given, behind = _behind(", ".join(part for part in parts[2 if len(parts) > 2 else 1 :] if part))
    written = {
        "family": " ".join(words[lower:]),
        "given": given,
        "prefix": " ".join(words[:lower]),
        "suffix": parts[1] if len(parts) > 2 else "",
        "behind": behind,
    }
    return _name(written, useprefix)


def _in_order(text: str) -> dict[str, str]:
    """Return the parts of a name without commas: ``First von Last``."""
    words = _words(text)
    lower = [number for number, word in enumerate(words[:-1]) if _is_lower(word)]
    first, last = (lower[0], lower[-1] + 1) if lower else (len(words) - 1, len(words) - 1)
    given, prefix, family = words[: max(first, 0)], words[first:last], words[max(last, 0) :]
    return {"family": " ".join(family), "given": " ".join(given), "prefix": " ".join(prefix)}


def _name(written: Mapping[str, str], useprefix: bool) -> NameVariable:
    """Convert the parts of a name, as biblatex calls them.

    A particle that stands behind the given name is ``behind``.
    """
    part = {name: to_text(text) for name, text in written.items() if text}
    prefix, behind = part.get("prefix", ""), part.get("behind", "")
    name = {
        "family": part.get("family", ""),
        "given": part.get("given", ""),
        "non-dropping-particle": prefix if useprefix else "",
        "dropping-particle": behind if useprefix else f"{behind} {prefix}".strip(),
        "suffix": part.get("suffix", ""),
    }
    name = {part: text for part, text in name.items() if text}
    if "family" in name or not name:
        return name
    return {"literal": " ".join(name.values())}


def _behind(given: str) -> tuple[str, str]:
    """Part the particle from the end of a given name: ``Alexander von``."""
    words = _words(given)
    start = len(words)
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def _words(text: str) -> list[str]:
    if "{" not in text:
        return text.replace("~", " ").split()
    return [word for word in _split(text, _SPACE_OR_BRACE) if word]


def _is_lower(word: str) -> bool:
    """Tell whether a word is a particle: its first letter outside braces is a small one."""
    if word[0] == "{" and word[1:2] != "\\":
        return False
    letter = _LETTER.search(to_text(word) if "\\" in word else word)
    return letter is not None and letter[0].islower()


def _extended_parts(text: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for part in _split_at_commas(text):
        name, equals, value = part.strip().strip('"').partition("=")
        if equals:
            values[name.strip(' "{').lower()] = value.strip().strip('"')
    return values


def _extended(values: Mapping[str, str], useprefix: bool) -> NameVariable:
    if "useprefix" in values:
        useprefix = values["useprefix"].lower() != _FALSE
    parts = ("family", "given", "prefix", "suffix")
    return _name({part: values.get(part, "") for part in parts}, useprefix)
