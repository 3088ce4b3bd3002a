"""Values of foreign tables in the forms that records have."""

import re
from collections.abc import Sequence

_SPACES = re.compile(r"[ \t\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DATE_PARTS = re.compile(r"YYYY|MM?|DD?")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f'’](?=\d{3}(?!\d))")
_MARKDOWN = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)|(?<![\w@/.=&?])@|&(?=#?\w+;)|<(?=[A-Za-z/!?])")
_ENTITIES = {"&": "&amp;", "<": "&lt;"}
_DEGREES = re.compile(
    r"""(?P<before>[NSEWO])?\s*
    (?P<degrees>\d{1,3}(?:[.,]\d+)?)\s*[°º]\s*
    (?:(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*)?
    (?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|''|’’)\s*)?
    (?P<after>[NSEWO])?""",
    re.VERBOSE,
)
_SIGNS = {"lat": {"N": 1, "S": -1}, "lon": {"E": 1, "W": -1, "O": -1}}


def tidied(text: str) -> str:
    """Return a text on one line, without spaces around it."""
    return _SPACES.sub(" ", text).strip()


def control_character(text: str) -> str:
    """Return the first control character of a text, as its code, or nothing."""
    match = _CONTROL.search(text)
    return f"U+{ord(match[0]):04X}" if match else ""


def as_markdown(text: str) -> str:
    """Return inline Markdown that shows a text as it is: nothing in it is markup or a citation."""
    return _MARKDOWN.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), text)


def as_date(text: str, patterns: Sequence[str]) -> str:
    """Return a date in EDTF.

    Args:
        text: The date, as the table has it.
        patterns: The forms that it may have, such as ``DD/MM/YYYY`` or ``YYYY``. A year has four
            digits: two would leave the century to guess.

    Raises:
        ValueError: It has none of these forms.
    """
    for pattern in patterns:
        match = _expression(pattern).fullmatch(text)
        if match is not None:
            parts = match.groupdict()
            day = f"-{int(parts['D']):02}" if parts.get("D") else ""
            month = f"-{int(parts['M']):02}" if parts.get("M") else ""
            return f"{parts['Y']}{month}{day}"
    raise ValueError(f"is not a date of the form {' or '.join(patterns)}")


def date_pattern_fault(pattern: str) -> str:
    """Return what is wrong with the pattern of a date, or nothing."""
    letters = [match[0][0] for match in _DATE_PARTS.finditer(pattern)]
    if letters.count("Y") != 1 or len(letters) != len(set(letters)):
        return "must hold YYYY once, and MM and DD once at most"
    return "has a day without a month" if "D" in letters and "M" not in letters else ""


def _expression(pattern: str) -> re.Pattern[str]:
    expression, place = "", 0
    for match in _DATE_PARTS.finditer(pattern):
        digits = r"\d{4}" if match[0] == "YYYY" else r"\d{1,2}"
        expression += re.escape(pattern[place : match.start()]) + f"(?P<{match[0][0]}>{digits})"
        place = match.end()
    return re.compile(expression + re.escape(pattern[place:]), re.ASCII)


def as_number(text: str, decimal: str) -> str:
    """Return a number as Python writes it.

    Args:
        text: The number; spaces and apostrophes may part its thousands.
        decimal: The sign before its decimals, a point or a comma.

    Returns:
        The number; a text that is none stays as it is, and fails later.
    """
    plain = _THOUSANDS.sub("", text)
    if decimal == "," and "." not in plain:
        plain = plain.replace(",", ".", 1)
    return plain if re.fullmatch(r"[+-]?\d+(?:\.\d+)?", plain, re.ASCII) else text


def as_coordinate(text: str, name: str, decimal: str) -> str:
    """Return a latitude or longitude in decimal degrees.

    Args:
        text: Decimal degrees, or degrees, minutes and seconds such as ``50° 51' 0" N``.
        name: ``lat`` or ``lon``.
        decimal: The sign before the decimals.

    Raises:
        ValueError: It is neither.
    """
    match = _DEGREES.fullmatch(text.strip())
    if match is None:
        return as_number(text, decimal)
    hemisphere = match["before"] or match["after"] or ""
    if (match["before"] and match["after"]) or hemisphere not in {"", *_SIGNS[name]}:
        raise ValueError(f"is no {'latitude' if name == 'lat' else 'longitude'}")
    degrees, minutes, seconds = (
        float((match[part] or "0").replace(",", ".")) for part in ("degrees", "minutes", "seconds")
    )
    if minutes >= 60 or seconds >= 60:
        raise ValueError("has minutes or seconds beyond 59")
    value = degrees + minutes / 60 + seconds / 3600
    return repr(round(value * _SIGNS[name].get(hemisphere, 1), 6) + 0.0)
