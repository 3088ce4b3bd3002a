"""Decoding files that others wrote."""

import codecs
from enum import StrEnum

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span


class Encoding(StrEnum):
    """An encoding that a map may declare."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    WINDOWS_1250 = "windows-1250"
    WINDOWS_1252 = "windows-1252"
    ISO_8859_1 = "iso-8859-1"
    ISO_8859_2 = "iso-8859-2"
    ISO_8859_15 = "iso-8859-15"


def decoded(data: bytes, file: str, declared: Encoding | None) -> tuple[str, list[Problem]]:
    r"""Decode a file.

    Args:
        data: Its bytes.
        file: Its name in messages.
        declared: Its encoding, where the map declares one. Otherwise a byte order mark tells;
            without one it is UTF-8 or else, with a remark, Windows-1252.

    Returns:
        The text with ``\n`` line ends (empty when it cannot be decoded) and the problems found.
    """
    problems: list[Problem] = []
    encoding = declared or _marked(data)
    text = _try(data, encoding)
    if text is None and declared is None and encoding is Encoding.UTF_8:
        text = _try(data, Encoding.WINDOWS_1252)
        if text is not None:
            span, byte = _first_fault(data, file, Encoding.UTF_8)
            message = f"byte 0x{byte:02x} is not UTF-8: the file is read as Windows-1252"
            hint = "look at the accents in the drafts, and name the encoding in the map"
            problems.append(Problem("guessed-encoding", span, message, hint))
    if text is None:
        span, byte = _first_fault(data, file, encoding)
        message = f"byte 0x{byte:02x} is not {encoding.value.upper()}"
        hint = "save the file as UTF-8, or name its encoding in the map"
        return "", [Problem("unreadable-file", span, message, hint)]
    return _with_line_feeds(text.removeprefix("\ufeff")), problems


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _marked(data: bytes) -> Encoding:
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    return Encoding.UTF_16 if data.startswith(marks) else Encoding.UTF_8


def _try(data: bytes, encoding: Encoding) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _first_fault(data: bytes, file: str, encoding: Encoding) -> tuple[Span, int]:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        before = _with_line_feeds(data[: error.start].decode(encoding, "replace"))
        line = before.count("\n") + 1
        column = len(before.rpartition("\n")[2]) + 1
        return Span(file, line, column), data[error.start]
    return Span(file), 0
