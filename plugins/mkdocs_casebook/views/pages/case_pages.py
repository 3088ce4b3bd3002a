"""The pages and files that cases bring with them."""

from collections.abc import Iterator

from mkdocs_casebook.views.pages.generated import GeneratedPage
from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.view import InlineRenderer


def case_pages(site: Site) -> Iterator[GeneratedPage]:
    """Yield the pages about several cases.

    Args:
        site: The site.
    """
    yield from ()


def case_files(site: Site, render: InlineRenderer) -> Iterator[DataFile]:
    """Yield the data files about cases.

    Args:
        site: The site.
        render: Renders inline Markdown.
    """
    yield from ()
