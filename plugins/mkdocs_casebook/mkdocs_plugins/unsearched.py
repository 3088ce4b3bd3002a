"""What a page shows and the site's search leaves out: set aside while the search reads the page.

The theme's search parses the whole of a page, and what it leaves out too: half of the page of a
source are its references in each style and its files.
"""

import re

_SECTION = re.compile(r"<section\b[^<>]*\sdata-search-exclude\b.*?</section>", re.DOTALL)
_MARK = "<!-- left out of the search -->"


class Unsearched:
    """The sections of pages that the search leaves out, while they are set aside."""

    def __init__(self) -> None:
        self._sections: dict[str, list[str]] = {}

    def set_aside(self, page: str, html: str) -> str:
        """Return a page with a mark in the place of each such section.

        Args:
            page: Its path.
            html: The page; no such section of it holds another section.
        """
        found = _SECTION.findall(html)
        if not found or _MARK in html:
            return html
        self._sections[page] = found
        return _SECTION.sub(_MARK, html)

    def put_back(self, page: str, html: str) -> str:
        """Return a page with its sections."""
        sections = iter(self._sections.get(page, ()))
        start, *rest = html.split(_MARK)
        return start + "".join(f"{next(sections, '')}{text}" for text in rest)
