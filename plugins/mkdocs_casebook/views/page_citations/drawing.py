"""Drawing the citations of a whole page."""

import html
import re
from collections.abc import Iterator

from markupsafe import escape

from mkdocs_casebook.views.citing import LINK, CiteItems
from mkdocs_casebook.views.page_citations.elements import (
    CITATION,
    FULL_REFERENCES_PLACE,
    REFERENCES_PLACE,
    TakenCitation,
    fill,
    more_keys,
    take,
)
from mkdocs_casebook.views.page_citations.reference_list import ReferenceList
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.typography import with_spaces

_CITE = re.compile(rf'<a href="{LINK}(?P<key>[^"]*)">(?P<inside>.*?)</a>', re.DOTALL)
_LINKED = re.compile(
    r'<span class="cb-hc"><a [^<>]*>(?P<inside>.*?)</a><span role="tooltip".*?</span></span>',
    re.DOTALL,
)
_CARD = re.compile(
    r'<span class="cb-hc">(?P<start><a [^<>]*?) aria-describedby="[^"]*"(?P<rest>>.*?</a>)'
    r'<span role="tooltip".*?</span></span>',
    re.DOTALL,
)
_LABEL = re.compile(
    r'<a class="cb-cite-link" data-key="(?P<key>[^"]*)" href="[^"]*">(?P<inside>.*?)</a>', re.DOTALL
)
_TAG = re.compile(r"<[^<>]*>")
_SPACE_BEFORE_MARK = re.compile(r'\s+(?=<span class="cb-cite-cluster"><sup)')
# French puts the mark before the sign, as it comes.
_SIGN_BEHIND_MARK = re.compile(
    r'(?P<mark><span class="cb-cite-cluster"><sup [^<>]*><a [^<>]*>\d+</a></sup></span>)'
    r"(?P<sign>[.,;:!?]+)"
)
_FIRST_LETTER = re.compile(r"(?<![^>])[^\W\d_](?![^<]*>)")


def finish(text: str, site: Site, page: str) -> str:
    """Draw the citations of a page, and its list of references.

    Args:
        text: The HTML of the page.
        site: The site.
        page: Its path inside the folder of its language.

    Returns:
        The HTML, with a card for each citation.
    """
    left, citations = take(text)
    place = REFERENCES_PLACE.search(left)
    if not (citations or place or _LABEL.search(left) or FULL_REFERENCES_PLACE.search(left)):
        return text
    return _Page(site, page, citations, more_keys(place) if place else None).drawn(left)


def finish_part(text: str, site: Site, page: str) -> str:
    """Draw the citations of a piece of HTML that may stand on a page with others of its kind.

    Numbers would count from the start of each piece, and so would the ids of cards: citations are
    links without cards, or plain words where the style numbers them.

    Args:
        text: The HTML.
        site: The site.
        page: The page, as a path inside the folder of its language.
    """
    if site.citations.is_numeric:
        text = in_words(text, site)
    return _CARD.sub(r"\g<start>\g<rest>", finish(text, site, page))


def in_words(text: str, site: Site) -> str:
    """Draw the citations of a piece of HTML in plain words, where they cannot be links.

    Args:
        text: The HTML.
        site: The site.
    """
    if CITATION not in text:
        return text
    left, citations = take(text)
    tokens: dict[int, str] = {}
    for citation in citations:
        tokens |= {token: _TAG.sub("", affix) for token, affix in citation.affixes.items()}
        known = [cite for cite in citation.cites if cite["id"] in site.items]
        words = [str(escape(site.citations.text(known)))] if known else _missing(site, citation)
        if known and citation.in_text:
            words.insert(0, str(escape(site.labels[known[0]["id"]].author)))
        tokens[citation.place] = " ".join(word for word in words if word)
    return fill(left, tokens)


