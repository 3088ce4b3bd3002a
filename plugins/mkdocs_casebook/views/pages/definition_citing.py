"""Citing a version of a definition: its box, its files, what its page tells machines."""

from markupsafe import Markup, escape

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.addresses import page_of
from mkdocs_casebook.views.definition_items import CitableDefinitions, CitableVersion
from mkdocs_casebook.views.exports.highwire import highwire
from mkdocs_casebook.views.exports.json_ld import defined_term
from mkdocs_casebook.views.pages.cite_box import Cited, cite_box, in_all_styles
from mkdocs_casebook.views.pages.head import alternates, csl_alternate, machine_readable
from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.skos import alternates_of
from mkdocs_casebook.views.view import View

_PLAIN = "plain"


def definition_cite_box(
    view: View, definitions: CitableDefinitions, citable: CitableVersion, summary: str
) -> Markup:
    """Return the box that cites a version of a definition.

    Args:
        view: The page.
        definitions: The definitions as things to cite.
        citable: The version.
        summary: What the closed box says.
    """
    words = view.words
    cited = in_all_styles(view, definitions.references, citable.key)
    cited.append(Cited(_PLAIN, words("citing.plain"), escape(definitions.sentence(citable))))
    return cite_box(
        view,
        cited,
        version_files(view, definitions, citable),
        summary=summary,
        address=words("citing.address"),
        page=citable.page,
    )


def version_files(
    view: View, definitions: CitableDefinitions, citable: CitableVersion
) -> list[DataFile]:
    """Return the files of a version for reference managers.

    Args:
        view: A page of the site.
        definitions: The definitions as things to cite.
        citable: The version.
    """
    return definitions.files_of(citable, view.plain(citable.version.definition))


def definition_head(view: View, definitions: CitableDefinitions, citable: CitableVersion) -> Markup:
    """Return what reference managers and search engines read in the head of a version's page.

    Args:
        view: The page.
        definitions: The definitions as things to cite.
        citable: The version.
    """
    site, record = view.site, citable.record
    data = defined_term(
        citable.item,
        definition=view.plain(citable.version.definition),
        term=record.term,
        address=site.permanent_url(page_of(Target(Kind.DEFINITION, citable.document.id))),
        glossary=site.permanent_url(f"{Kind.DEFINITION.pages}/index.md"),
    )
    others = [
        *alternates_of(view, citable.document.id),
        csl_alternate(view, version_files(view, definitions, citable)),
    ]
    return machine_readable(view, highwire(citable.item), data) + alternates(view, others)
