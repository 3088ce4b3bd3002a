"""The table of contents of a page."""

import re
from collections.abc import Iterable, Mapping

from mkdocs.structure.toc import AnchorLink

_HEADING = re.compile(
    r'<(?P<tag>h[1-6])\b[^>]*?\sid="(?P<id>[^"]*)"[^>]*>(?P<inside>.*?)</(?P=tag)>', re.DOTALL
)
_TAG = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"[ \t\r\n]+")


def keep_spaces(links: Iterable[AnchorLink], html: str) -> None:
    """Give the entries of a table of contents the no-break spaces of their headings.

    Python-Markdown makes ordinary spaces of them, so that a French question mark may stand alone
    on a line.

    Args:
        links: The entries, which are changed.
        html: The page.
    """
    texts = {
        match["id"]: _BLANKS.sub(" ", _TAG.sub("", match["inside"])).strip(" ")
        for match in _HEADING.finditer(html)
    }
    _keep(links, texts)


def _keep(links: Iterable[AnchorLink], texts: Mapping[str, str]) -> None:
    for link in links:
        text = texts.get(link.id, "")
        # A heading may say more than its entry.
        if text.split() == link.title.split():
            link.title = text
        _keep(link.children, texts)
