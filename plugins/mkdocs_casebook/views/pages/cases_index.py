"""The list of cases, which a reader can narrow, with the map and the timeline below it."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from mkdocs_casebook.model.case import Verdict
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.case_list import PAGE_SIZE, Card, CaseListing
from mkdocs_casebook.views.case_list.cards import cards_json
from mkdocs_casebook.views.case_list.listing import country_anchor
from mkdocs_casebook.views.case_list.values import COUNTRY
from mkdocs_casebook.views.figures.tile_map import tile_map
from mkdocs_casebook.views.figures.timeline import timeline
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title, Written
from mkdocs_casebook.views.pages.generated import GeneratedPage
from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import InlineRenderer, View

INDEX = f"{Kind.CASE.pages}/index.md"
COMPARE = f"{Kind.CASE.pages}/compare.md"
MATRIX = f"{Kind.CASE.pages}/matrix.md"
CSV = "data/cases.csv"
LIST = f"{Kind.CASE.pages}/list.json"
"""The entries of the whole list, for a script, where they stand on several pages."""

_HIDE = ("navigation", "toc")
_NEIGHBOURS = 3
# Of a narrowed list: a browser lays these out while the reader waits.
_SHOWN_AT_ONCE = 50
# What a script fills in to draw an entry that is not on the page.
_PATTERN = Card("", "", "", "", "", "", " ", "", dict.fromkeys(Verdict, 1))


def cases_page(view: View, title: str = "") -> Layout:
    """Lay out the list of cases: the first page of it, the facets, the map and the timeline.

    Args:
        view: The page.
        title: The title that the author of the page gave it, if any.
    """
    words, listing = view.words, CaseListing(view.site)
    name, lead = title or words(f"kinds.{Kind.CASE}.many"), words(f"leads.{Kind.CASE}")
    layout = LayoutBuilder(name, lead, hide=_HIDE)
    layout.add(Title(name), render("lead", view, text=lead), Written(""))
    if listing.cases:
        layout.add(_links(view), _list(view, listing, 1))
        add_figures(view, layout, listing)
    layout.rest()
    return layout.build()


def add_figures(view: View, layout: LayoutBuilder, listing: CaseListing) -> None:
    """Add the map and the timeline of all cases to a layout, each under a heading.

    Args:
        view: The page.
        layout: The layout.
        listing: The cases; one at least.
    """
    counts = {code: listing.counts[COUNTRY, code] for code in listing.countries}
    where = tile_map(view, counts, partial(listing.country_href, view))
    layout.section(view.words("cases_index.where"), "where", where, searched=False)
    when = timeline(view, listing.cases)
    layout.section(view.words("cases_index.when"), "when", when, searched=False)


def further_list_pages(site: Site) -> Iterator[GeneratedPage]:
    """Yield the pages of the list of cases behind the first.

    Args:
        site: The site.
    """
    listing = CaseListing(site)
    for number in range(2, listing.page_count + 1):
        layout = partial(_further_page, listing=listing, number=number)
        yield GeneratedPage(listing.page_name(number), Kind.CASE, layout=layout)


def list_files(site: Site, render: InlineRenderer) -> Iterator[DataFile]:
    """Yield what a script needs to narrow a list of several pages.

    Args:
        site: The site.
        render: Renders inline Markdown.
    """
    listing = CaseListing(site)
    if listing.page_count > 1:
        cards = listing.cards(View(site, INDEX, render))
        yield DataFile("JSON", LIST, cards_json(cards))


def _further_page(view: View, listing: CaseListing, number: int) -> Layout:
    words = view.words
    title = words(
        "cases_index.page_title",
        name=words(f"kinds.{Kind.CASE}.many"),
        n=number,
        total=listing.page_count,
    )
    layout = LayoutBuilder(title, hide=_HIDE, search=0)
    whole = render("cases/whole", view, index=view.page_href(INDEX))
    return layout.add(Title(title), whole, _list(view, listing, number)).build()


def pages_named(number: int, count: int) -> list[int]:
    """Return the pages that a page of the list names: the first, the last and its neighbours.

    Args:
        number: The page.
        count: The number of pages.

    Returns:
        Numbers of pages, with a 0 where pages are left out.
    """
    around = range(number - _NEIGHBOURS, number + _NEIGHBOURS + 1)
    named = sorted({1, count, *(each for each in around if 1 <= each <= count)})
    gaps = [[0] if after - before > 1 else [] for before, after in pairwise(named)]
    return [each for page, gap in zip(named, [*gaps, []], strict=True) for each in (page, *gap)]


def _links(view: View) -> Markup:
    return render(
        "cases/links",
        view,
        matrix=view.page_href(MATRIX),
        csv=view.file_href(CSV, view.site.study.settings.original),
    )


def _list(view: View, listing: CaseListing, number: int) -> Markup:
    """Return a page of the list; the facets stand on the first one alone."""
    words, total = view.words, len(listing.cases)
    first = number == 1
    cards = list(listing.cards(view, number))
    anchors = {
        listing.cases[place][0].id: country_anchor(country)
        for country, place in listing.countries.items()
    }
    several = listing.page_count > 1
    start = (number - 1) * PAGE_SIZE + 1
    span = words(
        "cases_index.part",
        first=words.number(start),
        last=words.number(start + len(cards) - 1),
        total=words.number(total),
    )
    return render(
        "cases/list",
        view,
        cards=[(each, anchors.get(each.id, "")) for each in cards],
        pattern=_PATTERN,
        facets=listing.facets if first else (),
        verdicts=listing.verdict_facets if first else (),
        total=total,
        shown=words.count("cases_index.count_all", total) if first else span,
        data=view.file_href(LIST) if several and first else "",
        size=_SHOWN_AT_ONCE,
        page=number,
        pages=[
            (view.page_href(listing.page_name(each)), each) if each else ("", 0)
            for each in pages_named(number, listing.page_count)
        ],
        compare=view.page_href(COMPARE),
    )
