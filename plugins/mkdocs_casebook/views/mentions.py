"""The lists of places that use a term or cite a source."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.csl.collation import CollationKey
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Mention, Target
from mkdocs_casebook.views.places import place_of
from mkdocs_casebook.views.view import View

_ORDER = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A place on a page.

    Attributes:
        sentence: The sentence, as plain text.
        quoted: Language of the sentence where it is an exact quotation; otherwise empty.
        heading: The heading under which it stands; may be empty.
        href: The way there from this page; empty without a heading to point at.
    """

    sentence: str
    quoted: str
    heading: str
    href: str


@dataclass(frozen=True, slots=True)
class Group:
    """A page with the places on it.

    Attributes:
        link: A link to the page.
        kind: What the page is, in words.
        language: Language of the page.
        places: The places, in order, each sentence once.
    """

    link: Markup
    kind: str
    language: str
    places: tuple[Mentioned, ...]


def mentions_of(
    target: Target, view: View, wanted: Callable[[Mention], bool] = lambda mention: True
) -> list[Group]:
    """Return the pages that mention a record or source, sorted by kind and title.

    Args:
        target: The record or source.
        view: The page that shows the list.
        wanted: Which mentions count.
    """
    found = []
    for places in view.site.mentions_of(target).values():
        document = places[0][0]
        if (document.kind, document.id) == (target.kind, target.id):
            continue
        mentions = [mention for _, mention in places if wanted(mention)]
        if mentions:
            found.append((document, mentions))
    found.sort(key=lambda each: _sort_key(each[0], view))
    return [_group(document, mentions, view) for document, mentions in found]


def _sort_key(document: Document, view: View) -> tuple[int, CollationKey, str]:
    order = _ORDER[document.kind] if document.kind else len(_ORDER)
    return order, view.words.sort_key(document.title), document.path


def _group(document: Document, mentions: list[Mention], view: View) -> Group:
    places: dict[str, Mentioned] = {}
    for mention in mentions:
        # The words of others are not Markdown of ours.
        sentence = mention.sentence if mention.quoted else view.plain(mention.sentence)
        place = place_of(document, mention, view.words)
        href = ""
        if place.anchor:
            href = f"{view.page_href(document.page, document.language)}#{place.anchor}"
        places.setdefault(sentence, Mentioned(sentence, mention.quoted, place.heading, href))
    kind = view.words(f"kinds.{document.kind}.one" if document.kind else "kinds.page")
    return Group(view.link_document(document), kind, document.language, tuple(places.values()))
