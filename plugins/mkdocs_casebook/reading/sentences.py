"""The sentence around a place in Markdown."""

import re
from bisect import bisect_right

_BREAK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)]|\|)[ \t]|\[\^)")
# A citation in brackets behind a full stop belongs to the sentence before it.
_END = re.compile(r"[.!?…][»”’\"')\]]*\s+(?!\[[^\[\]@]{0,40}@)(?=[«“‘\"'(\[*_]*[A-ZÀ-ÖØ-Þ@<])")
_ABBREVIATION = re.compile(
    r"\b(?:pp?|cf|vol|no|art|ch|chap|eds?|Mr|Mrs|Dr|St|vs|al|e\.g|i\.e|[A-Z])\.$"
)
_MARKER = re.compile(r"^(?:[-*+>]|\d+[.)]|#{1,6}|\[\^[^\]]*\]:)\s+")
_LONGEST = 600
_STEP = 100


class Sentences:
    """The sentences of a Markdown text, found when they are asked for.

    Args:
        text: Markdown.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks = [0, *(match.end() for match in _BREAK.finditer(text))]
        self._ends: dict[int, list[int]] = {}
        self._told: dict[tuple[int, int], str] = {}

    def at(self, offset: int) -> str:
        """Return the sentence, or the cell of a table, around a place.

        Args:
            offset: A place in the text.

        Returns:
            Inline Markdown on one line; a very long sentence is cut at both ends.
        """
        number = bisect_right(self._blocks, offset) - 1
        start = self._blocks[number]
        end = self._blocks[number + 1] if number + 1 < len(self._blocks) else len(self._text)
        if self._text.startswith("|", start):
            start = self._text.rfind("|", start, offset) + 1
            closing = self._text.find("|", offset, end)
            end = closing if closing >= 0 else end
        else:
            ends = self._sentence_ends(start, end)
            sentence = bisect_right(ends, offset)
            start = ends[sentence - 1] if sentence else start
            end = ends[sentence] if sentence < len(ends) else end
        if end - start <= _LONGEST:
            return _MARKER.sub("", self._words(start, end), count=1)
        # Neighbours share a piece.
        middle = start + (offset - start) // _STEP * _STEP - _LONGEST // 2
        first = max(start, min(middle, end - _LONGEST))
        last = first + _LONGEST
        before, after = ("… " if first > start else ""), (" …" if last < end else "")
        return f"{before}{self._words(first, last)}{after}"

    def _words(self, start: int, end: int) -> str:
        if (start, end) not in self._told:
            self._told[start, end] = " ".join(self._text[start:end].split())
        return self._told[start, end]

    def _sentence_ends(self, start: int, end: int) -> list[int]:
        if start not in self._ends:
            self._ends[start] = [
                match.end()
                for match in _END.finditer(self._text, start, end)
                if not _ABBREVIATION.search(
                    self._text, max(start, match.start() - 8), match.start() + 1
                )
            ]
        return self._ends[start]
