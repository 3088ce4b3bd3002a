"""The list of cases: its order and pages, its entries, and what it can be narrowed by."""

from mkdocs_casebook.views.case_list.cards import Card, card
from mkdocs_casebook.views.case_list.facets import Choice, Facet
from mkdocs_casebook.views.case_list.listing import PAGE_SIZE, CaseListing

__all__ = ["PAGE_SIZE", "Card", "CaseListing", "Choice", "Facet", "card"]
