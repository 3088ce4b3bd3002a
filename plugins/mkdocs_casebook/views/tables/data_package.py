"""The tables as a Frictionless Data Package.

Sources: https://specs.frictionlessdata.io/tabular-data-package/ and
https://specs.frictionlessdata.io/table-schema/. It follows version 1, which every program reads
that reads data packages; ``categories`` is of version 2, and others pass over it.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from mkdocs_casebook.model.url import doi_address
from mkdocs_casebook.views.exports.csl_json import json_text
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.skos.licence import licence_of
from mkdocs_casebook.views.tables.dating import iso_date, last_change
from mkdocs_casebook.views.tables.described import (
    choices_in_words,
    describe_column,
    describe_table,
)
from mkdocs_casebook.views.tables.table import (
    Column,
    FilledTable,
    Table,
    Type,
    keys_in,
)
from mkdocs_casebook.views.vocabulary import Vocabulary

FILE = "datapackage.json"

_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}
_CC = re.compile(r"https://creativecommons\.org/(?:licenses|publicdomain)/([a-z0-9-]+)/([0-9.]+)/")


def data_package(site: Site, tables: Sequence[FilledTable]) -> str:
    """Return the descriptor of the tables.

    Args:
        site: The site of the study's first language.
        tables: The tables.

    Returns:
        JSON. Its dates are those of the records, so that two builds are the same.
    """
    words, last = site.words, last_change(site.study)
    licence = licence_of(site.notice)
    keys = {filled.table.name: filled.table.key for filled in tables}
    descriptor: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": _name(site.name),
        "title": site.name,
        "description": words("tables.description", name=site.name),
        "homepage": f"{site.url}data/" if site.url else "",
        "version": iso_date(last) if last else "",
        "created": f"{iso_date(last)}T00:00:00Z" if last and last.day else "",
        "licenses": [_licence(licence, site.notice)] if licence else [],
        "sources": [_source(site, key) for key in _sources(site, tables)],
        "resources": [_resource(words, filled, keys) for filled in tables],
    }
    return json_text({name: value for name, value in descriptor.items() if value}) + "\n"


def _name(title: str) -> str:
    """Return a name in the few characters that a package may have."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "study"


def _licence(address: str, notice: str) -> dict[str, str]:
    found = _CC.fullmatch(address)
    kind, number = found.groups() if found else ("", "")
    # The names of https://opendefinition.org/licenses/api/
    name = f"CC0-{number}" if kind == "zero" else f"CC-{kind.upper()}-{number}"
    return {"name": name, "path": address, "title": notice}


def _sources(site: Site, tables: Iterable[FilledTable]) -> list[str]:
    """Return the keys of the sources that the tables rest on, sorted."""
    return sorted({key for each in tables for key in keys_in(each, "sources")} & {*site.items})


def _source(site: Site, key: str) -> dict[str, str]:
    reference = site.references.default(key).striptags()
    item = site.items[key]
    address = doi_address(str(item.get("DOI", ""))) or str(item.get("URL", ""))
    path = {"path": address} if address.startswith(("http://", "https://")) else {}
    return {"title": reference, **path}


def _resource(
    words: Vocabulary, filled: FilledTable, keys: Mapping[str, tuple[str, ...]]
) -> dict[str, Any]:
    table, data = filled.table, filled.csv.encode()
    described = describe_table(words, table)
    schema: dict[str, Any] = {
        "fields": [_field(words, table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": [*table.key],
    }
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": other, "fields": keys[other][0]}}
            for column, other in table.refers.items()
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file,
        "title": described.title,
        "description": described.text,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "dialect": _DIALECT,
        "schema": schema,
    }


def _field(words: Vocabulary, table: Table[Any], column: Column[Any]) -> dict[str, Any]:
    described = describe_column(words, table, column)
    found: dict[str, Any] = {
        "name": column.name,
        "type": column.type.value,
        "title": described.title,
        "description": described.text,
    }
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if table.key == (column.name,):
        constraints["unique"] = True
    if column.limits:
        constraints["minimum"], constraints["maximum"] = column.limits
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.choices:
        values = {"enum": [*column.choices]}
        if column.type is Type.ARRAY:
            found["arrayItem"] = {"type": "string", "constraints": values}
        else:
            constraints |= values
        found["categories"] = [
            {"value": value, "label": label} for value, label in choices_in_words(words, column)
        ]
    return {**found, "constraints": constraints} if constraints else found
