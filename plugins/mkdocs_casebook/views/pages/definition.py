"""The page of a definition, and of each of its versions."""

from markupsafe import Markup

from mkdocs_casebook.model.definition import Definition, Status, Version
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title, Written
from mkdocs_casebook.views.mentions import mentions_of
from mkdocs_casebook.views.pages.parts import (
    Facts,
    capitalised,
    clipped,
    index_link,
    lead_with_facts,
    listed,
    opening,
    used_in,
)
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

_USE = "use"
# A word leads to its definition, before the sources and cases that are full of it.
_SEARCH_WEIGHT = 4.0


def definition_page(view: View, document: Document, record: Definition) -> Layout:
    """Lay out the page of a definition: status, text, candidates, history, uses."""
    words = view.words
    layout = opening(view, document, title=capitalised(record.term))
    layout.search = _SEARCH_WEIGHT
    layout.add(render("definition/status", view, record=record, sentence=_sentence(view, record)))
    text = render("definition/text", view, version=record.current)
    layout.add(
        lead_with_facts(view, text, words("definition.about"), _facts(view, document, record)),
        Written(""),
        Written(_USE),
    )
    if record.candidates:
        html = render(
            "definition/candidates",
            view,
            candidates=record.candidates,
            original=view.site.study.settings.original,
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
    used_in(view, Target(Kind.DEFINITION, document.id), layout)
    if record.labels:
        html = render("definition/labels", view, labels=record.labels, note=record.labels_note)
        layout.section(words("definition.labels"), "labels", html)
    return layout.build()


def version_page(view: View, document: Document, record: Definition, version: Version) -> Layout:
    """Lay out the permanent page of one version of a definition."""
    words = view.words
    current = version == record.current
    title = words("version.title", term=capitalised(record.term), n=version.version)
    layout = LayoutBuilder(title, clipped(view.plain(version.definition)), search=0)
    trail = [index_link(view, Kind.DEFINITION), view.link(Kind.DEFINITION, document.id)]
    following = next((each for each in record.versions if each.version > version.version), None)
    layout.add(
        render("kicker", view, trail=trail, place=""),
        Title(title),
        render("version/notice", view, current=current, id=document.id, next=following),
    )
    text = render("definition/text", view, version=version)
    address = render("version/address", view, url=view.site.permanent_url(view.page))
    facts: Facts = [
        (words("definition.this_version"), view.time(version.date)),
        (words("definition.discussed_at"), _seminar(view, version)),
        (words("definition.rests_on"), view.cite(version.based_on)),
    ]
    layout.add(lead_with_facts(view, text + address, words("version.about"), facts))
    if version.change:
        html = render("version/reason", view, version=version)
        layout.section(words("version.reason"), "reason", html)
    groups = mentions_of(
        Target(Kind.DEFINITION, document.id),
        view,
        lambda mention: mention.target.version == str(version.version),
    )
    empty = words("version.no_pins", n=version.version)
    html = render("used", view, groups=groups, empty=empty)
    layout.section(words("version.pins", n=version.version), "pins", html, searched=False)
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
    html = render(
        "definition/history", view, versions=tuple(reversed(record.versions)), id=document.id
    )
    layout.section(view.words("definition.history"), "history", html, searched=False)


def _seminar(view: View, version: Version) -> Markup | None:
    return view.link(Kind.SEMINAR, version.adopted_at) if version.adopted_at else None
