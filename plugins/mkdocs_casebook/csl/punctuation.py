"""Punctuation where pieces of text meet, and quotation marks (CSL 1.0.2, "Quotes").

Rich text is laid out as runs, each with the spans around it; the rules then look at the boundary
of one run and the next, whatever spans begin or end there.
"""

from __future__ import annotations

from dataclasses import dataclass

from .rich_text import Rich, Span

# What becomes of a mark that follows another: the second goes, the first goes, or both stay. The
# tables are those of the fixtures punctuation_FullMonty*.
_SECOND = {":": "!?", ";": "!?"}
_KEPT = frozenset({"fixed", "nodecor"})
_MARKS = ".,:;!?"
_SWALLOWED = {":": ":.", ".": ".", ";": ":.;", "!": ":.!", "?": ":.?", ",": ","}


@dataclass(slots=True)
class Run:
    """A text and the spans around it, the outermost first.

    Attributes:
        text: The text.
        spans: The spans around it.
        kind: "" for text, "open" and "close" for quotation marks.
    """

    text: str
    spans: tuple[Span, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quotation marks of a locale and where a comma or period goes beside them."""

    open: str = "“"
    close: str = "”"
    open_inner: str = "‘"
    close_inner: str = "’"
    punctuation_inside: bool = False

    def marks(self, depth: int, *, single: bool) -> tuple[str, str]:
        """Give the marks at a depth; single ones of an author's outside all others stay."""
        if depth == 0 and single and self.open == "“":
            return "‘", "’"
        if depth % 2 == 0:
            return self.open, self.close
        return self.open_inner, self.close_inner


def _shows(span: Span) -> bool:
    """Say whether a span leaves a trace in the output."""
    return bool(span.font or span.display or span.link or span.role in _KEPT)


def _lay_out(
    rich: Rich, spans: tuple[Span, ...], depth: int, quotation: Quotation, runs: list[Run]
) -> None:
    for part in rich:
        if isinstance(part, str):
            if part:
                runs.append(Run(part, spans))
        elif part.quoted:
            opening, closing = quotation.marks(depth, single=part.role == "single")
            runs.append(Run(opening, spans, "open"))
            _lay_out(part.children, spans, depth + 1, quotation, runs)
            runs.append(Run(closing, spans, "close"))
        else:
            path = (*spans, part) if _shows(part) else spans
            _lay_out(part.children, path, depth, quotation, runs)


def _meet(left: str, right: str) -> tuple[str, str]:
    """Resolve a mark that follows a mark; gives what stays of each."""
    if right in _SWALLOWED.get(left, ""):
        return left, ""
    if right in _SECOND.get(left, ""):
        return "", right
    return left, right


def _following(runs: list[Run], index: int) -> Run | None:
    """Give the next run that has text."""
    return next((runs[place] for place in range(index + 1, len(runs)) if runs[place].text), None)


def _move_inside(runs: list[Run]) -> None:
    """Move the marks that follow a closing quotation mark inside it."""
    for index, run in enumerate(runs):
        if run.kind != "close":
            continue
        inner = index
        while inner > 0 and (runs[inner].kind == "close" or not runs[inner].text):
            inner -= 1
        target = runs[inner]
        if target.kind == "open" or not target.text:
            continue
        while True:
            following = _following(runs, index)
            if following is None or following.kind or following.text[0] not in ".,!?":
                break
            if following.spans and following.spans[-1].role == "fixed":
                break
            kept, added = _meet(target.text[-1], following.text[0])
            target.text = target.text[:-1] + kept + added
            following.text = following.text[1:]


def _collide(runs: list[Run]) -> None:
    """Resolve the marks and spaces that meet at the boundaries of runs of text."""
    left: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if left is not None and left.text and not left.kind and not run.kind:
            last, first = left.text[-1], run.text[0]
            if last in _MARKS and first in _MARKS:
                kept, added = _meet(last, first)
                left.text = left.text[:-1] + kept
                run.text = added + run.text[1:]
            elif last == " " and first == " ":
                run.text = run.text.lstrip(" ")
        if run.text:
            left = run


def _collide_across(runs: list[Run], *, inside: bool) -> None:
    """Drop a mark after a quotation that ends in one which makes it superfluous."""
    for index, run in enumerate(runs):
        if run.kind != "close":
            continue
        place = index
        while place > 0 and (runs[place].kind == "close" or not runs[place].text):
            place -= 1
        inner = runs[place]
        following = _following(runs, index)
        if inner.kind or not inner.text or following is None or following.kind:
            continue
        last, first = inner.text[-1], following.text[0]
        swallowed = _SWALLOWED.get(last, "") if inside else ""
        if first in swallowed or first == last == ".":
            following.text = following.text[1:]


def lay_out(rich: Rich, quotation: Quotation) -> list[Run]:
    """Lay rich text out as runs with its quotation marks and punctuation in order.

    Args:
        rich: The text.
        quotation: The locale's quotation marks.

    Returns:
        Runs of text, none of them empty.
    """
    runs: list[Run] = []
    _lay_out(rich, (), 0, quotation, runs)
    _collide(runs)
    if any(run.kind for run in runs):
        if quotation.punctuation_inside:
            _move_inside(runs)
        _collide_across(runs, inside=quotation.punctuation_inside)
    return [run for run in runs if run.text]
