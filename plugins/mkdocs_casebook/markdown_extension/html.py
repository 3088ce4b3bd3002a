"""Raw HTML in records: the few inline elements that are allowed; all other tags stay text."""

import re

from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor
from markdown.preprocessors import Preprocessor

from mkdocs_casebook.reading.html_tags import check_tag
from mkdocs_casebook.reading.masking import without_comments

_TAG = r"(</?[a-zA-Z][^<>]*>)"


def keep_html_inline(md: Markdown) -> None:
    """Let only the allowed inline elements through; all other tags stay text.

    Args:
        md: The Markdown that is being extended.
    """
    # A record starts no block of HTML; comments still go.
    md.preprocessors.register(_CommentRemover(md), "html_block", 20)
    md.inlinePatterns.register(_AllowedHtml(_TAG, md), "html", 90)


class _CommentRemover(Preprocessor):
    """Takes comments out, which the HTML preprocessor would otherwise do."""

    def run(self, lines: list[str]) -> list[str]:
        return without_comments("\n".join(lines)).split("\n")


class _AllowedHtml(HtmlInlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int] | tuple[None, None, None]:
        tag = self.backslash_unescape(self.unescape(m.group(1)))
        if check_tag(tag):
            return None, None, None
        return self.md.htmlStash.store(tag), m.start(0), m.end(0)
