"""The citations of a finished page, and the list of what it cites.

A citation is drawn in two steps. Where it stands, the Markdown extension leaves an element that
holds its cites and what the author wrote around them. When the page is whole, the style renders all
its citations at once: numbers, notes and positions such as "ibid." depend on what stands before.
"""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import escape

from mkdocs_casebook.csl import Rendered
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.reading.citations import Cluster
from mkdocs_casebook.reading.locators import parse_locator
from mkdocs_casebook.views.addresses import page_of, relative
from mkdocs_casebook.views.citing import LINK, CiteItems
from mkdocs_casebook.views.references.presentation import Presentation
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.typography import with_spaces

CITATION, AFFIX = "cb-citation", "cb-affix"
"""The elements of a citation, and of what its author wrote before or behind a cite."""

REFERENCES, FULL_REFERENCES = "cb-references", "cb-full-references"
"""The elements that stand where the list of references comes, or the whole bibliography."""

# The innermost: a citation may stand in what is written behind another.
_CITATION = re.compile(
    rf'<{CITATION} data-cites="(?P<cites>[^"]*)">(?P<affixes>(?:(?!<{CITATION} ).)*?)</{CITATION}>',
    re.DOTALL,
)
_AFFIX = re.compile(rf"<{AFFIX}>(?P<inside>.*?)</{AFFIX}>", re.DOTALL)
_LIST = re.compile(rf'<{REFERENCES} data-more="(?P<more>[^"]*)"></{REFERENCES}>')
_FULL_LIST = re.compile(rf"<{FULL_REFERENCES}></{FULL_REFERENCES}>")
_CITE = re.compile(rf'<a href="{LINK}(?P<key>[^"]*)">(?P<inside>.*?)</a>', re.DOTALL)
_LINKED = re.compile(
    r'<span class="cb-hc"><a [^<>]*>(?P<inside>.*?)</a><span role="tooltip".*?</span></span>',
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
_JOINT = re.compile(r"[,;:.)]?\s*")
# What stands for an affix while the style puts its own text around it, and for a citation until it
# is drawn: signs for private use, which no page holds.
_FIRST_TOKEN = 0xF0000
_DEEPEST = 5
_TOKEN = re.compile("[\U000f0000-\U0010fffd]")


def cites_of(cluster: Cluster, plain: Callable[[str], str] = str) -> tuple[str, list[str]]:
    """Return what the element of a citation holds.

    Args:
        cluster: The citation, as it was parsed.
        plain: Gives the plain text of a piece of Markdown that is being rendered.

    Returns:
        The value of its attribute ``data-cites``, and the Markdown of its affixes in order.
    """
    affixes: list[str] = []
    cites: list[dict[str, Any]] = []
    for item in cluster.items:
        locator = parse_locator(item.suffix)
        cite: dict[str, Any] = {"id": plain(item.key)}
        if locator.value:
            cite |= {"locator": plain(locator.value), "label": locator.label}
        if item.suppress_author or cluster.in_text:
            cite["suppress-author"] = True
        if item.prefix:
            affixes.append(item.prefix)
            cite["prefix"] = " "
        joint = _JOINT.match(locator.suffix)
        if locator.suffix and joint is not None:
            affixes.append(locator.suffix[joint.end() :])
            cite["suffix"] = joint[0] or (" " if locator.value else ", ")
        cites.append(cite)
    return json.dumps({"cites": cites, "in_text": cluster.in_text}, ensure_ascii=False), affixes


def finish(text: str, site: Site, page: str) -> str:
    """Draw the citations of a page, and its list of references.

    Args:
        text: The HTML of the page.
        site: The site.
        page: Its path inside the folder of its language.

    Returns:
        The HTML, with a card for each citation.
    """
    return _Page(site, page).finish(text)


def in_words(text: str, site: Site) -> str:
    """Draw the citations of a piece of HTML in plain words, where they cannot be links.

    Args:
        text: The HTML.
        site: The site.
    """

    def drawn(match: re.Match[str]) -> str:
        citation = _read(match)
        tokens = {token: _TAG.sub("", affix) for token, affix in citation.affixes.items()}
        known = [cite for cite in citation.cites if cite["id"] in site.items]
        if not known:
            return "".join(_missing(site, str(cite["id"])) for cite in citation.cites)
        words = str(escape(site.citations.text(known))).translate(tokens)
        author = site.labels[str(known[0]["id"])].author
        return f"{escape(author)} {words}" if citation.in_text and author else words

    while CITATION in text and (found := _CITATION.sub(drawn, text)) != text:
        text = found
    return text


@dataclass(frozen=True, slots=True)
class _Citation:
    cites: CiteItems
    in_text: bool
    affixes: dict[int, str]


def _read(match: re.Match[str], first: int = _FIRST_TOKEN) -> _Citation:
    """Read the element of a citation; its affixes get tokens from the given one on."""
    try:
        data = json.loads(html.unescape(match["cites"]))
        cites = [{**cite, "id": str(cite["id"])} for cite in data["cites"]]
        in_text = bool(data["in_text"])
    except (ValueError, TypeError, KeyError):
        # An author wrote such an element by hand.
        return _Citation([], False, {})
    written = [affix["inside"].strip() for affix in _AFFIX.finditer(match["affixes"])]
    affixes: dict[int, str] = {}
    for cite in cites:
        for name in ("prefix", "suffix"):
            if name in cite:
                token = first + len(affixes)
                affix = written[len(affixes)] if len(affixes) < len(written) else ""
                space = "" if name == "suffix" or affix.endswith(("’", "'", "(")) else " "
                cite[name] = chr(token) + space if name == "prefix" else cite[name] + chr(token)
                affixes[token] = affix
    return _Citation(cites, in_text, affixes)


def _missing(site: Site, key: str) -> str:
    return str(escape(site.words("cite.missing", key=key)))


class _Page:
    """A page whose citations are drawn."""

    def __init__(self, site: Site, page: str) -> None:
        self._site, self._start = site, site.path(page)
        self._settings = site.study.settings.citations
        self._cards = 0
        self._listed: frozenset[str] = frozenset()

    def finish(self, text: str) -> str:
        citations: list[_Citation] = []
        places: list[int] = []
        tokens: dict[int, str] = {}

        def taken(match: re.Match[str]) -> str:
            place = _FIRST_TOKEN + len(tokens)
            citations.append(_read(match, place + 1))
            places.append(place)
            tokens.update({place: "", **citations[-1].affixes})
            return chr(place)

        if CITATION in text:
            text = _TOKEN.sub("", text)
        while CITATION in text and (left := _CITATION.sub(taken, text)) != text:
            text = left
        listed = _LIST.search(text)
        if not (citations or listed or _LABEL.search(text) or _FULL_LIST.search(text)):
            return text
        keys = _keys(listed["more"]) if listed else []
        style = self._site.citations
        in_notes = style.in_notes and listed is not None
        cited = [
            _with_authors(cites) if in_notes and each.in_text else cites
            for each in citations
            if (cites := self._known(each))
        ]
        if listed and style.has_bibliography:
            self._listed = frozenset((*keys, *(cite["id"] for cites in cited for cite in cites)))
        rendered = style.document(cited, keys, in_notes=in_notes)
        language = self._site.language
        drawn = [self._linked(with_spaces(each, language)) for each in rendered.citations]
        marks = iter(
            [_note_mark(number) for number, _ in enumerate(drawn, 1)] if in_notes else drawn
        )
        for place, citation in zip(places, citations, strict=True):
            tokens[place] = self._mark(citation, marks, in_notes=in_notes)
        if in_notes:
            tokens |= {first: _capitalised(tokens[first]) for first in _first_tokens(citations)}
        text = _filled(text, tokens)
        if in_notes:
            text = _SPACE_BEFORE_MARK.sub("", text)
            if language != "fr":
                text = _SIGN_BEHIND_MARK.sub(r"\g<sign>\g<mark>", text)
        entries = self._entries(cited, keys, rendered) if listed else []
        notes = self._notes(drawn) if in_notes else ""
        lists = _filled(notes, tokens) + self._list(entries)
        text = _LIST.sub(lambda match: lists, text)
        text = _FULL_LIST.sub(lambda match: self._full_list(ids=not entries), text)
        return _LABEL.sub(
            lambda match: self._link(html.unescape(match["key"]), match["inside"]), text
        )

    def _known(self, citation: _Citation) -> CiteItems:
        return [cite for cite in citation.cites if cite["id"] in self._site.items]

    def _mark(self, citation: _Citation, marks: Iterator[str], *, in_notes: bool) -> str:
        """Return what stands in the text for a citation."""
        known = self._known(citation)
        missing = [
            str(escape(self._site.words("cite.missing", key=cite["id"])))
            for cite in citation.cites
            if cite not in known
        ]
        pieces = missing
        if known:
            mark, key = next(marks), known[0]["id"]
            author = self._site.labels[key].author if citation.in_text else ""
            space = "" if in_notes else " "
            if author:
                # One link is enough for the author in the sentence and the year behind.
                rest = mark if in_notes else _LINKED.sub(lambda link: link["inside"], mark)
                mark = f"{self._link(key, str(escape(author)))}{space}{rest}"
            pieces = [mark, *missing]
        return f'<span class="cb-cite-cluster">{" ".join(pieces)}</span>' if pieces else ""

    def _linked(self, text: str) -> str:
        return _CITE.sub(
            lambda match: self._link(html.unescape(match["key"]), match["inside"]), text
        )

    def _link(self, key: str, text: str) -> str:
        """Return a link to a source, with its card."""
        href = self._href(key)
        if not href:
            return text
        self._cards += 1
        id = f"cb-card-{self._cards}"
        return (
            f'<span class="cb-hc"><a class="cb-cite-link" href="{escape(href)}"'
            f' aria-describedby="{id}">{text}</a><span role="tooltip" id="{id}"'
            f" data-search-exclude>{self._site.cards.card(key)}</span></span>"
        )

    def _entries(
        self, cited: Sequence[CiteItems], more: Sequence[str], rendered: Rendered
    ) -> list[tuple[str, str]]:
        """Return key and text of each entry of the list of references."""
        references = self._site.references
        if self._site.citations.is_numeric:
            items, locale = self._site.items, self._site.citation_locale
            return [
                (key, str(Presentation.of(items[key]).present(entry, locale)))
                for key, entry in zip(rendered.keys, rendered.bibliography, strict=True)
            ]
        keys = dict.fromkeys(cite["id"] for cites in cited for cite in cites)
        keys |= dict.fromkeys(key for key in more if key in self._site.items)
        return [(key, str(references.default(key))) for key in references.ordered(keys)]

    def _full_list(self, *, ids: bool) -> str:
        references = self._site.references
        keys = references.ordered(self._site.bibliography)
        return self._list([(key, str(references.default(key))) for key in keys], ids=ids)

    def _list(self, entries: Sequence[tuple[str, str]], *, ids: bool = True) -> str:
        if not entries or not self._site.citations.has_bibliography:
            return ""
        items = (
            (f'<li id="{escape(self._anchor(key))}">' if ids else "<li>")
            + f"{entry}{self._link_about(key)}</li>"
            for key, entry in entries
        )
        return f'<ul class="cb-cited">{"".join(items)}</ul>'

    def _notes(self, notes: Sequence[str]) -> str:
        back = escape(self._site.words("cite.back"))
        items = (
            f'<li id="cite-{number}">{note} '
            f'<a href="#cite-mark-{number}" aria-label="{back}">↩</a></li>'
            for number, note in enumerate(notes, 1)
        )
        if not notes:
            return ""
        heading = escape(self._site.words("cite.references"))
        below = f"<h3>{heading}</h3>" if self._site.citations.has_bibliography else ""
        return f'<ol class="cb-notes">{"".join(items)}</ol>{below}'

    def _link_about(self, key: str) -> str:
        """Return the link from an entry of a list to the page of its source, if it has one."""
        if not self._settings.source_pages:
            return ""
        name = escape(self._site.words("cite.about"))
        return f' <a class="cb-about" href="{escape(self._href(key))}">{name}</a>'

    def _anchor(self, key: str) -> str:
        return f"fn:{self._settings.footnote_format.replace('{key}', key)}"

    def _href(self, key: str) -> str:
        """Return where a citation leads; nowhere where there is neither a page nor an entry."""
        if self._settings.source_pages:
            return relative(self._site.path(page_of(Target(Kind.SOURCE, key))), self._start)
        return f"#{quote(self._anchor(key), safe=':/')}" if key in self._listed else ""


def _with_authors(cites: CiteItems) -> CiteItems:
    """Return the cites of a note, which names the author whatever the sentence says."""
    return [
        {name: value for name, value in cite.items() if name != "suppress-author"} for cite in cites
    ]


def _filled(text: str, tokens: Mapping[int, str]) -> str:
    """Put in what tokens stand for, which may hold tokens itself."""
    for _ in range(_DEEPEST):
        filled = _TOKEN.sub(lambda match: tokens.get(ord(match[0]), ""), text)
        if filled == text:
            break
        text = filled
    return text


def _first_tokens(citations: Sequence[_Citation]) -> Iterator[int]:
    """Yield the tokens with which notes begin."""
    for citation in citations:
        if citation.cites and "prefix" in citation.cites[0]:
            yield next(iter(citation.affixes))


def _capitalised(text: str) -> str:
    return _FIRST_LETTER.sub(lambda match: match[0].upper(), text, count=1)


def _keys(written: str) -> list[str]:
    try:
        return [str(key) for key in json.loads(html.unescape(written))]
    except (ValueError, TypeError):
        return []


def _note_mark(number: int) -> str:
    return (
        f'<sup class="cb-note-mark" id="cite-mark-{number}">'
        f'<a href="#cite-{number}">{number}</a></sup>'
    )
