"""Cases side by side: the editors' pairs as pages, and any other set by script.

A column is rendered once and in one way: the pages of pairs hold the columns, and the script puts
together the same columns from one data file a case.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_casebook.model.case import Assessment, Case, Verdict
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.method import Criterion, Entree
from mkdocs_casebook.model.settings import MOST_COMPARED
from mkdocs_casebook.views.addresses import page_name
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title
from mkdocs_casebook.views.page_citations import finish_part
from mkdocs_casebook.views.pages.case_fields import (
    EXCLUSION,
    JUDGEMENT,
    QUESTIONS,
    SETTING,
    Field,
    answer,
)
from mkdocs_casebook.views.pages.generated import GeneratedPage
from mkdocs_casebook.views.pages.method import in_order
from mkdocs_casebook.views.pages.parts import index_link
from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import InlineRenderer, View

FOLDER = f"{Kind.CASE.pages}/compare"
"""The folder of the pages of pairs, and of the columns."""

PAGE = f"{FOLDER}.md"
"""The page on which any cases are compared, as a path inside the folder of its language."""

# No id has two hyphens in a row.
_SEPARATOR = "--"
_HIDE = ("navigation", "toc")
# These verdicts say something of the scheme, so that two of them agree or differ.
_TELLING = frozenset({Verdict.MET, Verdict.PARTLY, Verdict.NOT_MET})
DIFFERS, CANNOT = "differs", "cannot"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table.

    Attributes:
        id: Its id.
        name: Its name.
        field: The field of a case that it shows, or None for a criterion.
    """

    id: str
    name: Markup | str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of rows.

    Attributes:
        name: Its name.
        rows: Its rows.
        number: A number drawn before the name.
    """

    name: str
    rows: tuple[Row, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table.

    Attributes:
        html: What it says.
        key: What it is compared by; empty where there is nothing to compare, and None where the
            row cannot be compared by machine.
    """

    html: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A case in the table.

    Attributes:
        id: Id of the case.
        name: Its name.
        head: What stands at its head.
        cells: Its cells by the id of their row.
    """

    id: str
    name: str
    head: str
    cells: Mapping[str, Cell]


def compare_pages(site: Site) -> Iterator[GeneratedPage]:
    """Yield the page on which cases are compared, and a page for each of the editors' pairs.

    Args:
        site: The site.
    """
    if len(site.study.of_kind(Kind.CASE)) < 2:
        return
    yield GeneratedPage(PAGE, Kind.CASE, layout=compare_page)
    for pair in _pairs(site):
        yield GeneratedPage(page_of_pair(pair), Kind.CASE, layout=partial(pair_page, pair=pair))


def compare_files(site: Site, inline: InlineRenderer) -> Iterator[DataFile]:
    """Yield the column of each case, for the script.

    Args:
        site: The site.
        inline: Renders inline Markdown.
    """
    view = View(site, PAGE, inline)
    groups = groups_of(view)
    cases = site.of_kind(Kind.CASE)
    for document in cases if len(cases) > 1 else ():
        column = column_of(view, document, groups)
        text = json.dumps(asdict(column), ensure_ascii=False, separators=(",", ":"))
        yield DataFile("JSON", f"{FOLDER}/{document.id}.json", text)


def page_of_pair(pair: Sequence[str]) -> str:
    """Return the page of a pair, as a path inside the folder of its language.

    Args:
        pair: Ids of the cases.
    """
    return f"{FOLDER}/{page_name(_SEPARATOR.join(pair))}.md"


def compare_page(view: View) -> Layout:
    """Lay out the page on which any cases are compared.

    Args:
        view: The page.
    """
    words = view.words
    name, lead = words("compare.title"), words("compare.lead")
    layout = LayoutBuilder(name, lead, hide=_HIDE)
    layout.add(
        render("kicker", view, trail=[index_link(view, Kind.CASE)], place=""),
        Title(name),
        render("lead", view, text=lead),
        render(
            "compare/choice",
            view,
            cases=sorted(view.site.of_kind(Kind.CASE), key=lambda each: words.sort_key(each.title)),
            groups=groups_of(view),
            files=view.file_href(f"{FOLDER}/"),
            most=MOST_COMPARED,
        ),
    )
    pairs = _pairs(view.site)
    if pairs:
        html = render("compare/pairs", view, pairs=[_told(view, pair) for pair in pairs])
        layout.section(words("compare.pairs"), "pairs", html, searched=False)
    return layout.build()


def pair_page(view: View, pair: Sequence[str]) -> Layout:
    """Lay out the page of a pair.

    Args:
        view: The page.
        pair: Ids of the cases.
    """
    documents = _documents(view.site, pair)
    name = _joined(view, [each.title for each in documents])
    layout = LayoutBuilder(view.words("compare.pair_title", names=name), hide=_HIDE, search=0)
    others = Markup('<a href="{}">{}</a>').format(view.page_href(PAGE), view.words("compare.title"))
    groups = groups_of(view)
    layout.add(
        render("kicker", view, trail=[index_link(view, Kind.CASE), others], place=""),
        Title(name),
        render(
            "compare/pair",
            view,
            name=name,
            groups=groups,
            columns=[column_of(view, each, groups) for each in documents],
            mark_of=mark_of,
            change=f"{view.page_href(PAGE)}?cases={','.join(pair)}",
        ),
    )
    return layout.build()


def groups_of(view: View) -> tuple[Group, ...]:
    """Return the rows of every comparison: where and when, the five questions, the criteria.

    Args:
        view: The page.
    """
    words = view.words
    entrees = {
        each.id: each.record.heading
        for each in view.site.of_kind(Kind.ENTREE)
        if isinstance(each.record, Entree)
    }
    names = {id: entrees.get(id) or words(f"case_page.questions.{id}") for id in QUESTIONS}
    questions = [
        Group(names[id], _rows(view, id, fields), number)
        for number, (id, fields) in enumerate(QUESTIONS.items(), 1)
    ]
    criteria = tuple(
        Row(f"criterion.{each.id}", view.link(Kind.CRITERION, each.id))
        for each in in_order(view, Kind.CRITERION)
        if isinstance(each.record, Criterion)
    )
    found = (
        Group(words("compare.setting"), _rows(view, "setting", SETTING)),
        *questions,
        Group(words("compare.criteria"), criteria),
        Group(words("compare.exclusion"), _rows(view, "exclusion", EXCLUSION)),
        Group(words("compare.judgement"), _rows(view, "judgement", JUDGEMENT)),
    )
    return tuple(each for each in found if each.rows)


def column_of(view: View, document: Document, groups: Sequence[Group]) -> Column:
    """Return the column of a case.

    Args:
        view: The page, which may hold several columns.
        document: The case.
        groups: The rows.
    """

    def drawn(html: Markup) -> str:
        return finish_part(html.strip(), view.site, view.page)

    record = document.record
    assessments = {
        each.criterion: each for each in (record.assessments if isinstance(record, Case) else ())
    }
    cells: dict[str, Cell] = {}
    for row in (row for group in groups for row in group.rows):
        if row.field is None:
            assessment = assessments.get(row.id.partition(".")[2])
            html = _verdict(view, document, assessment)
            telling = assessment is not None and assessment.verdict in _TELLING
            cells[row.id] = Cell(drawn(html), assessment.verdict if assessment and telling else "")
        else:
            found = answer(view, document, row.field)
            html = render("compare/answer", view, answer=found, empty=row.field.empty)
            cells[row.id] = Cell(drawn(html), found.key)
    head = render("compare/head", view, document=document, record=record)
    return Column(document.id, document.title, drawn(head), cells)


def mark_of(row: Row, columns: Sequence[Column]) -> str:
    """Tell whether the cells of a row differ, or cannot be compared.

    The script does the same (``compare.js``).

    Args:
        row: The row.
        columns: The columns.

    Returns:
        `DIFFERS`, `CANNOT`, or nothing.
    """
    keys = [column.cells[row.id].key for column in columns]
    if None in keys:
        return ""
    if len({key for key in keys if key}) > 1:
        return DIFFERS
    return CANNOT if "" in keys else ""


def _rows(view: View, group: str, fields: Sequence[Field]) -> tuple[Row, ...]:
    return tuple(
        Row(f"{group}.{number}", view.words(each.name), each) for number, each in enumerate(fields)
    )


def _verdict(view: View, document: Document, assessment: Assessment | None) -> Markup:
    return render("compare/verdict", view, document=document, assessment=assessment)


def _told(view: View, pair: Sequence[str]) -> dict[str, object]:
    """Return what the list of pairs tells of one."""
    documents = _documents(view.site, pair)
    groups = groups_of(view)
    verdicts = [
        {each.criterion: each.verdict for each in document.record.assessments}
        for document in documents
        if isinstance(document.record, Case)
    ]
    rows = [row.id.partition(".")[2] for group in groups for row in group.rows if not row.field]
    marks = []
    for criterion in rows:
        found = [each.get(criterion) for each in verdicts]
        telling = {each for each in found if each in _TELLING}
        if len(telling) > 1:
            marks.append(DIFFERS)
        elif any(each not in _TELLING for each in found):
            marks.append(CANNOT)
    names = [
        view.named(each.title, getattr(each.record, "title_language", None)) for each in documents
    ]
    # The sentence is one of ours; the names are escaped.
    sentence = Markup(view.words("compare.and"))  # noqa: S704
    return {
        "name": sentence.format(first=Markup(", ").join(names[:-1]), last=names[-1]),
        "href": view.page_href(page_of_pair(pair)),
        "cases": documents,
        "differs": marks.count(DIFFERS),
        "cannot": marks.count(CANNOT),
    }


def _pairs(site: Site) -> tuple[tuple[str, ...], ...]:
    """Return the editors' pairs whose cases there are."""
    known = site.study.ids(Kind.CASE)
    return tuple(
        dict.fromkeys(pair for pair in site.study.settings.pairs if known.issuperset(pair))
    )


def _documents(site: Site, pair: Sequence[str]) -> list[Document]:
    return [found for id in pair if (found := site.find(Kind.CASE, id))]


def _joined(view: View, names: Sequence[str]) -> str:
    """Return names as this language enumerates them."""
    return view.words("compare.and", first=", ".join(names[:-1]), last=names[-1])
