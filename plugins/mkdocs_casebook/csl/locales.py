"""Locales: terms, date formats and options with their fallback (CSL 1.0.2, "Locale")."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from .punctuation import Quotation
from .xml_reading import attributes, children, parse_xml, tag

PRIMARY_DIALECTS = {
    "af": "af-ZA", "bg": "bg-BG", "ca": "ca-AD", "cs": "cs-CZ", "cy": "cy-GB", "da": "da-DK",
    "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES", "et": "et-EE", "fa": "fa-IR",
    "fi": "fi-FI", "fr": "fr-FR", "gl": "gl-ES", "he": "he-IL", "hi": "hi-IN", "hr": "hr-HR",
    "hu": "hu-HU", "hy": "hy-AM", "id": "id-ID", "is": "is-IS", "it": "it-IT", "ja": "ja-JP",
    "km": "km-KH", "ko": "ko-KR", "lt": "lt-LT", "lv": "lv-LV", "mn": "mn-MN", "ms": "ms-MY",
    "nb": "nb-NO", "nl": "nl-NL", "nn": "nn-NO", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO",
    "ru": "ru-RU", "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-Cyrl-RS", "sv": "sv-SE", "th": "th-TH",
    "tr": "tr-TR", "uk": "uk-UA", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip
_FORM_FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term in one form: for one and for several, with its gender as a noun."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


@dataclass(frozen=True, slots=True)
class LocaleData:
    """What one locale file, or one `cs:locale` of a style, defines."""

    language: str
    terms: Mapping[tuple[str, str, str], Term]
    dates: Mapping[str, ET.Element]
    options: Mapping[str, str]


def _read_term(element: ET.Element) -> tuple[tuple[str, str, str], Term]:
    given = attributes(element)
    single = multiple = element.text or ""
    for child in children(element):
        if tag(child) == "single":
            single = child.text or ""
        elif tag(child) == "multiple":
            multiple = child.text or ""
    name = given.get("name", "").replace("sub-verbo", "sub verbo")
    return (name, given.get("form", "long"), given.get("gender-form", "")), Term(
        single.strip() if len(children(element)) == 0 and not single.strip() else single,
        multiple,
        given.get("gender", ""),
        given.get("match", ""),
    )


def read_locale(root: ET.Element) -> LocaleData:
    """Read a `cs:locale` element.

    Args:
        root: The element, of a locale file or of a style.

    Returns:
        What it defines.
    """
    terms: dict[tuple[str, str, str], Term] = {}
    dates: dict[str, ET.Element] = {}
    options: dict[str, str] = {}
    for child in children(root):
        match tag(child):
            case "terms":
                terms.update(_read_term(term) for term in children(child) if tag(term) == "term")
            case "date":
                dates[attributes(child).get("form", "")] = child
            case "style-options":
                options.update(attributes(child))
    return LocaleData(attributes(root).get("lang", ""), terms, dates, options)


@lru_cache(maxsize=64)
def parse_locale(xml: str) -> LocaleData:
    """Read the text of a locale file."""
    return read_locale(parse_xml(xml))


def _is_ordinal(name: str) -> bool:
    return name == "ordinal" or name.startswith("ordinal-")


@dataclass(frozen=True, slots=True)
class Locale:
    """All that is localised for one language, after fallback.

    Attributes:
        language: The language that was asked for.
        terms: Terms by name, form and gender-form.
        dates: The `cs:date` elements by form.
        options: Options of the locale.
    """

    language: str
    terms: Mapping[tuple[str, str, str], Term]
    dates: Mapping[str, ET.Element]
    options: Mapping[str, str]
    quotation: Quotation = field(default_factory=Quotation)

    def find(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """Find a term, falling back from form to form (CSL 1.0.2, "Terms")."""
        asked: str | None = form
        while asked is not None:
            term = self.terms.get((name, asked, gender))
            if term is not None:
                return term
            asked = _FORM_FALLBACK.get(asked)
        return None

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str:
        """Give the text of a term, empty where it is not defined."""
        term = self.find(name, form)
        if term is None:
            return ""
        return term.multiple if plural else term.single

    def option(self, name: str) -> bool:
        """Say whether an option of the locale is on."""
        return self.options.get(name) == "true"


def layer(language: str, sources: Iterable[LocaleData]) -> Locale:
    """Put locales over one another.

    Args:
        language: The language that was asked for.
        sources: What is defined, the least specific first; a later one wins.

    Returns:
        The locale.
    """
    terms: dict[tuple[str, str, str], Term] = {}
    dates: dict[str, ET.Element] = {}
    options: dict[str, str] = {}
    for source in sources:
        if any(_is_ordinal(name) for name, _, _ in source.terms):
            terms = {key: term for key, term in terms.items() if not _is_ordinal(key[0])}
        terms.update(source.terms)
        dates.update(source.dates)
        options.update(source.options)

    def mark(name: str) -> str:
        term = terms.get((name, "long", ""))
        return term.single if term else ""

    quotation = Quotation(
        mark("open-quote"),
        mark("close-quote"),
        mark("open-inner-quote"),
        mark("close-inner-quote"),
        options.get("punctuation-in-quote") == "true",
    )
    return Locale(language, terms, dates, options, quotation)


def canonical(language: str) -> str:
    """Give a language tag its usual spelling, with the primary dialect of a bare language."""
    parts = language.replace("_", "-").split("-")
    parts[0] = parts[0].lower()
    if len(parts) == 1:
        return PRIMARY_DIALECTS.get(parts[0], parts[0])
    parts[-1] = parts[-1].upper() if len(parts[-1]) == 2 else parts[-1].title()
    return "-".join(parts)


def fallback_chain(language: str) -> list[str]:
    """Give the locale files to look in, the most specific first."""
    wanted = canonical(language)
    chain = [wanted]
    base = wanted.split("-")[0]
    if base == "sr":
        chain.append("sr-Latn-RS" if "Latn" in wanted else "sr-Cyrl-RS")
    chain.append(PRIMARY_DIALECTS.get(base, base))
    chain.append(base)
    chain.append("en-US")
    return list(dict.fromkeys(chain))
