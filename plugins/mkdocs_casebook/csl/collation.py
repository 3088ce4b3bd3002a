"""Order of text by language, after the Unicode Collation Algorithm with CLDR's tailorings.

Letters compare first without accents or case, then by accent; punctuation is ignored and spaces
come before letters, as in the root collation of CLDR with punctuation shifted. A language may
give some letters places of their own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

CollationKey = tuple[str, str, str]

# Letters that follow another letter as letters of their own (CLDR, collation charts).
_TAILORINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "sv": (("z", "åäö"), ("y", "ü")),
    "fi": (("z", "åäö"), ("y", "ü")),
    "da": (("z", "æøå"), ("y", "ü")),
    "nb": (("z", "æøå"), ("y", "ü")),
    "nn": (("z", "æøå"), ("y", "ü")),
    "is": (("a", "á"), ("d", "ð"), ("e", "é"), ("i", "í"), ("o", "ó"), ("u", "ú"), ("y", "ý"),
           ("z", "þæöå")),
    "es": (("n", "ñ"),),
    "gl": (("n", "ñ"),),
    "et": (("s", "šzž"), ("w", "õäöü")),
    "lv": (("c", "č"), ("g", "ģ"), ("k", "ķ"), ("l", "ļ"), ("n", "ņ"), ("s", "š"), ("z", "ž")),
    "lt": (("c", "č"), ("s", "š"), ("z", "ž")),
    "pl": (("a", "ą"), ("c", "ć"), ("e", "ę"), ("l", "ł"), ("n", "ń"), ("o", "ó"), ("s", "ś"),
           ("z", "źż")),
    "cs": (("c", "č"), ("r", "ř"), ("s", "š"), ("z", "ž")),
    "sk": (("a", "ä"), ("c", "č"), ("o", "ô"), ("s", "š"), ("z", "ž")),
    "sl": (("c", "čć"), ("d", "đ"), ("s", "š"), ("z", "ž")),
    "hr": (("c", "čć"), ("d", "đ"), ("s", "š"), ("z", "ž")),
    "hu": (("o", "ö"), ("u", "ü")),
    "ro": (("a", "ăâ"), ("i", "î"), ("s", "șş"), ("t", "țţ")),
    "tr": (("c", "ç"), ("g", "ğ"), ("h", "ı"), ("o", "ö"), ("s", "ş"), ("u", "ü")),
    "sq": (("c", "ç"), ("e", "ë")),
    "vi": (("a", "ăâ"), ("d", "đ"), ("e", "ê"), ("o", "ôơ"), ("u", "ư")),
}  # fmt: skip
_EXPANSIONS = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i",
    "ß": "ss", "ħ": "h", "ŧ": "t", "ŋ": "n",
}  # fmt: skip
_SEPARATORS = {"\x1e": "\x01", "\x1f": "\x02"}
_LAST = "\uffff"


def _base_letter(character: str) -> str:
    if character in _SEPARATORS:
        return _SEPARATORS[character]
    if character.isspace() or character in "-‐–/":
        return "\x03"
    if character in _EXPANSIONS:
        return _EXPANSIONS[character]
    if character.isalnum():
        return character
    category = unicodedata.category(character)
    return character if category[0] in "LN" or category == "Sc" else ""


class _Letters(dict[int, str]):
    """What each character is compared by, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isascii():
            found = _base_letter(character)
        else:
            found = "".join(
                _base_letter(base)
                for base in unicodedata.normalize("NFKD", character)
                if not unicodedata.combining(base)
            )
        self[code] = found
        return found


def _letters(language: str) -> _Letters:
    letters = _Letters()
    for letter, followers in _TAILORINGS.get(language, ()):
        for place, follower in enumerate(followers, 1):
            letters[ord(follower)] = letter + _LAST + chr(place)
    return letters


@lru_cache(maxsize=64)
def collator(language: str) -> Callable[[str], CollationKey]:
    """Give the function that makes sort keys for a language.

    Args:
        language: A language tag.

    Returns:
        A function from text to a key; keys compare as the texts sort.
    """
    letters = _letters(language.split("-", maxsplit=1)[0].lower())

    @lru_cache(maxsize=65536)
    def key(text: str) -> CollationKey:
        folded = unicodedata.normalize("NFC", text.lower())
        primary = folded.translate(letters).strip("\x03")
        return primary, unicodedata.normalize("NFD", folded), text.swapcase()

    return key
