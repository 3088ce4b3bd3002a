"""The home page of a study, where the author asks for it with ``layout: study``."""

from markupsafe import Markup

from mkdocs_casebook.model.definition import Definition, Status
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.question import Question, State
from mkdocs_casebook.model.seminar import Seminar
from mkdocs_casebook.views import reference as references
from mkdocs_casebook.views.case_list import CaseListing
from mkdocs_casebook.views.layout import Beside, Layout, LayoutBuilder, Title, Written
from mkdocs_casebook.views.pages.cases_index import add_figures
from mkdocs_casebook.views.pages.home_overview import lately, starts, verdicts
from mkdocs_casebook.views.pages.method import in_order
from mkdocs_casebook.views.pages.parts import Facts
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

_HIDE = ("navigation", "toc")
_RIVALS = 2
_QUESTIONS = 2
_COUNTED = {
    Kind.DEFINITION: "home.definitions",
    Kind.CASE: "home.schemes",
    Kind.CONTEXT: "home.contexts",
    Kind.CRITERION: "home.criteria",
    Kind.QUESTION: "home.asked",
}


def home_page(view: View, document: Document) -> Layout:
    """Lay out the home page: what is here, the questions, the word in dispute, the cases."""
    words, site = view.words, view.site
    layout = LayoutBuilder(document.title, hide=_HIDE)
    facts = render("aside", view, label=words("home.about"), facts=_facts(view))
    layout.add(Beside((Title(document.title), Written("")), facts))
    layout.add(starts(view))
    layout.rest()
    entrees = in_order(view, Kind.ENTREE)
    if entrees:
        layout.section(words("home.five"), "five", render("home/five", view, entrees=entrees))
    disputed = _disputed(view)
    if disputed is not None:
        html = render(
            "home/dispute",
            view,
            id=disputed.id,
            record=disputed.record,
            rivals=_rivals(disputed.record),
        )
        layout.section(words("home.dispute"), "dispute", html)
    definitions = sorted(site.of_kind(Kind.DEFINITION), key=lambda each: words.sort_key(each.title))
    if definitions:
        html = render("home/words", view, definitions=definitions)
        layout.section(words("home.words"), "words", html)
    listing = CaseListing(site)
    if listing.cases:
        add_figures(view, layout, listing)
    layout.section(words("home.verdicts"), "verdicts", verdicts(view))
    questions = _asked(view)[:_QUESTIONS]
    if questions:
        html = render("home/questions", view, questions=questions)
        layout.section(words("home.questions"), "questions", html)
    layout.section(words("recent.title"), "lately", lately(view), searched=False)
    return layout.build()


def _facts(view: View) -> Facts:
    """Return what is here, counted, each with the way to it."""
    words, site = view.words, view.site
    definitions = [each.record for each in site.of_kind(Kind.DEFINITION)]
    candidates = sum(len(each.candidates) for each in definitions if isinstance(each, Definition))
    facts: Facts = []
    for kind, key in _COUNTED.items():
        count = len(site.of_kind(kind))
        if count:
            link = _link(view, kind, words.count(key, count))
            if kind is Kind.DEFINITION and candidates:
                link += f", {words.count('home.candidates', candidates)}"
            facts.append((words(f"kinds.{kind}.page"), link))
    sources = site.study.references.values()
    core = sum(1 for each in sources if references.is_core(each))
    text = words.count("home.works", core) if core else words("source.count", n=len(sources))
    link = _link(view, Kind.SOURCE, text.rstrip("."))
    if core:
        link += f", {words.count('home.documents', len(sources) - core)}"
    facts.append((words("kinds.source.page"), link))
    return facts


def _link(view: View, kind: Kind, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(view.index_href(kind), text)


def _disputed(view: View) -> Document | None:
    """Return the contested definition with the most rivals."""
    contested = [
        each
        for each in view.site.of_kind(Kind.DEFINITION)
        if isinstance(each.record, Definition)
        and each.record.status is Status.CONTESTED
        and each.record.candidates
    ]
    return max(
        contested, key=lambda each: len(getattr(each.record, "candidates", ())), default=None
    )


def _asked(view: View) -> list[Document]:
    """Return the questions that are not answered, in the order in which seminars raised them."""
    raised = [
        id
        for each in view.site.of_kind(Kind.SEMINAR)
        if isinstance(each.record, Seminar)
        for id in each.record.questions
    ]
    found = [view.site.find(Kind.QUESTION, id) for id in raised]
    return [
        each
        for each in found
        if each and isinstance(each.record, Question) and each.record.state is not State.ANSWERED
    ]


def _rivals(record: object) -> tuple[object, ...]:
    """Return two rivals: quotations first, one of each language where there are several."""
    if not isinstance(record, Definition):
        return ()
    quoted = [each for each in record.candidates if each.kind == "quotation"] or [
        *record.candidates
    ]
    first = quoted[0]
    other = next((each for each in quoted[1:] if each.language != first.language), None)
    return tuple(
        each for each in (first, other or (quoted[1] if len(quoted) > 1 else None)) if each
    )
