"""Drafts of records from tables that others made."""

from mkdocs_casebook.reading.importing.foreign_table import ForeignTable, read_foreign_table
from mkdocs_casebook.reading.importing.import_map import ImportMap, read_map, unknown_columns
from mkdocs_casebook.reading.importing.placing import Draft, drafts_of

__all__ = [
    "Draft",
    "ForeignTable",
    "ImportMap",
    "drafts_of",
    "read_foreign_table",
    "read_map",
    "unknown_columns",
]
