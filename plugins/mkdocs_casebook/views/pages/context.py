"""The page of a context."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.context import Context
from mkdocs_casebook.model.definition import Candidate, Definition
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.layout import Layout
from mkdocs_casebook.views.pages.case import verdict_counts
from mkdocs_casebook.views.pages.excerpts import passages_about, section_of
from mkdocs_casebook.views.pages.parts import Facts, lead_with_facts, listed, opening
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

NATIONAL = "national"
"""The id of the section of a definition that tells how countries differ."""

# More would make the column of facts longer than the lead.
_MOST_LINKS = 5


@dataclass(frozen=True, slots=True)
class Variant:
    """What a term means in a country.

    Attributes:
        document: The definition.
        candidates: Its candidates from the debate of that country.
        passages: What the definition says of the country, rendered.
    """

    document: Document
    candidates: Sequence[Candidate]
    passages: Sequence[Markup]


def context_page(view: View, document: Document, record: Context) -> Layout:
    """Lay out the page of a context: frame, chronology, the author's sections, cases, terms."""
    words = view.words
    cases = [
        (each, each.record)
        for each in view.site.of_kind(Kind.CASE)
        if isinstance(each.record, Case) and document.id in each.record.contexts
    ]
    languages = ", ".join(words.language_name(tag) for tag in record.languages)
    count = words.count("context.facts_count", len(record.facts)) if record.facts else None
    facts: Facts = [
        (words("context.state"), record.state),
        (words("context.languages"), languages),
        (words("context.cases"), _links(view, cases)),
        (words("context.facts"), count),
    ]
    layout = opening(view, document)
    left = render("context/lead", view, record=record)
    layout.add(lead_with_facts(view, left, words("context.about"), facts))
    if record.facts:
        html = render("context/facts", view, facts=record.facts)
        layout.section(words("context.chronology"), "chronology", html)
    layout.rest()
    if cases:
        told = [(each, case, verdict_counts(case)) for each, case in cases]
        html = render("context/cases", view, cases=told)
        layout.section(words("context.cases"), "cases", html)
    variants = _variants(view, document, record)
    if variants:
        html = render("context/variants", view, variants=variants)
        layout.section(words("across.variants"), "variants", html)
    return layout.build()


def _links(view: View, cases: Sequence[tuple[Document, Case]]) -> Markup | str | None:
    if not cases:
        return view.words("context.no_cases")
    if len(cases) > _MOST_LINKS:
        return Markup('<a href="#cases">{}</a>').format(
            view.words.count("across.cases", len(cases))
        )
    return listed([view.link(Kind.CASE, each.id) for each, _ in cases])


def _variants(view: View, context: Document, record: Context) -> list[Variant]:
    """Return what the terms mean in the country: rival wordings, and the section on countries."""
    found = []
    for document in view.site.of_kind(Kind.DEFINITION):
        if not isinstance(document.record, Definition):
            continue
        candidates = [each for each in document.record.candidates if each.country == record.country]
        link, name = f"(context:{context.id})", f"**{context.title}.**"
        # The name alone, at the start, says nothing on the page of that name.
        own_name = re.compile(
            rf"\*\*(?:\[[^]]*\]{re.escape(link)}|{re.escape(context.title)})\.\*\*\s*"
        )
        passages = [
            view.inline(own_name.sub("", each))
            for each in passages_about(section_of(document, NATIONAL), link, name)
        ]
        if candidates or passages:
            found.append(Variant(document, candidates, passages))
    return sorted(found, key=lambda each: view.words.sort_key(each.document.title))
