"""Entry types of biblatex and BibTeX, and the types of CSL that they are.

Sources: the manual of biblatex 3.20, section 2.1; appendix III of the specification of CSL 1.0.2,
https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
"""

import re
from collections.abc import Mapping

CSL_TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
    pamphlet paper-conference patent performance periodical personal_communication post
    post-weblog regulation report review review-book software song speech standard thesis treaty
    webpage""".split()  # noqa: SIM905 (a list to read)
)
"""The types of CSL 1.0.2."""

ALIASES: Mapping[str, str] = {
    "conference": "inproceedings",
    "electronic": "online",
    "www": "online",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    # Not of biblatex, but met in the wild.
    "webpage": "online",
    "website": "online",
    "internet": "online",
    "bachelorsthesis": "thesis",
    "bachelorthesis": "thesis",
    "masterthesis": "thesis",
    "data": "dataset",
    "film": "movie",
    "newspaper": "article",
}
"""Other names of types."""

DEFAULT_KINDS: Mapping[str, str] = {
    "mastersthesis": "mathesis",
    "masterthesis": "mathesis",
    "phdthesis": "phdthesis",
    "bachelorsthesis": "bathesis",
    "bachelorthesis": "bathesis",
    "techreport": "techreport",
}
"""What the field ``type`` is of types that say it in their name."""

NOT_CITABLE = frozenset({"xdata"})
"""Types that only lend their fields to others."""

TYPES: Mapping[str, str] = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "bibnote": "document",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "commentary": "book",
    **dict.fromkeys((f"custom{letter}" for letter in "abcdef"), "document"),
    "dataset": "dataset",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "book",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "set": "document",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
}
"""The type of CSL of each type of biblatex that can be cited."""

_SUBTYPES: Mapping[str, str] = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "journal": "article-journal",
    "blog": "post-weblog",
    "forum": "post",
    "tweet": "post",
    "dictionary": "entry-dictionary",
    "encyclopedia": "entry-encyclopedia",
    "talk": "speech",
    "lecture": "speech",
    "email": "personal_communication",
    "preprint": "article",
    "score": "musical_score",
    "podcast": "broadcast",
    "radio": "broadcast",
    "television": "broadcast",
    "interview": "interview",
}
"""What ``entrysubtype`` tells, beside the names of CSL types themselves."""

_DICTIONARY = re.compile(
    r"dictionar|dictionnaire|wörterbuch|woordenboek|lexi[ck]|glossar|diccionario|dizionario|dicion",
    re.IGNORECASE,
)
_CONTAINERS = ("journaltitle", "booktitle", "maintitle")


def base_type(type: str) -> str:
    """Return the type of biblatex that an entry type is another name of, or the type itself."""
    return ALIASES.get(type, type)


def is_known(type: str) -> bool:
    """Tell whether biblatex or BibTeX has an entry type."""
    return base_type(type) in TYPES or type in NOT_CITABLE


def csl_type(type: str, fields: Mapping[str, str]) -> str:
    """Return the type of CSL of an entry.

    A known ``entrysubtype`` counts most; an unknown entry type is a ``document``.

    Args:
        type: Its entry type, in lower case.
        fields: Its fields, with biblatex's names.
    """
    subtype = fields.get("entrysubtype", "").strip().lower()
    if subtype in CSL_TYPES:
        return subtype
    if subtype in _SUBTYPES:
        return _SUBTYPES[subtype]
    return _narrower(base_type(type), fields) or TYPES.get(base_type(type), "document")


def _narrower(base: str, fields: Mapping[str, str]) -> str | None:
    """Return the type of CSL that the other fields tell, where they tell one."""
    in_container = any(fields.get(name) for name in _CONTAINERS)
    if base in {"inbook", "suppbook", "bookinbook"} and not in_container:
        return "book"  # BibTeX's @inbook has the title of the book alone
    if base == "inreference" and _DICTIONARY.search(fields.get("booktitle", "")):
        return "entry-dictionary"
    if base == "unpublished" and fields.get("eventtitle"):
        return "speech"
    preprint = base in {"article", "misc", "online", "unpublished"} and not in_container
    if preprint and fields.get("eprint") and fields.get("eprinttype", "arxiv").lower() == "arxiv":
        return "article"
    return None
