"""The text fields of an entry, as the variables of CSL.

Source: the manual of biblatex 3.20, section 2.2, and appendix IV of the specification of CSL 1.0.2,
https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

import re
from collections.abc import Iterable, Mapping

from mkdocs_casebook.reading.csl_json.entry_types import DEFAULT_KINDS
from mkdocs_casebook.reading.csl_json.languages import language_tag
from mkdocs_casebook.reading.csl_json.latex import to_rich, to_text
from mkdocs_casebook.reading.csl_json.names import split_names
from mkdocs_casebook.reading.csl_json.rich_text import plain_text
from mkdocs_casebook.reading.csl_json.terms import term

Fields = Mapping[str, str]
Variables = dict[str, str]

_SIMPLE: Mapping[str, str] = {
    "abstract": "abstract",
    "annotation": "annote",
    "chapter": "chapter-number",
    "library": "call-number",
    "pagetotal": "number-of-pages",
    "shortjournal": "container-title-short",
    "version": "version",
    "volumes": "number-of-volumes",
    "origpublisher": "original-publisher",
}
_ENDS_SENTENCE = tuple(".?!:;…")
_RANGE = re.compile(r"\s*(?:--+|[–—])\s*")
_NUMBER = re.compile(
    r"(\d+)(?:st|nd|rd|th|e|è?me|re|er)?\.?(?:\s+ed(?:ition|n)?\.?)?", re.IGNORECASE
)
_ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            ("first", "première"),
            ("second", "deuxième"),
            ("third", "troisième"),
            ("fourth", "quatrième"),
            ("fifth", "cinquième"),
            ("sixth", "sixième"),
            ("seventh", "septième"),
            ("eighth", "huitième"),
            ("ninth", "neuvième"),
            ("tenth", "dixième"),
        ),
        1,
    )
    for word in words
}
_IN_PERIODICALS = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "periodical", "review"}
)
_SAID_BY_TYPE = {"report", "rapport", "thesis", "thèse"}
_LEGAL = frozenset({"legal_case", "legislation", "bill", "regulation", "hearing", "treaty"})
_UNPUBLISHED = frozenset({"manuscript", "speech"})
_MEDIA = frozenset({"datacd", "audiocd"})
_BODIES = ("publisher", "institution", "organization")


def text_variables(fields: Fields, entry_type: str, csl: str, language: str) -> Variables:
    """Return the variables of CSL for the text fields of an entry.

    Args:
        fields: Its fields, with biblatex's names.
        entry_type: Its entry type.
        csl: Its type of CSL.
        language: The language of the words for biblatex's keys, such as ``phdthesis``.
    """
    found = {
        variable: to_text(fields[name]) for name, variable in _SIMPLE.items() if name in fields
    }
    found |= _titles(fields, csl)
    found["collection-title"] = term(found["collection-title"], language)
    found |= _numbers(fields, csl)
    found |= _kind(fields, entry_type, language)
    found |= _publication(fields, csl, found, language)
    found["original-title"] = _title(fields, "orig")
    found["event-title"] = found["event"] = _title(fields, "event")
    found["event-place"] = to_text(fields.get("venue", ""))
    found["original-publisher-place"] = _places(fields.get("origlocation", ""))
    found["language"] = language_tag(fields.get("langid") or fields.get("language", ""))
    found["keyword"] = to_text(fields.get("keywords", ""))
    found["status"] = to_text(term(fields.get("pubstate", ""), language))
    found["citation-label"] = to_text(fields.get("shorthand") or fields.get("label", ""))
    found["note"] = _sentences(to_text(fields.get(name, "")) for name in ("note", "addendum"))
    return {variable: text for variable, text in found.items() if text}


def _titles(fields: Fields, csl: str) -> Variables:
    main = _title(fields, "main")
    container = _title(fields, "book") or _title(fields, "journal")
    title, issue = _title(fields, ""), _title(fields, "issue")
    found: Variables = {}
    if csl == "periodical" and issue:
        title, container = issue, title
    elif issue:
        found["volume-title"] = issue
    # Few styles know the title of a volume: it stands behind that of the whole.
    if main and container:
        container = _sentences((main, container))
    elif main and csl in {"chapter", "paper-conference", "entry", "entry-encyclopedia"}:
        container = main
    elif main:
        title = _sentences((main, title))
    if csl in {"book", "collection"}:
        container = ""  # lent to chapters, as the booktitle of a @collection is in BibTeX
    short = fields.get("shorttitle", "")
    if not short and fields.get("subtitle") and not main:
        short = fields.get("title", "")
    return {
        **found,
        "title": title,
        "title-short": _rich(short),
        "container-title": container,
        "collection-title": _rich(fields.get("series", "")),
    }


def _title(fields: Fields, prefix: str) -> str:
    """Return a title with its subtitle and what stands behind it."""
    title = _rich(fields.get(f"{prefix}title", ""))
    subtitle, addition = fields.get(f"{prefix}subtitle"), fields.get(f"{prefix}titleaddon")
    if not subtitle and not addition:
        return title
    subtitle, addition = _rich(subtitle or ""), _rich(addition or "")
    return _sentences((joined_title(title, subtitle), addition))


def joined_title(title: str, subtitle: str) -> str:
    """Return a title with its subtitle behind a colon, unless it ends in a mark of its own."""
    if not title or not subtitle:
        return title or subtitle
    joint = " " if plain_text(title).endswith(_ENDS_SENTENCE) else ": "
    return f"{title}{joint}{subtitle}"


def _rich(written: str) -> str:
    """Return a title in which braces protect the case."""
    return to_rich(written, protect=True) if written else ""


def _sentences(texts: Iterable[str]) -> str:
    """Join texts with full stops, except behind a mark that ends a sentence."""
    whole = ""
    for text in texts:
        if whole and text:
            whole += " " if plain_text(whole).endswith(_ENDS_SENTENCE) else ". "
        whole += text
    return whole


def _numbers(fields: Fields, csl: str) -> Variables:
    number, issue = to_text(fields.get("number", "")), to_text(fields.get("issue", ""))
    volume, part = to_text(fields.get("volume", "")), to_text(fields.get("part", ""))
    found = {
        "volume": f"{volume}.{part}" if volume and part else volume,
        "part-number": "" if volume else part,
        "edition": _edition(fields.get("edition", "")),
        "page": _pages(fields.get("pages", "")) or to_text(fields.get("eid", "")),
    }
    if csl in _IN_PERIODICALS:
        found["issue"] = f"{number}, {issue}" if number and issue else number or issue
    else:
        found["collection-number" if fields.get("series") else "number"] = number
        found["issue"] = issue
    if csl == "report":
        found.setdefault("number", to_text(fields.get("isrn", "")))
    return {variable: text for variable, text in found.items() if text}


def _pages(written: str) -> str:
    """Return page ranges as CSL writes them: with a hyphen, unless a page has one itself."""
    text = to_text(written)
    sides = _RANGE.split(text)
    return ("–" if any("-" in side for side in sides) else "-").join(sides)


def _edition(written: str) -> str:
    text = to_text(written)
    match = _NUMBER.fullmatch(text)
    return match[1] if match else _ORDINALS.get(text.lower().removesuffix(" edition"), text)


def _publication(fields: Fields, csl: str, known: Variables, language: str) -> Variables:
    """Return who published, where and how."""
    bodies = [to_text(fields.get(name, "")) for name in _BODIES]
    publisher = "; ".join(dict.fromkeys(body for body in bodies if body))
    how = to_text(fields.get("howpublished", ""))
    if how.startswith(("http://", "https://")):
        how = ""
    if csl == "patent" and not publisher:
        publisher = "; ".join(to_text(name) for name in split_names(fields.get("holder", "")))
    found = {
        "authority" if csl in _LEGAL else "publisher": publisher,
        "publisher-place": _places(fields.get("location", ""), language),
        "medium": known.get("medium", ""),
    }
    if csl in _UNPUBLISHED and not known.get("genre"):
        return {**found, "genre": how}
    # What a style never leaves out, is said where it can be said.
    variable = "medium" if publisher else "publisher"
    return {**found, variable: how} if how else found


def _places(written: str, language: str = "en") -> str:
    places = split_names(written) if written else ()
    return "; ".join(to_text(term(place, language)) for place in places)


def _kind(fields: Fields, entry_type: str, language: str) -> Variables:
    """Return what kind of thing an entry is, in words: of a thesis, say, which."""
    key = fields.get("type") or DEFAULT_KINDS.get(entry_type, "")
    words = to_text(term(key, language))
    if key.lower() in _MEDIA:
        return {"medium": words}
    return {} if words.lower() in _SAID_BY_TYPE else {"genre": words}
