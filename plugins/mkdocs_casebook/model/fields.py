"""The types that the fields of records are made of."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from mkdocs_casebook.model.edtf import parse_moment, parse_period
from mkdocs_casebook.model.kinds import Kind

ID_PATTERN = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
SUMMARY_LENGTH = 280


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field that holds the id of a record, or the key of a source."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Inline:
    """Marks a field that holds inline Markdown: emphasis, record links, citations."""


@dataclass(frozen=True, slots=True)
class Translated:
    """Marks a field that a translation carries; all others come from the original record."""


@dataclass(frozen=True, slots=True)
class Address:
    """Marks a field that holds the address of a record, such as ``case:safer-cities``."""


class Model(BaseModel):
    """Base of everything that stands in front matter: frozen, and closed to unknown fields."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, coerce_numbers_to_str=True
    )


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


def _moment(value: str) -> str:
    parse_moment(value)
    return value


def _period(value: str) -> str:
    parse_period(value)
    return value


def _country(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", value):
        raise ValueError("use the two letters of ISO 3166, such as BE or GB (or EU, UN)")
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise ValueError("use a BCP 47 tag, such as en or fr")
    return value


Text = Annotated[str, StringConstraints(min_length=1)]
"""Plain text that no translation changes: names, locators, quotations."""

Words = Annotated[str, StringConstraints(min_length=1), Translated()]
"""Plain text in the language of the record."""

Prose = Annotated[str, StringConstraints(min_length=1), Inline(), Translated()]
"""Inline Markdown in the language of the record."""

Summary = Annotated[
    str, StringConstraints(min_length=1, max_length=SUMMARY_LENGTH), Inline(), Translated()
]
"""One sentence or two, for lists and search results."""

Id = Annotated[str, StringConstraints(pattern=rf"^{ID_PATTERN}$")]
"""The id of a record or of a part of one: lower-case letters, digits, hyphens."""

Date = Annotated[str, AfterValidator(_moment)]
"""An EDTF date, as precise as it is known."""

DateRange = Annotated[str, AfterValidator(_period)]
"""An EDTF date or interval."""

Country = Annotated[str, AfterValidator(_country)]
"""ISO 3166-1 alpha-2, or the reserved codes EU and UN."""

Language = Annotated[str, AfterValidator(_language)]
"""A BCP 47 language tag."""

SourceKey = Annotated[str, StringConstraints(min_length=1), Refers(Kind.SOURCE)]
"""The key of an entry of the bibliography."""

Sources = Annotated[tuple[SourceKey, ...], Field(min_length=1), BeforeValidator(_as_list)]
"""Keys of entries of the bibliography, one at least; a single one may stand without a list."""

WordList = Annotated[tuple[Words, ...], BeforeValidator(_as_list)]
"""Plain texts in the language of the record; a single one may stand without a list."""

ProseList = Annotated[tuple[Prose, ...], BeforeValidator(_as_list)]
"""Inline Markdown texts; a single one may stand without a list."""

TextList = Annotated[tuple[Text, ...], BeforeValidator(_as_list)]
"""Plain texts that no translation changes; a single one may stand without a list."""

RecordAddress = Annotated[str, StringConstraints(min_length=1), Address()]
"""The address of a record, as in a link: ``term:partnership``, ``case:safer-cities``."""

DefinitionId = Annotated[Id, Refers(Kind.DEFINITION)]
CaseId = Annotated[Id, Refers(Kind.CASE)]
ContextId = Annotated[Id, Refers(Kind.CONTEXT)]
EntreeId = Annotated[Id, Refers(Kind.ENTREE)]
CriterionId = Annotated[Id, Refers(Kind.CRITERION)]
SeminarId = Annotated[Id, Refers(Kind.SEMINAR)]
QuestionId = Annotated[Id, Refers(Kind.QUESTION)]
AnalysisId = Annotated[Id, Refers(Kind.ANALYSIS)]
