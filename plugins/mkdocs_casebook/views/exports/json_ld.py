"""References as JSON-LD in the vocabulary of schema.org.

Source: https://schema.org/CreativeWork and its subtypes.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.exports.item_values import (
    IN_PERIODICALS,
    date,
    doi,
    family,
    given,
    in_order,
    keywords,
    names,
    pages,
    text,
)

_TYPES: Mapping[str, str] = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "bill": "Legislation",
    "book": "Book",
    "broadcast": "RadioEpisode",
    "chapter": "Chapter",
    "collection": "Collection",
    "dataset": "Dataset",
    "entry": "Chapter",
    "entry-dictionary": "DefinedTerm",
    "entry-encyclopedia": "Chapter",
    "graphic": "VisualArtwork",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "map": "Map",
    "motion_picture": "Movie",
    "musical_score": "SheetMusic",
    "paper-conference": "ScholarlyArticle",
    "periodical": "Periodical",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "regulation": "Legislation",
    "report": "Report",
    "review": "Review",
    "review-book": "Review",
    "software": "SoftwareApplication",
    "song": "MusicRecording",
    "thesis": "Thesis",
    "webpage": "WebPage",
}


def json_ld(item: Item, address: str = "") -> dict[str, Any]:
    """Return a source as data for JSON-LD; ``json_text`` writes it so that a page may hold it.

    Args:
        item: The source.
        address: The address of its page on this site.
    """
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _TYPES.get(item["type"], "CreativeWork"),
        "@id": address,
        "name": text(item, "title"),
        "alternativeHeadline": text(item, "title-short"),
        "author": [_person(name) for name in names(item, "author")],
        "editor": [_person(name) for name in names(item, "editor")],
        "translator": [_person(name) for name in names(item, "translator")],
        "datePublished": date(item, "-"),
        "inLanguage": text(item, "language"),
        "publisher": _body(text(item, "publisher")),
        "isPartOf": _whole(item),
        "bookEdition": text(item, "edition") if item["type"] == "book" else "",
        "numberOfPages": text(item, "number-of-pages") if item["type"] == "book" else "",
        "isbn": text(item, "ISBN"),
        "reportNumber": text(item, "number") if item["type"] == "report" else "",
        "inSupportOf": text(item, "genre") if item["type"] == "thesis" else "",
        "pagination": text(item, "page"),
        "pageStart": pages(item)[0],
        "pageEnd": pages(item)[1],
        "abstract": text(item, "abstract"),
        "keywords": keywords(item),
        "identifier": _doi(item),
        "sameAs": f"https://doi.org/{text(item, 'DOI')}" if item.get("DOI") else "",
        "url": text(item, "URL"),
    }
    return {name: value for name, value in found.items() if value}


def _person(name: dict[str, str]) -> dict[str, str]:
    if "literal" in name:
        return {"@type": "Organization", "name": name["literal"]}
    parts = {"familyName": family(name), "givenName": given(name)}
    return {"@type": "Person", "name": in_order(name), **{k: v for k, v in parts.items() if v}}


def _body(name: str) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _doi(item: Item) -> dict[str, str] | None:
    if not item.get("DOI"):
        return None
    return {"@type": "PropertyValue", "propertyID": "DOI", "value": doi(item)}


def _whole(item: Item) -> dict[str, Any] | None:
    """Return what a source is a part of: a volume of a periodical, a book or a series."""
    container = text(item, "container-title")
    if not container:
        series = text(item, "collection-title")
        return {"@type": "CreativeWorkSeries", "name": series} if series else None
    if item["type"] not in IN_PERIODICALS:
        return {"@type": "Book", "name": container}
    whole: dict[str, Any] = {"@type": "Periodical", "name": container}
    if text(item, "ISSN"):
        whole["issn"] = text(item, "ISSN")
    for kind, number, variable in (
        ("PublicationVolume", "volumeNumber", "volume"),
        ("PublicationIssue", "issueNumber", "issue"),
    ):
        if text(item, variable):
            whole = {"@type": kind, number: text(item, variable), "isPartOf": whole}
    return whole


def defined_term(
    item: Item, *, definition: str, term: str, address: str, glossary: str
) -> dict[str, Any]:
    """Return a version of a definition as data for JSON-LD.

    A term has no date and no author in schema.org: they belong to the text about it.

    Args:
        item: The version as CSL-JSON.
        definition: The text, without markup.
        term: The term.
        address: The address of the term's page.
        glossary: The address of the list of terms.

    Source: https://schema.org/DefinedTerm
    """
    container = text(item, "container-title")
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": text(item, "URL"),
        "url": text(item, "URL"),
        "name": text(item, "title"),
        "text": definition,
        "version": text(item, "version"),
        "datePublished": date(item, "-"),
        "author": [_person(name) for name in names(item, "author")],
        "inLanguage": text(item, "language"),
        "isPartOf": {"@type": "WebSite", "name": container} if container else None,
        "about": {
            "@type": "DefinedTerm",
            "@id": address,
            "name": term,
            "description": definition,
            "url": address,
            "inDefinedTermSet": glossary,
        },
    }
    return {name: value for name, value in found.items() if value}


def case_study(
    item: Item,
    *,
    abstract: str,
    places: Iterable[tuple[str, float | None, float | None]],
    country: str,
    period: str,
    sources: Iterable[str],
) -> dict[str, Any]:
    """Return a case study as data for JSON-LD.

    Args:
        item: The case as CSL-JSON.
        abstract: What it is about.
        places: Name, latitude and longitude of each area.
        country: The country, by its ISO 3166 code.
        period: From when to when, as an interval of ISO 8601.
        sources: The addresses of the sources that it cites.

    Source: https://schema.org/Article
    """
    container = text(item, "container-title")
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": text(item, "URL"),
        "url": text(item, "URL"),
        "name": text(item, "title"),
        "headline": text(item, "title"),
        "abstract": abstract,
        "author": [_person(name) for name in names(item, "author")],
        "datePublished": date(item, "-"),
        "inLanguage": text(item, "language"),
        "isPartOf": {"@type": "WebSite", "name": container} if container else None,
        "spatialCoverage": [_place(country, *place) for place in places],
        "temporalCoverage": period,
        "citation": list(sources),
    }
    return {name: value for name, value in found.items() if value}


def _place(country: str, name: str, lat: float | None, lon: float | None) -> dict[str, Any]:
    place: dict[str, Any] = {
        "@type": "Place",
        "name": name,
        "address": {"@type": "PostalAddress", "addressCountry": country},
    }
    if lat is not None and lon is not None:
        place["geo"] = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
    return place
