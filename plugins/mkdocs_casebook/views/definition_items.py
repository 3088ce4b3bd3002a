"""The versions of the definitions as things to cite: data, references, files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from mkdocs_casebook.model.definition import Definition, Version
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.text import capitalised
from mkdocs_casebook.reading.csl_json import Item, to_item
from mkdocs_casebook.views.addresses import page_name, page_of_version
from mkdocs_casebook.views.exports.bib_entries import escape_latex
from mkdocs_casebook.views.exports.bibtex import bibtex
from mkdocs_casebook.views.exports.glossaries import glossary_entry
from mkdocs_casebook.views.references.files import FOLDER, DataFile, files_of_entry
from mkdocs_casebook.views.references.formatted import SingleReferences
from mkdocs_casebook.views.references.own import own_entry, own_references
from mkdocs_casebook.views.site import Site

FORMATS = ("BibTeX", "biblatex", "RIS", "CSL-JSON", "LaTeX glossaries")
"""The formats of a version's files, in their order."""

WHOLE = f"{FOLDER}/definitions.bib"
"""The file of all versions, from the root of the site."""


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
    def page(self) -> str:
        """Its permanent page, as a path inside the folder of its language."""
        return page_of_version(self.document.id, self.version.version)

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
    def references(self) -> SingleReferences:
        """The references of all versions, each as if it stood alone."""
        return own_references(self._site, {each.key: each.item for each in self.all()})

    def url(self, citable: CitableVersion) -> str:
        """Return the permanent address of a version."""
        return self._site.permanent_url(citable.page)

    def sentence(self, citable: CitableVersion) -> str:
        """Return a plain sentence that names a version, for word processors."""
        words = self._site.words
        return words(
            "citing.sentence",
            author=words("citing.editors", site=self._site.name),
            term=words.quoted(capitalised(citable.record.term)),
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
        glossary = glossary_entry(
            citable.key, capitalised(citable.record.term), text, self.url(citable)
        )
        return [
            *files_of_entry(
                start, citable.reference, citable.item, citable.for_bibtex, citable.for_ris
            ),
            DataFile("LaTeX glossaries", f"{start}.tex", glossary),
        ]

    def whole(self) -> DataFile:
        """Return every version as BibTeX: a file in the site of the study's first language."""
        return DataFile("BibTeX", WHOLE, bibtex(each.for_bibtex for each in self.all()))

    def all(self) -> Iterator[CitableVersion]:
        """Yield every version of every definition."""
        for versions in self.versions.values():
            yield from versions.values()

    def _citable(self, document: Document, record: Definition, version: Version) -> CitableVersion:
        site, page = self._site, page_of_version(document.id, version.version)
        fields = {
            "title": escape_latex(capitalised(record.term)),
            "booktitle": escape_latex(site.name),
            "version": str(version.version),
            "date": version.date,
            "entrysubtype": "entry-dictionary",
        }
        key = f"{page_name(document.id)}-v{version.version}"
        reference = own_entry(site, document, type="inreference", key=key, page=page, fields=fields)
        return CitableVersion(document, record, version, reference, to_item(reference))
