"""BibTeX and biblatex entries as CSL-JSON, the data that citation styles work on."""

from mkdocs_casebook.reading.csl_json.inheritance import resolve
from mkdocs_casebook.reading.csl_json.names import OTHERS
from mkdocs_casebook.reading.csl_json.normaliser import Item, normalise, to_item
from mkdocs_casebook.reading.csl_json.problems import find_problems
from mkdocs_casebook.reading.csl_json.rich_text import plain_text

__all__ = ["OTHERS", "Item", "find_problems", "normalise", "plain_text", "resolve", "to_item"]
