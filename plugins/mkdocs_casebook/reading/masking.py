"""Blanking out the parts of Markdown in which nothing is a link or a citation."""

import re
from collections import deque

_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)")
_BULLET = re.compile(r"(?P<indent> *)(?:[-*+]|\d+[.)]|\[\^[^\]\n]+\]:|:|!!!|\?\?\?\+?)[ \t]")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TICKS = re.compile(r"`+")
_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!@]")
_INDENT = 4


def blank(text: str) -> str:
    """Return spaces in place of ``text``, with its line ends kept."""
    return re.sub(r"[^\n]", " ", text)


def mask_code(text: str) -> str:
    """Blank out code, comments and escaped characters.

    Args:
        text: Markdown.

    Returns:
        A text of the same length, with the same line ends, in which fenced code, indented code,
        code spans, HTML comments and backslash escapes are spaces.
    """
    text = _mask_blocks(text)
    text = _COMMENT.sub(lambda match: blank(match[0]), text) if "<!--" in text else text
    text = _mask_spans(text) if "`" in text else text
    return _ESCAPED.sub(lambda match: "  ", text) if "\\" in text else text


def _mask_blocks(text: str) -> str:
    if not ("```" in text or "~~~" in text or "\n    " in text or "\t" in text):
        return text
    lines = text.split("\n")
    masked: list[str] = []
    fence: str | None = None
    content_indent = 0
    after_blank = True
    in_code = False
    for line in lines:
        stripped = line.strip()
        opening = _FENCE.match(line)
        if fence is not None:
            masked.append(blank(line))
            if stripped.startswith(fence) and not stripped.strip(fence[0]):
                fence = None
            continue
        if opening and "`" not in opening["info"]:
            fence = opening["fence"]
            masked.append(blank(line))
            continue
        if not stripped:
            after_blank = True
            masked.append(line)
            continue
        expanded = line.expandtabs(_INDENT)
        indent = len(expanded) - len(expanded.lstrip(" "))
        if indent >= content_indent + _INDENT and (after_blank or in_code):
            in_code = True
            masked.append(blank(line))
        else:
            in_code = False
            bullet = _BULLET.match(expanded)
            if bullet:
                content_indent = (len(bullet["indent"]) // _INDENT + 1) * _INDENT
            elif after_blank and indent < content_indent:
                content_indent = indent // _INDENT * _INDENT
            masked.append(line)
        after_blank = False
    return "\n".join(masked)


def _mask_spans(text: str) -> str:
    """Blank out code spans: a run of backticks up to the next run of the same length."""
    runs = [match.span() for match in _TICKS.finditer(text)]
    following: dict[int, deque[int]] = {}
    for number, (start, end) in enumerate(runs):
        following.setdefault(end - start, deque()).append(number)
    pieces: list[str] = []
    position = number = 0
    while number < len(runs):
        start, end = runs[number]
        same = following[end - start]
        while same and same[0] <= number:
            same.popleft()
        if same:
            closing = runs[same[0]][1]
            # A code span never reaches over a blank line.
            if "\n\n" not in text[end:closing]:
                pieces += (text[position:start], blank(text[start:closing]))
                position, number = closing, same[0] + 1
                continue
        number += 1
    return "".join((*pieces, text[position:]))
