"""The page of the data: every file that the site offers, and what every column holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.analysis_items import COMPLETIONS, analysed, data_path
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title
from mkdocs_casebook.views.pages.generated import GeneratedPage
from mkdocs_casebook.views.references.files import FOLDER
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.skos.licence import licence_of
from mkdocs_casebook.views.tables import TABLES, Column, Table, data_package, study_json
from mkdocs_casebook.views.tables.dating import iso_date, last_change
from mkdocs_casebook.views.tables.described import (
    choices_in_words,
    describe_column,
    describe_table,
)
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

PAGE = f"{FOLDER}/index.md"
DICTIONARY = f"{FOLDER}/dictionary.md"

_PACKAGE = ((data_package.FILE, "datapackage"),)
_WHOLE = ((study_json.FILE, "study"), (study_json.SCHEMA_FILE, "schema"))
_DEFINITIONS = (
    ("definitions.csv", "definitions_csv"),
    ("definitions.bib", "definitions_bib"),
    ("definitions.ttl", "definitions_ttl"),
    ("definitions.jsonld", "definitions_jsonld"),
)
_BIBLIOGRAPHY = (
    ("bibliography.bib", "bibtex"),
    ("bibliography.ris", "ris"),
    ("bibliography.json", "csl"),
)
"""Names of files, each with the key of the words about it."""


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file in the list.

    Attributes:
        name: Its name.
        href: The way to it.
        text: What it holds.
        rows: How many rows it has, in words; empty where it is no table.
    """

    name: str
    href: str
    text: str
    rows: str = ""


@dataclass(frozen=True, slots=True)
class DescribedColumn:
    """A column in the dictionary.

    Attributes:
        name: Its name in the file.
        title: Its name in words.
        text: What it holds.
        type: Its type, in words.
        required: No cell is empty.
        choices: The values that it may hold, each with what it means.
    """

    name: str
    title: str
    text: str
    type: str
    required: bool
    choices: list[tuple[str, str]]


def data_pages(site: Site) -> Iterator[GeneratedPage]:
    """Yield the pages about the data.

    Args:
        site: The site.
    """
    yield GeneratedPage(PAGE, Kind.CASE, layout=data_page)
    yield GeneratedPage(DICTIONARY, Kind.CASE, layout=dictionary_page)


def data_page(view: View) -> Layout:
    """Lay out the list of the files that the site offers.

    Args:
        view: The page.
    """
    words, study = view.words, view.site.study
    layout = LayoutBuilder(words("data.title"), words("data.lead"))
    layout.add(Title(words("data.title")), render("lead", view, text=words("data.lead")))
    layout.section(words("data.use"), "use", _use(view))
    tables = [_offered_table(view, table) for table in TABLES]
    tables += _offered(view, _PACKAGE)
    html = render("data/tables", view, dictionary=view.page_href(DICTIONARY))
    html += _list(view, words("data.tables"), tables)
    layout.section(words("data.tables"), "tables", html)
    listed = {"whole": _offered(view, _WHOLE), "analysis": [*_analyses(view)]}
    if study.of_kind(Kind.DEFINITION):
        listed["definitions"] = _offered(view, _DEFINITIONS)
    if study.settings.citations.source_pages:
        listed["bibliography"] = _offered(view, _BIBLIOGRAPHY)
    for group, files in listed.items():
        if files:
            title = words(f"data.{group}")
            layout.section(title, group, _list(view, title, files))
    layout.add(render("data/own", view))
    return layout.build()


def dictionary_page(view: View) -> Layout:
    """Lay out the data dictionary: every column of every table.

    Args:
        view: The page.
    """
    words = view.words
    name, lead = words("data.dictionary"), words("data.dictionary_lead")
    layout = LayoutBuilder(name, lead)
    back = Markup('<a href="{}">{}</a>').format(view.page_href(PAGE), words("data.title"))
    layout.add(
        render("kicker", view, trail=[back], place=""),
        Title(name),
        render("lead", view, text=lead),
    )
    for table in TABLES:
        html = render(
            "data/columns",
            view,
            file=_offered_table(view, table),
            columns=[_described(view, table, column) for column in table.columns],
            key=table.key,
            refers=table.refers,
        )
        layout.section(describe_table(words, table).title, table.name, html)
    return layout.build()


def _use(view: View) -> Markup:
    site, words = view.site, view.words
    last = last_change(site.study)
    date = words.date(iso_date(last)) if last else ""
    url = site.permanent_url(PAGE)
    cited = words("data.cite", name=site.name, date=date, url=url)
    undated = words("data.cite_undated", name=site.name, url=url)
    return render(
        "data/use",
        view,
        notice=site.notice,
        licence=licence_of(site.notice),
        date=date,
        cited=cited if last else undated,
    )


def _list(view: View, title: str, files: list[OfferedFile]) -> Markup:
    return render("data/files", view, caption=title, files=files)


def _offered_table(view: View, table: Table[Any]) -> OfferedFile:
    rows = view.words.count("data.rows", sum(1 for _ in table.items(view.site)))
    text = describe_table(view.words, table).text
    return OfferedFile(table.file, _href(view, table.file), text, rows)


def _offered(view: View, files: tuple[tuple[str, str], ...]) -> list[OfferedFile]:
    return [
        OfferedFile(name, _href(view, name), view.words(f"data.files.{key}")) for name, key in files
    ]


def _analyses(view: View) -> Iterator[OfferedFile]:
    """Yield the data of the analyses: as known, and with the unknown filled in."""
    site = view.site
    for document in site.of_kind(Kind.ANALYSIS):
        for value in (None, *COMPLETIONS) if analysed(document, site.study).unknown else (None,):
            key = f"completed.{value}" if value else "analysis"
            text = view.words(f"data.files.{key}", title=_as_sentence(document.title))
            name = data_path(document.id, value).removeprefix(f"{FOLDER}/")
            yield OfferedFile(name, _href(view, name), text)


def _as_sentence(title: str) -> str:
    return title if title.endswith((".", "?", "!")) else f"{title}."


def _href(view: View, name: str) -> str:
    return view.file_href(f"{FOLDER}/{name}", view.site.study.settings.original)


def _described(view: View, table: Table[Any], column: Column[Any]) -> DescribedColumn:
    words = view.words
    described = describe_column(words, table, column)
    return DescribedColumn(
        column.name,
        described.title,
        described.text,
        words(f"data.types.{column.type}"),
        column.required,
        choices_in_words(words, column),
    )
