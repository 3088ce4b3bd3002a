"""Names of persons and institutions as CSL-JSON gives them (CSL 1.0.2, "Names")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_FAMILY_FIRST = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"
)
_PARTICLE_ENDS = ("’", "'", "-", "\u2010", "\u02bc", " ")
_ELIDED = re.compile(
    r"^((?:[Dd]|[Ll]|[Dd]e [Ll]|[Dd]all|[Dd]ell|[Tt]|[Aa]l|[Ee]l)['’\-])(?=\S)(.+)$"
)
_HYPHENATED = re.compile(r"^((?:al|el|ul|as|ad|az|ash|an|ar|at|aṣ|aḍ|aẓ|aṭ)[\-‑])(?=\S)(.+)$")


@dataclass(frozen=True, slots=True)
class Name:
    """One name.

    Attributes:
        family: Surname without particles.
        given: Given names.
        dropping: Particle that goes with the given names.
        non_dropping: Particle that goes with the surname.
        suffix: "Jr.", "III".
        comma_suffix: Whether a comma comes before the suffix.
        literal: The whole name of an institution, or of who has no other.
        acronym: What a literal name is known by, where it is shown short: not of CSL, but ours.
        family_first: Whether the surname comes first by the custom of its script.
    """

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""
    acronym: str = ""
    family_first: bool = False

    @property
    def person(self) -> bool:
        """Whether it is the name of a person."""
        return not self.literal

    @property
    def short(self) -> str:
        """The name as it stands where only the surname is shown."""
        return self.acronym or self.literal or joined(self.non_dropping, self.family) or self.given


def joined(particle: str, rest: str) -> str:
    """Put a particle before a name, without a space after an apostrophe or hyphen."""
    if not particle or not rest:
        return particle or rest
    return particle + rest if particle.endswith(_PARTICLE_ENDS) else f"{particle} {rest}"


def is_western(text: str) -> bool:
    """Say whether a name is in a script whose given names come first."""
    return not _FAMILY_FIRST.search(text)


def _particle_words(text: str) -> int:
    """Count the leading words that are particles: those that begin with a small letter."""
    words = text.split()
    count = 0
    for word in words[:-1]:
        bare = word.lstrip("'’‘")
        if not bare or not bare[0].islower():
            break
        count += 1
    return count


def _split_family(family: str) -> tuple[str, str]:
    count = _particle_words(family)
    words = family.split()
    particle, rest = " ".join(words[:count]), " ".join(words[count:])
    for pattern in (_ELIDED, _HYPHENATED):
        match = pattern.match(rest)
        if match and match.group(1)[0].islower() and (match.group(2)[0].isupper()):
            return joined(particle, match.group(1)), match.group(2)
    if particle.endswith(_PARTICLE_ENDS):
        particle += " "
    return (particle, rest) if particle else ("", family)


def _split_given(given: str) -> tuple[str, str]:
    words = given.split()
    start = len(words)
    while start > 1 and words[start - 1].lstrip("'’‘")[:1].islower():
        start -= 1
    if start == len(words):
        return given, ""
    return " ".join(words[:start]), " ".join(words[start:])


def _flag(value: object) -> bool:
    return value in (True, 1, "true", "1")


def read_name(given: object) -> Name | None:
    """Read one name of CSL-JSON, parsing particles that are written into its parts.

    Args:
        given: The JSON value.

    Returns:
        The name, or nothing where there is none.
    """
    if isinstance(given, str):
        return Name(literal=given) if given.strip() else None
    if not isinstance(given, Mapping):
        return None

    def text(key: str) -> str:
        value = given.get(key)
        return str(value).strip() if isinstance(value, str | int) and value is not None else ""

    family, first = text("family"), text("given")
    literal = text("literal")
    if literal and not family:
        return Name(literal=literal, acronym=text("short"))
    if not family and not first:
        return None
    if _flag(given.get("isInstitution")):
        return Name(literal=joined(first, family) if first else family)
    dropping, non_dropping = text("dropping-particle"), text("non-dropping-particle")
    suffix = text("suffix")
    comma = _flag(given.get("comma-suffix"))
    if len(family) > 2 and family[0] == family[-1] == '"':
        family = family[1:-1]
    elif not non_dropping:
        non_dropping, family = _split_family(family)
    if first and not suffix and "," in first:
        head, _, tail = first.partition(",")
        tail = tail.strip()
        if tail[:1].islower() and not dropping and not tail.startswith("jr"):
            first, dropping = head + ",", tail
        else:
            first, comma, suffix = head, tail.startswith("!"), tail.lstrip("! ")
    if first and not dropping:
        first, dropping = _split_given(first)
    western = is_western(family + first)
    return Name(
        family=family,
        given=first,
        dropping=dropping,
        non_dropping=non_dropping,
        suffix=suffix,
        comma_suffix=comma,
        family_first=_flag(given.get("static-ordering")) or not western,
    )
