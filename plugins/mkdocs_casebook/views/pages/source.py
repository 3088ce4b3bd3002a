"""The page of a source."""

from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.source_note import SourceNote
from mkdocs_casebook.model.text import clipped
from mkdocs_casebook.reading.csl_json.latex import plain
from mkdocs_casebook.views import reference as references
from mkdocs_casebook.views.addresses import page_of
from mkdocs_casebook.views.exports.highwire import highwire
from mkdocs_casebook.views.exports.json_ld import json_ld
from mkdocs_casebook.views.layout import Beside, Html, Layout, LayoutBuilder, Section, Title
from mkdocs_casebook.views.mentions import mentions_of
from mkdocs_casebook.views.pages.cite_box import cite_box, in_all_styles
from mkdocs_casebook.views.pages.head import machine_readable
from mkdocs_casebook.views.pages.parts import DESCRIPTION_LENGTH, Facts, index_link
from mkdocs_casebook.views.references.bibliography import Bibliography
from mkdocs_casebook.views.references.related import Related
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

# Hundreds of sources must not hide the records of the study.
_SEARCH_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A related source.

    Attributes:
        link: A link to its page.
        title: Its title.
        language: The language of the title, where it is not that of the page; otherwise empty.
        reasons: Why it is here, in words.
    """

    link: Markup
    title: str
    language: str
    reasons: str


def source_page(
    view: View, bibliography: Bibliography, reference: Reference, note: Document | None
) -> Layout:
    """Lay out the page of a source: its reference, what it says, where it is cited.

    Args:
        view: The page.
        bibliography: The bibliography of the site.
        reference: The source.
        note: The study's note on it, if there is one.
    """
    words, key = view.words, reference.key
    label = str(view.label(key))
    title = references.title(reference, words)
    layout = LayoutBuilder(
        f"{label}: {title}", clipped(plain(reference.get("abstract")) or title, DESCRIPTION_LENGTH)
    )
    layout.search = _SEARCH_WEIGHT
    record = note.record if note and isinstance(note.record, SourceNote) else None
    layout.add(
        render("kicker", view, trail=[index_link(view, Kind.SOURCE)], place=""),
        Title((record.title if record else None) or label),
    )
    levels = reference.get("usera")
    summary = render(
        "source/summary",
        view,
        abstract=plain(reference.get("abstract")),
        seen=plain(reference.get("note", "annotation")),
        confidence=words.or_else(f"source.levels.{levels}", levels) if levels else "",
        original=view.site.study.settings.original,
    )
    left = (
        Html(render("source/lead", view, reference=bibliography.formatted.default(key))),
        Html(_cite_box(view, bibliography, key)),
        Section(words("source.summary"), "summary"),
        Html(summary),
    )
    facts = render("aside", view, label=words("source.about"), facts=_facts(view, reference))
    layout.add(Beside(left, facts))
    if note and record is not None:
        html = render("source/note", view, note=record, language=note.language)
        layout.section(words("source.note"), "note", html)
    layout.rest()
    groups = mentions_of(Target(Kind.SOURCE, key), view)
    html = render("used", view, groups=groups, empty=words("source.not_cited"))
    layout.section(words("source.cited_on"), "cited-on", html, searched=False)
    layout.section(
        words("related.heading"), "related", _related(view, bibliography, key), searched=False
    )
    return layout.build()


def source_head(view: View, bibliography: Bibliography, reference: Reference) -> Markup:
    """Return what reference managers and search engines read in the head of a source's page.

    Args:
        view: The page.
        bibliography: The bibliography of the site.
        reference: The source.
    """
    item = bibliography.item(reference.key)
    data = json_ld(item, view.site.permanent_url(view.page))
    return machine_readable(view, highwire(item), data)


def _cite_box(view: View, bibliography: Bibliography, key: str) -> Markup:
    return cite_box(
        view,
        in_all_styles(view, bibliography.formatted, key),
        bibliography.files_of(key),
        summary=view.words("cite_box.source"),
        address=view.words("cite_box.address"),
        page=view.page,
    )


def _related(view: View, bibliography: Bibliography, key: str) -> Markup:
    related = bibliography.related.of(key)
    if not related:
        return Markup("")
    return render(
        "source/related",
        view,
        related=[_neighbour(view, bibliography.sources[each.key], each) for each in related],
    )


def _neighbour(view: View, reference: Reference, related: Related) -> Neighbour:
    words = view.words
    reasons = [words("related.same_author")] if related.same_author else []
    if related.pages:
        reasons.append(words.count("related.together", related.pages))
    if related.themes:
        themes = ", ".join(words.theme(each) for each in related.themes)
        one_or_many = "one" if len(related.themes) == 1 else "many"
        reasons.append(words(f"related.themes.{one_or_many}", themes=themes))
    language = references.language(reference) or ""
    return Neighbour(
        Markup('<a href="{}">{}</a>').format(
            view.page_href(page_of(Target(Kind.SOURCE, reference.key))),
            str(view.label(reference.key)),
        ),
        references.title(reference, words),
        language if language != view.language else "",
        " · ".join(reasons),
    )


def _facts(view: View, reference: Reference) -> Facts:
    words = view.words
    tag = references.language(reference)
    addresses = {
        "doi": references.doi(reference),
        "link": references.link(reference),
        "archive": references.archive(reference),
    }
    return [
        (words("source.kind"), references.kind(reference, words)),
        (
            words("source.language"),
            words.language_name(tag) if tag else plain(reference.get("language")),
        ),
        (words("source.published"), references.published(reference, words)),
        *(
            (words(f"source.{name}"), render("source/link", view, address=address))
            for name, address in addresses.items()
            if address
        ),
        (
            words("source.themes"),
            ", ".join(words.theme(each) for each in references.themes(reference)),
        ),
    ]
