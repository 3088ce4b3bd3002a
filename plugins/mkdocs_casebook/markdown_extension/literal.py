"""Text that Python-Markdown must leave as it is."""

from markdown.util import ETX, STX, AtomicString

_MARKS = {ord(STX): None, ord(ETX): None}


def without_marks(text: str) -> str:
    """Return a text without the two characters by which Python-Markdown marks its own places.

    They would be taken for the place of a piece of HTML, or for a place inside itself.
    """
    return text.translate(_MARKS)


def literal(text: str) -> AtomicString:
    """Return a text in which nothing is markup."""
    return AtomicString(without_marks(text))
