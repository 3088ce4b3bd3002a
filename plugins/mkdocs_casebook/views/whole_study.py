"""The whole study on one page, to print: the pages of the records, one behind the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from posixpath import normpath
from urllib.parse import urldefrag

from mkdocs_casebook.views.addresses import relative

_VOID = frozenset({"br", "hr", "img", "input", "wbr", "meta", "link", "col"})
_POINTING = frozenset({"for", "aria-labelledby", "aria-controls", "headers"})
_SCREEN_ONLY = frozenset({"cb-noprint", "cb-cite", "cb-kicker"})
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page that becomes a part of the whole.

    Attributes:
        address: Its address from the root of the site.
        html: Its content.
    """

    address: str
    html: str


def whole_study(chapters: Iterable[Chapter], address: str) -> str:
    """Join pages into one: ids stay apart, links between them lead inside, headings go down a step.

    Args:
        chapters: The pages, in order.
        address: The address of the page that they become.

    Returns:
        HTML, with a section for each page. What makes sense on a screen alone is left out: hover
        cards, boxes with citations to copy, the way back to lists.
    """
    listed = list(chapters)
    names = {each.address: f"p{number}" for number, each in enumerate(listed, start=1)}
    return "\n".join(_section(each, names, address) for each in listed)


def _section(chapter: Chapter, names: Mapping[str, str], address: str) -> str:
    writer = _Writer(chapter.address, names, address)
    writer.feed(chapter.html)
    writer.close()
    name = names[chapter.address]
    return f'<section class="cb-chapter" id="{name}">\n{"".join(writer.pieces)}\n</section>'


class _Writer(HTMLParser):
    """Writes a page again, for another place."""

    def __init__(self, own: str, names: Mapping[str, str], address: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self._own, self._names, self._address = own, names, address
        self._left_out = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._left_out or _is_for_screens(dict(attrs)):
            self._left_out += tag not in _VOID
            return
        written = "".join(self._attribute(name, value) for name, value in attrs)
        self.pieces.append(f"<{_lower(tag)}{written}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._left_out:
            written = "".join(self._attribute(name, value) for name, value in attrs)
            self.pieces.append(f"<{tag}{written}/>")

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._left_out -= tag not in _VOID
        else:
            self.pieces.append(f"</{_lower(tag)}>")

    def handle_data(self, data: str) -> None:
        self._write(data)

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def _write(self, text: str) -> None:
        if not self._left_out:
            self.pieces.append(text)

    def _attribute(self, name: str, value: str | None) -> str:
        if value is None:
            return f" {name}"
        start = self._names[self._own]
        if name == "aria-describedby":
            # It named the card that is left out.
            return ""
        if name == "id":
            value = f"{start}-{value}"
        elif name in _POINTING:
            value = " ".join(f"{start}-{each}" for each in value.split())
        elif name in {"href", "src"}:
            value = self._way(value)
        return f' {name}="{escape(value)}"'

    def _way(self, href: str) -> str:
        """Return where an address of the page leads from the new one."""
        path, fragment = urldefrag(href)
        if ":" in path or path.startswith("/"):
            return href
        target = self._target(path)
        mark = f"#{fragment}" if fragment else ""
        if target not in self._names:
            return relative(target + mark, self._address)
        name = self._names[target]
        return f"#{name}-{fragment}" if fragment else f"#{name}"

    def _target(self, path: str) -> str:
        if not path:
            return self._own
        folder = self._own if self._own.endswith("/") else self._own.rpartition("/")[0]
        target = normpath(f"{folder}/{path}" if folder else path).lstrip("/")
        # A way that climbs above the root stays inside the site: browsers do the same.
        while target.startswith("../"):
            target = target.removeprefix("../")
        if target in {".", ".."}:
            return ""
        return f"{target}/" if path.endswith(("/", ".")) else target


def _is_for_screens(attributes: Mapping[str, str | None]) -> bool:
    classes = (attributes.get("class") or "").split()
    return attributes.get("role") == "tooltip" or bool(_SCREEN_ONLY & set(classes))


def _lower(tag: str) -> str:
    """Return a tag, that of a heading a step further down."""
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
        return f"h{min(int(tag[1]) + 1, _DEEPEST)}"
    return tag
