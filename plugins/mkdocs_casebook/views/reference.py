"""What the pages say of a source beside its reference: title, kind, language, dates, addresses."""

import unicodedata
from dataclasses import dataclass

from mkdocs_casebook.model.edtf import parse_period
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.url import doi_address, is_safe
from mkdocs_casebook.reading.csl_json.identifiers import address, identifiers
from mkdocs_casebook.reading.csl_json.latex import plain
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
    return Address(url, _host(url))


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.") or url


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
    return words(f"source_type.{kind_code(reference, words)}")


def kind_code(reference: Reference, words: Vocabulary) -> str:
    """Return the kind of a source as the words name it: its subtype, its type, or ``misc``.

    Args:
        reference: The source.
        words: Words that say what kinds there are.
    """
    candidates = (reference.get("entrysubtype"), reference.type)
    return next((each for each in candidates if words.or_else(f"source_type.{each}", "")), "misc")


def archive(reference: Reference) -> Address | None:
    """Return where a source is kept for good, if the entry says so: a copy, or a repository."""
    written = reference.get("archiveurl", "archive-url")
    eprint = {name: reference.get(name) for name in ("eprint", "eprinttype", "eprintclass")}
    if reference.get("archiveprefix"):
        eprint["eprinttype"] = reference.get("archiveprefix")
    found = address(written) if written else identifiers(eprint).get("URL", "")
    return Address(found, _host(found)) if found.startswith("http") else None


def folded(text: str) -> str:
    """Return a text for sorting and comparing: without accents, case and brackets."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = (each for each in decomposed if not unicodedata.combining(each))
    return "".join(letters).lstrip("[(«‘'\" ")
