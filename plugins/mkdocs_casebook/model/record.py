"""What all records share."""

from enum import StrEnum

from mkdocs_casebook.model.fields import Date, Language, Model, Sources, Summary, Text, TextList


class Confidence(StrEnum):
    """How sure a statement is, in the four steps of the study."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"


class EvidenceKind(StrEnum):
    """In whose words a piece of evidence stands."""

    QUOTATION = "quotation"
    PARAPHRASE = "paraphrase"
    FIGURE = "figure"


class Direction(StrEnum):
    """For or against what a piece of evidence speaks."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


class Record(Model):
    """Base of the ten kinds of record.

    Attributes:
        summary: One sentence or two, 280 characters at most, for lists and search results.
        date: When the record was written or last judged (EDTF).
        authors: Who wrote the record.
        translates: In a translation: the id of the original record, for a definition with the
            version, as in ``social-exclusion@2``.
    """

    summary: Summary | None = None
    date: Date | None = None
    authors: TextList = ()
    translates: Text | None = None

    @property
    def name(self) -> str:
        """The name under which the record is known to readers."""
        return str(getattr(self, "title", ""))


class Evidence(Model):
    """A piece of evidence, one step from its source.

    Attributes:
        kind: Quotation (exact), paraphrase or figure.
        text: The evidence; a quotation stays in its own language.
        source: Keys of the sources.
        locator: Where in the source.
        language: Language of the source.
        direction: Whether it speaks for or against, or decides nothing.
        confidence: How sure it is.
        note: What a reader should know about it.
    """

    kind: EvidenceKind
    text: Text
    source: Sources
    locator: Text | None = None
    language: Language = "en"
    direction: Direction = Direction.NEUTRAL
    confidence: Confidence | None = None
    note: Text | None = None
