"""The bibliography of a site: its sources formatted, related and as data files."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.csl_json import Item, resolve
from mkdocs_casebook.views.references.files import (
    DataFile,
    files_of_bibliography,
    files_of_source,
)
from mkdocs_casebook.views.references.formatted import FormattedReferences
from mkdocs_casebook.views.references.related import RelatedSources
from mkdocs_casebook.views.site import Site


class Bibliography:
    """What the pages of the bibliography share. All of it is made when it is first needed.

    Args:
        site: The site.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.related = RelatedSources(site)

    @property
    def formatted(self) -> FormattedReferences:
        """The references in the citation styles."""
        return self.site.references

    @cached_property
    def sources(self) -> Mapping[str, Reference]:
        """The sources that can be cited, with the fields that they take from others, by key."""
        references = resolve(self.site.study.references)[0]
        return {key: references[key] for key in self.site.items}

    def item(self, key: str) -> Item:
        """Return a source as CSL-JSON."""
        return self.site.items[key]

    def files_of(self, key: str) -> list[DataFile]:
        """Return the data files of a source."""
        return self._files[key]

    @cached_property
    def _files(self) -> Mapping[str, list[DataFile]]:
        items, folder = self.site.items, Kind.SOURCE.pages
        return {
            key: files_of_source(source, items[key], folder) for key, source in self.sources.items()
        }

    def files(self) -> Iterator[DataFile]:
        """Yield the data files of this site: of each source, and once of the whole bibliography."""
        for key in self.sources:
            yield from self.files_of(key)
        if self.site.language == self.site.study.settings.original:
            yield from self.whole()

    def whole(self) -> Iterator[DataFile]:
        """Yield the files of the whole bibliography, which stand in the first language's site."""
        yield from files_of_bibliography(self.sources.values(), self.site.items)
