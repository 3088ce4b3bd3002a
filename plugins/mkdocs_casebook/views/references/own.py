"""The site's own texts as things to cite: their entries, references and files."""

from collections.abc import Mapping

from markupsafe import Markup

from mkdocs_casebook.csl import Processor
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.exports.bib_entries import escape_latex
from mkdocs_casebook.views.references.formatted import FormattedReferences, printed
from mkdocs_casebook.views.references.presentation import Presentation
from mkdocs_casebook.views.references.styles import for_single_references
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


class SeparateReferences(FormattedReferences):
    """References of which each stands alone: no letters behind years tell them apart.

    Args:
        site: The site.
        items: What is cited, by key.
    """

    def __init__(self, site: Site, items: Mapping[str, Item]) -> None:
        super().__init__(
            items,
            site.language,
            style=site.study.settings.citations.style,
            xml=site.study.citation_style,
            locale=site.citation_locale,
        )

    def _format(self, name: str) -> dict[str, Markup]:
        locale = self._locale_of(name)
        style = for_single_references(self._xml_of(name), locale)
        found = {}
        for key, item in self._items.items():
            # The address is one of this site's own, which may move to another host.
            bare = {name: value for name, value in item.items() if name != "URL"}
            self._presentations[key] = Presentation.of(bare)
            processor = Processor(style, [printed(item)])
            entries = processor.process((), uncited=[key]).bibliography
            if not entries and style.note:
                entries = processor.process([[{"id": key}]]).citations
            found[key] = self._presented(entries[0] if entries else "", item, locale)
        return found