class _Page:
    """A page whose citations are drawn.

    Args:
        site: The site.
        page: Its path inside the folder of its language.
        citations: Its citations.
        more: Keys that its list of references holds beside those; None where it has no list.
    """

    def __init__(
        self, site: Site, page: str, citations: list[TakenCitation], more: list[str] | None
    ) -> None:
        self._site, self._citations, self._more = site, citations, more or []
        self._in_notes = site.citations.in_notes and more is not None
        self._cards = 0
        self._cited = [
            _with_authors(cites) if self._in_notes and each.in_text else cites
            for each in citations
            if (cites := self._known(each))
        ]
        cited = [cite["id"] for cites in self._cited for cite in cites]
        self._list = ReferenceList(site, page, [] if more is None else [*cited, *more])

    def drawn(self, text: str) -> str:
        """Return the page with all that stood for citations and lists."""
        rendered = self._site.citations.document(self._cited, self._more, in_notes=self._in_notes)
        language = self._site.language
        citations = [self._linked(with_spaces(each, language)) for each in rendered.citations]
        tokens = self._tokens(citations)
        text = fill(text, tokens)
        notes = ""
        if self._in_notes:
            notes = fill(self._list.notes_html(citations), tokens)
            text = _SPACE_BEFORE_MARK.sub("", text)
            if language != "fr":
                text = _SIGN_BEHIND_MARK.sub(r"\g<sign>\g<mark>", text)
        references = notes + self._list.html(rendered)
        text = REFERENCES_PLACE.sub(lambda match: references, text)
        text = FULL_REFERENCES_PLACE.sub(lambda match: self._list.full_html(), text)
        return _LABEL.sub(
            lambda match: self._link(html.unescape(match["key"]), match["inside"]), text
        )

    def _tokens(self, drawn: list[str]) -> dict[int, str]:
        """Return what stands for each token: citations, or the marks of notes, and affixes."""
        numbers = range(1, len(drawn) + 1)
        marks = iter([_note_mark(number) for number in numbers] if self._in_notes else drawn)
        tokens: dict[int, str] = {}
        for citation in self._citations:
            tokens |= citation.affixes
            first = citation.first_affix
            if self._in_notes and first is not None:
                tokens[first] = _FIRST_LETTER.sub(lambda at: at[0].upper(), tokens[first], count=1)
            tokens[citation.place] = self._mark(citation, marks)
        return tokens

    def _known(self, citation: TakenCitation) -> CiteItems:
        return [cite for cite in citation.cites if cite["id"] in self._site.items]

    def _mark(self, citation: TakenCitation, marks: Iterator[str]) -> str:
        """Return what stands in the text for a citation."""
        pieces = _missing(self._site, citation)
        known = self._known(citation)
        if known:
            mark, key = next(marks), known[0]["id"]
            author = self._site.labels[key].author if citation.in_text else ""
            if author:
                # One link is enough for the author in the sentence and the year behind.
                rest = mark if self._in_notes else " " + _LINKED.sub(r"\g<inside>", mark)
                mark = self._link(key, str(escape(author))) + rest
            pieces.insert(0, mark)
        return f'<span class="cb-cite-cluster">{" ".join(pieces)}</span>' if pieces else ""

    def _linked(self, text: str) -> str:
        return _CITE.sub(
            lambda match: self._link(html.unescape(match["key"]), match["inside"]), text
        )

    def _link(self, key: str, text: str) -> str:
        """Return a link to a source, with its card."""
        href = self._list.href(key)
        if not href:
            return text
        self._cards += 1
        id = f"cb-card-{self._cards}"
        return (
            f'<span class="cb-hc"><a class="cb-cite-link" href="{escape(href)}"'
            f' aria-describedby="{id}">{text}</a><span role="tooltip" id="{id}"'
            f" data-search-exclude>{self._site.cards.card(key)}</span></span>"
        )


def _missing(site: Site, citation: TakenCitation) -> list[str]:
    """Return what stands for the sources of a citation that there are not."""
    return [
        str(escape(site.words("cite.missing", key=cite["id"])))
        for cite in citation.cites
        if cite["id"] not in site.items
    ]


def _with_authors(cites: CiteItems) -> CiteItems:
    """Return the cites of a note, which names the author whatever the sentence says."""
    return [
        {name: value for name, value in cite.items() if name != "suppress-author"} for cite in cites
    ]


def _note_mark(number: int) -> str:
    return (
        f'<sup class="cb-note-mark" id="cite-mark-{number}">'
        f'<a href="#cite-{number}">{number}</a></sup>'
    )
