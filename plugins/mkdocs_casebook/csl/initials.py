"""Given names made into initials (CSL 1.0.2, "Name": `initialize`, `initialize-with`)."""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(r"\s+|[-‐‑–]|[^\s\-‐‑–.]+\.?|\.")
_HYPHENS = "-‐‑–"


def _initial(word: str) -> str:
    """Give the initial of a word; several capitals before small letters are one ("Ts")."""
    capitals = 0
    while capitals < len(word) and word[capitals].isupper():
        capitals += 1
    if 2 <= capitals < len(word) and word[capitals].islower():
        return word[0] + word[1:capitals].lower()
    return word[0]


@lru_cache(maxsize=65536)
def initialise(given: str, mark: str, *, hyphen: bool, all_names: bool) -> str:
    """Make initials of given names.

    Args:
        given: The given names.
        mark: What follows each initial, value of `initialize-with`.
        hyphen: Whether the hyphen of a compound name stays between its initials.
        all_names: Whether full names become initials; if not, only the initials that are there
            already get their mark.

    Returns:
        The initials, with the words that are not names as they were.
    """
    spaced = mark != mark.rstrip()
    written = ""
    pending = "start"
    after_word = False
    for token in _TOKEN.findall(given):
        if token.isspace():
            pending = "space" if pending != "start" else "lead"
            continue
        if token in _HYPHENS:
            pending = "hyphen"
            continue
        if pending == "hyphen" and all_names and token[0].islower():
            pending = "join"
            continue
        word, period = token.removesuffix("."), token.endswith(".")
        if not word:
            continue
        short = period or (len(word) == 1 and word.isupper())
        if short:
            piece, is_word = word + mark.rstrip(), False
        elif not all_names or word[0].islower() or not word[0].isalpha():
            piece, is_word = word, True
        else:
            piece, is_word = _initial(word) + mark.rstrip(), False
        if pending == "hyphen":
            between = "-" if is_word or after_word or hyphen else " " if spaced else ""
        elif pending == "start":
            between = ""
        elif is_word or after_word or pending == "lead":
            between = " " if pending != "lead" or spaced or is_word else ""
        else:
            between = " " if spaced else ""
        written += between + piece
        after_word = is_word
        pending = "join"
    return written
