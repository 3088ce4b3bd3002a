"""The definitions as a vocabulary: SKOS as Turtle and JSON-LD, and a table.

Sources: https://www.w3.org/TR/skos-reference/, https://www.w3.org/TR/prov-o/,
https://www.w3.org/TR/vocab-dcat-3/, https://www.w3.org/TR/vocab-adms/.
"""

from mkdocs_casebook.views.skos.files import alternates_of, vocabulary_files

__all__ = ["alternates_of", "vocabulary_files"]
