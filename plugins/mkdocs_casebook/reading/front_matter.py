"""Splitting a file into front matter and body."""

import re
from dataclasses import dataclass

_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a Markdown file.

    Attributes:
        front_matter: The YAML between the two lines of hyphens; None where there is none.
        first_line: The line at which the YAML starts.
        body: The Markdown after it.
        body_line: The line at which the Markdown starts.
        closed: The front matter has its closing line.
    """

    front_matter: str | None
    first_line: int
    body: str
    body_line: int
    closed: bool = True


def split(text: str) -> Parts:
    r"""Split a file at the ``---`` lines around its front matter.

    Args:
        text: The whole file, with ``\n`` line ends.

    Returns:
        The parts. Without an opening ``---`` line everything is body; without a closing one,
        everything is front matter.
    """
    if text.partition("\n")[0].rstrip() != "---":
        return Parts(None, 1, text, 1)
    start = text.find("\n") + 1 or len(text)
    closing = _CLOSING.search(text, start)
    if closing is None:
        return Parts(text[start:], 2, "", text.count("\n") + 2, closed=False)
    front_matter = text[start : closing.start()]
    return Parts(front_matter, 2, text[closing.end() + 1 :], text.count("\n", 0, closing.end()) + 2)
