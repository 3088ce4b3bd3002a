"""What the commands print, and the exit codes that they end with."""

import io
import os
import re
import sys

OK, FAILED, USAGE = 0, 1, 2

_UNSAFE = re.compile(
    r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(text: str) -> str:
    """Return a text without what a terminal would obey or hide behind.

    That is control characters but tabs and line ends, overrides of direction, and lone surrogates.
    """
    return _UNSAFE.sub("", text)


def print_text(text: str) -> None:
    """Print a result, as UTF-8 and with the line ends that it has.

    Args:
        text: The result. A line end follows where it has none.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        print(printable(text), end="" if text.endswith("\n") else "\n", flush=True)
    except BrokenPipeError:
        # Who reads has seen enough; Python would complain again when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str, hint: str = "") -> None:
    """Say what went wrong, and what to do about it."""
    print(printable(f"casebook: {message}"), file=sys.stderr)
    if hint:
        print(printable(f"    {hint}"), file=sys.stderr)
