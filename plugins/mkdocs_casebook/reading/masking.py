"""Blanking out the parts of Markdown in which nothing is a link or a citation."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_BULLET = re.compile(
    r"(?P<indent> *)(?:[-*+]|\d+[.)]|\[\^[^\]\n]+\]:|:|!!!|\?\?\?\+?|===[!+]?)[ \t]"
)
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_ANY = r"(?:(?!\n[ \t]*\n)[^$])"
MATHS = (
    rf"\$\$(?={_ANY}*@){_ANY}+\$\$"
    rf"|(?<![\\$\w])\$(?![\s$])(?={_ANY}*@){_ANY}+?(?<![\s\\])\$(?![\d$])"
)
"""Maths that holds an at sign, by Pandoc's rules: a price begins none, and a digit follows none."""

_ESCAPE = r"\\[\\`*_{}\[\]()>#+\-.!@]"
_CODE = re.compile(rf"{_ESCAPE}|(?P<ticks>`+)|(?P<comment><!--)")
_SIGNS = re.compile(rf"{MATHS}|{_ESCAPE}")
_HIDDEN = "\0"
_COMMENT_END = re.compile(r"--!?>")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_INDENT = 4


def blank(text: str, sign: str = " ") -> str:
    """Return spaces, or another sign, in place of ``text``, with its line ends kept."""
    return "\n".join(sign * len(line) for line in text.split("\n"))


def mask_code(text: str) -> str:
    """Blank out code, maths, comments and escaped characters.

    Args:
        text: Markdown.

    Returns:
        A text of the same length, with the same line ends, in which fenced code, indented code,
        code spans, maths, HTML comments and backslash escapes are spaces.
    """
    text = _mask_blocks(text)
    return _mask_inline(text)


def without_comments(text: str) -> str:
    """Return Markdown without its HTML comments; what looks like one in code stays."""
    if "<!--" not in text:
        return text
    pieces, position = [], 0
    for start, end in _code_spans(_mask_blocks(text)):
        if text.startswith("<!--", start):
            pieces.append(text[position:start])
            position = end
    return "".join((*pieces, text[position:]))


def _mask_blocks(text: str) -> str:
    if not any(mark in text for mark in ("```", "~~~", "    ", "\t")):
        return text
    lines = text.split("\n")
    fenced = _fenced_lines(lines)
    content_indent = 0
    depth = 0
    after_blank = True
    in_code = False
    for number, line in enumerate(lines):
        if number in fenced:
            lines[number] = blank(line)
            after_blank = False
            continue
        quote = _QUOTE.match(line)
        inside = line[quote.end() :] if quote else line
        if not inside.strip():
            after_blank = True
            continue
        if quote and quote[0].count(">") != depth:
            depth, content_indent = quote[0].count(">"), 0
            after_blank = True
        elif not quote and after_blank:
            depth = 0
        expanded = inside.expandtabs(_INDENT)
        indent = len(expanded) - len(expanded.lstrip(" "))
        in_code = indent >= content_indent + _INDENT and (after_blank or in_code)
        if in_code:
            lines[number] = blank(line)
        elif (after_blank or content_indent) and (bullet := _BULLET.match(expanded)):
            # A line inside a paragraph starts no list.
            content_indent = (len(bullet["indent"]) // _INDENT + 1) * _INDENT
        elif after_blank and indent < content_indent:
            content_indent = indent // _INDENT * _INDENT
        after_blank = False
    return "\n".join(lines)


def _fenced_lines(lines: list[str]) -> set[int]:
    """Return the numbers of the lines of fenced code.

    A block is closed by a fence of the same length and indentation. It is none when it is never
    closed, or when a line before that is indented less.
    """
    bare = [line.lstrip("> \t").rstrip() for line in lines]
    indents = [
        len(line.expandtabs(_INDENT)) - len(line.expandtabs(_INDENT).lstrip("> ")) for line in lines
    ]
    ends = _shallower(bare, indents)
    openings: list[tuple[int, str]] = []
    closings: dict[tuple[int, str], list[int]] = {}
    for number, line in enumerate(bare):
        if match := _FENCE.match(line):
            if "`" not in line[match.end() :]:
                openings.append((number, match[0]))
            if match[0] == line:
                closings.setdefault((indents[number], line), []).append(number)
    fenced: set[int] = set()
    after = -1
    for number, fence in openings:
        same = closings.get((indents[number], fence), [])
        place = bisect_left(same, number + 1)
        if number <= after or place == len(same):
            continue
        if ends[number] > same[place]:
            after = same[place]
            fenced.update(range(number, after + 1))
    return fenced


def _shallower(lines: list[str], indents: list[int]) -> list[int]:
    """Return for each line the number of the next line that is indented less."""
    found = [len(lines)] * len(lines)
    waiting: list[int] = []
    for number, indent in enumerate(indents):
        if not lines[number]:
            continue
        while waiting and indents[waiting[-1]] > indent:
            found[waiting.pop()] = number
        waiting.append(number)
    return found


def _mask_inline(text: str) -> str:
    """Blank out code spans and comments, then maths and escapes."""
    hidden = text
    if "`" in text or "<!--" in text:
        # What they hold is no part of maths, and yet not the space that maths cannot begin with.
        spans = [*_code_spans(text)]
        hidden = _without(text, spans, _HIDDEN)
        text = _without(text, spans, " ")
    if "$" in text or "\\" in text:
        return _without(text, [match.span() for match in _SIGNS.finditer(hidden)], " ")
    return text


def _without(text: str, spans: Iterable[tuple[int, int]], sign: str) -> str:
    """Return a text with a sign in place of each character of some spans; line ends stay."""
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += (text[position:start], blank(text[start:end], sign))
        position = end
    return "".join((*pieces, text[position:]))


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of code spans and comments."""
    runs: dict[int, list[int]] = {}
    for match in re.finditer("`+", text):
        runs.setdefault(len(match[0]), []).append(match.start())
    breaks = [match.start() for match in _BLANK_LINE.finditer(text)]
    position = 0
    # What stands in a code span begins nothing: the search goes on behind it.
    while token := _CODE.search(text, position):
        start, end = token.span()
        position = end
        if token["ticks"]:
            end = _code_span_end(runs, breaks, start, end)
        elif token["comment"]:
            end = _comment_end(text, end)
        else:
            continue
        if end > start:
            yield start, end
            position = end


def _code_span_end(runs: dict[int, list[int]], breaks: list[int], start: int, end: int) -> int:
    """Return where the code span behind the backticks from ``start`` to ``end`` ends, or 0."""
    same = runs.get(end - start, [])
    place = bisect_left(same, end)
    if place == len(same):
        return 0
    following = bisect_left(breaks, end)
    # A code span never reaches over a blank line.
    over = following < len(breaks) and breaks[following] < same[place]
    return 0 if over else same[place] + end - start


def _comment_end(text: str, start: int) -> int:
    """Return where a browser sees the end of the comment whose ``<!--`` ends at ``start``."""
    for shortest in (">", "->"):
        if text.startswith(shortest, start):
            return start + len(shortest)
    match = _COMMENT_END.search(text, start)
    return match.end() if match else len(text)
