"""Splitting a file into front matter and body."""

from dataclasses import dataclass


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
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in {"---", "..."}:
            yaml, body = "\n".join(lines[1:number]), "\n".join(lines[number + 1 :])
            return Parts(yaml, 2, body, number + 2)
    return Parts("\n".join(lines[1:]), 2, "", len(lines) + 1, closed=False)
