"""Rendering for the tests of the Markdown extension, with the extensions of mkdocs.yml."""

import re
from collections.abc import Iterator
from typing import Any

from markdown import Markdown

from mkdocs_casebook.markdown_extension import CasebookExtension
from mkdocs_casebook.views.layout import Layout
from mkdocs_casebook.views.site import Site

EXTENSIONS = (
    "attr_list",
    "footnotes",
    "tables",
    "toc",
    "pymdownx.highlight",
    "pymdownx.superfences",
)


def converter(
    site: Site, page: str = "index.md", *, layout: Layout | None = None, strict: bool = True
) -> Markdown:
    """Return a Markdown converter for one page, as MkDocs would set it up."""
    extension = CasebookExtension(site)
    extension.turn_to(page, lambda: layout, strict)
    return Markdown(extensions=[*EXTENSIONS, extension])


def without_cards(html: str) -> str:
    """Return a page without the cards of its links, which have tests of their own."""
    html = re.sub(r'<span [^>]*role="tooltip".*?</span></span>', "", html)
    return re.sub(r'<span class="cb-hc">(<a[^>]*?) aria-describedby="[^"]*"', r"\1", html)


def contents(md: Markdown) -> Iterator[str]:
    """Yield the ids of the headings in the table of contents of what was converted last."""

    def ids(tokens: list[dict[str, Any]]) -> Iterator[str]:
        for token in tokens:
            yield token["id"]
            yield from ids(token["children"])

    return ids(md.toc_tokens)  # type: ignore[attr-defined]
