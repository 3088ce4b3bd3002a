"""Rich text written as HTML, plain text and Markdown. Every text is escaped here, and only here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from .punctuation import Quotation, Run, lay_out
from .rich_text import Rich, Span

_NORMAL = {
    "font-style": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "text-decoration": "none",
    "vertical-align": "baseline",
}
_HTML_TAGS = {
    ("font-style", "italic"): ("<i>", "</i>"),
    ("font-style", "oblique"): ("<em>", "</em>"),
    ("font-weight", "bold"): ("<b>", "</b>"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("vertical-align", "baseline"): ('<span style="baseline">', "</span>"),
}
_HTML_BLOCKS = {
    "block": ('\n\n    <div class="csl-block">', "</div>\n"),
    "left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
    "right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
    "indent": ('<div class="csl-indent">', "</div>\n  "),
}
_MARKDOWN_TAGS = {
    ("font-style", "italic"): ("*", "*"),
    ("font-style", "oblique"): ("*", "*"),
    ("font-weight", "bold"): ("**", "**"),
    ("vertical-align", "sup"): ("<sup>", "</sup>"),
    ("vertical-align", "sub"): ("<sub>", "</sub>"),
    ("font-variant", "small-caps"): ('<span style="font-variant:small-caps;">', "</span>"),
}
_MARKDOWN_SPECIAL = re.compile(r"([\\`*_\[\]{}])")
# Signs that dialects of Markdown cannot all escape with a backslash are written as entities.
_MARKDOWN_ENTITIES = str.maketrans(
    {"<": "&lt;", ">": "&gt;", "~": "&#126;", "^": "&#94;", "@": "&#64;", "$": "&#36;"}
    | {"|": "&#124;", "\n": " "}
)
_ENTITY_LIKE = re.compile(r"&(?=#?\w)")
_MARKDOWN_START = re.compile(r"^(\d+(?=[.)])|(?=[-+#]))")
_SUPERSCRIPT_LETTERS = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}
_SUPERSCRIPT = re.compile(
    "["
    + "".join(_SUPERSCRIPT_LETTERS)
    + "".join(
        character
        for character in map(chr, range(0xA0, 0x3200))
        if unicodedata.decomposition(character).startswith("<super>")
    )
    + "]"
)


def escape_html(text: str) -> str:
    """Escape text for HTML, in content and in attributes."""
    return (
        text.replace("&", "&#38;")
        .replace("<", "&#60;")
        .replace(">", "&#62;")
        .replace('"', "&quot;")
    )


def _raised(match: re.Match[str]) -> str:
    letter = match.group()
    plain = _SUPERSCRIPT_LETTERS.get(letter) or unicodedata.normalize("NFKC", letter)
    return f"<sup>{plain}</sup>"


def _html_text(text: str) -> str:
    escaped = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    if escaped.isascii():
        return escaped
    return _SUPERSCRIPT.sub(_raised, escaped)


def _html_tags(name: str, value: str) -> tuple[str, str]:
    return _HTML_TAGS.get((name, value)) or (f'<span style="{name}:{value};">', "</span>")


def _markdown_text(text: str) -> str:
    text = _ENTITY_LIKE.sub("&amp;", text)
    return _MARKDOWN_SPECIAL.sub(r"\\\1", text).translate(_MARKDOWN_ENTITIES)


def _markdown_tags(name: str, value: str) -> tuple[str, str]:
    return _MARKDOWN_TAGS.get((name, value), ("", ""))


_Tags = Callable[[str, str], tuple[str, str]]


class _Writer:
    """Writes runs as nested elements."""

    def __init__(
        self,
        text: Callable[[str], str],
        tags: _Tags,
        blocks: dict[str, tuple[str, str]],
        *,
        links: bool = False,
    ) -> None:
        self.links = links
        self.text = text
        self.tags = tags
        self.blocks = blocks

    def write(self, runs: list[Run]) -> str:
        """Write runs, opening and closing spans as they come and go."""
        parts: list[str] = []
        opened: list[tuple[Span, str, dict[str, str]]] = []
        pending = ""
        for run in runs:
            spans = run.spans
            shared = 0
            while (
                shared < len(opened) and shared < len(spans) and opened[shared][0] is spans[shared]
            ):
                shared += 1
            if shared < len(opened) or shared < len(spans):
                parts.append(self.text(pending))
                pending = ""
                while len(opened) > shared:
                    parts.append(opened.pop()[1])
                for span in spans[shared:]:
                    active = dict(opened[-1][2]) if opened else {}
                    before, after = self.formatting(span, active)
                    parts.append(before)
                    opened.append((span, after, active))
            pending += run.text
        parts.append(self.text(pending))
        parts.extend(closed for _, closed, _ in reversed(opened))
        return "".join(parts)

    def formatting(self, span: Span, active: dict[str, str]) -> tuple[str, str]:
        """Give the tags of a span, and note what is active inside it."""
        opened = closed = ""
        font = span.font
        if span.role == "nodecor":
            font = tuple((name, _NORMAL[name]) for name in active)
        for name, asked in font:
            value = asked
            current = active.get(name, _NORMAL[name])
            if current == value:
                if not span.toggles:
                    continue
                value = _NORMAL[name]
            active[name] = value
            before, after = self.tags(name, value)
            opened = before + opened
            closed += after
        if span.link and self.links:
            opened, closed = f'<a href="{escape_html(span.link)}">{opened}', f"{closed}</a>"
        before, after = self.blocks.get(span.display, ("", ""))
        return before + opened, closed + after


_HTML = _Writer(_html_text, _html_tags, _HTML_BLOCKS, links=True)
_TEXT = _Writer(
    str,
    lambda _name, _value: ("", ""),
    {"block": ("\n", "\n"), "left-margin": ("", " "), "indent": ("\n    ", "")},
)
_MARKDOWN = _Writer(
    _markdown_text,
    _markdown_tags,
    {"block": ("\n\n", "\n\n"), "left-margin": ("", " "), "indent": ("\n\n", "")},
)
_WRITERS = {"html": _HTML, "text": _TEXT, "markdown": _MARKDOWN}


def write(rich: Rich, quotation: Quotation, output: str = "html") -> str:
    """Write rich text.

    Args:
        rich: The text.
        quotation: The locale's quotation marks and the place of punctuation beside them.
        output: "html", "text" or "markdown".

    Returns:
        The text in that format, escaped.

    Raises:
        ValueError: The format is none of the three.
    """
    writer = _WRITERS.get(output)
    if writer is None:
        raise ValueError(f"no such output: {output!r} (html, text or markdown)")
    written = writer.write(lay_out(rich, quotation))
    if output == "markdown":
        written = _MARKDOWN_START.sub(r"\1\\", written.lstrip())
    return written if output == "html" else written.strip()
