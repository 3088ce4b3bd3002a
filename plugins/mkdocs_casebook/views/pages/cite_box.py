"""The box that cites a version of a definition, and what its page tells machines."""

from markupsafe import Markup, escape

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.addresses import page_of, relative
from mkdocs_casebook.views.definition_items import CitableDefinitions, CitableVersion
from mkdocs_casebook.views.exports.csl_json import json_text
from mkdocs_casebook.views.exports.highwire import highwire
from mkdocs_casebook.views.exports.json_ld import defined_term
from mkdocs_casebook.views.pages.source import Cited
from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.skos import alternates_of
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

_PLAIN = "plain"
_CSL_JSON = "application/vnd.citationstyles.csl+json"


def cite_box(
    view: View, definitions: CitableDefinitions, citable: CitableVersion, summary: str
) -> Markup:
    """Return the box that cites a version of a definition.

    Args:
        view: The page.
        definitions: The definitions as things to cite.
        citable: The version.
        summary: What the closed box says.
    """
    words, references = view.words, definitions.references
    cited = [
        Cited(
            each.style.replace("_", "-"),
            words.or_else(f"reference_style.{each.style}", "")
            or references.title_of_style(each.style)
            or each.style,
            each.html,
            each.language if each.language != view.language else "",
        )
        for each in references.in_all_styles(citable.key)
    ]
    sentence = escape(definitions.sentence(citable))
    cited.append(Cited(_PLAIN, words("citing.plain"), sentence, ""))
    return render(
        "source/cite",
        view,
        summary=summary,
        cited=cited,
        address=words("citing.address"),
        url=definitions.url(citable),
        href=view.page_href(_page(citable)),
        files=[
            (file, file_href(view, file.path)) for file in version_files(view, definitions, citable)
        ],
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
    csl = next(
        file for file in version_files(view, definitions, citable) if file.format == "CSL-JSON"
    )
    # json_text leaves nothing in it that HTML could take for markup.
    tags = render("source/head", view, tags=highwire(citable.item), json_ld=Markup(json_text(data)))  # noqa: S704
    alternates = [
        *alternates_of(view, citable.document.id),
        (_CSL_JSON, file_href(view, csl.path)),
    ]
    return tags + render("version/head", view, alternates=alternates)


def _page(citable: CitableVersion) -> str:
    version = str(citable.version.version)
    return page_of(Target(Kind.DEFINITION, citable.document.id, version))


def file_href(view: View, path: str) -> str:
    """Return the way from a page to a file of ours.

    Args:
        view: The page.
        path: Path of the file in the site of its language.
    """
    site = view.site
    return relative(site.prefix(site.language) + path, site.path(view.page))
