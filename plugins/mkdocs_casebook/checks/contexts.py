"""Checks of cases against their contexts."""

from collections.abc import Iterator

from mkdocs_casebook.checks.selection import cases, contexts
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.study import Study

_ABOVE_COUNTRIES = frozenset({"EU", "UN"})


def other_countries(study: Study) -> Iterator[Problem]:
    """Report cases and contexts that are tied to each other and lie in different countries."""
    place_of_context = {document.id: context.country for document, context in contexts(study)}
    place_of_case = {document.id: case.country for document, case in cases(study)}
    for document, case in cases(study):
        places = {place_of_context[id] for id in case.contexts if id in place_of_context}
        if places and case.country not in places and not _above(case.country, *places):
            span = document.locations.of(("contexts",), document.span)
            named = ", ".join(sorted(places))
            message = f"the case lies in {case.country}, its context in {named}"
            hint = "name the context of the case's own country too, or check 'country'"
            yield Problem("country-mismatch", span, message, hint)
    for document, context in contexts(study):
        for number, fact in enumerate(context.facts):
            for place, id in enumerate(fact.cases):
                country = place_of_case.get(id, context.country)
                if country != context.country and not _above(country, context.country):
                    span = document.locations.of(("facts", number, "cases", place), document.span)
                    message = (
                        f"the case '{id}' lies in {country}, this context in {context.country}"
                    )
                    hint = "move the fact to the other context, or leave the case out"
                    yield Problem("country-mismatch", span, message, hint)


def _above(*countries: str) -> bool:
    """Tell whether one of these is a union of countries, which any country may touch."""
    return not _ABOVE_COUNTRIES.isdisjoint(countries)
