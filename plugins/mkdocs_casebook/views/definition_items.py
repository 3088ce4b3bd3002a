"""The versions of the definitions as things to cite: data, references, files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from mkdocs_casebook.csl import Processor
from mkdocs_casebook.model.definition import Definition, Version
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.reading.csl_json import Item, to_item
from mkdocs_casebook.views.addresses import page_name, page_of
from mkdocs_casebook.views.exports.bib_entries import escape_latex
from mkdocs_casebook.views.exports.biblatex import biblatex
from mkdocs_casebook.views.exports.bibtex import bibtex
from mkdocs_casebook.views.exports.csl_json import csl_json
from mkdocs_casebook.views.exports.glossaries import glossary_entry
from mkdocs_casebook.views.exports.ris import ris
from mkdocs_casebook.views.references.files import FOLDER, DataFile
from mkdocs_casebook.views.references.formatted import FormattedReferences, printed
from mkdocs_casebook.views.references.presentation import Presentation
from mkdocs_casebook.views.references.styles import for_single_references
from mkdocs_casebook.views.site import Site

FORMATS = ("BibTeX", "biblatex", "RIS", "CSL-JSON", "LaTeX glossaries")
"""The formats of a version's files, in their order."""

WHOLE = f"{FOLDER}/definitions.bib"
"""The file of all versions, from the root of the site."""

# biblatex asks for the names of babel.
_BABEL_NAMES: Mapping[str, str] = {"en": "english", "fr": "french"}


@dataclass(frozen=True, slots=True)
class CitableVersion:
    """A version of a definition as something to cite.

    Attributes:
        document: The definition.
        record: The same.
        version: The version.
        reference: It as an entry of biblatex.
        item: It as CSL-JSON.
    """

    document: Document
    record: Definition
    version: Version
    reference: Reference
    item: Item

    @property
    def key(self) -> str:
        """Its citation key."""
        return self.reference.key

    @property
    def for_bibtex(self) -> Reference:
        """It as an entry for BibTeX, whose styles print a version only as a note."""
        note = f"Version {self.version.version}"
        return replace(self.reference, fields={**self.reference.fields, "note": note})

    @property
    def for_ris(self) -> Item:
        """It as an item for RIS, whose programs know encyclopaedias better than dictionaries."""
        return {**self.item, "type": "entry-encyclopedia"}


class CitableDefinitions:
    """The versions of the definitions of a site as things to cite.

    Args:
        site: The site.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    def version(self, id: str, number: int | None = None) -> CitableVersion | None:
        """Return a version of a definition, or None where there is none.

        Args:
            id: Id of the definition.
            number: Number of the version; the current one where None.
        """
        versions = self.versions.get(id, {})
        return versions.get(max(versions, default=0) if number is None else number)

    @cached_property
    def versions(self) -> Mapping[str, Mapping[int, CitableVersion]]:
        """The versions by the id of their definition and their number."""
        return {
            document.id: {
                version.version: self._citable(document, document.record, version)
                for version in document.record.versions
            }
            for document in self._site.study.of_kind(Kind.DEFINITION, self._site.language)
            if isinstance(document.record, Definition)
        }

    @cached_property
    def references(self) -> FormattedReferences:
        """The references of all versions, each as if it stood alone."""
        site = self._site
        return _SeparateReferences(
            {each.key: each.item for each in self.all()},
            site.language,
            style=site.study.settings.citations.style,
            xml=site.study.citation_style,
            locale=site.citation_locale,
        )

    def url(self, citable: CitableVersion) -> str:
        """Return the permanent address of a version."""
        return self._site.permanent_url(_page(citable.document, citable.version))

    def sentence(self, citable: CitableVersion) -> str:
        """Return a plain sentence that names a version, for word processors."""
        words = self._site.words
        return words(
            "citing.sentence",
            author=words("citing.editors", site=self._site.name),
            term=words.quoted(_term(citable.record)),
            n=citable.version.version,
            date=words.date(citable.version.date),
            url=self.url(citable),
        )

    def files_of(self, citable: CitableVersion, text: str = "") -> list[DataFile]:
        """Return a version in each of `FORMATS`.

        Args:
            citable: The version.
            text: The definition as plain text.
        """
        name = page_name(citable.document.id)
        number = citable.version.version
        start = f"{Kind.DEFINITION.pages}/{name}/v{number}/{name}-v{number}"
        texts = (
            (".bib", bibtex([citable.for_bibtex])),
            (".biblatex.bib", biblatex([citable.reference])),
            (".ris", ris([citable.for_ris])),
            (".json", csl_json([citable.item])),
            (".tex", glossary_entry(citable.key, _term(citable.record), text, self.url(citable))),
        )
        return [
            DataFile(format, start + ending, written)
            for format, (ending, written) in zip(FORMATS, texts, strict=True)
        ]

    def whole(self) -> DataFile:
        """Return every version as BibTeX: a file in the site of the study's first language."""
        return DataFile("BibTeX", WHOLE, bibtex(each.for_bibtex for each in self.all()))

    def all(self) -> Iterator[CitableVersion]:
        """Yield every version of every definition."""
        for versions in self.versions.values():
            yield from versions.values()

    def _citable(self, document: Document, record: Definition, version: Version) -> CitableVersion:
        site = self._site
        original = site.language == site.study.settings.original
        key = f"{page_name(document.id)}-v{version.version}"
        fields = {
            # Braces keep the name of a body whole.
            "author": f"{{{escape_latex(site.words('citing.editors', site=site.name))}}}",
            "title": escape_latex(_term(record)),
            "booktitle": escape_latex(site.name),
            "version": str(version.version),
            "date": version.date,
            "url": site.permanent_url(_page(document, version)),
            "langid": _BABEL_NAMES.get(site.language, site.language),
            "entrysubtype": "entry-dictionary",
        }
        reference = Reference(
            key if original else f"{key}-{site.language}",
            "inreference",
            fields,
            Span(document.path),
        )
        return CitableVersion(document, record, version, reference, to_item(reference))


class _SeparateReferences(FormattedReferences):
    """References of which each stands alone: no letters behind years tell them apart."""

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


def _page(document: Document, version: Version) -> str:
    return page_of(Target(Kind.DEFINITION, document.id, str(version.version)))


def _term(record: Definition) -> str:
    return record.term[:1].upper() + record.term[1:]
