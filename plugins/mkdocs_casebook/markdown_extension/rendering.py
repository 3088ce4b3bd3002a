"""What is being rendered: the page that the processors of the extension work on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from mkdocs_casebook.views.layout import Layout
from mkdocs_casebook.views.site import Site

LayoutOf = Callable[[], Layout | None]
"""Gives the layout of the page that is being rendered."""


def no_layout() -> None:
    """Say that the author's Markdown is the whole page."""


@dataclass
class Rendering:
    """The page that is being rendered, and the site that it belongs to.

    Attributes:
        find_site: Gives the site, when it is first asked for.
        page: Its path inside the folder of its language.
        layout_of: Gives its layout, if it has one.
        strict_html: Raw HTML beyond the inline allow-list stays text, as in records.
    """

    find_site: Callable[[], Site]
    page: str = "index.md"
    layout_of: LayoutOf = no_layout
    strict_html: bool = False

    @cached_property
    def site(self) -> Site:
        """The site that pages belong to."""
        return self.find_site()
