"""Locators behind citation keys, such as ``pp. 33-35`` or ``chap. 2``, in English and French.

Source: https://pandoc.org/MANUAL.html#citation-syntax and the locator terms of CSL 1.0.2.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_TERMS: Mapping[str, str] = {
    "act": "act acts acte actes",
    "appendix": "appendix appendices app. annexe annexes ann.",
    "article-locator": "article articles art. arts.",
    "book": "book books bk. bks. livre livres",
    "canon": "canon canons can.",
    "chapter": "chapter chapters chap. chaps. ch. chs. chapitre chapitres",
    "column": "column columns col. cols. colonne colonnes",
    "elocation": "location locations loc. locs. emplacement emplacements",
    "equation": "equation equations eq. eqs. équation équations",
    "figure": "figure figures fig. figs.",
    "folio": "folio folios fol. fols. fo. f° ff.",
    "issue": "number numbers no. nos. issue issues numéro numéros n° nº",
    "line": "line lines l. ll. ligne lignes",
    "note": "note notes n. nn.",
    "opus": "opus opera op. opp.",
    "page": "page pages p. pp. p pp pg. pgs.",
    "paragraph": "paragraph paragraphs para. paras. par. ¶ ¶¶ paragraphe paragraphes",
    "part": "part parts pt. pts. partie parties",
    "rule": "rule rules règle règles",
    "scene": "scene scenes sc. scs. scène scènes",
    "section": "section sections sec. secs. sect. § §§",
    "sub-verbo": "s.v. s.vv. sub-verbo",
    "supplement": "supplement supplements suppl. supplément suppléments",
    "table": "table tables tbl. tbls. tableau tableaux tabl.",
    "timestamp": "timestamp timestamps minutage",
    "title-locator": "title titles tit. titre titres",
    "verse": "verse verses v. vv. verset versets",
    "volume": "volume volumes vol. vols. tome tomes t.",
}
_LABELS = {term: label for label, terms in _TERMS.items() for term in terms.split()}
_LABEL = "|".join(sorted(map(re.escape, _LABELS), key=len, reverse=True))
# A number in Arabic or Roman figures or with letters around it, such as "12a", "A-3" or "xiv".
_NUMBER = r"(?:[^\W\d_]{0,2}[-.:]?\d[\w.:/°]*(?<![.:])|(?i:[ivxlcdm]+)\b|[A-Z]\b)"
_RANGE = rf"{_NUMBER}(?:\s?[-–—]+\s?{_NUMBER})?"
_LOCATOR = re.compile(
    rf"(?P<label>(?i:(?:{_LABEL})(?<!\w)|(?:{_LABEL})(?!\w)))?\s*"
    rf"(?P<numbers>{_RANGE}(?:(?:\s*(?:,|&|et|and)\s*){_RANGE})*)"
)
_BRACED = re.compile(r"\{(?P<inside>[^{}]*)\}")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Locator:
    """What stands behind a key.

    Attributes:
        label: The CSL term, such as "page"; empty where nothing is located.
        value: The numbers, such as "33-35"; empty where nothing is located.
        suffix: What stands behind it.
    """

    label: str = ""
    value: str = ""
    suffix: str = ""


def parse_locator(text: str) -> Locator:
    """Parse what stands behind a key.

    Args:
        text: The text, without the comma before it. Braces mark a locator that would not be
            recognised, or none: ``{xxi A}``, ``{}``.

    Returns:
        Its parts. A number without a label is a page; a text without a number is a suffix.
    """
    text = _SPACES.sub(" ", text).strip()
    braced = _BRACED.match(text)
    if braced:
        inside, suffix = braced["inside"].strip(), text[braced.end() :].lstrip()
        if not inside:
            return Locator(suffix=suffix)
        label, value = _split_label(inside)
        return Locator(label, value, suffix)
    match = _LOCATOR.match(text)
    if match is None or not _is_located(match):
        return Locator(suffix=text)
    label = _LABELS[match["label"].lower()] if match["label"] else "page"
    return Locator(label, match["numbers"], text[match.end() :].lstrip())


def _split_label(text: str) -> tuple[str, str]:
    """Return the label of a text in braces, and the rest of it."""
    first, _, rest = text.partition(" ")
    label = _LABELS.get(first.lower())
    return (label, rest.strip()) if label and rest.strip() else ("page", text)


def _is_located(match: re.Match[str]) -> bool:
    """Tell whether a match is a locator: a bare number has digits and ends with its word."""
    behind = match.string[match.end() : match.end() + 1]
    whole = not (behind.isalnum() or behind == "_")
    return whole and bool(match["label"] or any(each.isdigit() for each in match["numbers"][:1]))
