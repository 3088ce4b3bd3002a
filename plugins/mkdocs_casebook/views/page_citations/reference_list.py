"""The list of what a page cites, its notes, and where its citations lead."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from markupsafe import escape

from mkdocs_casebook.csl import Rendered
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.addresses import page_of, relative
from mkdocs_casebook.views.references.presentation import Presentation
from mkdocs_casebook.views.site import Site


class ReferenceList:
    """The list of references of a page.

    Args:
        site: The site.
        page: The page, as a path inside the folder of its language.
        keys: The keys of the sources in the list; none on a page without one.
    """

    def __init__(self, site: Site, page: str, keys: Iterable[str]) -> None:
        self._site, self._start = site, site.path(page)
        self._settings = site.study.settings.citations
        listed = site.citations.has_bibliography
        self._keys = [*dict.fromkeys(key for key in keys if key in site.items)] if listed else []

    def href(self, key: str) -> str:
        """Return where a citation leads; nowhere where there is neither a page nor an entry."""
        if self._settings.source_pages:
            return relative(self._site.path(page_of(Target(Kind.SOURCE, key))), self._start)
        return f"#{quote(self._anchor(key), safe=':/')}" if key in self._keys else ""

    def html(self, rendered: Rendered) -> str:
        """Return the list.

        Args:
            rendered: What the style made of the page; the list of a style of numbers.
        """
        references = self._site.references
        if not self._keys or not self._site.citations.is_numeric:
            return self._list(references.ordered(self._keys))
        items, locale = self._site.items, self._site.citation_locale
        entries = dict(zip(rendered.keys, rendered.bibliography, strict=True))
        return self._listed(
            (key, str(Presentation.of(items[key]).present(entry, locale)))
            for key, entry in entries.items()
        )

    def full_html(self) -> str:
        """Return the whole bibliography; ids stand on one list of a page alone."""
        keys = self._site.references.ordered(self._site.bibliography)
        return self._list(keys, ids=not self._keys)

    def notes_html(self, notes: Sequence[str]) -> str:
        """Return the notes of a page, above the list of a style that has both.

        Args:
            notes: The notes in order, as HTML.
        """
        words = self._site.words
        items = (
            f'<li id="cite-{number}">{note} '
            f'<a href="#cite-mark-{number}" aria-label="{escape(words("cite.back"))}">↩</a></li>'
            for number, note in enumerate(notes, 1)
        )
        if not notes:
            return ""
        below = f"<h3>{escape(words('cite.references'))}</h3>" if self._keys else ""
        return f'<ol class="cb-notes">{"".join(items)}</ol>{below}'

    def _list(self, keys: Iterable[str], *, ids: bool = True) -> str:
        references = self._site.references
        return self._listed(((key, str(references.default(key))) for key in keys), ids=ids)

    def _listed(self, entries: Iterable[tuple[str, str]], *, ids: bool = True) -> str:
        items = [
            (f'<li id="{escape(self._anchor(key))}">' if ids else "<li>")
            + f"{entry}{self._link_about(key)}</li>"
            for key, entry in entries
        ]
        return f'<ul class="cb-cited">{"".join(items)}</ul>' if items else ""

    def _link_about(self, key: str) -> str:
        """Return the link from an entry to the page of its source, if it has one."""
        if not self._settings.source_pages:
            return ""
        name = escape(self._site.words("cite.about"))
        return f' <a class="cb-about" href="{escape(self.href(key))}">{name}</a>'

    def _anchor(self, key: str) -> str:
        return f"fn:{self._settings.footnote_format.replace('{key}', key)}"
