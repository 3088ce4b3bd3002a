"""The cases as things to cite: data, references, files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.csl_json import Item, to_item
from mkdocs_casebook.views.addresses import page_name
from mkdocs_casebook.views.exports.bib_entries import escape_latex
from mkdocs_casebook.views.references.files import DataFile, files_of_entry
from mkdocs_casebook.views.references.formatted import SingleReferences
from mkdocs_casebook.views.references.own import body, own_entry, own_references
from mkdocs_casebook.views.site import Site


@dataclass(frozen=True, slots=True)
class CitableCase:
    """A case as something to cite.

    Attributes:
        document: The case.
        record: The same.
        reference: It as an entry of biblatex.
        item: It as CSL-JSON.
    """

    document: Document
    record: Case
    reference: Reference
    item: Item

    @property
    def key(self) -> str:
        """Its citation key."""
        return self.reference.key

    @property
    def page(self) -> str:
        """Its page, as a path inside the folder of its language."""
        return self.document.page

    def files(self) -> list[DataFile]:
        """Return its files for reference managers, in the site of its language."""
        name = page_name(self.document.id)
        start = f"{Kind.CASE.pages}/{name}/{name}"
        return files_of_entry(start, self.reference, self.item)


class CitableCases:
    """The cases of a site as things to cite.

    Args:
        site: The site.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def cases(self) -> Mapping[str, CitableCase]:
        """The cases that have a page in this site, by id."""
        return {
            document.id: self._citable(document, document.record)
            for document in self._site.study.of_kind(Kind.CASE, self._site.language)
            if isinstance(document.record, Case)
        }

    @cached_property
    def references(self) -> SingleReferences:
        """The references of all cases, each as if it stood alone."""
        items = {each.key: each.item for each in self.cases.values()}
        return own_references(self._site, items)

    def files(self) -> Iterator[DataFile]:
        """Yield the files of the cases for reference managers."""
        for citable in self.cases.values():
            yield from citable.files()

    def _citable(self, document: Document, record: Case) -> CitableCase:
        site = self._site
        fields = {
            # The name of a scheme keeps its capitals in every style.
            "title": f"{{{escape_latex(record.title)}}}",
            "booktitle": escape_latex(site.name),
        }
        if record.authors:
            fields["author"] = " and ".join(_author(name) for name in record.authors)
        date = record.date or (record.judgement.date if record.judgement else None)
        if date:
            fields["date"] = date
        key = f"case-{page_name(document.id)}"
        # Styles print all of a chapter; of a web page, some leave out the date or the site.
        reference = own_entry(
            site, document, type="incollection", key=key, page=document.page, fields=fields
        )
        return CitableCase(document, record, reference, to_item(reference))


def _author(name: str) -> str:
    """Return the name of an author as LaTeX: a person's where it is written "Family, Given"."""
    return escape_latex(name) if "," in name else body(name)
