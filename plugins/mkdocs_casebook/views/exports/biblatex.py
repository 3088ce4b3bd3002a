"""References as biblatex."""

from collections.abc import Iterable

from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.views.exports.bib_entries import entry


def biblatex(references: Iterable[Reference]) -> str:
    """Return references as biblatex, sorted by key: their fields as they are written.

    Args:
        references: The references. One that takes fields from another should come with it, or as
            ``resolve`` returned it.
    """
    ordered = sorted(references, key=lambda each: each.key)
    return "\n".join(entry(each.type, each.key, each.fields) for each in ordered)
