"""The page of a definition: its current text, its rivals, its history, its uses."""

from markupsafe import Markup

from mkdocs_casebook.model.definition import Definition, Status
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.text import capitalised
from mkdocs_casebook.views.addresses import page_name, page_of
from mkdocs_casebook.views.definition_items import CitableDefinitions
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Written
from mkdocs_casebook.views.pages.changes import changes, pairs
from mkdocs_casebook.views.pages.definition_citing import definition_cite_box
from mkdocs_casebook.views.pages.definition_uses import add_uses
from mkdocs_casebook.views.pages.parts import Facts, lead_with_facts, listed, opening
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

_USE = "use"
# A word leads to its definition, before the sources and cases that are full of it.
_SEARCH_WEIGHT = 4.0


def definition_page(
    view: View, document: Document, record: Definition, definitions: CitableDefinitions
) -> Layout:
    """Lay out the page of a definition.

    Args:
        view: The page.
        document: The definition.
        record: The same.
        definitions: The definitions as things to cite.
    """
    words = view.words
    layout = opening(view, document, title=capitalised(record.term))
    layout.search = _SEARCH_WEIGHT
    layout.add(render("definition/status", view, record=record, sentence=_sentence(view, record)))
    left = render("definition/text", view, version=record.current)
    citable = definitions.version(document.id)
    if citable:
        left += definition_cite_box(view, definitions, citable, words("citing.definition"))
    layout.add(
        lead_with_facts(view, left, words("definition.about"), _facts(view, document, record)),
        Written(""),
        Written(_USE),
    )
    if record.candidates:
        html = render(
            "definition/candidates",
            view,
            candidates=record.candidates,
            bibtex={each.source: _bibtex(view, each.source) for each in record.candidates},
        )
        layout.section(words("definition.candidates"), "candidates", html)
    if record.disagreements:
        width = max(len(each.answers) for each in record.disagreements)
        html = render(
            "definition/disagreements", view, disagreements=record.disagreements, width=width
        )
        layout.section(words("definition.disagreements"), "disagreements", html)
    if record.objections:
        html = render("definition/objections", view, objections=record.objections)
        layout.section(words("definition.objections"), "objections", html)
    layout.rest()
    _history(view, document, record, layout)
    add_uses(view, document, record, layout)
    if record.labels:
        html = render("definition/labels", view, labels=record.labels, note=record.labels_note)
        layout.section(words("definition.labels"), "labels", html)
    return layout.build()


def _sentence(view: View, record: Definition) -> Markup:
    version = record.current
    agreed = record.agreed
    date = agreed.date if agreed and record.status is Status.AGREED else version.date
    values = {
        "n": str(version.version),
        "date": view.time(date),
        "why": view.inline(record.status_reason),
        "who": Markup.escape(agreed.by if agreed else ""),
        "source": view.cite(agreed.source) if agreed else Markup(""),
    }
    sentence = view.words(f"status_sentence.{record.status}")
    # The sentence is one of ours; what fills it is escaped.
    return Markup(sentence).format_map(values)  # noqa: S704


def _facts(view: View, document: Document, record: Definition) -> Facts:
    words, current = view.words, record.current
    earlier = [
        view.link(
            Kind.DEFINITION,
            document.id,
            words("definition.version", n=each.version),
            version=each.version,
        )
        + Markup(", {}").format(view.time(each.date))
        for each in reversed(record.versions)
        if each != current
    ]
    narrower = [
        view.link(Kind.DEFINITION, each.id)
        for each in view.site.of_kind(Kind.DEFINITION)
        if isinstance(each.record, Definition) and document.id in each.record.broader
    ]
    this = view.link(
        Kind.DEFINITION,
        document.id,
        words("definition.version", n=current.version),
        version=current.version,
    )
    return [
        (words("definition.status"), view.word("status", record.status)),
        (words("definition.this_version"), this + Markup(", {}").format(view.time(current.date))),
        (words("definition.earlier"), listed(earlier)),
        (words("definition.broader"), _links(view, record.broader)),
        (words("definition.narrower"), listed(narrower)),
        (words("definition.related"), _links(view, record.related)),
        (words("definition.other_languages"), _translations(view, document)),
    ]


def _links(view: View, ids: tuple[str, ...]) -> Markup | None:
    return listed([view.link(Kind.DEFINITION, id) for id in ids])


def _translations(view: View, document: Document) -> Markup | None:
    study = view.site.study
    others = [
        found
        for language in study.settings.languages
        if language != view.language
        and (found := study.find(Kind.DEFINITION, document.id, language))
    ]
    return listed(
        [
            Markup('<a href="{0}" hreflang="{1}" lang="{1}">{2}</a>').format(
                view.page_href(each.page, each.language), each.language, each.title
            )
            for each in others
        ]
    )


def _history(view: View, document: Document, record: Definition, layout: LayoutBuilder) -> None:
    versions = sorted(record.versions, key=lambda each: each.version)
    html = render(
        "definition/history",
        view,
        versions=versions[::-1],
        changes=changes(view, versions),
        pairs=tuple(pairs(view, versions)),
        id=document.id,
    )
    layout.section(view.words("definition.history"), "history", html, searched=False)


def _bibtex(view: View, key: str) -> str:
    """Return the way to the BibTeX file of a source; nothing where sources have no pages."""
    target = Target(Kind.SOURCE, key)
    if view.site.destination(target) is None:
        return ""
    # The file lies in the folder of the page, whatever form addresses of pages have.
    folder = page_of(target).removesuffix(".md")
    return view.file_href(f"{folder}/{page_name(key)}.bib")
