"""The list of cases that stand near a case, each with the reason."""

import math
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.pages.compare import PAGE as COMPARE
from mkdocs_casebook.views.pages.compare import page_of_pair
from mkdocs_casebook.views.related_cases import LEAST_CRITERIA, Nearness, RelatedCase, RelatedCases
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A related case.

    Attributes:
        link: A link to its page.
        summary: What it is about.
        reasons: Why it is here, in words.
        compare: The way to the two side by side.
    """

    link: Markup
    summary: Markup
    reasons: tuple[str, ...]
    compare: str


def related_section(view: View, related: RelatedCases, id: str) -> Markup:
    """Return the cases that stand near a case; nothing where there are none.

    Args:
        view: The page.
        related: The related cases of the site.
        id: Id of the case.
    """
    found = related.of(id)
    if not found:
        return Markup("")
    note = ""
    if any(each.nearness for each in found):
        note = view.words("case_related.note", n=LEAST_CRITERIA)
    neighbours = [_neighbour(view, id, each) for each in found]
    return render("case/related", view, related=neighbours, note=note)


def _neighbour(view: View, id: str, related: RelatedCase) -> Neighbour:
    words = view.words
    document = view.site.find(Kind.CASE, related.id)
    record = document.record if document and isinstance(document.record, Case) else None
    reasons = []
    if record and related.same_country:
        reasons.append(words("case_related.country", country=words.country(record.country)))
    if related.nearness:
        reasons.append(_near(view, related.nearness))
    if record and related.same_type:
        reasons.append(
            words("case_related.type", type=view.word("scheme_type", record.scheme.type).lower())
        )
    summary = view.inline(record.summary) if record else Markup("")
    compare = _side_by_side(view, id, related.id)
    return Neighbour(view.link(Kind.CASE, related.id), summary, tuple(reasons), compare)


def _side_by_side(view: View, one: str, other: str) -> str:
    """Return the way to two cases side by side: on the editors' page of them, or by script."""
    pairs = view.site.study.settings.pairs
    built = next((pair for pair in pairs if sorted(pair) == sorted((one, other))), None)
    if built:
        return view.page_href(page_of_pair(built))
    return f"{view.page_href(COMPARE)}?cases={quote(one)},{quote(other)}"


def _near(view: View, near: Nearness) -> str:
    words = view.words
    if near.same == near.criteria:
        return words("case_related.all", criteria=near.criteria)
    return words(
        "case_related.near",
        same=near.same,
        criteria=near.criteria,
        steps=words.number(math.floor(10 * near.distance + 0.5) / 10),
    )
