"""The whole study on one page, to print: the pages of the records, one behind the other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from posixpath import normpath
from urllib.parse import urldefrag

from mkdocs_casebook.views.addresses import relative

_VOID = frozenset({"br", "hr", "img", "input", "wbr", "meta", "link", "col"})
_POINTING = frozenset({"for", "aria-labelledby", "aria-controls", "headers"})
_CHANGED = _POINTING | {"id", "href", "src"}
_SCREEN_ONLY = frozenset({"cb-noprint", "cb-cite", "cb-kicker"})
_DEEPEST = 6

# The pages are HTML of our own making, well-formed and long: a parser took a twentieth of a build.
_TAG = re.compile(
    r"""<(?P<closes>/?)(?P<tag>[A-Za-z][^\s/>]*)(?P<inside>(?:[^"'>]|"[^"]*"|'[^']*')*)>"""
)
_ATTRIBUTE = re.compile(
    r"""\s+(?P<name>[^\s=/"'<>]+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'<>]+))?"""
)


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
    name = names[chapter.address]
    inside = "".join(_Writer(chapter.address, names, address).written(chapter.html))
    return f'<section class="cb-chapter" id="{name}">\n{inside}\n</section>'


class _Writer:
    """Writes a page again, for another place."""

    def __init__(self, own: str, names: Mapping[str, str], address: str) -> None:
        self._own, self._names, self._address = own, names, address

    def written(self, html: str) -> Iterator[str]:
        """Yield a page piece by piece."""
        end = 0
        left_out = 0  # how many elements are open of which the outermost is left out
        for match in _TAG.finditer(html):
            if not left_out:
                yield html[end : match.start()]
            end = match.end()
            tag, closes = match["tag"].lower(), bool(match["closes"])
            opens = not closes and not match["inside"].endswith("/") and tag not in _VOID
            if left_out:
                left_out += opens - (closes and tag not in _VOID)
            elif closes:
                yield f"</{_lower(tag)}>"
            elif _is_for_screens(match["inside"]):
                left_out = int(opens)
            else:
                inside = _ATTRIBUTE.sub(self._attribute, match["inside"])
                yield f"<{_lower(tag)}{inside}>"
        if not left_out:
            yield html[end:]

    def _attribute(self, match: re.Match[str]) -> str:
        name, start = match["name"].lower(), self._names[self._own]
        if name == "aria-describedby":
            # It named the card that is left out.
            return ""
        if name not in _CHANGED or match["value"] is None:
            return match[0]
        value = _value(match)
        if name == "id":
            value = f"{start}-{value}"
        elif name in _POINTING:
            value = " ".join(f"{start}-{each}" for each in value.split())
        else:
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


def _is_for_screens(inside: str) -> bool:
    """Tell whether a tag, given by what stands in it, begins what makes sense on a screen alone."""
    if "cb-" not in inside and "tooltip" not in inside:
        return False
    attributes = {each["name"].lower(): _value(each) for each in _ATTRIBUTE.finditer(inside)}
    classes = attributes.get("class", "").split()
    return attributes.get("role") == "tooltip" or not _SCREEN_ONLY.isdisjoint(classes)


def _value(match: re.Match[str]) -> str:
    """Return the value of an attribute without its quotation marks and character references."""
    value = match["value"] or ""
    return unescape(value[1:-1] if value[:1] in {'"', "'"} else value)


def _lower(tag: str) -> str:
    """Return a tag, that of a heading a step further down."""
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
        return f"h{min(int(tag[1]) + 1, _DEEPEST)}"
    return tag
