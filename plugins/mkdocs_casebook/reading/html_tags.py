"""The few inline HTML elements that records may hold."""

import re
from html.parser import HTMLParser

from mkdocs_casebook.model.url import is_safe

# fmt: off
ELEMENTS = frozenset({
    "abbr", "b", "bdi", "bdo", "br", "cite", "dfn", "em", "i", "kbd", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u", "wbr",
})
# fmt: on
"""Elements that mark words; none of them loads, runs or hides anything."""
ATTRIBUTES = frozenset({"lang", "dir", "title", "cite", "datetime"})
# What every browser and every parser sees as one whole tag.
_WHOLE = re.compile(
    r"""</?[a-zA-Z][a-zA-Z0-9]*(?:\s+[a-zA-Z-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))?)*\s*/?>"""
)


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((tag, []))


def check_tag(tag: str) -> str:
    """Return what is wrong with an HTML tag in Markdown, or an empty text.

    Args:
        tag: The tag with its angle brackets.
    """
    name = re.match(r"</?([a-zA-Z][^\s/>]*)", tag)
    if name is None or name[1].lower() not in ELEMENTS:
        return f"the HTML element '{name[1] if name else tag}' is not allowed"
    if not _WHOLE.fullmatch(tag):
        return f"this tag of the HTML element '{name[1]}' is not well formed"
    reader = _TagReader()
    reader.feed(tag)
    for _, attributes in reader.found:
        for attribute, value in attributes:
            if attribute not in ATTRIBUTES:
                return f"the HTML attribute '{attribute}' is not allowed"
            if attribute == "cite" and not is_safe(value or ""):
                return "the HTML attribute 'cite' holds an address that is not allowed"
    return ""
