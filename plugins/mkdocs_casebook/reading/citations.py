"""Citations in Pandoc's syntax.

Source: https://pandoc.org/MANUAL.html#citation-syntax
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_KEY = r"(?:\{(?P<braced>[^{}\s]+)\}|(?P<plain>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))"
# What stands before "@" in an e-mail address or in the address of a page makes it no citation.
_CITE = re.compile(rf"(?<![\w@/.\\=&?])(?P<minus>-?)@{_KEY}")
_BRACKET = re.compile(r"\\.|\[|\]", re.DOTALL)
_SEPARATOR = re.compile(r"@\{[^{}\s]+\}|;")
_LINK = ("(", "[")
LONGEST = 2000
"""The longest citation in brackets, in characters: a bound on the search for its end."""
_DEEPEST = 4


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

    Two keys without a semicolon between them, as in ``[@a, @b]``, are two sources all the same.

    Args:
        text: Text of a paragraph.
        start: Place of the opening bracket.

    Returns:
        The cluster, or None when the brackets hold no citation or are a link.
    """
    end = _closing(text, start)
    if end is None or text.startswith(_LINK, end):
        return None
    nested = _nested(text, start + 1, end - 1)
    items: list[CiteItem] = []
    for first, last in _parts(text, start + 1, end - 1):
        found = [
            match
            for match in _CITE.finditer(text, first, last)
            if not any(opening < match.start() < closing for opening, closing in nested)
        ]
        if found:
            items += _items(text, found, first, last)
        elif items:
            # A semicolon inside a remark.
            remark = f"{items[-1].suffix}; {text[first:last].strip()}"
            items[-1] = replace(items[-1], suffix=remark.strip("; "))
        else:
            return None
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
    bracket = end + 1 if text.startswith(" ", end) else end
    if text.startswith("[", bracket) and not text.startswith("[^", bracket):
        closing = _closing(text, bracket)
        inside = text[bracket + 1 : closing - 1] if closing else ""
        if closing and "@" not in inside and not text.startswith(_LINK, closing):
            end, suffix = closing, inside
    return Cluster((_item(match, "", suffix),), not match["minus"], start, end)


def find_in_text(text: str, start: int = 0) -> re.Match[str] | None:
    """Return the next place where a citation in the sentence may start."""
    # The search for one character is much faster than the search for a pattern.
    at = text.find("@", start)
    while at >= 0:
        for place in (at - 1, at):
            if place >= start and (match := _CITE.match(text, place)):
                return match
        at = text.find("@", at + 1)
    return None


def _items(text: str, found: list[re.Match[str]], first: int, last: int) -> Iterator[CiteItem]:
    prefix = text[first : found[0].start()].strip()
    ends = [match.start() for match in found[1:]]
    for match, end in zip(found, [*ends, last], strict=True):
        yield _item(match, prefix, text[match.end() : end])
        prefix = ""


def _item(match: re.Match[str], prefix: str, suffix: str) -> CiteItem:
    at = match.start() + len(match["minus"])
    key = match["braced"] or match["plain"]
    return CiteItem(key, prefix, suffix.strip(" \t\n,"), bool(match["minus"]), at)


def _closing(text: str, start: int) -> int | None:
    """Return the place after the bracket that closes the one at ``start``."""
    depth = 0
    for match in _BRACKET.finditer(text, start, start + LONGEST):
        if match[0] == "[":
            depth += 1
            if depth > _DEEPEST:
                return None
        elif match[0] == "]":
            depth -= 1
            if depth == 0:
                return match.end()
    return None


def _nested(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the brackets inside brackets, the outermost: a citation in them is not of these."""
    found: list[tuple[int, int]] = []
    while (start := text.find("[", start, end)) >= 0:
        closing = _closing(text, start)
        if closing is not None:
            found.append((start, closing))
        start = closing or start + 1
    return found


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts between semicolons, which may stand in a key in braces too."""
    first = start
    for match in _SEPARATOR.finditer(text, start, end):
        if match[0] == ";":
            yield first, match.start()
            first = match.end()
    yield first, end
