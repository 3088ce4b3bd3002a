"""Inline Markdown: fields of records, and sentences of pages."""

from xml.etree import ElementTree

from markdown import Markdown
from markupsafe import Markup

from mkdocs_casebook.markdown_extension.extension import CasebookExtension
from mkdocs_casebook.markdown_extension.literal import without_marks
from mkdocs_casebook.markdown_extension.rendering import no_layout
from mkdocs_casebook.views.site import Site


class InlineMarkdown:
    """Renders inline Markdown, for fields of records and sentences of pages.

    Args:
        site: The site.
    """

    def __init__(self, site: Site) -> None:
        self._extension = CasebookExtension(site, whole_pages=False)
        self._extension.turn_to("index.md", no_layout, strict_html=True)
        self._markdown = Markdown(extensions=[self._extension])

    def render(self, text: str, page: str) -> Markup:
        """Render a text as it would stand in a paragraph of a page.

        Args:
            text: Inline Markdown.
            page: The page, as a path inside the folder of its language.
        """
        self._extension.turn_to(page, no_layout, strict_html=True)
        md = self._markdown.reset()
        root = ElementTree.Element("div")
        paragraph = ElementTree.SubElement(root, "p")
        paragraph.text = without_marks(text)
        for treeprocessor in md.treeprocessors:
            root = treeprocessor.run(root) or root
        html = md.serializer(root)
        for postprocessor in md.postprocessors:
            html = postprocessor.run(html)
        inside = html.strip().removeprefix("<div>").removesuffix("</div>").strip()
        inside = inside.removeprefix("<p>").removesuffix("</p>").strip()
        # What Python-Markdown writes is escaped, but for the elements that records may hold.
        return Markup(inside)  # noqa: S704
