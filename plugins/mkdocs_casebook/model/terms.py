"""Finding the terms of a study in running text.

Forms are listed, never guessed. The longest one wins, only whole words count, and spelling is
compared as `model.text` does it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import is_normalized

from mkdocs_casebook.model.definition import Definition, Status
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import normalise

HIDDEN = "\x02"
"""Stands for each character of what must not be read; a word that touches it is not whole."""

MARK = "\x03"
"""Stands for what interrupts a phrase, but not a word: the mark of a note, a picture."""

# Combining signs and soft hyphens belong to words, though they are no letters.
_IN_WORD = r"\w\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_TOKEN = re.compile(rf"[{_IN_WORD}]+|\x02(?:\d{{1,6}}|amp)\x03|[^\w\s]")
_WORD = re.compile(rf"[{_IN_WORD}]+")
_ESCAPED = re.compile(r"\x02(?P<code>\d{1,6}|amp)\x03")
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
_SAME_LENGTH = _HYPHENS | str.maketrans({"\u2019": "'", "\u02bc": "'"})
_SOFT_HYPHEN = "\u00ad"
# Such a sign between two words makes one word of them, an address, or a name of a file.
_JOINTS = frozenset("-.:@&=")
_ELISIONS = frozenset(
    "c d j l m n qu s t jusqu lorsqu puisqu quoiqu quelqu "  # noqa: SIM905
    "dell all dall nell sull un".split()
)
"""Words that French and Italian join to the next one by an apostrophe."""

_SKETCHED, _END = 24, ""

_MATHS = re.compile(
    r"\$\$[^$]+\$\$"
    # As in Pandoc: no space inside the signs, no digit behind them; so "$5 and $10" is money.
    r"|(?<![\\$])\$(?![\s$])[^$]*(?<![\s\\])\$(?!\d)"
    r"|(?P<round>\x0240\x03)(?:(?!\x0240\x03).)*?\x0241\x03"
    r"|(?P<square>\x0291\x03)(?:(?!\x0291\x03).)*?\x0293\x03"
    r"|\\\((?:(?!\\\().)*?\\\)|\\\[(?:(?!\\\[).)*?\\\]"
    r"|://\S*|\bwww\.\S*",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a text.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        id: Id of its definition.
    """

    start: int
    end: int
    id: str


class _Node:
    """What may follow a piece of a form."""

    __slots__ = ("id", "next")

    def __init__(self) -> None:
        self.id = ""
        self.next: dict[str, _Node] = {}


class TermMatcher:
    """Finds terms, in time that grows with the text alone.

    Args:
        forms: The forms of each term, by its id. A form of two terms leads nowhere.
    """

    def __init__(self, forms: Mapping[str, Iterable[str]]) -> None:
        claims: dict[str, set[str]] = {}
        for id, written in forms.items():
            for form in written:
                claims.setdefault(_spelt(form), set()).add(id)
        self._root = _Node()
        known = {form: next(iter(ids)) for form, ids in claims.items() if len(ids) == 1 and form}
        self._most_tokens = 0
        for form, id in known.items():
            self._add([*_TOKEN.finditer(form)], id)
        self._sketch = _sketch(known)

    def _add(self, tokens: list[re.Match[str]], id: str) -> None:
        node, reached = self._root, tokens[0].start()
        for token in tokens:
            step = _folded(token[0])
            for each in (" ", step) if token.start() > reached else (step,):
                node = node.next.setdefault(each, _Node())
            reached = token.end()
        node.id = id
        self._most_tokens = max(self._most_tokens, len(tokens))

    def may_be_in(self, text: str) -> bool:
        """Tell whether a text may mention a term; most do not, and this tells so quickly.

        Args:
            text: The text, without the escapes of Python-Markdown.
        """
        return self._sketch.search(_spelt(text)) is not None

    def find(self, text: str) -> Iterator[Found]:
        """Yield the terms of a text in order; none overlap.

        Args:
            text: The text. What must not be read is `HIDDEN` in it; maths and bare addresses are
                left out in any case, and escapes of Python-Markdown are understood.
        """
        read = without_maths(text)
        spelt = _spelt_in_place(read)
        reached = 0
        for tokens, number in self._anywhere(read) if spelt is None else self._near(read, spelt):
            if tokens[number].start() >= reached and _starts_word(tokens, number):
                last, id = self._longest(tokens, number)
                if id:
                    reached = tokens[last].end()
                    yield Found(tokens[number].start(), reached, id)

    def _anywhere(self, text: str) -> Iterator[tuple[list[re.Match[str]], int]]:
        """Yield the places where a form may start: the tokens, and the number of the first."""
        tokens = [*_TOKEN.finditer(text)]
        for number, token in enumerate(tokens):
            if _folded(token[0]) in self._root.next:
                yield tokens, number

    def _near(self, text: str, spelt: str) -> Iterator[tuple[list[re.Match[str]], int]]:
        """Yield the same, with no more tokens than it takes to tell."""
        match = self._sketch.search(spelt)
        while match:
            start = match.start()
            number, tokens = 0, []
            after_space = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1
            for token in _TOKEN.finditer(text, after_space):
                number += token.start() < start
                tokens.append(token)
                # The two behind a form tell whether its last word ends there.
                if len(tokens) - number >= self._most_tokens + 2:
                    break
            if number < len(tokens) and tokens[number].start() == start:
                yield tokens, number
            match = self._sketch.search(spelt, start + 1)

    def _longest(self, tokens: list[re.Match[str]], number: int) -> tuple[int, str]:
        """Return the last token and the term of the longest form that starts at a token."""
        found = (number, "")
        node: _Node | None = self._root
        reached = tokens[number].start()
        for place in range(number, len(tokens)):
            token = tokens[place]
            if node is not None and token.start() > reached:
                node = node.next.get(" ")
            node = node.next.get(_folded(token[0])) if node is not None else None
            if node is None:
                break
            if node.id and _ends_word(tokens, place):
                found = (place, node.id)
            reached = token.end()
        return found


