"""Contexts: the political and administrative frame of a country."""

from mkdocs_casebook.model.fields import (
    CaseId,
    Country,
    DateRange,
    Language,
    Model,
    Prose,
    Sources,
    Words,
)
from mkdocs_casebook.model.record import Confidence, Record


class Fact(Model):
    """A dated fact.

    Attributes:
        date: When (EDTF).
        fact: What happened.
        source: Keys of the sources.
        confidence: How sure it is.
        cases: Ids of the cases whose scheme starts or ends here.
    """

    date: DateRange
    fact: Prose
    source: Sources
    confidence: Confidence | None = None
    cases: tuple[CaseId, ...] = ()


class Context(Record):
    """The political and administrative context of a country.

    Attributes:
        title: Name of the country or level.
        country: Its ISO 3166 code.
        frame: How it is governed, in a paragraph: the study's own synthesis.
        state: Form of the state, in a word or two.
        languages: Its official languages.
        facts: Dated facts, in order.
    """

    title: Words
    country: Country
    frame: Prose
    state: Words | None = None
    languages: tuple[Language, ...] = ()
    facts: tuple[Fact, ...] = ()
