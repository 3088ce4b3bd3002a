"""The page of an analysis: paired comparisons, configuration table, what noise would show."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.analysis.calibration import Configuration
from mkdocs_casebook.analysis.comparisons import (
    Comparison,
    alike_but_unlike_outcome,
    unlike_but_alike_outcome,
)
from mkdocs_casebook.analysis.noise import Noise, noise
from mkdocs_casebook.analysis.table import Row, possible_rows
from mkdocs_casebook.model.analysis import Analysis, Membership
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.finding import Finding
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.settings import MOST_COMPARED
from mkdocs_casebook.views.analysis_items import COMPLETIONS, Analysed, analysed, data_path
from mkdocs_casebook.views.exports.qca import column
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Section, Written
from mkdocs_casebook.views.pages.compare import PAGE as COMPARE
from mkdocs_casebook.views.pages.parts import Facts, lead_with_facts, listed, opening
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """A comparison with the way to the page that sets its cases side by side.

    Attributes:
        groups: The two groups of cases.
        shared: The conditions in which they agree: label, value.
        differing: The conditions in which they differ: label, the two values.
        unknown: The labels of the conditions that are unknown of one of the two.
        href: The way to the comparison of their cases, field by field.
    """

    groups: tuple[tuple[Membership, tuple[str, ...]], ...]
    shared: tuple[tuple[str, Membership], ...]
    differing: tuple[tuple[str, Membership, Membership], ...]
    unknown: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class NoiseLine:
    """What noise shows for one of the tables of the page.

    Attributes:
        table: Name of the table.
        cases: The number of its cases.
        found: What is kept for that number; None for fewer cases than it begins with.
    """

    table: str
    cases: int
    found: Noise | None


def analysis_page(view: View, document: Document, record: Analysis) -> Layout:
    """Lay out the page of an analysis. Paired comparisons, the main device, come first."""
    words, of = view.words, analysed(document, view.site.study)
    layout = opening(view, document)
    left = render("lead", view, text=view.inline(record.summary or record.outcome.question))
    left += render("analysis/warnings", view, of=of)
    layout.add(lead_with_facts(view, left, words("analysis.about"), _facts(view, of)))
    _comparisons(view, of, layout)
    html = render("analysis/calibration", view, outcome=record.outcome, of=record)
    layout.section(words("analysis.calibration"), "calibration", html)
    if document.body.strip():
        layout.add(Section(words("analysis.why"), "why"), Written(""))
    layout.rest()
    html = render("analysis/cases", view, of=of)
    layout.section(words("analysis.cases"), "cases", html)
    _table(view, of, layout)
    _noise(view, of, layout)
    _findings(view, document, layout)
    html = render("analysis/data", view, of=of, files=_files(view, of), column=column)
    layout.section(words("analysis.data"), "data", html)
    return layout.build()


def _facts(view: View, of: Analysed) -> Facts:
    words, record = view.words, of.record
    labels = [Markup.escape(each.label) for each in record.conditions]
    count = words.count("analysis.count", len(of.configurations))
    known = words.count("analysis.known", len(of.known))
    return [
        (words("analysis.outcome"), record.outcome.label),
        (words("analysis.conditions"), listed(labels)),
        (words("analysis.cases"), f"{count}, {known}"),
        (words("analysis.contradictions"), words.number(len(of.contradictions))),
        (words("analysis.date"), view.time(record.date) if record.date else None),
    ]


def _comparisons(view: View, of: Analysed, layout: LayoutBuilder) -> None:
    html = render(
        "analysis/comparisons",
        view,
        outcome=of.record.outcome.label,
        alike=_pairs(view, of, alike_but_unlike_outcome(of.configurations)),
        unlike=_pairs(view, of, unlike_but_alike_outcome(of.configurations)),
        left_out=sum(each.outcome is Membership.UNKNOWN for each in of.configurations),
    )
    layout.section(view.words("analysis.pairs"), "pairs", html)


def _pairs(view: View, of: Analysed, found: Sequence[Comparison]) -> list[ComparedPair]:
    labels = [each.label for each in of.record.conditions]
    pairs = []
    for each in found:
        first, second = each.first, each.second
        # Where there are too many for one comparison, the first of each group stand for it.
        cases = (*first.cases, *second.cases)
        shown = cases if len(cases) <= MOST_COMPARED else (first.cases[0], second.cases[0])
        pairs.append(
            ComparedPair(
                ((first.outcome, first.cases), (second.outcome, second.cases)),
                tuple((labels[place], first.conditions[place]) for place in each.shared),
                tuple(
                    (labels[place], first.conditions[place], second.conditions[place])
                    for place in each.differing
                ),
                tuple(labels[place] for place in each.unknown),
                f"{view.page_href(COMPARE)}?cases={','.join(shown)}",
            )
        )
    return pairs


def _table(view: View, of: Analysed, layout: LayoutBuilder) -> None:
    words = view.words
    observed = [row for row in of.rows if row.cases]
    unobserved = [row for row in of.rows if not row.cases]
    html = render("analysis/table", view, of=of, observed=observed, unobserved=unobserved)
    layout.section(words("analysis.table"), "table", html)
    if of.unknown:
        rows = [pair for pair in zip(*_completions(of), strict=True) if any(r.cases for r in pair)]
        open_cases = [(each.case, _unknown(of, each), possible_rows(each)) for each in of.unknown]
        html = render(
            "analysis/unknown",
            view,
            of=of,
            open_cases=open_cases,
            rows=rows,
            contradictions=[sum(row.is_contradictory for row in t) for t in _completions(of)],
        )
        layout.section(words("analysis.unknown"), "unknown", html)


def _unknown(of: Analysed, case: Configuration) -> list[str]:
    """Return the labels of what is unknown of a case."""
    values = zip(of.record.factors, (case.outcome, *case.conditions), strict=True)
    return [factor.label for factor, value in values if value is Membership.UNKNOWN]


def _completions(of: Analysed) -> list[tuple[Row, ...]]:
    return [of.completed[value] for value in COMPLETIONS]


def _noise(view: View, of: Analysed, layout: LayoutBuilder) -> None:
    """Add what noise shows, for the cases in the table and for all of them."""
    words, conditions = view.words, len(of.record.conditions)
    counts = {words("analysis.noise_known"): len(of.known)}
    if of.unknown:
        counts[words("analysis.noise_completed")] = len(of.configurations)
    lines = [NoiseLine(name, cases, noise(cases, conditions)) for name, cases in counts.items()]
    html = render("analysis/noise", view, of=of, lines=lines)
    layout.section(words("analysis.noise"), "noise", html)


def _findings(view: View, document: Document, layout: LayoutBuilder) -> None:
    links = [
        view.link(Kind.FINDING, each.id)
        for each in view.site.of_kind(Kind.FINDING)
        if isinstance(each.record, Finding) and each.record.analysis == document.id
    ]
    if links:
        html = Markup("<ul>{}</ul>").format(
            Markup("").join(Markup("<li>{}</li>").format(link) for link in links)
        )
        layout.section(view.words("analysis.findings"), "findings", html)


def _files(view: View, of: Analysed) -> list[tuple[str, str]]:
    """Return the name of each file of data, with the way to it."""
    original = view.site.study.settings.original
    values = (None, *COMPLETIONS) if of.unknown else (None,)
    return [
        (
            view.words(f"analysis.files.{value or 'known'}"),
            view.file_href(data_path(of.id, value), original),
        )
        for value in values
    ]
