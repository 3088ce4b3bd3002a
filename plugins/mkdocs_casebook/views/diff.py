"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

# A word or a sign of punctuation, with the space behind it.
_TOKEN = re.compile(r"(?:[\w'’\u2010\u2011-]+|[^\w\s])\s*")
_FIRST_SPACE = re.compile(r"\A\s+")
# So few words that stayed between two changes are no landmark for the reader.
_FEW_WORDS = 3


class Kind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that had the same fate.

    Attributes:
        kind: What became of them.
        text: The words, without the space behind them.
        space: The space behind them.
    """

    kind: Kind
    text: str
    space: str = ""


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens of both texts that belong together: the same, or one in the place of the other."""

    same: bool
    before: Sequence[str]
    after: Sequence[str]

    @property
    def words(self) -> int:
        return max(len(self.before), len(self.after))

    def joined(self, other: "_Run") -> "_Run":
        return _Run(False, [*self.before, *other.before], [*self.after, *other.after])


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return what changed between two texts: words, never letters.

    Where more than half of the words of a passage change, the whole passage does: it reads better
    than a mosaic of single words.

    Args:
        before: The older text, without markup.
        after: The newer one.

    Returns:
        The pieces in order; of a replaced passage, the deleted piece stands first.
    """
    old, new = _tokens(before), _tokens(after)
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    runs = [_Run(tag == "equal", old[a:b], new[c:d]) for tag, a, b, c, d in matcher.get_opcodes()]
    return tuple(piece for run in _with_whole_passages(runs) for piece in _pieces(run))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_FIRST_SPACE.sub("", text))


def _bare(tokens: Sequence[str]) -> list[str]:
    return [token.rstrip() for token in tokens]


def _with_whole_passages(runs: Sequence[_Run]) -> list[_Run]:
    """Return the runs with the few words that stayed inside a changed passage as changed too."""
    found: list[_Run] = []
    for run in runs:
        if not run.same and len(found) > 1 and _is_swallowed(found[-2], found[-1], run):
            same, change = found.pop(), found.pop()
            found.append(change.joined(same).joined(run))
        else:
            found.append(run)
    return found


def _is_swallowed(change: _Run, same: _Run, other: _Run) -> bool:
    return same.same and same.words <= _FEW_WORDS and same.words < change.words + other.words


def _pieces(run: _Run) -> Iterator[Piece]:
    if run.same:
        yield _piece(Kind.SAME, run.after)
        return
    if run.before:
        deleted = _piece(Kind.DELETED, run.before)
        yield replace(deleted, space=deleted.space or " ") if run.after else deleted
    if run.after:
        yield _piece(Kind.INSERTED, run.after)


def _piece(kind: Kind, tokens: Sequence[str]) -> Piece:
    text = "".join(tokens)
    bare = text.rstrip()
    return Piece(kind, bare, text[len(bare) :])
