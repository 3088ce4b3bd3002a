"""The citation styles of which a reader has the choice."""

import re
from collections.abc import Mapping

from mkdocs_casebook.csl import Style, style
from mkdocs_casebook.csl.xml_reading import children, parse_xml, tag

DEFAULT_STYLE = "chicago-author-date"
"""The style of a study that names none."""

STYLES: tuple[str, ...] = (
    "apa",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "modern-language-association",
    "harvard-cite-them-right",
    "vancouver",
    "ieee",
    "iso690-author-date-en",
    "iso690-author-date-fr",
)
"""The names of the styles, in the order of the choice."""

# These write words of their language into the style itself: another locale would mix the two.
_LOCALES_OF_STYLES: Mapping[str, str] = {
    "iso690-author-date-en": "en-GB",
    "iso690-author-date-fr": "fr-FR",
}
_LOCALES: Mapping[str, str] = {"en": "en-GB", "fr": "fr-FR"}

# A reference that stands alone has no number, and no dash in the place of the author before it.
_OF_LISTS = re.compile(
    r"""\s(?:subsequent-author-substitute(?:-rule)?|second-field-align)\s*=\s*(?:"[^"]*"|'[^']*')"""
)
_NUMBER = re.compile(
    r"""<(?:text|number)\b[^<>]*\svariable\s*=\s*["']citation-number["'][^<>]*/>""",
)


def locale_of(name: str, language: str) -> str:
    """Return the locale of references in a style.

    Args:
        name: The name of the style.
        language: The language of the site.
    """
    return _LOCALES_OF_STYLES.get(name) or _LOCALES.get(language, language)


def for_single_references(xml: str, locale: str) -> Style:
    """Return a style for references that stand alone, not in one list.

    Args:
        xml: The style.
        locale: The locale.

    Raises:
        StyleError: The style cannot be read.
    """
    return Style.parse(_NUMBER.sub("", _OF_LISTS.sub("", xml)), locale)


def title_of(xml: str) -> str:
    """Return the title that a style gives itself, or nothing."""
    for child in children(parse_xml(xml)):
        if tag(child) == "info":
            for each in children(child):
                if tag(each) == "title":
                    return (each.text or "").strip()
    return ""


def xml_of(name: str) -> str:
    """Return a style by its name.

    Raises:
        StyleError: There is no such style.
    """
    return style(name)
