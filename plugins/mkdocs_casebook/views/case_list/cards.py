"""An entry of the list of cases."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.addresses import page_of
from mkdocs_casebook.views.case_list.values import Pair
from mkdocs_casebook.views.pages.case import verdict_counts
from mkdocs_casebook.views.view import View


@dataclass(frozen=True, slots=True)
class Card:
    """An entry of the list of cases.

    Attributes:
        id: Id of the case.
        href: The way to its page.
        language: Language of that page and of the text, where it is not that of the list.
        name: Its name.
        name_language: Language of the name, where it is not that of the list.
        facts: Country, dates and kind of scheme.
        text: What it is, in a sentence.
        values: What it has of each facet.
        counts: Its verdicts, counted.
    """

    id: str
    href: str
    language: str
    name: str
    name_language: str
    facts: str
    text: str
    values: str
    counts: Mapping[str, int]


def card(view: View, document: Document, record: Case, values: Iterable[Pair]) -> Card:
    """Return the entry of a case.

    Args:
        view: The page of the list.
        document: The case.
        record: Its record.
        values: What it has of each facet.
    """
    words = view.words
    scheme = words(f"scheme_type.{record.scheme.type}").lower()
    facts = (words.country(record.country), words.date(record.period), scheme)
    name_language = record.title_language or document.language
    return Card(
        id=document.id,
        href=view.page_href(page_of(Target(Kind.CASE, document.id)), document.language),
        language=_foreign(view, document.language),
        name=document.title,
        name_language=_foreign(view, name_language),
        facts=" · ".join(facts),
        text=view.plain(record.summary),
        values=" ".join(f"{facet}={value}" for facet, value in values),
        counts=verdict_counts(record),
    )


def cards_json(cards: Iterable[Card]) -> str:
    """Return entries as JSON, for a script to draw.

    Each field is a list of its own, and each value of a facet stands once: what is alike stands
    together, and so shrinks to two thirds when the file is sent.
    """
    found = list(cards)
    tokens = [each.values.split() for each in found]
    places = {value: place for place, value in enumerate(sorted({*chain(*tokens)}))}
    columns = {
        "id": [each.id for each in found],
        "href": [each.href for each in found],
        "language": [each.language for each in found],
        "name": [each.name for each in found],
        "nameLanguage": [each.name_language for each in found],
        "facts": [each.facts for each in found],
        "text": [each.text for each in found],
        "has": [[places[value] for value in values] for values in tokens],
        "values": [*places],
    }
    lines = (
        f"{json.dumps(name)}:{json.dumps(column, ensure_ascii=False, separators=(',', ':'))}"
        for name, column in columns.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _foreign(view: View, language: str) -> str:
    return "" if language == view.language else language
