"""An entry of a bibliography as it may stand in a page: one line of text, links, languages.

The processor has escaped all text of the source; what is added here is escaped here.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from urllib.parse import unquote

from markupsafe import Markup

from mkdocs_casebook.model.url import doi_address, is_safe, scheme
from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.exports.item_values import text
from mkdocs_casebook.views.typography import with_spaces

_BLOCK = re.compile(r"</?div\b[^<>]*>")
# The site runs under a content policy that knows no style attributes.
_STYLED = re.compile(r'<span style="(?:([a-z-]+):)?([a-z-]+);?">')
_IN_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_SPACES = re.compile(r"[ \t\n]+")
_TAG = re.compile(r"(<[^<>]*>)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_WORD = re.compile(r"[^\W_]+|[\W_]")
_QUOTE = "\"'“”„‘’‚«»‹›"
_ANY_QUOTE = r"""[\u00a0\u202f ]?(?:["'“”„‘’‚«»‹›]|&quot;)?[\u00a0\u202f ]?"""
_ANY_SPACE = r"[\s\u00a0\u202f]+"
# What a style leaves behind where a source lacks a field: ". ." and ". ,".
_LEFT_BEHIND = re.compile(r"(?<=[.?!]) \.(?= |\Z)|\. (?=,)")
# French parts no sign of punctuation from its word at the end of a line.
_FRENCH_SPACE = re.compile(r" (?=[:;!?»])|(?<=«) ")
_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/\Z")
_GOES_ON = "\u2060"

Finder = Callable[[str], tuple[int, int] | None]
"""Finds a place in a text: its start and its end."""


@dataclass(frozen=True, slots=True)
class Presentation:
    """How the references to one source may stand in a page, in whatever style.

    Attributes:
        language: The language of its titles, as a BCP 47 tag; empty where it is not known.
        titles: Its title and that of what it is part of, where the language is known.
        addresses: Its DOI and its address as they are written, with where each leads.
    """

    language: str
    titles: tuple[str, ...]
    addresses: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, item: Item) -> "Presentation":
        """Return how the references to a source may stand in a page.

        Args:
            item: The source.
        """
        tag = text(item, "language")
        language = tag if _LANGUAGE.fullmatch(tag) else ""
        titles = (text(item, name) for name in ("title", "container-title")) if language else ()
        return cls(
            language,
            # What stands in brackets is said of a source that was not seen, not by it.
            tuple(title for title in titles if title and not _IN_BRACKETS.fullmatch(title)),
            tuple(_addresses(item)),
        )

    def present(self, entry: str, locale: str) -> Markup:
        """Return an entry with its addresses as links, and titles with their language.

        Args:
            entry: An entry of the bibliography, as the processor writes HTML.
            locale: The locale in which it is written.
        """
        line = _SPACES.sub(" ", _STYLED.sub(_class, _BLOCK.sub(" ", entry))).strip()
        line = _LEFT_BEHIND.sub("", line)
        pieces = _Pieces(line)
        language = locale.partition("-")[0].lower()
        own = self.language.partition("-")[0].lower()
        if own == "fr":
            for title in self.titles:
                pieces.change(partial(_finds_title(title).sub, _unparted))
        if own and own != language:
            opening = Markup('<span lang="{}">').format(self.language)
            for title in self.titles:
                pieces.wrap(_title_finders(title), opening, "</span>")
        for written, href in self.addresses:
            opening = Markup('<a href="{}" rel="noopener">').format(href)
            pieces.wrap((partial(_find_address, written),), opening, "</a>")
        pieces.change(lambda text: with_spaces(text, language))
        # The processor escaped the text, and the pieces between are markup of ours.
        return Markup(pieces.joined())  # noqa: S704


class _Pieces:
    """HTML as tags and texts, of which a part may be put between tags once."""

    def __init__(self, line: str) -> None:
        self._pieces = [(piece, not piece.startswith("<")) for piece in _TAG.split(line)]

    def joined(self) -> str:
        return "".join(piece for piece, _ in self._pieces)

    def wrap(self, finders: Iterable[Finder], opening: str, closing: str) -> None:
        """Put the first place that is found between tags."""
        for find in finders:
            for number, (piece, is_free) in enumerate(self._pieces):
                found = find(piece) if is_free else None
                if found is None:
                    continue
                start, end = found
                self._pieces[number : number + 1] = [
                    (piece[:start], True),
                    (f"{opening}{piece[start:end]}{closing}", False),
                    (piece[end:], True),
                ]
                return

    def change(self, changed: Callable[[str], str]) -> None:
        """Change the text that stands between no tags of ours."""
        # A piece ends where a tag begins, which is not the end of a word.
        self._pieces = [
            (changed(f"{piece}{_GOES_ON}").removesuffix(_GOES_ON) if is_free else piece, is_free)
            for piece, is_free in self._pieces
        ]


def _unparted(found: re.Match[str]) -> str:
    return _FRENCH_SPACE.sub("\u00a0", found[0])


def _class(styled: re.Match[str]) -> str:
    name, value = styled.groups()
    return f'<span class="csl-{value}">' if name != "text-decoration" else '<span class="csl-line">'


def _title_finders(title: str) -> Iterator[Finder]:
    """Yield what finds a title: as it is in whatever case, then with whatever quotation marks."""
    yield partial(_find_text, _escaped(title).lower())

    def find(piece: str) -> tuple[int, int] | None:
        match = _finds_title(title).search(piece)
        return match.span() if match else None

    yield find


def _find_text(lowered: str, piece: str) -> tuple[int, int] | None:
    low = piece.lower()
    # Few letters change their length with their case, and then the places would not fit.
    start = low.find(lowered) if len(low) == len(piece) else -1
    return (start, start + len(lowered)) if start >= 0 else None


def _find_address(written: str, piece: str) -> tuple[int, int] | None:
    start = piece.find(written)
    if start < 0:
        return None
    before = _RESOLVER.search(piece[:start])
    return (before.start() if before else start), start + len(written)


@lru_cache(maxsize=4096)
def _finds_title(title: str) -> re.Pattern[str]:
    """Return what finds a title, in whatever case and with whatever quotation marks."""
    parts = []
    for word in _WORD.findall(title):
        if word in _QUOTE:
            parts.append(_ANY_QUOTE)
        elif word.isspace():
            parts.append(_ANY_SPACE)
        else:
            parts.append(re.escape(_escaped(word)))
    return re.compile(r"(?!\s)" + "".join(parts) + r"(?<!\s)", re.IGNORECASE)


def _escaped(written: str) -> str:
    """Return a text as the processor escapes it."""
    return written.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")


def _addresses(item: Item) -> Iterator[tuple[str, str]]:
    doi, url = text(item, "DOI"), text(item, "URL")
    href = doi_address(unquote(doi)) if doi else None
    if href:
        yield _escaped(doi), href
    if url and is_safe(url) and scheme(url):
        yield _escaped(url), str(url)