def linkable_terms(study: Study, language: str) -> TermMatcher:
    """Return what finds the terms of a language that a text may be linked to.

    Args:
        study: The study.
        language: The language of the text. Terms that are retired or superseded are left out.
    """
    gone = {Status.RETIRED, Status.SUPERSEDED}
    return TermMatcher(
        {
            document.id: (document.record.term, *document.record.forms)
            for document in study.of_kind(Kind.DEFINITION, language)
            if isinstance(document.record, Definition) and document.record.status not in gone
        }
    )


def hidden(text: str) -> str:
    """Return what stands in place of a text that must not be read."""
    return HIDDEN * len(text)


def without_maths(text: str) -> str:
    """Hide maths and bare addresses."""
    if not any(sign in text for sign in ("$", HIDDEN, "://", "www.", "\\")):
        return text
    return _MATHS.sub(lambda match: hidden(match[0]), text)


def _folded(token: str) -> str:
    if token.isascii():
        if token[0] == HIDDEN and (escaped := _ESCAPED.fullmatch(token)):
            code = escaped["code"]
            return "&" if code == "amp" else chr(int(code))
        return token.lower()
    return _spelt(token)


def _spelt(text: str) -> str:
    return normalise(text).translate(_HYPHENS)


def _spelt_in_place(text: str) -> str | None:
    """Return a text as it is compared, each character where it was; None where that cannot be."""
    if HIDDEN in text:
        return None
    if text.isascii():
        return text.lower()
    spelt = text.translate(_SAME_LENGTH).casefold()
    aligned = len(spelt) == len(text) and _SOFT_HYPHEN not in text
    return spelt if aligned and is_normalized("NFC", text) and is_normalized("NFC", spelt) else None


def _sketch(forms: Iterable[str]) -> re.Pattern[str]:
    """Return an expression that finds something in each text that holds one of the forms.

    It is a tree, since a list of forms would be tried one by one at each character.
    """
    tree: dict[str, Any] = {}
    for form in sorted(forms):
        node = tree
        for character in form[:_SKETCHED]:
            node = node.setdefault(character, {})
            if _END in node:
                break
        node[_END] = {}
    return re.compile(rf"(?<!\w){_branches(tree)}" if tree else r"(?!)")


def _branches(node: Mapping[str, Any]) -> str:
    if _END in node:
        return ""
    branches = [
        (r"\s+" if character == " " else re.escape(character)) + _branches(rest)
        for character, rest in node.items()
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _is_word(token: str) -> bool:
    return _WORD.fullmatch(token) is not None


def _starts_word(tokens: list[re.Match[str]], number: int) -> bool:
    """Tell whether no word goes on into this token."""
    if not number or tokens[number - 1].end() < tokens[number].start():
        return True
    sign = _folded(tokens[number - 1][0])
    if sign == HIDDEN or _is_word(sign):
        return False
    before = tokens[number - 2] if number > 1 else None
    if before is None or before.end() < tokens[number - 1].start() or not _is_word(before[0]):
        return True
    return sign not in _JOINTS and (sign != "'" or _folded(before[0]) in _ELISIONS)


def _ends_word(tokens: list[re.Match[str]], number: int) -> bool:
    """Tell whether this token does not go on into another word."""
    if number + 1 == len(tokens) or tokens[number + 1].start() > tokens[number].end():
        return True
    sign = _folded(tokens[number + 1][0])
    if sign == HIDDEN or _is_word(sign):
        return False
    after = tokens[number + 2] if number + 2 < len(tokens) else None
    if after is None or after.start() > tokens[number + 1].end() or not _is_word(after[0]):
        return True
    return sign not in _JOINTS and (sign != "'" or _folded(after[0]) == "s")
