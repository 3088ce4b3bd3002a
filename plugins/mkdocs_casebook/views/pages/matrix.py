"""The matrix: cases by criteria, each verdict linked to its evidence."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from mkdocs_casebook.model.case import Case, Verdict
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.edtf import parse_period
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title
from mkdocs_casebook.views.pages.compare import PAGE as COMPARE
from mkdocs_casebook.views.pages.generated import GeneratedPage
from mkdocs_casebook.views.pages.method import in_order
from mkdocs_casebook.views.pages.parts import index_link
from mkdocs_casebook.views.references.files import FOLDER as DATA
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

FOLDER = f"{Kind.CASE.pages}/matrix"
PAGE = f"{FOLDER}.md"
"""The matrix, as a path inside the folder of its language."""

CSV = f"{DATA}/assessments.csv"
"""The table of all assessments, from the root of the site."""

ROWS = 100
"""So many cases stand in one table; more are split over pages."""

_HIDE = ("navigation", "toc")
# A longer table scrolls inside its own box, so that its head stays in sight.
_LONG = 30
_NOTHING_FOUND = frozenset({Verdict.NO_EVIDENCE, Verdict.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Row:
    """A case in the matrix.

    Attributes:
        document: The case.
        country: The name of its country.
        start: The year in which it began, for sorting.
        verdicts: Its verdicts by the id of the criterion.
    """

    document: Document
    country: str
    start: int
    verdicts: Mapping[str, Verdict]


class Matrix:
    """The cases of a site and their verdicts, read once for all pages.

    Args:
        site: The site.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self.total = len(site.study.of_kind(Kind.CASE))
        self.pages = max(1, -(-self.total // ROWS))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The cases by country and name."""
        found = [
            self._row(document, document.record)
            for document in self._site.of_kind(Kind.CASE)
            if isinstance(document.record, Case)
        ]
        key = self._site.words.sort_key
        return tuple(sorted(found, key=lambda row: (key(row.country), key(row.document.title))))

    @cached_property
    def with_evidence(self) -> Mapping[str, int]:
        """The number of cases whose verdict on a criterion rests on evidence."""
        return Counter(
            criterion
            for row in self.rows
            for criterion, verdict in row.verdicts.items()
            if verdict not in _NOTHING_FOUND
        )

    def _row(self, document: Document, record: Case) -> Row:
        start = parse_period(record.period).start
        return Row(
            document,
            self._site.words.country(record.country),
            start.year if start else 0,
            {each.criterion: each.verdict for each in record.assessments},
        )


def matrix_pages(site: Site) -> Iterator[GeneratedPage]:
    """Yield the matrix: a page, or several where there are many cases.

    Args:
        site: The site.
    """
    matrix = Matrix(site)
    for number in range(1, matrix.pages + 1):
        layout = partial(matrix_page, matrix=matrix, number=number)
        yield GeneratedPage(_page(number), Kind.CASE, layout=layout)


def matrix_page(view: View, matrix: Matrix, number: int) -> Layout:
    """Lay out a page of the matrix.

    Args:
        view: The page.
        matrix: The cases and their verdicts.
        number: Its number, from 1.
    """
    words = view.words
    criteria = in_order(view, Kind.CRITERION)
    name = words("matrix.title")
    if matrix.pages > 1:
        name = words("matrix.title_of_page", n=number, total=matrix.pages)
    lead = words(
        "matrix.lead",
        cases=words.count("matrix.cases", matrix.total),
        criteria=words.count("matrix.criteria", len(criteria)),
    )
    rows = matrix.rows[(number - 1) * ROWS : number * ROWS]
    layout = LayoutBuilder(name, lead, hide=_HIDE, search=1 if number == 1 else 0)
    layout.add(
        render("kicker", view, trail=[index_link(view, Kind.CASE)], place=""),
        Title(name),
        render("lead", view, text=lead),
        render(
            "matrix/table",
            view,
            rows=rows,
            criteria=criteria,
            total=matrix.total,
            counts=matrix.with_evidence,
            verdicts=[*Verdict],
            long=len(rows) > _LONG,
            pages=[view.page_href(_page(each)) for each in range(1, matrix.pages + 1)],
            number=number,
            compare=view.page_href(COMPARE) if matrix.total > 1 else "",
            method=view.index_href(Kind.CRITERION),
            csv=view.file_href(CSV, view.site.study.settings.original),
        ),
    )
    return layout.build()


def _page(number: int) -> str:
    return PAGE if number == 1 else f"{FOLDER}/{number}.md"
