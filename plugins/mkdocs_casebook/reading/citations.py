"""Citations in Pandoc's syntax.

Source: https://pandoc.org/MANUAL.html#citation-syntax
"""

import re
from dataclasses import dataclass

_KEY = r"(?:\{(?P<braced>[^{}\s]+)\}|(?P<plain>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))"
_CITE = re.compile(rf"(?<![\w@/.\\])(?P<minus>-?)@{_KEY}")
LONGEST = 2000
"""The longest citation in brackets, in characters: a bound on the search for its end."""


@dataclass(frozen=True, slots=True)
class CiteItem:
    """One source cited in a cluster.

    Attributes:
        key: Its key.
        prefix: What stands before it, such as "see".
        suffix: What stands after it: locator and remark, without the comma before them.
        suppress_author: Only the year is wanted.
        offset: Where the key's ``@`` stands in the text.
    """

    key: str
    prefix: str
    suffix: str
    suppress_author: bool
    offset: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """A citation of one or more sources.

    Attributes:
        items: The sources.
        in_text: The author stands in the sentence, the rest in brackets.
        start: Where the citation starts in the text.
        end: Where the text goes on.
    """

    items: tuple[CiteItem, ...]
    in_text: bool
    start: int
    end: int


def bracketed(text: str, start: int) -> Cluster | None:
    """Parse a citation in brackets, such as ``[see @geddes_2000, p. 782; -@silver_1994]``.

    Args:
        text: Text of a paragraph.
        start: Place of the opening bracket.

    Returns:
        The cluster, or None when the brackets hold no citation or are a link.
    """
    end = _closing(text, start)
    if end is None or text[end : end + 1] in {"(", "["}:
        return None
    items: list[CiteItem] = []
    for first, last in _parts(text, start + 1, end - 1):
        match = _CITE.search(text, first, last)
        if match is None:
            if not items:
                return None
            previous = items.pop()
            remark = f"{previous.suffix}; {text[first:last].strip()}"
            items.append(
                CiteItem(
                    previous.key,
                    previous.prefix,
                    remark,
                    previous.suppress_author,
                    previous.offset,
                )
            )
            continue
        items.append(_item(match, text[first : match.start()].strip(), text[match.end() : last]))
    return Cluster(tuple(items), False, start, end) if items else None


def in_text(text: str, start: int) -> Cluster | None:
    """Parse a citation in the sentence, such as ``@geddes_2000 [p. 782]`` or ``-@geddes_2000``.

    Args:
        text: Text of a paragraph.
        start: Place of the ``@``, or of the hyphen before it.

    Returns:
        The cluster, or None when no citation starts there.
    """
    match = _CITE.match(text, start)
    if match is None:
        return None
    end, suffix = match.end(), ""
    bracket = end + 1 if text[end : end + 1] == " " else end
    if text[bracket : bracket + 1] == "[":
        closing = _closing(text, bracket)
        inside = text[bracket + 1 : closing - 1] if closing else ""
        if closing and "@" not in inside and text[closing : closing + 1] not in {"(", "[", ":"}:
            end, suffix = closing, inside
    return Cluster((_item(match, "", suffix),), not match["minus"], start, end)


def find_in_text(text: str, start: int = 0) -> re.Match[str] | None:
    """Return the next place where a citation in the sentence may start."""
    return _CITE.search(text, start)


def _item(match: re.Match[str], prefix: str, suffix: str) -> CiteItem:
    at = match.start() + len(match["minus"])
    key = match["braced"] or match["plain"]
    return CiteItem(key, prefix, suffix.strip().lstrip(",").strip(), bool(match["minus"]), at)


def _closing(text: str, start: int) -> int | None:
    """Return the place after the bracket that closes the one at ``start``."""
    depth = 0
    position = start
    limit = min(len(text), start + LONGEST)
    while position < limit:
        character = text[position]
        if character == "\\":
            position += 1
        elif character == "[":
            depth += 1
        elif character == "]":
            depth -= 1
            if depth == 0:
                return position + 1
        position += 1
    return None


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, first = [], start
    for position in range(start, end):
        if text[position] == ";":
            parts.append((first, position))
            first = position + 1
    parts.append((first, end))
    return parts
