"""Reading text files."""

from pathlib import Path

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span


def read_text(path: Path, file: str) -> tuple[str, list[Problem]]:
    r"""Read a UTF-8 file, with or without byte order mark, with ``\n`` line ends.

    Args:
        path: The file.
        file: Its name in messages.

    Returns:
        The text (empty when it cannot be read) and the problems found.
    """
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        hint = "check its name, and who may read it"
        reason = getattr(error, "strerror", None) or "it cannot be opened"
        return "", [
            Problem("unreadable-file", Span(file), f"the file cannot be read: {reason}", hint)
        ]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        hint = "save the file as UTF-8; it looks like Latin-1 or Windows-1252"
        return "", [Problem("unreadable-file", Span(file, line, column), message, hint)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []
