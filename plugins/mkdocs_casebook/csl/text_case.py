"""Text case (CSL 1.0.2, "Text-case")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from .rich_text import Content, Rich, Span, plain

# The stop words of the CSL schema (stop-words.json), for title case in English.
_STOP_WORDS = frozenset(
    [
        "a",
        "about",
        "above",
        "according",
        "across",
        "afore",
        "after",
        "against",
        "ahead",
        "along",
        "alongside",
        "amid",
        "amidst",
        "among",
        "amongst",
        "an",
        "and",
        "anent",
        "apart",
        "around",
        "as",
        "aside",
        "astride",
        "at",
        "athwart",
        "atop",
        "barring",
        "before",
        "behind",
        "below",
        "beneath",
        "beside",
        "besides",
        "between",
        "beyond",
        "but",
        "by",
        "c",
        "ca",
        "circa",
        "contra",
        "d",
        "de",
        "despite",
        "down",
        "due",
        "during",
        "et",
        "except",
        "far",
        "for",
        "forenenst",
        "from",
        "given",
        "in",
        "inside",
        "into",
        "lest",
        "like",
        "modulo",
        "near",
        "next",
        "nor",
        "notwithstanding",
        "of",
        "off",
        "on",
        "onto",
        "or",
        "out",
        "outside",
        "over",
        "pace",
        "past",
        "per",
        "plus",
        "pro",
        "qua",
        "re",
        "round",
        "sans",
        "save",
        "since",
        "so",
        "than",
        "the",
        "through",
        "throughout",
        "thru",
        "till",
        "times",
        "to",
        "toward",
        "towards",
        "underneath",
        "under",
        "unlike",
        "until",
        "unto",
        "up",
        "upon",
        "v",
        "van",
        "versus",
        "via",
        "vis-à-vis",
        "von",
        "vs",
        "with",
        "within",
        "without",
        "worth",
        "yet",
    ]
)
_WORD = re.compile(r"[^\s\-–—/\u00a0]+")


def upper(text: str, language: str) -> str:
    """Give text in capitals by the rules of its language."""
    if language.startswith(("tr", "az")):
        text = text.replace("i", "İ")
    return text.upper()


def lower(text: str, language: str) -> str:
    """Give text in small letters by the rules of its language."""
    if language.startswith(("tr", "az")):
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()


def _capitalise_at(text: str, index: int, language: str) -> str:
    return text[:index] + upper(text[index], language) + text[index + 1 :]


def _first_letter(text: str) -> int:
    return next((index for index, letter in enumerate(text) if letter.isalnum()), -1)


def _capitalise_word(word: str, language: str) -> str:
    index = _first_letter(word)
    if index < 0 or word[index:].lower() != word[index:]:
        return word
    return _capitalise_at(word, index, language)


class _Case:
    """One change of case over a tree: knows what came before in the whole text."""

    def __init__(self, case: str, language: str, text: str) -> None:
        self.case = case
        self.language = language
        self.shouting = text == text.upper() and text != text.lower()
        self.length = len(text)
        self.whole = text
        self.last = next(
            (index for index in range(len(text) - 1, -1, -1) if text[index].isalnum()), -1
        )
        self.position = 0
        self.done = False

    def rich(self, rich: Rich) -> Rich:
        changed: list[Content] = []
        for part in rich:
            if isinstance(part, str):
                changed.append(self.text(part))
            elif (
                part.nocase
                or (self.case == "title" and ("font-variant", "small-caps") in part.font)
                or (
                    self.case in ("title", "sentence", "capitalize-first")
                    and any(name == "vertical-align" for name, _ in part.font)
                )
            ):
                self.skip(plain(part.children))
                changed.append(part)
            else:
                changed.append(replace(part, children=self.rich(part.children)))
        return tuple(changed)

    def skip(self, text: str) -> None:
        self.position += len(text)
        self.done = self.done or _first_letter(text) >= 0

    def text(self, text: str) -> str:
        start = self.position
        self.position += len(text)
        language = self.language
        changes: Mapping[str, Callable[[], str]] = {
            "lowercase": lambda: lower(text, language),
            "uppercase": lambda: upper(text, language),
            "capitalize-all": lambda: _WORD.sub(lambda word: self.every_word(word.group()), text),
            "capitalize-first": lambda: self.first_word(text),
            "sentence": lambda: self.first_word(lower(text, language)),
            "title": lambda: _WORD.sub(lambda word: self.title_word(word, start), text),
        }
        change = changes.get(self.case)
        return change() if change is not None else text

    def every_word(self, word: str) -> str:
        return _capitalise_word(word, self.language)

    def first_word(self, text: str) -> str:
        if self.done:
            return text
        match = next((m for m in _WORD.finditer(text) if _first_letter(m.group()) >= 0), None)
        if match is None:
            return text
        self.done = True
        word = match.group()
        index = _first_letter(word)
        if word[index:] == word[index:].lower() or self.shouting:
            word = _capitalise_at(word, index, self.language)
        return text[: match.start()] + word + text[match.end() :]

    def title_word(self, match: re.Match[str], start: int) -> str:
        word = match.group()
        index = _first_letter(word)
        if index < 0:
            return word
        begin = start + match.start()
        end = start + match.end()
        before = self.before(begin)
        glued = self.whole[max(0, begin - 1) : begin] or " "
        first = not before or (before in ":?!.…" and glued.isspace())
        last = end > self.last
        bare = word.strip(".,;:!?()[]“”‘’\"'«»").lower()
        mixed = word[index:] != word[index:].lower()
        hyphened = self.whole[end : end + 1] in "-‐" and end < self.length
        hyphened = hyphened and glued not in "-‐"
        stops = bare in _STOP_WORDS and not first and not last and not hyphened
        if stops and not (word[index:].isupper() and not self.shouting):
            if self.glued_by_apostrophe(begin):
                return word
            return word if mixed else lower(word, self.language)
        lone = len(bare) == 1 and (not word[index].isascii() or self.follows_number(begin))
        if mixed or lone or self.glued_by_apostrophe(begin):
            return word
        return _capitalise_at(word, index, self.language)

    def before(self, begin: int) -> str:
        """Give the last character before a place that is not a space."""
        index = begin - 1
        while index >= 0 and self.whole[index].isspace():
            index -= 1
        return self.whole[index] if index >= 0 else ""

    def follows_number(self, begin: int) -> bool:
        """Say whether a word is joined by a hyphen to a number ("07-x")."""
        joint = self.whole[max(0, begin - 2) : begin]
        return len(joint) == 2 and joint[0].isdigit() and joint[1] in "-‐"

    def glued_by_apostrophe(self, begin: int) -> bool:
        """Say whether a leaf begins in the middle of a word ("<i>James</i>’s")."""
        return begin > 0 and (self.whole[begin - 1].isalnum() or self.whole[begin - 1] in "’'")


def apply_case(rich: Rich, case: str, language: str, *, english: bool = True) -> Rich:
    """Change the case of rich text.

    Args:
        rich: The text.
        case: A value of CSL's `text-case`.
        language: Language of the text, for letters such as the Turkish i.
        english: Whether the text is English: title case leaves other languages alone.

    Returns:
        The text in its new case.
    """
    if not rich or (case == "title" and not english):
        return rich
    if case == "title" and len(rich) == 1 and isinstance(rich[0], Span) and rich[0].nocase:
        return rich
    return _Case(case, language, plain(rich)).rich(rich)
