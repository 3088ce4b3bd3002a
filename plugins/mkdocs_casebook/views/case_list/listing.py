"""All cases of a site in the order of their list, and what they have of each facet."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.method import Criterion
from mkdocs_casebook.views.case_list.cards import Card, card
from mkdocs_casebook.views.case_list.facets import Facet, facets_of, verdict_facets
from mkdocs_casebook.views.case_list.values import Pair, span_of_years, values_of
from mkdocs_casebook.views.reference import folded
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.view import View
from mkdocs_casebook.views.years import Run, last_year, run_of

PAGE_SIZE = 100
"""How many cases stand on a page of the list."""


@dataclass(frozen=True)
class CaseListing:
    """The cases of a site, by country, then by start, then by name.

    Attributes:
        site: The site.
    """

    site: Site

    @cached_property
    def cases(self) -> tuple[tuple[Document, Case], ...]:
        """The cases, in order."""
        names: dict[str, str] = {}
        found = []
        for document in self.site.of_kind(Kind.CASE):
            record = document.record
            if isinstance(record, Case):
                country = record.country
                if country not in names:
                    names[country] = folded(self.site.words.country(country))
                start = min(run_of(record.period).known)
                order = (names[country], country, start, folded(document.title), document.id)
                found.append((order, document, record))
        return tuple(each[1:] for each in sorted(found, key=lambda each: each[0]))

    @property
    def page_count(self) -> int:
        """The number of pages of the list."""
        return max(1, -(-len(self.cases) // PAGE_SIZE))

    def page_name(self, number: int) -> str:
        """Return a page of the list, as a path inside the folder of its language."""
        folder = Kind.CASE.pages
        return f"{folder}/index.md" if number == 1 else f"{folder}/page/{number}.md"

    def cards(self, view: View, number: int | None = None) -> Iterator[Card]:
        """Yield the entries of a page of the list, or of all pages.

        Args:
            view: The page that shows them.
            number: Number of the page of the list; all where None.
        """
        part = (
            slice(None) if number is None else slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)
        )
        for document, record in self.cases[part]:
            yield card(view, document, record, self.values(record))

    def values(self, record: Case) -> list[Pair]:
        """Return what a case has of each facet."""
        return [*values_of(record, self._criterion_ids, self._last_year, self._span)]

    @cached_property
    def counts(self) -> Counter[Pair]:
        """How many cases have each value of each facet."""
        return Counter(value for _, record in self.cases for value in self.values(record))

    @property
    def facets(self) -> list[Facet]:
        """The facets beside the verdicts."""
        documents = [document for document, _ in self.cases]
        return facets_of(self.counts, documents, self._span, self.site.words)

    @property
    def verdict_facets(self) -> list[Facet]:
        """The facets of the verdicts, one a criterion."""
        return verdict_facets(self.counts, self._criteria, self.site.words)

    @cached_property
    def countries(self) -> Mapping[str, int]:
        """The countries of the cases, in order, each with the place of its first case."""
        found: dict[str, int] = {}
        for place, (_, record) in enumerate(self.cases):
            found.setdefault(record.country, place)
        return found

    def country_href(self, view: View, country: str) -> str:
        """Return the way from a page to where the cases of a country start."""
        number = self.countries[country] // PAGE_SIZE + 1
        page = view.page_href(self.page_name(number))
        return f"{page}#{country_anchor(country)}"

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """When the cases ran, in their order."""
        return tuple(run_of(record.period) for _, record in self.cases)

    @cached_property
    def _last_year(self) -> int:
        return last_year(self.runs)

    @cached_property
    def _span(self) -> int:
        years = [each.years(self._last_year) for each in self.runs]
        first = min((start for start, _ in years), default=0)
        return span_of_years(first, max((end for _, end in years), default=0))

    @cached_property
    def _criteria(self) -> tuple[Document, ...]:
        found = (
            (document.record.order, document.id, document)
            for document in self.site.of_kind(Kind.CRITERION)
            if isinstance(document.record, Criterion)
        )
        return tuple(document for *_, document in sorted(found, key=lambda each: each[:2]))

    @cached_property
    def _criterion_ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self._criteria)


def country_anchor(country: str) -> str:
    """Return the anchor at the first case of a country."""
    return f"country-{country}"
