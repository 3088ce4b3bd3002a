"""How sources are cited in the text: one style and one disambiguation for a whole site."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mkdocs_casebook.csl import Processor, Rendered, Style
from mkdocs_casebook.csl.markup import parse_markup
from mkdocs_casebook.csl.rich_text import plain
from mkdocs_casebook.model.text import clipped

LINK = "source:"
"""What the links of citations start with until the page is known that they stand on."""

_LINKED = re.compile(rf'<a href="{LINK}[^"]*">(?P<inside>.*?)</a>', re.DOTALL)
_LONG_NAME = 25
_LONGEST_NAME = 60
_NO_LETTER = "[no author]"

CiteItems = Sequence[Mapping[str, Any]]
"""The cite items of a citation, as CSL-JSON has them."""


@dataclass(frozen=True, slots=True)
class Label:
    """Author and year of a source, unlike those of any other source.

    Attributes:
        author: Family names, or the name of a body, as a citation has them.
        year: Year with the letter that keeps it apart, or what stands for an unknown year.
    """

    author: str
    year: str

    def __str__(self) -> str:
        if not self.year:
            return self.author
        # A long name may part from its year at the end of a line.
        space = "\u00a0" if len(self.author) < _LONG_NAME else " "
        return f"{self.author}{space}{self.year}"


class Citations:
    """The citations of a site.

    Args:
        items: All the sources of the site, as CSL-JSON, by key: they are told apart whether a
            page cites them or not, so that a source is cited alike on every page.
        style: The style of citations.
        label_style: A style of author and year, for labels where the other is of numbers or notes.
        no_author: What stands for an unknown author.
    """

    def __init__(
        self,
        items: Mapping[str, Mapping[str, Any]],
        style: Style,
        label_style: Style | None = None,
        no_author: str = _NO_LETTER,
    ) -> None:
        self._items, self._style, self._label_style = items, style, label_style
        self._no_author = no_author

    @property
    def in_notes(self) -> bool:
        """Whether citations stand in notes."""
        return self._style.note

    @property
    def has_bibliography(self) -> bool:
        """Whether the style lists the sources that are cited."""
        return self._style.bibliography is not None

    @property
    def is_numeric(self) -> bool:
        """Whether the style numbers the sources of a page."""
        return self._style.numeric

    def document(
        self, clusters: Sequence[CiteItems], uncited: Iterable[str] = (), *, in_notes: bool = False
    ) -> Rendered:
        """Render the citations of a page as HTML, with its list where that has numbers.

        Args:
            clusters: The citations in the order of the page.
            uncited: Keys of sources that the list holds beside those.
            in_notes: The page has a place for notes; without one, a style of notes gives way to
                that of labels.

        Returns:
            The citations, in which each cite is a link to ``source:`` and its key; and the list.
        """
        if self.in_notes and not in_notes:
            return self._label_processor.document(clusters, bibliography=False)
        numbered = self._numbered(clusters) if in_notes else clusters
        return self._processor.document(numbered, uncited=uncited, bibliography=self.is_numeric)

    def text(self, cluster: CiteItems) -> str:
        """Render one citation as plain text, whatever stands before it on its page."""
        alone = self._style.note or self._style.numeric
        processor = self._label_processor if alone else self._processor
        return processor.document([cluster], output="text", bibliography=False).citations[0]

    def entries(self) -> dict[str, str]:
        """Return the entry of each source in the bibliography, as HTML, in the style's order.

        A style of notes that keeps a source out of bibliographies cites it in full instead.
        """
        processor = self._processor
        found = processor.document((), uncited=self._items)
        entries = dict(zip(found.keys, found.bibliography, strict=True))
        missing = [key for key in self._items if key not in entries]
        if missing and self.in_notes:
            notes = processor.document(self._numbered([[{"id": key}] for key in missing]))
            whole = (_LINKED.sub(r"\g<inside>", note) for note in notes.citations)
            entries |= dict(zip(missing, whole, strict=True))
        return entries

    @cached_property
    def labels(self) -> Mapping[str, Label]:
        """Author and year of each source."""
        found: dict[str, Label] = {}
        taken: set[Label] = set()
        for key, item in self._items.items():
            author, year = self._label_processor.author_and_year(key)
            label = Label(clipped(author, _LONGEST_NAME), year)
            if not author or label in taken:
                # Laws of one body and year are told apart by their titles.
                title = plain(parse_markup(str(item.get("title-short") or item.get("title", ""))))
                label = Label(clipped(title or author, _LONGEST_NAME) or self._no_author, year)
            taken.add(label)
            found[key] = label
        return found

    def _numbered(self, clusters: Sequence[CiteItems]) -> list[dict[str, object]]:
        return [{"items": items, "note": number} for number, items in enumerate(clusters, 1)]

    @cached_property
    def _processor(self) -> Processor:
        return self._settled(self._style)

    @cached_property
    def _label_processor(self) -> Processor:
        return self._settled(self._label_style) if self._label_style else self._processor

    def _settled(self, style: Style) -> Processor:
        processor = Processor(
            style, self._items.values(), titles_for_empty=True, link=lambda key: f"{LINK}{key}"
        )
        processor.settle(self._items)
        return processor
