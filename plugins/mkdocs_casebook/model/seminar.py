"""Seminars: where the study was made, and what was left open there."""

from enum import StrEnum

from mkdocs_casebook.model.fields import (
    DateRange,
    Language,
    Model,
    Prose,
    ProseList,
    QuestionId,
    Sources,
    Text,
    Words,
)
from mkdocs_casebook.model.record import Record


class Capacity(StrEnum):
    """In what capacity somebody took part."""

    PARTNER = "partner"
    EXPERT = "expert"
    ORGANISER = "organiser"


class Participant(Model):
    """Somebody who took part, as the report names them.

    Attributes:
        name: Name, as the report spells it.
        post: Post at the time.
        country: Country or body that they came from.
        capacity: Partner, expert or organiser.
        note: What a reader should know, such as another spelling.
    """

    name: Text
    post: Words | None = None
    country: Words | None = None
    capacity: Capacity
    note: Prose | None = None


class Passage(Model):
    """Words of the report, exactly.

    Attributes:
        text: The quotation.
        language: Its language.
        locator: Where in the report.
    """

    text: Text
    language: Language = "en"
    locator: Text | None = None


class Seminar(Record):
    """A meeting of the study.

    Attributes:
        title: Its name.
        date: When (EDTF date or interval).
        place: Where.
        source: Keys of its reports.
        seen: What of the reports was seen.
        participants: Who took part.
        decided: What was decided.
        left_open: What was left open, beside the questions.
        questions: Ids of the questions raised there.
        passages: Short quotations from the reports.
    """

    title: Words
    date: DateRange
    place: Words
    source: Sources
    seen: Prose | None = None
    participants: tuple[Participant, ...] = ()
    decided: ProseList = ()
    left_open: ProseList = ()
    questions: tuple[QuestionId, ...] = ()
    passages: tuple[Passage, ...] = ()
