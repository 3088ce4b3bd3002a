"""Reading text files, and writing files whole."""

import os
import shutil
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


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; what it replaces hands on its permissions.

    Args:
        path: The file. A symbolic link stays one.
        data: What it shall hold.

    Raises:
        OSError: It cannot be written. What was there is untouched.
    """
    path = path.resolve()
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with fresh.open("xb") as file:
            file.write(data)
        if path.exists():
            shutil.copymode(path, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
