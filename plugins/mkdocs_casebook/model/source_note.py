"""Source notes: an analysis of one entry of the bibliography, named by its key."""

from mkdocs_casebook.model.fields import Prose, ProseList, Words
from mkdocs_casebook.model.record import Confidence, Record


class SourceNote(Record):
    """An analysis of a source; its id is the key of the source.

    Attributes:
        title: A short title, where the name of the source does not do.
        seen: What of the source was seen.
        method: How the source reached its statements.
        claims: What it says that bears on the study.
        limits: What it cannot say.
        confidence: How far the study relies on it.
    """

    title: Words | None = None
    seen: Prose | None = None
    method: Prose | None = None
    claims: ProseList = ()
    limits: Prose | None = None
    confidence: Confidence | None = None

    @property
    def name(self) -> str:
        """The short title, or nothing."""
        return self.title or ""
