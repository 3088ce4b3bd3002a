"""Citations, record links and page layouts, as one Python-Markdown extension."""

from typing import Any

from mkdocs_casebook.markdown_extension.extension import CasebookExtension
from mkdocs_casebook.markdown_extension.inline import InlineMarkdown

__all__ = ["CasebookExtension", "InlineMarkdown", "makeExtension"]


def makeExtension(**kwargs: Any) -> CasebookExtension:  # noqa: N802
    """Return the extension, as Python-Markdown asks for it by the name of this package."""
    return CasebookExtension(**kwargs)
