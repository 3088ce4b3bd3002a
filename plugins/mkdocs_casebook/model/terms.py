"""Finding the terms of a study in running text.

Forms are listed, never guessed. The longest one wins, only whole words count, and spelling is
compared as `model.text` does it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

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


def _words_after(node: _Node) -> frozenset[str]:
    """Return the words that may follow a first one; an empty one where none need to."""
    after = {*node.next, *(node.next[" "].next if " " in node.next else ())} - {" "}
    return frozenset(after | {""} if node.id else after)


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
        for form, id in known.items():
            self._add([*_TOKEN.finditer(form)], id)
        self._second = {word: _words_after(node) for word, node in self._root.next.items()}
        self._sketch = _sketch(known)

    def _add(self, tokens: list[re.Match[str]], id: str) -> None:
        node, reached = self._root, tokens[0].start()
        for token in tokens:
            step = _folded(token[0])
            for each in (" ", step) if token.start() > reached else (step,):
                node = node.next.setdefault(each, _Node())
            reached = token.end()
        node.id = id

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
        tokens = [*_TOKEN.finditer(without_maths(text))]
        words = [
            word.lower() if word.isascii() and word[0] != HIDDEN else _folded(word)
            for word in (token[0] for token in tokens)
        ]
        words.append("")
        second = self._second
        # A form is nearly always told by its first two words.
        starts = [
            number
            for number, word in enumerate(words)
            if word in second and ("" in second[word] or words[number + 1] in second[word])
        ]
        reached = 0
        for number in starts:
            if tokens[number].start() >= reached and _starts_word(tokens, number):
                last, id = self._longest(tokens, number)
                if id:
                    reached = tokens[last].end()
                    yield Found(tokens[number].start(), reached, id)

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
    branches = [re.escape(character) + _branches(rest) for character, rest in node.items()]
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
