"""The site's own texts as things to cite: their entries, references and files."""

from collections.abc import Mapping

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.exports.bib_entries import escape_latex
from mkdocs_casebook.views.references.formatted import SingleReferences
from mkdocs_casebook.views.site import Site

# biblatex asks for the names of babel.
_BABEL_NAMES: Mapping[str, str] = {"en": "english", "fr": "french"}


def own_entry(
    site: Site, document: Document, *, type: str, key: str, page: str, fields: Mapping[str, str]
) -> Reference:
    """Return a text of the site as an entry of biblatex.

    Args:
        site: The site.
        document: The file that holds the text.
        type: The entry type.
        key: The citation key in the study's first language; other languages have their tag in it.
        page: The page of the text, as a path inside the folder of its language.
        fields: What the entry says beside address and language; its author is the study where
            they name none.
    """
    original = site.language == site.study.settings.original
    whole = {
        "author": body(site.words("citing.editors", site=site.name)),
        "url": site.permanent_url(page),
        "langid": _BABEL_NAMES.get(site.language, site.language),
        **fields,
    }
    return Reference(
        key if original else f"{key}-{site.language}", type, whole, Span(document.path)
    )


def body(name: str) -> str:
    """Return the name of a body, which no comma or "and" may part, as LaTeX."""
    return f"{{{escape_latex(name)}}}"


def own_references(site: Site, items: Mapping[str, Item]) -> SingleReferences:
    """Return the references of the site's own texts.

    Their addresses are bare text: they are those of this site, which may move to another host.

    Args:
        site: The site.
        items: What is cited, by key.
    """
    return SingleReferences(
        items,
        site.language,
        style=site.study.settings.citations.style,
        xml=site.study.citation_style,
        locale=site.citation_locale,
        linked=False,
    )
