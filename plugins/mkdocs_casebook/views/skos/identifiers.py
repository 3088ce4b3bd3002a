"""The identifiers of a vocabulary: the permanent addresses of the site's own pages."""

import re
from urllib.parse import quote

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.url import doi_address, scheme
from mkdocs_casebook.views.addresses import page_of, page_of_version
from mkdocs_casebook.views.site import Site

# https://www.w3.org/TR/turtle/#grammar-production-IRIREF
_FORBIDDEN = re.compile(r'[\x00-\x20\x7f<>"{}|^`\\\ud800-\udfff]')


class Identifiers:
    """The identifiers of a vocabulary.

    Where the address of the site is not known they are paths from the root of its host, which
    readers resolve against the address from which they take the file.

    Args:
        site: The site of the first language.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    def scheme(self) -> str:
        """Return the identifier of the whole vocabulary: the list of definitions."""
        return self._page(f"{Kind.DEFINITION.pages}/index.md")

    def concept(self, id: str) -> str:
        """Return the identifier of a term, its page."""
        return self._page(page_of(Target(Kind.DEFINITION, id)))

    def version(self, id: str, number: int) -> str:
        """Return the identifier of a version, its permanent page."""
        return self._page(page_of_version(id, number))

    def candidate(self, id: str, part: str) -> str:
        """Return the identifier of a candidate, its place on the page of the term."""
        return f"{self.concept(id)}#{part}"

    def source(self, key: str) -> str:
        """Return the identifier of a source: its page, or else its DOI or address, or nothing."""
        site = self._site
        if key not in site.items:
            return ""
        if site.study.settings.citations.source_pages:
            return self._page(page_of(Target(Kind.SOURCE, key)))
        item = site.items[key]
        url = str(item.get("URL", ""))
        address = doi_address(str(item.get("DOI", ""))) or url
        return iri(address) if scheme(address) in {"http", "https"} else ""

    def _page(self, page: str) -> str:
        return iri(self._site.permanent_url(page))


def iri(address: str) -> str:
    """Return an address with what no identifier may hold as percent codes."""
    return _FORBIDDEN.sub(lambda match: quote(match[0], safe="", errors="replace"), address)
