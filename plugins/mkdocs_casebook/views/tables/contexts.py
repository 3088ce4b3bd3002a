"""The tables of what cases are read by: contexts, a row a dated fact, and criteria."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_casebook.model.context import Context, Fact
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.method import Criterion
from mkdocs_casebook.model.record import Confidence
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.tables.cases import url_of
from mkdocs_casebook.views.tables.columns import (
    COUNTRY,
    choice,
    edtf,
    id_,
    number,
    prose,
    text,
    texts,
    years,
)
from mkdocs_casebook.views.tables.table import Column, Table, Type


@dataclass(frozen=True, slots=True)
class FactItem:
    """A dated fact of a context.

    Attributes:
        document: The file of the context.
        context: The context.
        url: The address of its page.
        number: The place of the fact in its context, from 1.
        fact: The fact.
    """

    document: Document
    context: Context
    url: str
    number: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class CriterionItem:
    """A criterion.

    Attributes:
        document: Its file.
        criterion: The criterion.
        url: The address of its page.
    """

    document: Document
    criterion: Criterion
    url: str


def _facts(site: Site) -> Iterator[FactItem]:
    for document in sorted(site.study.of_kind(Kind.CONTEXT), key=lambda each: each.id):
        context = document.record
        for place, fact in enumerate(context.facts if isinstance(context, Context) else (), 1):
            if isinstance(context, Context):
                yield FactItem(document, context, url_of(site, document), place, fact)


def _criteria(site: Site) -> Iterator[CriterionItem]:
    found = [
        CriterionItem(document, document.record, url_of(site, document))
        for document in site.study.of_kind(Kind.CRITERION)
        if isinstance(document.record, Criterion)
    ]
    yield from sorted(found, key=lambda each: (each.criterion.order, each.document.id))


CONTEXTS: Table[FactItem] = Table(
    "contexts",
    _facts,
    (
        id_("context", lambda each: each.document.id),
        number(lambda each: each.number),
        text("title", lambda each: each.context.title, required=True),
        Column("country", lambda each: each.context.country, required=True, pattern=COUNTRY),
        edtf("date", lambda each: each.fact.date, required=True),
        *years(lambda each: each.fact.date),
        prose("fact", lambda each: each.fact.fact, required=True),
        choice("confidence", lambda each: each.fact.confidence, Confidence, "confidence"),
        texts("cases", lambda each: each.fact.cases),
        texts("sources", lambda each: each.fact.source),
        text("url", lambda each: each.url, required=True),
    ),
    key=("context", "number"),
)

CRITERIA: Table[CriterionItem] = Table(
    "criteria",
    _criteria,
    (
        id_("id", lambda each: each.document.id),
        Column("order", lambda each: each.criterion.order, Type.INTEGER, required=True),
        text("title", lambda each: each.criterion.title, required=True),
        prose("question", lambda each: each.criterion.question, required=True),
        prose("met", lambda each: each.criterion.met, required=True),
        prose("partly", lambda each: each.criterion.partly, required=True),
        prose("not_met", lambda each: each.criterion.not_met, required=True),
        text("url", lambda each: each.url, required=True),
    ),
    key=("id",),
)
