"""Text of fields read as rich text: the few tags of CSL-JSON, quotation marks, apostrophes.

Everything else in a field is text, so that nothing in an item can become markup of the output.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from .rich_text import Content, Font, Rich, Span

_FONTS: dict[str, Font] = {
    "<i>": (("font-style", "italic"),),
    "<b>": (("font-weight", "bold"),),
    "<sub>": (("vertical-align", "sub"),),
    "<sup>": (("vertical-align", "sup"),),
    "<sc>": (("font-variant", "small-caps"),),
    '<span style="font-variant:small-caps;">': (("font-variant", "small-caps"),),
    '<span class="nocase">': (),
    '<span class="nodecor">': (),
}
_CLOSERS = {
    opener: "</span>" if opener.startswith("<span") else opener.replace("<", "</")
    for opener in _FONTS
}
_TOKEN = re.compile(
    r"</?(?:i|b|sub|sup|sc)>"
    r"|<span\s+style=\s*[\"']font-variant:\s*small-caps;?[\"']\s*>"
    r"|<span\s+class=[\"']no(?:case|decor)[\"']\s*>"
    r"|</span>|[\"'“”‘’«»„‚‟‛‹›]"
)
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»"}
_DEEPEST = 24
_APOSTROPHES = "'’"
_FIXED = (",", ".")


@dataclass
class _Open:
    """A tag or quotation mark that waits for its end."""

    opener: str
    closer: str
    children: list[Content] = field(default_factory=list)


def _canonical(sign: str) -> str:
    if sign.startswith("<span"):
        if "class" in sign:
            return f'<span class="no{"decor" if "nodecor" in sign else "case"}">'
        return '<span style="font-variant:small-caps;">'
    return sign


def _may_open(sign: str, before: str, after: str) -> bool:
    if sign in _APOSTROPHES and before and before in _APOSTROPHES:
        return False
    return (not before or not (before.isalnum() or before in ".,;:!?)]")) and bool(
        after and not after.isspace()
    )


def _may_close(before: str, after: str) -> bool:
    return bool(before and not before.isspace()) and not (after and after.isalnum())


class _Reader:
    """Reads one text; kept apart so that the stack is not passed around."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = 0
        self.stack = [_Open("", "")]

    def read(self) -> Rich:
        for match in _TOKEN.finditer(self.text):
            self.add(self.text[self.end : match.start()])
            self.end = match.end()
            self.sign(match.group(), match.start(), match.end())
        self.add(self.text[self.end :])
        while len(self.stack) > 1:
            self.abandon()
        return tuple(self.stack[0].children)

    def add(self, content: Content) -> None:
        children = self.stack[-1].children
        if isinstance(content, str) and children and isinstance(children[-1], str):
            children[-1] += content
        elif content:
            children.append(content)

    def abandon(self) -> None:
        """Treat an opener that never closed as the text it is."""
        frame = self.stack.pop()
        self.add("’" if frame.opener in _APOSTROPHES else frame.opener)
        for child in frame.children:
            self.add(child)

    def sign(self, sign: str, start: int, end: int) -> None:
        if sign.startswith("</"):
            self.close_tag(sign)
        elif len(self.stack) > _DEEPEST:
            self.add("’" if sign in _APOSTROPHES else sign)
        elif sign.startswith("<"):
            opener = _canonical(sign)
            self.stack.append(_Open(opener, _CLOSERS[opener]))
        else:
            self.quote(sign, self.around(start - 1, -1), self.around(end, 1))

    def around(self, index: int, step: int) -> str:
        """Give the nearest character beside a quotation mark that is not part of a tag."""
        text = self.text
        while 0 <= index < len(text):
            if step < 0 and text[index] == ">":
                opener = text.rfind("<", 0, index)
                if opener >= 0 and _TOKEN.fullmatch(text, opener, index + 1):
                    index = opener - 1
                    continue
            elif step > 0 and text[index] == "<":
                match = _TOKEN.match(text, index)
                if match:
                    index = match.end()
                    continue
            return text[index]
        return ""

    def close_tag(self, sign: str) -> None:
        depth = next(
            (
                index
                for index in range(len(self.stack) - 1, 0, -1)
                if self.stack[index].closer == sign
            ),
            0,
        )
        if not depth:
            self.add(sign)
            return
        while len(self.stack) - 1 > depth:
            self.abandon()
        frame = self.stack.pop()
        self.add(
            Span(
                tuple(frame.children),
                font=_FONTS[frame.opener],
                toggles=True,
                nocase="class=" in frame.opener,
                role="nodecor" if "nodecor" in frame.opener else "",
            )
        )

    def quote(self, sign: str, before: str, after: str) -> None:
        opened = self.opened(sign)
        if opened and (sign not in "'’\"" or _may_close(before, after)):
            while len(self.stack) - 1 > opened:
                self.abandon()
            frame = self.stack.pop()
            single = frame.opener == "‘"
            self.add(Span(tuple(frame.children), quoted=True, role="single" if single else ""))
            if self.text[self.end : self.end + 1] in _FIXED:
                self.add(Span((self.text[self.end],), role="fixed"))
                self.end += 1
        elif sign in _QUOTES and sign != "«" and _may_open(sign, before, after):
            self.stack.append(_Open(sign, _QUOTES[sign]))
        else:
            self.add("’" if sign in _APOSTROPHES else sign)

    def opened(self, closer: str) -> int:
        """Find the quotation that a mark may close, not crossing a tag."""
        for index in range(len(self.stack) - 1, 0, -1):
            frame = self.stack[index]
            if frame.opener.startswith("<"):
                return 0
            if frame.closer == closer:
                return index
        return 0


@lru_cache(maxsize=65536)
def parse_markup(text: str) -> Rich:
    """Read the text of a field, or what an author wrote around a cite, as rich text.

    Args:
        text: Text with the tags that CSL-JSON allows (`<i>`, `<b>`, `<sub>`, `<sup>`, `<sc>`,
            small capitals and nocase as `<span>`).

    Returns:
        The rich text; tags that do not match are kept as text.
    """
    if not text:
        return ()
    if not _TOKEN.search(text):
        return (text,)
    return _Reader(text).read()
