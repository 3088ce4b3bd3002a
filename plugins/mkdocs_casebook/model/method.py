"""The method of the study: entrées and criteria."""

from pydantic import Field

from mkdocs_casebook.model.fields import EntreeId, Prose, SourceKey, Text, Words
from mkdocs_casebook.model.record import Record


class Entree(Record):
    """One of the five ways into a case, in order, with its question.

    Attributes:
        title: Its name.
        order: Its place, from 1.
        question: Its question, as the study asks it.
        heading: The short question under which cases answer it.
        wording: The name that its source gives it, exactly.
        source: Key of that source.
    """

    title: Words
    order: int = Field(ge=1, le=5)
    question: Words
    heading: Words
    wording: Text | None = None
    source: SourceKey | None = None


class Criterion(Record):
    """A predetermined analytical criterion.

    Attributes:
        title: Its name.
        order: Its place, from 1.
        question: What it asks.
        met: When it counts as met.
        partly: When it counts as partly met.
        not_met: When it counts as not met.
        entree: Id of the entrée that it belongs to, if any.
    """

    title: Words
    order: int = Field(ge=1)
    question: Words
    met: Prose
    partly: Prose
    not_met: Prose
    entree: EntreeId | None = None
