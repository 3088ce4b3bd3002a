"""Working definitions: versions, rival candidates, objections."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from mkdocs_casebook.model.fields import (
    Country,
    Date,
    DefinitionId,
    Id,
    Language,
    Model,
    Prose,
    ProseList,
    SeminarId,
    SourceKey,
    Sources,
    Text,
    WordList,
    Words,
)
from mkdocs_casebook.model.record import Record


class Status(StrEnum):
    """How far a definition has come."""

    PROPOSED = "proposed"
    WORKING = "working"
    AGREED = "agreed"
    CONTESTED = "contested"
    SUPERSEDED = "superseded"
    RETIRED = "retired"


class CandidateKind(StrEnum):
    """In whose words a candidate stands."""

    QUOTATION = "quotation"
    PARAPHRASE = "paraphrase"


class Erratum(Model):
    """A slip in the text of a version, put right after its publication.

    Attributes:
        date: When it was put right.
        was: The words as they were published.
        now: The words that stand in their place: enough of them to stand once in the text.
        note: What was wrong, where the words alone do not say it.
        language: Language of the text that had the slip; the study's first where None.
    """

    date: Date
    was: Text
    now: Text
    note: Prose | None = None
    language: Language | None = None


class Version(Model):
    """One version of a working definition. Once published it never changes.

    Attributes:
        version: Its number, from 1.
        date: When it was adopted or written.
        definition: The text.
        change: Why it differs from the version before.
        based_on: Keys of the sources that the text rests on.
        adopted_at: Id of the seminar that adopted or thought of adopting it.
        errata: Slips in its text that were put right after its publication, the oldest first.
    """

    version: int = Field(ge=1)
    date: Date
    definition: Prose
    change: Prose | None = None
    based_on: Sources = ()
    adopted_at: SeminarId | None = None
    errata: tuple[Erratum, ...] = ()

    def errata_in(self, language: str, original: str) -> tuple[Erratum, ...]:
        """Return the errata of the text in one language, the oldest first.

        Args:
            language: The language.
            original: The study's first language, which errata speak of that name none.
        """
        return tuple(each for each in self.errata if (each.language or original) == language)


class Candidate(Model):
    """A rival wording, from a source.

    Attributes:
        id: Its anchor on the page of the definition.
        text: The wording, in the language in which it was written.
        kind: Exact quotation, or a paraphrase of this study's.
        source: Key of its source.
        locator: Where in the source.
        language: Language of the text; for a paraphrase, that of the source.
        country: Country in whose debate it stands.
        speaks_of: Persons, groups, areas: whom or what it calls excluded.
        tradition: The study's own reading of it.
        translation: The study's own translation of a foreign quotation; in a translated record,
            of a paraphrase too.
        check: What is still to be checked in a library.
    """

    id: Id
    text: Text
    kind: CandidateKind
    source: SourceKey
    locator: Text | None = None
    language: Language = "en"
    country: Country | None = None
    speaks_of: WordList = ()
    tradition: Prose | None = None
    translation: Words | None = None
    check: Prose | None = None


class Disagreement(Model):
    """A point on which the candidates part.

    Attributes:
        question: The point, as a question.
        answers: Rival answers, each naming the candidates that give it.
    """

    question: Words
    answers: ProseList = Field(min_length=2)


class Objection(Model):
    """Something said against the working definition.

    Attributes:
        by: Who objects.
        note: The objection.
        source: Key of its source.
    """

    by: Text
    note: Prose
    source: SourceKey | None = None


class Agreement(Model):
    """Who agreed on a definition, and when.

    Attributes:
        by: Who.
        date: When.
        source: The source that says so.
    """

    by: Words
    date: Date
    source: SourceKey


def _label_lists(value: object) -> object:
    if not isinstance(value, dict):
        return value
    return {tag: words if isinstance(words, list) else [words] for tag, words in value.items()}


class Definition(Record):
    """A working definition, its versions and its rival candidates.

    Attributes:
        term: The term defined.
        forms: Inflected forms and synonyms: listed, never stemmed.
        labels: Equivalents in other languages, by language tag.
        labels_note: What is known of those equivalents.
        status: How far it has come.
        status_reason: Why it is contested, superseded or retired.
        agreed: Who agreed on it, when its status is ``agreed``.
        versions: All its versions, the oldest first.
        candidates: Rival wordings.
        disagreements: The points on which the candidates part.
        objections: What was said against it.
        broader: Ids of broader terms.
        related: Ids of related terms.
        former_ids: Ids under which it was published before.
    """

    term: Words
    forms: WordList = ()
    labels: Annotated[Mapping[Language, tuple[Text, ...]], BeforeValidator(_label_lists)] = Field(
        default_factory=dict
    )
    labels_note: Prose | None = None
    status: Status
    status_reason: Prose | None = None
    agreed: Agreement | None = None
    versions: tuple[Version, ...] = Field(min_length=1)
    candidates: tuple[Candidate, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    objections: tuple[Objection, ...] = ()
    broader: tuple[DefinitionId, ...] = ()
    related: tuple[DefinitionId, ...] = ()
    former_ids: tuple[Id, ...] = ()

    @property
    def name(self) -> str:
        """The term."""
        return self.term

    @property
    def current(self) -> Version:
        """The version with the highest number."""
        return max(self.versions, key=lambda version: version.version)

    def version(self, number: int) -> Version | None:
        """Return the version with this number, or None."""
        return next((each for each in self.versions if each.version == number), None)
