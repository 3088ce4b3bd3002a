"""The data files about cases: the tables with their descriptor, and the whole study."""

from collections.abc import Iterator
from functools import cache

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.references.files import FOLDER, DataFile
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.tables import TABLES, data_package, study_json
from mkdocs_casebook.views.tables.table import fill
from mkdocs_casebook.views.view import InlineRenderer, View

_PAGE = f"{FOLDER}/index.md"


def table_files(site: Site, render: InlineRenderer) -> Iterator[DataFile]:
    """Yield the tables of a study, their descriptor, and the whole study.

    They hold all that is said in the study's first language, and the last of them all languages,
    so that they stand only in the site of the first one.

    Args:
        site: The site.
        render: Renders inline Markdown.
    """
    study = site.study
    if site.language != study.settings.original or not study.of_kind(Kind.CASE):
        return
    # Evidence repeats the statement that it bears on.
    plain = cache(View(site, _PAGE, render).plain)
    filled = [fill(table, site, plain) for table in TABLES]
    for each in filled:
        yield DataFile("CSV", f"{FOLDER}/{each.table.file}", each.csv)
    package = data_package.data_package(site, filled)
    yield DataFile("JSON", f"{FOLDER}/{data_package.FILE}", package)
    yield DataFile("JSON", f"{FOLDER}/{study_json.FILE}", study_json.study_json(site))
    yield DataFile("JSON", f"{FOLDER}/{study_json.SCHEMA_FILE}", study_json.study_schema())
