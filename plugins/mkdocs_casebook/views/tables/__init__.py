"""The tables of a study, for programs and spreadsheets."""

from typing import Any

from mkdocs_casebook.views.tables.assessments import ASSESSMENTS, EVIDENCE, INDICATORS
from mkdocs_casebook.views.tables.cases import AREAS, CASES, PARTNERS
from mkdocs_casebook.views.tables.contexts import CONTEXTS, CRITERIA
from mkdocs_casebook.views.tables.table import Column, FilledTable, Table, Type

__all__ = ["TABLES", "Column", "FilledTable", "Table", "Type"]

TABLES: tuple[Table[Any], ...] = (
    CASES,
    AREAS,
    PARTNERS,
    ASSESSMENTS,
    EVIDENCE,
    INDICATORS,
    CONTEXTS,
    CRITERIA,
)
"""The tables, in the order in which a reader meets them."""
