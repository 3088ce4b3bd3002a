"""Entries of the bibliography, as they are written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_casebook.model.span import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the bibliography.

    Attributes:
        key: Its citation key.
        type: Its entry type, in lower case.
        fields: Its fields by lower-case name, with their LaTeX as written.
        span: Where the entry stands.
        places: Where each field stands, by lower-case name.
        source: The entry as it stands in the file.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    span: Span
    places: Mapping[str, Span] = field(default_factory=dict)
    source: str = ""

    def get(self, *names: str) -> str:
        """Return the first of the named fields that is not empty, or an empty text."""
        return next((self.fields[name] for name in names if self.fields.get(name)), "")

    def span_of(self, name: str) -> Span:
        """Return the place of a field, or of the entry where the field is missing."""
        return self.places.get(name, self.span)
