"""Text that Python-Markdown must leave as it is."""

import re

from markdown.util import ETX, STX, AtomicString

_ESCAPED = re.compile(f"{STX}(\\d{{1,6}}){ETX}")


def without_marks(text: str) -> str:
    """Return a text without the two characters by which Python-Markdown marks its own places.

    They would be taken for the place of a piece of HTML, or for a place inside itself.
    """
    return text.replace(STX, "").replace(ETX, "")


def literal(text: str) -> AtomicString:
    """Return a text in which nothing is markup."""
    return AtomicString(without_marks(text))


def unescaped(text: str) -> str:
    """Return a text with the signs that its author escaped with a backslash, and no other marks."""
    return without_marks(_ESCAPED.sub(lambda match: chr(int(match[1])), text))
