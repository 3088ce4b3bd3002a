"""What a case answers to each question, field by field, alike for every case."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from mkdocs_casebook.model.case import Area, Case
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.view import View


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a case.

    Attributes:
        name: The key of its name in the words.
        items: Gives what the record says, as pieces of HTML.
        own_words: The pieces are words of the record, and so in its language.
        values: Gives its values, where they come from a list of the study: such a field can be
            compared by machine.
        empty: The key of what stands where the record says nothing.
    """

    name: str
    items: Callable[[View, Case], Iterable[Markup]]
    own_words: bool = True
    values: Callable[[Case], Iterable[str]] | None = None
    empty: str = "case_field.empty"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a case says in a field.

    Attributes:
        items: Pieces of HTML; none where the record says nothing.
        language: Their language, where it is not that of the page.
        key: What the field is compared by; empty where there is nothing to compare, and None where
            the field cannot be compared by machine.
    """

    items: tuple[Markup, ...]
    language: str = ""
    key: str | None = None


def answer(view: View, document: Document, field: Field) -> Answer:
    """Return what a case says in a field.

    Args:
        view: The page that shows it.
        document: The case.
        field: The field.
    """
    record = document.record
    if not isinstance(record, Case):
        return Answer(())
    foreign = document.language if document.language != view.language else ""
    key = ",".join(sorted(set(field.values(record)))) if field.values else None
    items = tuple(field.items(view, record))
    return Answer(items, foreign if field.own_words else "", key)


def _prose(*names: str) -> Callable[[View, Case], Iterable[Markup]]:
    """Return what gives the inline Markdown of a field, one text or several."""

    def items(view: View, record: Case) -> Iterable[Markup]:
        return [view.inline(each) for each in _texts(record, names)]

    return items


def _words(*names: str) -> Callable[[View, Case], Iterable[Markup]]:
    """Return what gives the plain texts of a field."""

    def items(view: View, record: Case) -> Iterable[Markup]:
        return [escape(each) for each in _texts(record, names)]

    return items


def _texts(record: Case, names: Iterable[str]) -> tuple[str, ...]:
    value: Any = record
    for name in names:
        value = getattr(value, name, None)
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


def _listed(
    group: str, values: Callable[[Case], Iterable[str]]
) -> Callable[[View, Case], Iterable[Markup]]:
    """Return what gives the words for the values of a list, each once."""

    def items(view: View, record: Case) -> Iterable[Markup]:
        return [escape(view.word(group, each)) for each in dict.fromkeys(values(record))]

    return items


def _from_list(name: str, group: str, values: Callable[[Case], Iterable[str]]) -> Field:
    return Field(name, _listed(group, values), own_words=False, values=values)


def _area(view: View, area: Area) -> Markup:
    if area.population is None:
        return escape(area.name)
    count = view.words.count("case_field.inhabitants", area.population)
    return Markup('{} <span class="cb-note">{}</span>').format(area.name, count)


def _link_claim(view: View, record: Case) -> Iterable[Markup]:
    return [view.inline(record.exclusion_link.claim)] if record.exclusion_link else []


def _rationale(view: View, record: Case) -> Iterable[Markup]:
    return [view.inline(record.judgement.rationale)] if record.judgement else []


def _country(view: View, record: Case) -> Iterable[Markup]:
    return [escape(view.words.country(record.country))]


def _contexts(view: View, record: Case) -> Iterable[Markup]:
    return [view.link(Kind.CONTEXT, id) for id in record.contexts]


def _signed(view: View, record: Case) -> Iterable[Markup]:
    return [view.time(record.scheme.signed)] if record.scheme.signed else []


SETTING: tuple[Field, ...] = (
    Field("case_field.country", _country, own_words=False, values=lambda case: [case.country]),
    Field("case.period", lambda view, case: [view.time(case.period)], own_words=False),
    Field("case.context", _contexts, own_words=False),
)
"""The fields that say where and when."""

QUESTIONS: dict[str, tuple[Field, ...]] = {
    "area": (
        Field("case.area", lambda view, case: [_area(view, each) for each in case.areas]),
        _from_list("case.scale", "scale", lambda case: [each.scale for each in case.areas]),
    ),
    "project": (
        Field("case.problem", _prose("project", "problem")),
        Field("case.objectives", _prose("project", "objectives")),
        Field("case.activities", _prose("project", "activities")),
        Field("case.target_groups", _words("project", "target_groups")),
    ),
    "partners": (
        Field("case.partners", lambda view, case: [escape(each.name) for each in case.partners]),
        _from_list("case.sector", "sector", lambda case: [each.sector for each in case.partners]),
        _from_list("case.level", "level", lambda case: [each.level for each in case.partners]),
    ),
    "scheme": (
        _from_list("case.type", "scheme_type", lambda case: [case.scheme.type]),
        Field("case.instrument", _prose("scheme", "instrument")),
        Field("case.legal_basis", _prose("scheme", "legal_basis")),
        Field("case.signed", _signed, own_words=False),
        Field("case.duration", _prose("scheme", "duration")),
        Field("case.signatories", _words("scheme", "signatories")),
        Field("case.obligations", _prose("scheme", "obligations")),
    ),
    "global-approach": (Field("case.policy_fields", _words("policy_fields")),),
}
"""The fields that answer each of the five questions, by the id of its entrée."""

EXCLUSION: tuple[Field, ...] = (
    Field(
        "case.exclusion_fields",
        _listed("exclusion_field", lambda case: case.exclusion_fields),
        own_words=False,
        values=lambda case: case.exclusion_fields,
        empty="case.no_fields",
    ),
    Field("case.link", _link_claim),
    _from_list(
        "case_field.link_status",
        "case.link_status",
        lambda case: [case.exclusion_link.status] if case.exclusion_link else [],
    ),
)
"""The fields that say what the case has to do with social exclusion."""

JUDGEMENT: tuple[Field, ...] = (
    _from_list(
        "case.judgement",
        "conclusion",
        lambda case: [case.judgement.conclusion] if case.judgement else [],
    ),
    Field("case_field.rationale", _rationale),
)
"""The judgement of the whole case."""
