"""Numbers: what is numeric, ordinals, Roman numerals and ranges of pages (CSL 1.0.2, "Number")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from .locales import Locale

_NUMBER = r"[A-Za-z\u00a7]*\d{1,12}[A-Za-z]*"
_NUMERIC = re.compile(rf"\s*[\[(]?{_NUMBER}(?:\s*[,&\-–—]\s*{_NUMBER})*[\])]?\s*")
_PIECES = re.compile(r"(\s*[,&\-–—]\s*)")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_NUMERAL = re.compile(r"[ivxlcdmIVXLCDM]+")
_SEPARATED = re.compile(r"(\s*[,;&]\s*)")
_DASH = re.compile(r"\s*[-–]+\s*")
_SPACED_HYPHEN = re.compile(r"\s*-\s*")
_RANGE = re.compile(
    r"(?P<first_prefix>(?:\d*[A-Za-z]+)?)(?P<first>\d{1,12})\s*[-–]+\s*"
    r"(?P<second_prefix>(?:\d*[A-Za-z]+)?)(?P<second>\d{1,12})"
)


def is_numeric(text: str) -> bool:
    """Say whether text consists of numbers only, which may have affixes."""
    return bool(_NUMERIC.fullmatch(text))


def is_plural(text: str) -> bool:
    """Say whether text names more than one number."""
    stripped = re.sub(r"<[^>]+>", "", text).strip()
    stripped = stripped.replace("\\-", "")
    pieces = [
        piece
        for piece in re.split(r"\s*(?:[,&–—]|-|\band\b|\bet\b|\bund\b|\by\b)\s*", stripped)
        if piece
    ]
    return (
        len(pieces) > 1
        and sum(any(c.isdigit() for c in p) or bool(_ROMAN_NUMERAL.fullmatch(p)) for p in pieces)
        > 1
    )


def roman(number: int) -> str:
    """Write a number in small Roman numerals."""
    if not 0 < number < 4000:
        return str(number)
    written = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written.append(letters * count)
    return "".join(written)


def ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Write a number with its ordinal suffix (CSL 1.0.2, "Ordinal Suffixes").

    Args:
        number: The number.
        locale: Where the suffixes come from.
        gender: "feminine" or "masculine", of the noun that the number stands with.

    Returns:
        The number with its suffix.
    """
    return f"{number}{_ordinal_suffix(number, locale, gender)}"


def _ordinal_suffix(number: int, locale: Locale, gender: str) -> str:
    two, one = number % 100, number % 10
    for wanted in (gender, "") if gender else ("",):
        term = locale.terms.get((f"ordinal-{two:02d}", "long", wanted))
        if term is not None and two >= 10 and (term.match != "whole-number" or number == two):
            return term.single
        term = locale.terms.get((f"ordinal-{one:02d}", "long", wanted))
        if term is not None and (
            number == one
            or term.match in ("", "last-digit")
            or (term.match == "last-two-digits" and two == one)
        ):
            if ("ordinal", "long", "") not in locale.terms and 11 <= two <= 13:
                break
            return term.single
        default = locale.terms.get(("ordinal", "long", wanted))
        if default is not None:
            return default.single
    old = locale.terms.get(("ordinal-04", "long", ""))
    return old.single if old is not None else ""


def long_ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Write a number from 1 to 10 as a word, and others with a suffix."""
    if 1 <= number <= 10:
        for wanted in (gender, ""):
            term = locale.terms.get((f"long-ordinal-{number:02d}", "long", wanted))
            if term is not None:
                return term.single
    return ordinal(number, locale, gender)


def format_number(text: str, form: str, locale: Locale, gender: str = "") -> str:
    """Write the numbers of a text in a form, tidying what stands between them.

    Args:
        text: Value of a number variable.
        form: "numeric", "ordinal", "long-ordinal" or "roman".
        locale: Where ordinals come from.
        gender: Gender of the noun.

    Returns:
        The text; unchanged where it is not numeric.
    """
    if not is_numeric(text):
        return text
    pieces = _PIECES.split(text.strip())
    written = []
    for piece in pieces:
        bare = piece.strip()
        if bare == ",":
            written.append(", ")
        elif bare == "&":
            written.append(" & ")
        elif bare in ("-", "–", "—"):
            written.append("–" if bare == "-" else bare)
        elif not bare.isdecimal():
            written.append(piece)
        elif form == "ordinal":
            written.append(ordinal(int(bare), locale, gender))
        elif form == "long-ordinal":
            written.append(long_ordinal(int(bare), locale, gender))
        elif form == "roman":
            written.append(roman(int(bare)))
        else:
            written.append(bare)
    return "".join(written)


def _expand(first: str, second: str) -> str:
    return first[: len(first) - len(second)] + second if len(second) < len(first) else second


def _minimal(first: str, second: str, keep: int) -> str:
    if len(first) != len(second):
        return second
    common = 0
    while common < len(second) - keep and first[common] == second[common]:
        common += 1
    return second[common:]


def _chicago(first: str, second: str, *, edition: int) -> str:
    number = int(first)
    if number < 100 or number % 100 == 0:
        return second
    if number % 100 < 10:
        return _minimal(first, second, 1)
    if edition == 15 and len(first) == len(second) == 4:
        changed = sum(a != b for a, b in zip(first, second, strict=True))
        if changed >= 3:
            return second
    return _minimal(first, second, 2)


def format_page_range(text: str, style: str, delimiter: str) -> str:
    """Write the page ranges of a text (CSL 1.0.2, "Appendix V").

    Args:
        text: Value of `page` or of a locator.
        style: Value of `page-range-format`, or nothing.
        delimiter: The locale's term `page-range-delimiter`.

    Returns:
        The text with its ranges in that format. A range whose ends do not have the same letters
        before their numbers stays as it is.
    """
    if "-" not in text and "–" not in text:
        return text
    pieces = _SEPARATED.split(text)
    return "".join(_one_range(piece, style, delimiter) for piece in pieces).replace("\\-", "-")


_SHORTENED: Mapping[str, Callable[[str, str], str]] = {
    "minimal": lambda first, second: _minimal(first, second, 1),
    "minimal-two": lambda first, second: _minimal(first, second, 2),
    "chicago": lambda first, second: _chicago(first, second, edition=15),
    "chicago-15": lambda first, second: _chicago(first, second, edition=15),
    "chicago-16": lambda first, second: _chicago(first, second, edition=16),
}


def _one_range(text: str, style: str, delimiter: str) -> str:
    match = _RANGE.fullmatch(text)
    if match is None:
        ends = _DASH.split(text.strip())
        if len(ends) == 2 and all(_ROMAN_NUMERAL.fullmatch(end) for end in ends):
            return delimiter.join(ends)
        return _SPACED_HYPHEN.sub("-", text) if any(map(str.isdigit, text)) else text
    prefix, first = match["first_prefix"], match["first"]
    second_prefix, second = match["second_prefix"], match["second"]
    repeats = second_prefix == prefix or bool(
        second_prefix and style.startswith("chicago") and prefix.endswith(second_prefix)
    )
    if style and not repeats:
        return _SPACED_HYPHEN.sub("-", text)
    full = _expand(first, second)
    end = f"{second_prefix}{second}"
    if style and int(full) > int(first):
        shorten = _SHORTENED.get(style)
        end = shorten(first, full) if shorten else f"{second_prefix}{full}"
    return f"{prefix}{first}{delimiter}{end}"
