"""What the home page shows of the findings so far: verdicts by criterion, and what changed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.model.case import Case, Verdict
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.feed import CHANGES
from mkdocs_casebook.views.pages.method import in_order
from mkdocs_casebook.views.recent import recent_changes
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

CONTRIBUTING = "about/contributing.md"
"""The page that tells how to take part, where the study has one."""

_CHANGES = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a drawn row: the share of a verdict.

    Attributes:
        verdict: The verdict.
        count: How many cases have it.
        start: Where the piece starts, in per cent of the row.
        width: How wide it is, in per cent of the row.
    """

    verdict: Verdict
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """A criterion and the verdicts on it.

    Attributes:
        criterion: The criterion.
        bars: The verdicts, in their fixed order.
    """

    criterion: Document
    bars: tuple[Bar, ...]

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many cases have each verdict."""
        return {bar.verdict: bar.count for bar in self.bars}


def starts(view: View) -> Markup:
    """Return where each kind of reader may start: with the words, the cases, a change."""
    site = view.site
    pages = {each.page for each in site.study.documents if each.language == site.language}
    contributing = view.page_href(CONTRIBUTING) if CONTRIBUTING in pages else ""
    ways = {
        str(kind): view.index_href(kind)
        for kind in (Kind.CASE, Kind.DEFINITION)
        if site.of_kind(kind)
    }
    return render("home/starts", view, ways=ways, contributing=contributing)


def verdicts(view: View) -> Markup:
    """Return how often each verdict was given on each criterion; nothing without cases."""
    counts: dict[str, Counter[Verdict]] = {}
    for case in view.site.of_kind(Kind.CASE):
        for each in case.record.assessments if isinstance(case.record, Case) else ():
            counts.setdefault(each.criterion, Counter())[each.verdict] += 1
    rows = [
        Row(each, tuple(_bars(counts[each.id])))
        for each in in_order(view, Kind.CRITERION)
        if each.id in counts
    ]
    used = [verdict for verdict in Verdict if any(row.counts.get(verdict) for row in rows)]
    return render("home/verdicts", view, rows=rows, verdicts=used) if rows else Markup("")


def _bars(counts: Counter[Verdict]) -> Iterator[Bar]:
    start, total = 0.0, counts.total()
    for verdict in Verdict:
        if counts[verdict]:
            width = 100 * counts[verdict] / total
            yield Bar(verdict, counts[verdict], round(start, 2), round(width, 2))
            start += width


def lately(view: View) -> Markup:
    """Return the latest changes; nothing where no record has a date."""
    changes = [
        (change, view.link_to(change.target, change.title))
        for change in recent_changes(view.site, _CHANGES)
    ]
    return (
        render("home/lately", view, changes=changes, all=view.page_href(CHANGES))
        if changes
        else Markup("")
    )
