"""The pages and files that cases bring with them."""

from collections.abc import Iterator

from mkdocs_casebook.views.analysis_items import analysis_files
from mkdocs_casebook.views.pages.cases_index import further_list_pages, list_files
from mkdocs_casebook.views.pages.compare import compare_files, compare_pages
from mkdocs_casebook.views.pages.data import data_pages
from mkdocs_casebook.views.pages.generated import GeneratedPage
from mkdocs_casebook.views.pages.matrix import matrix_pages
from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.tables.files import table_files
from mkdocs_casebook.views.view import InlineRenderer


def case_pages(site: Site) -> Iterator[GeneratedPage]:
    """Yield the pages about several cases.

    Args:
        site: The site.
    """
    yield from further_list_pages(site)
    yield from compare_pages(site)
    yield from matrix_pages(site)
    yield from data_pages(site)


def case_files(site: Site, render: InlineRenderer) -> Iterator[DataFile]:
    """Yield the data files about cases.

    Args:
        site: The site.
        render: Renders inline Markdown.
    """
    yield from list_files(site, render)
    yield from compare_files(site, render)
    yield from table_files(site, render)
    yield from analysis_files(site)
