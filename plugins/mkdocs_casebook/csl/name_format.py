"""One name as it is shown and sorted (CSL 1.0.2, "Name-part Order", "Name-part Formatting")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .context import Context
from .decoration import affix, font_of
from .initials import initialise
from .markup import parse_markup
from .persons import Name, is_western
from .rich_text import Content, Font, Rich, Span, join, map_text, plain
from .text_case import apply_case

_PARTICLE_ENDS = ("’", "'", "-", "‑", " ")


@dataclass(frozen=True, slots=True)
class NamePart:
    """How one part of a name looks: a `cs:name-part`."""

    font: Font = ()
    case: str = ""
    prefix: Rich = ()
    suffix: Rich = ()

    def dress(self, text: str, context: Context) -> Rich:
        """Give text in the part's case and formatting, without its affixes."""
        rich = parse_markup(text)
        if self.case:
            rich = apply_case(rich, self.case, context.item.language or context.locale.language)
        return (Span(rich, font=self.font),) if self.font and rich else rich

    def surround(self, rich: Rich) -> Rich:
        """Put the part's affixes around text."""
        if not rich or not (self.prefix or self.suffix):
            return rich
        return (*self.prefix, *rich, *self.suffix)


def name_part(given: Mapping[str, str]) -> NamePart:
    """Compile a `cs:name-part`."""
    return NamePart(
        font_of(given),
        given.get("text-case", ""),
        affix(given.get("prefix", "")),
        affix(given.get("suffix", "")),
    )


@dataclass(frozen=True, slots=True)
class NameStyle:
    """How single names are shown.

    Attributes:
        form: "long", "short" or "count".
        initialize_with: What follows initials, or nothing where there are none.
        initialize: Whether full given names become initials.
        hyphen: Whether hyphens stay between initials.
        sort_separator: What stands between the parts of an inverted name.
        demote: Value of `demote-non-dropping-particle`.
        family: How surnames look.
        given: How given names look.
    """

    form: str = "long"
    initialize_with: str | None = None
    initialize: bool = True
    hyphen: bool = True
    sort_separator: str = ", "
    demote: str = "display-and-sort"
    family: NamePart = NamePart()
    given: NamePart = NamePart()

    @property
    def base_level(self) -> int:
        """How much of a name the style shows by itself (see `NameShape`)."""
        if self.form == "short":
            return 0
        return 1 if self.makes_initials else 2

    @property
    def makes_initials(self) -> bool:
        """Whether given names become initials."""
        return self.initialize_with is not None and self.initialize


def _join(*parts: Rich) -> Rich:
    joined: list[Content] = []
    last = ""
    for part in parts:
        if not part:
            continue
        if joined and not last.endswith(_PARTICLE_ENDS) and not last.endswith("\u00a0"):
            joined.append(" ")
        joined.extend(part)
        last = plain(part)
    return tuple(joined)


def given_names(name: Name, style: NameStyle, level: int) -> str:
    """Give a person's given names as the style shows them at a level."""
    if style.initialize_with is None or not name.given:
        return name.given
    if not is_western(name.given):
        return name.given
    return initialise(
        name.given,
        style.initialize_with,
        hyphen=style.hyphen,
        all_names=style.initialize and level < 2,
    )


def format_name(
    name: Name, style: NameStyle, level: int, context: Context, *, inverted: bool
) -> Rich:
    """Render one name.

    Args:
        name: The name.
        style: How names look.
        level: How much of it is shown: 0 the surname, 1 initials, 2 all given names.
        context: The rendering.
        inverted: Whether the surname comes first.

    Returns:
        The name as rich text.
    """
    family, given = style.family, style.given
    if not name.person:
        known_as = name.acronym if style.form == "short" and level == 0 else ""
        return family.surround(family.dress(known_as or name.literal, context))
    if not name.family:
        return given.surround(given.dress(name.given, context))
    surname = family.dress(name.family, context)
    particle = family.dress(name.non_dropping, context)
    if level == 0:
        return family.surround(surname if name.family_first else _join(particle, surname))
    first = _first_names(name, style, level, context)
    dropped = given.dress(name.dropping, context)
    western = is_western(name.family + name.given)
    if name.family_first and not (inverted and western):
        parts = family.surround(surname), given.surround(first)
        return _join(*parts) if western else (*parts[0], *parts[1])
    if inverted:
        return _inverted(name, style, (surname, particle), (first, dropped))
    block = _join(dropped, particle, surname)
    if name.suffix:
        block = (*block, ", " if name.comma_suffix else " ", name.suffix)
    return _join(given.surround(first), family.surround(block))


def _first_names(name: Name, style: NameStyle, level: int, context: Context) -> Rich:
    """Give the first names of a person; those with markup are made initials piece by piece."""
    mark = style.initialize_with
    if mark is None or "<" not in name.given:
        return style.given.dress(given_names(name, style, level), context)
    return map_text(
        style.given.dress(name.given, context),
        lambda text: initialise(
            text, mark, hyphen=style.hyphen, all_names=style.initialize and level < 2
        ),
    )


def _inverted(
    name: Name, style: NameStyle, surname: tuple[Rich, Rich], first: tuple[Rich, Rich]
) -> Rich:
    """Put the surname with its particle before the given names with theirs."""
    family, particle = surname
    given, dropped = first
    if style.demote == "display-and-sort":
        block, tail = family, _join(given, dropped, particle)
    else:
        block, tail = _join(particle, family), _join(given, dropped)
    suffix: Rich = (name.suffix,) if name.suffix else ()
    return join(
        [style.family.surround(block), style.given.surround(tail), suffix], style.sort_separator
    )


def sort_name(name: Name, style: NameStyle, level: int, context: Context) -> str:
    """Give one name as it sorts (CSL 1.0.2, "Name-part Order", sorting order)."""
    if not name.person:
        words = name.literal.split(" ", 1)
        english = context.locale.language.startswith("en")
        if english and len(words) == 2 and words[0].lower() in ("a", "an", "the"):
            return plain(parse_markup(words[1]))
        return plain(parse_markup(name.literal))
    if style.demote == "never":
        keys = [" ".join(filter(None, (name.non_dropping, name.family))), name.dropping]
    else:
        keys = [name.family, " ".join(filter(None, (name.dropping, name.non_dropping)))]
    if level > 0:
        keys += [given_names(name, style, level), name.suffix]
    elif style.demote != "never":
        keys = [name.family, name.non_dropping]
    return plain(parse_markup("\x1f".join(keys).rstrip("\x1f")))
