"""Open questions: who raised them, and which records bear on them."""

from enum import StrEnum

from mkdocs_casebook.model.fields import (
    Language,
    Model,
    Prose,
    RecordAddress,
    SeminarId,
    SourceKey,
    Text,
    Words,
)
from mkdocs_casebook.model.record import Record


class State(StrEnum):
    """How far a question is answered."""

    OPEN = "open"
    PARTLY_ANSWERED = "partly-answered"
    ANSWERED = "answered"


class Bearing(Model):
    """A record that bears on a question.

    Attributes:
        record: Its address, such as ``case:safer-cities``.
        note: What it says on the question.
    """

    record: RecordAddress
    note: Prose


class Question(Record):
    """An open question.

    Attributes:
        title: The question in a few words.
        wording: The question as it was put, exactly.
        language: Language of that wording.
        raised_by: Who raised it; None when the report does not say.
        seminar: Id of the seminar at which it was raised.
        source: Key of the report.
        locator: Where in the report.
        state: How far it is answered.
        bears_on: The records that bear on it.
    """

    title: Words
    wording: Text
    language: Language = "en"
    raised_by: Text | None = None
    seminar: SeminarId | None = None
    source: SourceKey | None = None
    locator: Text | None = None
    state: State
    bears_on: tuple[Bearing, ...] = ()
