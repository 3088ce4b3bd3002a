"""Citing a case: its box, and what its page tells machines."""

from markupsafe import Markup

from mkdocs_casebook.model.case import Area, Case
from mkdocs_casebook.model.edtf import parse_period
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.addresses import page_of
from mkdocs_casebook.views.case_items import CitableCase, CitableCases
from mkdocs_casebook.views.exports.highwire import highwire
from mkdocs_casebook.views.exports.json_ld import case_study
from mkdocs_casebook.views.pages.cite_box import cite_box, in_all_styles
from mkdocs_casebook.views.pages.head import alternates, csl_alternate, machine_readable
from mkdocs_casebook.views.view import View


def case_cite_box(view: View, cases: CitableCases, citable: CitableCase) -> Markup:
    """Return the box that cites a case.

    Args:
        view: The page.
        cases: The cases as things to cite.
        citable: The case.
    """
    return cite_box(
        view,
        in_all_styles(view, cases.references, citable.key),
        citable.files(),
        summary=view.words("case_page.cite"),
        address=view.words("cite_box.address"),
        page=citable.page,
    )


def case_head(view: View, citable: CitableCase) -> Markup:
    """Return what reference managers and search engines read in the head of a case's page.

    Args:
        view: The page.
        citable: The case.
    """
    site, record = view.site, citable.record
    data = case_study(
        citable.item,
        abstract=view.plain(record.summary),
        places=[_place(area) for area in record.areas],
        country=record.country,
        period=_years(record),
        sources=[
            site.permanent_url(page_of(Target(Kind.SOURCE, key)))
            for key in (site.cited_on(citable.page) if _has_source_pages(view) else ())
        ],
    )
    others = [csl_alternate(view, citable.files())]
    return machine_readable(view, highwire(citable.item), data) + alternates(view, others)


def _has_source_pages(view: View) -> bool:
    return view.site.study.settings.citations.source_pages


def _place(area: Area) -> tuple[str, float | None, float | None]:
    return area.name, area.lat, area.lon


def _years(record: Case) -> str:
    """Return the years of a case as an interval of ISO 8601, as far as they are known."""
    period = parse_period(record.period)
    start, end = (str(each.year) if each else ".." for each in (period.start, period.end))
    return start if start == end or not period.interval else f"{start}/{end}"
