"""The permanent page of one version of a definition."""

from markupsafe import Markup

from mkdocs_casebook.model.definition import Definition, Version
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.text import capitalised, clipped
from mkdocs_casebook.views.definition_items import CitableDefinitions, CitableVersion
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title
from mkdocs_casebook.views.mentions import mentions_of
from mkdocs_casebook.views.pages.changes import change
from mkdocs_casebook.views.pages.definition_citing import definition_cite_box
from mkdocs_casebook.views.pages.parts import DESCRIPTION_LENGTH, Facts, index_link, lead_with_facts
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


def version_page(view: View, citable: CitableVersion, definitions: CitableDefinitions) -> Layout:
    """Lay out the permanent page of one version of a definition.

    Args:
        view: The page.
        citable: The version.
        definitions: The definitions as things to cite.
    """
    words = view.words
    document, record, version = citable.document, citable.record, citable.version
    title = words("version.title", term=capitalised(record.term), n=version.version)
    layout = LayoutBuilder(
        title, clipped(view.plain(version.definition), DESCRIPTION_LENGTH), search=0
    )
    trail = [index_link(view, Kind.DEFINITION), view.link(Kind.DEFINITION, document.id)]
    before = _neighbour(record, version, later=False)
    after = _neighbour(record, version, later=True)
    layout.add(
        render("kicker", view, trail=trail, place=""),
        Title(title),
        render("version/notice", view, current=after is None, id=document.id, next=after),
    )
    left = render("definition/text", view, version=version)
    left += definition_cite_box(view, definitions, citable, words("citing.version"))
    facts = _facts(view, document, record, version, after)
    layout.add(lead_with_facts(view, left, words("version.about"), facts))
    if version.change:
        html = render("version/reason", view, version=version)
        layout.section(words("version.reason"), "reason", html)
    if before:
        heading = words("changes.heading", n=version.version)
        layout.section(heading, "changes", change(view, before, version))
    if after:
        heading = words("changes.heading", n=after.version)
        html = change(view, version, after)
        if after.change:
            html += render("version/reason", view, version=after)
        layout.section(heading, "next-changes", html)
    groups = mentions_of(
        Target(Kind.DEFINITION, document.id),
        view,
        lambda mention: mention.target.version == str(version.version),
    )
    empty = words("version.no_pins", n=version.version)
    html = render("used", view, groups=groups, empty=empty)
    layout.section(words("version.pins", n=version.version), "pins", html, searched=False)
    return layout.build()


def _neighbour(record: Definition, version: Version, *, later: bool) -> Version | None:
    """Return the version after one, or before it, or None."""
    numbered = sorted(record.versions, key=lambda each: each.version)
    if later:
        return next((each for each in numbered if each.version > version.version), None)
    return next((each for each in reversed(numbered) if each.version < version.version), None)


def _facts(
    view: View, document: Document, record: Definition, version: Version, after: Version | None
) -> Facts:
    words, current = view.words, record.current
    status = words("version_page.superseded_status" if after else "version_page.current_status")
    span = f"{version.date}/{after.date if after else '..'}"
    now = view.link(
        Kind.DEFINITION,
        document.id,
        words("definition.version", n=current.version),
        version=current.version,
    )
    seminar = version.adopted_at
    return [
        (words("version_page.status"), status),
        (words("version_page.in_force"), words.date(span)),
        (words("version_page.current"), now if after else None),
        (
            words("definition.discussed_at"),
            view.link(Kind.SEMINAR, seminar) if seminar else Markup(""),
        ),
        (words("definition.rests_on"), view.cite(version.based_on)),
    ]
