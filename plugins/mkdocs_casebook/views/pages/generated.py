"""Pages that no author wrote."""

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.layout import Layout
from mkdocs_casebook.views.view import View


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page that no author wrote.

    Attributes:
        page: Its path inside the folder of the language.
        kind: The kind that it belongs to, if any.
        markdown: What stands in it before its layout: for the note on a source, its body.
        layout: Lays it out, where it is not one of a list, a source or a version.
    """

    page: str
    kind: Kind | None = None
    markdown: str = ""
    layout: Callable[[View], Layout] | None = None
