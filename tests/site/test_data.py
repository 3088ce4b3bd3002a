"""The data that the built site offers: valid, and every file linked from the page of the data."""

import json

import pytest
from frictionless import Package

from mkdocs_casebook.views.tables import TABLES
from tests.site.pages import BuiltSite


def test_frictionless_validate_passes_on_the_built_files(built_site: BuiltSite) -> None:
    report = Package(str(built_site.root / "data" / "datapackage.json")).validate()
    assert report.flatten(["name", "row", "field", "note"]) == []
    assert [task.name for task in report.tasks] == [table.name for table in TABLES]


@pytest.mark.parametrize("language", ["", "fr/"])
def test_the_page_links_to_every_file(language: str, built_site: BuiltSite) -> None:
    folder = built_site.root / "data"
    offered = {
        file.relative_to(built_site.root).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".html"
    }
    page = built_site.pages[f"{language}data/"]
    linked = {
        target[0]
        for link in page.links
        if link.tag == "a" and (target := built_site.resolve(page, link.href)) is not None
    }
    assert offered <= linked


def test_every_address_in_the_tables_is_a_page(built_site: BuiltSite) -> None:
    whole = json.loads((built_site.root / "data" / "study.json").read_text("utf-8"))
    addresses = {
        record["url"].removeprefix(built_site.url)
        for records in whole["records"].values()
        for record in records
    }
    assert addresses <= {*built_site.pages}
