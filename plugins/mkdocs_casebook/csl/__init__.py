"""A processor for CSL 1.0.2, the Citation Style Language.

It knows CSL-JSON, styles and locales, and nothing of studies or sites. All text of items is
escaped on the way out; of markup in fields only what CSL-JSON allows is understood.

    >>> xml = style("apa")
    >>> render(xml, items, [[{"id": "geddes_2000"}]]).citations
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .library import locale, style, styles
from .processor import Processor, Rendered
from .style_parsing import Style
from .xml_reading import StyleError

__all__ = [
    "Processor",
    "Rendered",
    "Style",
    "StyleError",
    "locale",
    "render",
    "style",
    "styles",
]


def render(
    style_xml: str,
    items: list[dict[str, Any]],
    clusters: Sequence[Sequence[Mapping[str, Any]] | Mapping[str, Any]],
    *,
    locale: str | None = None,
    output: str = "html",
) -> Rendered:
    """Render citations and their bibliography.

    Args:
        style_xml: The style.
        items: The items, as CSL-JSON.
        clusters: The citations: lists of cite items (`id`, `locator`, `label`, `prefix`,
            `suffix`, `suppress-author`, `author-only`), or objects with `items` and `note`.
            Without any, the bibliography holds all items.
        locale: The language; without it that of the style.
        output: "html", "text" or "markdown".

    Returns:
        The final state of each citation, and the inside of each entry.

    Raises:
        StyleError: The style cannot be read.
        ValueError: There is no such output.
    """
    processor = Processor(Style.parse(style_xml, locale), items)
    uncited = () if clusters else tuple(processor.given)
    return processor.process(clusters, uncited=uncited, output=output)
