"""The page of a source."""

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.source_note import SourceNote
from mkdocs_casebook.reading.latex import plain
from mkdocs_casebook.views import reference as references
from mkdocs_casebook.views.layout import Beside, Html, Layout, LayoutBuilder, Section, Title
from mkdocs_casebook.views.mentions import mentions_of
from mkdocs_casebook.views.pages.parts import Facts, clipped, index_link
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

# Hundreds of sources must not hide the records of the study.
_SEARCH_WEIGHT = 0.5


def source_page(view: View, reference: Reference, note: Document | None) -> Layout:
    """Lay out the page of a source: its reference, what it says, where it is cited.

    Args:
        view: The page.
        reference: The source.
        note: The study's note on it, if there is one.
    """
    words = view.words
    label = str(view.label(reference.key))
    title = references.title(reference, words)
    layout = LayoutBuilder(f"{label}: {title}", clipped(plain(reference.get("abstract")) or title))
    layout.search = _SEARCH_WEIGHT
    record = note.record if note and isinstance(note.record, SourceNote) else None
    layout.add(
        render("kicker", view, trail=[index_link(view, Kind.SOURCE)], place=""),
        Title((record.title if record else None) or label),
    )
    levels = reference.get("usera")
    html = render(
        "source/summary",
        view,
        abstract=plain(reference.get("abstract")),
        seen=plain(reference.get("note", "annotation")),
        confidence=words.or_else(f"source.levels.{levels}", levels) if levels else "",
        original=view.site.study.settings.original,
    )
    left = (
        Html(render("source/lead", view, key=reference.key)),
        Section(words("source.summary"), "summary"),
        Html(html),
    )
    facts = render("aside", view, label=words("source.about"), facts=_facts(view, reference))
    layout.add(Beside(left, facts))
    if record is not None:
        html = render("source/note", view, note=record)
        layout.section(words("source.note"), "note", html)
    layout.rest()
    groups = mentions_of(Target(Kind.SOURCE, reference.key), view)
    html = render("used", view, groups=groups, empty=words("source.not_cited"))
    layout.section(words("source.cited_on"), "cited-on", html, searched=False)
    return layout.build()


def _facts(view: View, reference: Reference) -> Facts:
    words = view.words
    tag = references.language(reference)
    doi, link = references.doi(reference), references.link(reference)
    return [
        (words("source.kind"), references.kind(reference, words)),
        (
            words("source.language"),
            words.language_name(tag) if tag else plain(reference.get("language")),
        ),
        (words("source.published"), references.published(reference, words)),
        (words("source.doi"), render("source/link", view, address=doi) if doi else None),
        (words("source.link"), render("source/link", view, address=link) if link else None),
        (
            words("source.themes"),
            ", ".join(words.theme(each) for each in references.themes(reference)),
        ),
    ]
