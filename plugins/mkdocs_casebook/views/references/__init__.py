"""References as readers see them: formatted in citation styles, related, sorted into groups."""

from mkdocs_casebook.views.references.formatted import (
    Formatted,
    FormattedReferences,
    SingleReferences,
)

__all__ = ["Formatted", "FormattedReferences", "SingleReferences"]
