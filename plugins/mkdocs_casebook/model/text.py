"""Comparing words as readers do: whatever the encoding, the case and the spacing."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

_SOFT_HYPHEN = "\u00ad"
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", _SOFT_HYPHEN: None})


def normalise(text: str) -> str:
    """Return ``text`` in the form in which two spellings of a term are compared.

    NFC, case-folded, every run of white space (no-break spaces too) one space, soft hyphens
    removed, apostrophes made straight.
    """
    folded = unicodedata.normalize("NFC", text.translate(_APOSTROPHES)).casefold()
    return unicodedata.normalize("NFC", " ".join(folded.split()))


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate nearest to ``word`` for a "did you mean", or None."""
    by_folded = {candidate.casefold(): candidate for candidate in sorted(candidates, reverse=True)}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else None


def shown(text: str, longest: int = 60) -> str:
    """Return ``text`` as a message may show it: on one line, cut where it is long."""
    line = " ".join(text[: longest * 2].split())
    return line if len(line) <= longest and len(text) <= longest * 2 else f"{line[:longest]}…"


def clipped(text: str, length: int) -> str:
    """Return a text of at most about so many characters, cut between words."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def capitalised(text: str) -> str:
    """Return a text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
