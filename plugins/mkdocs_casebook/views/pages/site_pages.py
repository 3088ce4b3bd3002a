"""The pages and files that a whole study brings with it, whatever kinds of record it has."""

from collections.abc import Iterator

from mkdocs_casebook.views.feed import CHANGES, FEED, feed
from mkdocs_casebook.views.llms import LLMS, llms
from mkdocs_casebook.views.pages.generated import GeneratedPage
from mkdocs_casebook.views.pages.recent import recent_page
from mkdocs_casebook.views.pages.whole import WHOLE, whole_page
from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.view import InlineRenderer


def site_pages() -> Iterator[GeneratedPage]:
    """Yield the pages."""
    yield GeneratedPage(CHANGES, layout=recent_page)
    yield GeneratedPage(WHOLE, layout=whole_page)


def site_files(site: Site, description: str, render: InlineRenderer) -> Iterator[DataFile]:
    """Yield the files.

    Args:
        site: The site.
        description: What the site is, in a sentence.
        render: Renders inline Markdown.
    """
    yield DataFile("llms.txt", LLMS, llms(site, description, render))
    if site.url:
        yield DataFile("RSS", FEED, feed(site, render))
