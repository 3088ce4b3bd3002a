"""The extension, as Python-Markdown knows it."""

from pathlib import Path
from typing import Any

from markdown import Extension, Markdown

from mkdocs_casebook.markdown_extension.citations import (
    IN_BRACKETS,
    IN_TEXT,
    Citation,
    CitationDrawer,
    Maths,
    ReferenceList,
)
from mkdocs_casebook.markdown_extension.html import keep_html_inline
from mkdocs_casebook.markdown_extension.layout import LayoutPlacer
from mkdocs_casebook.markdown_extension.links import LinkResolver
from mkdocs_casebook.markdown_extension.rendering import LayoutOf, Rendering
from mkdocs_casebook.markdown_extension.terms import SiteTerms, TermLinker
from mkdocs_casebook.reading.citations import bracketed, in_text
from mkdocs_casebook.reading.masking import MATHS
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.views.record_cards import RecordCards
from mkdocs_casebook.views.site import Site

# Where the processors stand among those of Python-Markdown (higher runs earlier): citations in
# brackets before links (160), since both start with a bracket; authors in the text after links
# and raw HTML (90), whose addresses may hold "@".
_MATHS_PRIORITY = 185
_BRACKETED_PRIORITY = 175
_IN_TEXT_PRIORITY = 75
# After the ids that authors give to headings (attr_list, 8), before the table of contents (5).
_LAYOUT_PRIORITY = 7
# After the layout, whose sections go before it, and before the table of contents.
_REFERENCES_PRIORITY = 6
# After the table of contents, which holds no links, and before MkDocs and Python-Markdown turn
# escaped signs into plain ones (0), which maths is told by.
_TERM_PRIORITY = 3
# After Python-Markdown has put raw HTML and escaped signs into the page.
_DRAWING_PRIORITY = -10
# After MkDocs has resolved its own links (0): it leaves addresses with a scheme alone.
_LINK_PRIORITY = -10


class CasebookExtension(Extension):
    """Understands citations and record links, and places the layout of a record's page.

    Without MkDocs, give it the ``config_file`` of a study; it then reads the study by itself.

    Args:
        site: The site that pages belong to.
        whole_pages: Whole pages are rendered; otherwise pieces of them, of which citations are
            drawn when the page is.
        **kwargs: Options: ``config_file``, a mkdocs.yml; ``page``, the page that is rendered.
    """

    def __init__(
        self, site: Site | None = None, *, whole_pages: bool = True, **kwargs: Any
    ) -> None:
        self.config = {
            "config_file": ["mkdocs.yml", "The configuration of the study, without MkDocs"],
            "page": ["index.md", "The page that is rendered, inside the folder of its language"],
        }
        super().__init__(**kwargs)
        self._whole_pages = whole_pages
        self._rendering = Rendering(lambda: site or self._read_site(), self.getConfig("page"))
        self._terms = SiteTerms(self._rendering)
        self._cards = RecordCards(lambda: self._rendering.site)

    def turn_to(self, page: str, layout_of: LayoutOf, strict_html: bool) -> None:
        """Turn to the next page.

        Args:
            page: Its path inside the folder of its language.
            layout_of: Gives its layout, if it has one.
            strict_html: Raw HTML beyond the inline allow-list stays text, as in records.
        """
        rendering = self._rendering
        rendering.page, rendering.layout_of, rendering.strict_html = page, layout_of, strict_html

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors."""
        # "\@" is an at sign, as in Pandoc.
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "@"]
        rendering = self._rendering
        inline, tree = md.inlinePatterns, md.treeprocessors
        inline.register(Maths(MATHS, md), "casebook-maths", _MATHS_PRIORITY)
        inline.register(Citation(IN_BRACKETS, md, bracketed), "casebook-cite", _BRACKETED_PRIORITY)
        if rendering.site.study.settings.citations.enable_inline_citations:
            inline.register(Citation(IN_TEXT, md, in_text), "casebook-author", _IN_TEXT_PRIORITY)
        tree.register(LayoutPlacer(md, rendering), "casebook-layout", _LAYOUT_PRIORITY)
        cards = self._cards if self._whole_pages else None
        tree.register(LinkResolver(md, rendering, cards), "casebook-links", _LINK_PRIORITY)
        if self._whole_pages:
            tree.register(TermLinker(md, self._terms), "casebook-terms", _TERM_PRIORITY)
            tree.register(ReferenceList(md, rendering), "casebook-references", _REFERENCES_PRIORITY)
            drawer = CitationDrawer(md, rendering)
            md.postprocessors.register(drawer, "casebook-citations", _DRAWING_PRIORITY)
        if rendering.strict_html:
            keep_html_inline(md)

    def _read_site(self) -> Site:
        configuration, _ = read_configuration(Path(self.getConfig("config_file")))
        return Site(read_study(configuration), configuration.language, "")
