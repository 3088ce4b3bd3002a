"""The full reference of a source. A CSL style will take it over from here."""

import unicodedata
from dataclasses import dataclass

from markupsafe import Markup, escape

from mkdocs_casebook.model.edtf import parse_period
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.url import doi_address, is_safe
from mkdocs_casebook.reading.latex import plain
from mkdocs_casebook.reading.names import split_names
from mkdocs_casebook.views.citing import Label, suffix_text
from mkdocs_casebook.views.vocabulary import Vocabulary

LANGUAGES = {
    "english": "en",
    "british": "en",
    "french": "fr",
    "portuguese": "pt",
    "german": "de",
    "ngerman": "de",
    "spanish": "es",
    "italian": "it",
    "dutch": "nl",
    "danish": "da",
    "catalan": "ca",
}
"""BCP 47 tags of the languages that babel names in ``langid``."""

_PARTS = frozenset({"article", "incollection", "inbook", "inproceedings", "unpublished"})
_CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle")
_PLACES = ("publisher", "institution", "school", "location")
_CORE = "core"


@dataclass(frozen=True, slots=True)
class Address:
    """A link of a source.

    Attributes:
        href: A safe address.
        text: What the link shows.
    """

    href: str
    text: str


def title(reference: Reference, words: Vocabulary) -> str:
    """Return the title of a source."""
    main = plain(reference.get("title", "booktitle"))
    subtitle = plain(reference.get("subtitle"))
    return ": ".join(part for part in (main, subtitle) if part) or words("source.untitled")


def language(reference: Reference) -> str | None:
    """Return the language of a source as a BCP 47 tag, where it is known."""
    given = reference.get("langid").lower()
    return LANGUAGES.get(given, given if len(given) == 2 else None)


def themes(reference: Reference) -> list[str]:
    """Return the keywords of a source, without the one that marks the bibliography proper."""
    words = (word.strip() for word in plain(reference.get("keywords")).split(","))
    return [word for word in words if word and word != _CORE]


def is_core(reference: Reference) -> bool:
    """Tell whether a source belongs to the bibliography proper."""
    return _CORE in (word.strip() for word in reference.get("keywords").split(","))


def doi(reference: Reference) -> Address | None:
    """Return the DOI of a source as a link, rebuilt from the DOI alone."""
    href = doi_address(reference.get("doi"))
    return Address(href, href.removeprefix("https://doi.org/")) if href else None


def link(reference: Reference) -> Address | None:
    """Return the address of a source, if it is one that a public page may carry."""
    url = plain(reference.get("url")) if "\\" in reference.get("url") else reference.get("url")
    if not url or not is_safe(url) or ":" not in url:
        return None
    return Address(url, url.partition("://")[2].partition("/")[0].removeprefix("www.") or url)


def published(reference: Reference, words: Vocabulary) -> str:
    """Return when a source was published, in words."""
    written = reference.get("date", "year")
    try:
        parse_period(written)
    except ValueError:
        text = plain(written)
        return words("source.no_date") if text in {"", "n.d."} else text
    return words.date(written)


def kind(reference: Reference, words: Vocabulary) -> str:
    """Return the kind of a source, in words."""
    subtype = reference.get("entrysubtype")
    fallback = words.or_else(f"source_type.{reference.type}", words("source_type.misc"))
    return words.or_else(f"source_type.{subtype}", fallback) if subtype else fallback


def sort_key(reference: Reference, label: Label) -> tuple[str, ...]:
    """Return the key by which a list of sources is sorted: names, year, title."""
    field = reference.get("author", "editor", "institution", "organization")
    names = "; ".join(name.inverted for name in split_names(field)[0]) or label.author
    return (_folded(names), label.year, _folded(plain(reference.get("title"))), reference.key)


def full(reference: Reference, label: Label, words: Vocabulary) -> Markup:
    """Return the full reference: names (year). Title, container, publisher.

    Args:
        reference: The source.
        label: Its label, for the year.
        words: The language of the site.
    """
    tag = language(reference)
    part = reference.type in _PARTS
    name = title(reference, words)
    lang = Markup(' lang="{}"').format(tag) if tag and tag != words.language else Markup("")
    opening, closing = words("cite.open_quote"), words("cite.close_quote")
    heading = (
        Markup("{}<span{}>{}</span>{}").format(opening, lang, name, closing)
        if part
        else Markup("<cite{}>{}</cite>").format(lang, name)
    )
    pieces = [heading, *_container(reference, words, lang)]
    places = (plain(reference.get(field)) for field in _PLACES)
    pieces += [escape(place) for place in places if place]
    return Markup("{} ({}). {}.").format(
        _responsible(reference, label, words), label.year, Markup(", ").join(pieces)
    )


def _responsible(reference: Reference, label: Label, words: Vocabulary) -> Markup:
    for role in ("author", "editor", "institution", "organization"):
        if reference.get(role):
            names, others = split_names(reference.get(role))
            listed = [name.inverted for name in names] + ([words("cite.et_al")] if others else [])
            text = "; ".join(listed)
            if role == "editor":
                text += f" {_editors(len(listed), words)}"
            return escape(text)
    return escape(label.author)


def _container(reference: Reference, words: Vocabulary, lang: Markup) -> list[Markup]:
    container = plain(reference.get(*_CONTAINERS))
    if not container:
        series = " ".join(plain(reference.get(field)) for field in ("series", "number"))
        return [escape(series.strip())] if series.strip() else []
    numbers = plain(reference.get("volume"))
    issue = plain(reference.get("number", "issue"))
    numbers += f"({issue})" if issue and numbers else issue
    book = reference.type in {"incollection", "inbook", "inproceedings"}
    editors = split_names(reference.get("editor"))[0] if book and reference.get("author") else ()
    named = Markup("{} <cite{}>{}</cite>{}").format(
        words("cite.in") if book else "", lang, container, f" {numbers}" if numbers else ""
    )
    found = [named.strip()]
    if editors:
        listed = "; ".join(name.inverted for name in editors)
        found.append(escape(f"{listed} {_editors(len(editors), words)}"))
    pages = plain(reference.get("pages"))
    return [*found, escape(suffix_text(pages))] if pages else found


def _editors(count: int, words: Vocabulary) -> str:
    return words("cite.eds.many" if count > 1 else "cite.eds.one")


def _folded(text: str) -> str:
    """Return a text for sorting: without accents, case and brackets."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = (each for each in decomposed if not unicodedata.combining(each))
    return "".join(letters).lstrip("[(«‘'\" ")
