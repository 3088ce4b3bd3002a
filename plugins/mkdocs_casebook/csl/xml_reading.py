"""Reading the XML of styles and locales: no entities, no namespaces in the way."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import TypeVar

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# The longest styles there are have a quarter of a million.
_LONGEST = 4_000_000
_INTEGER = re.compile("[0-9]{1,9}")
_READING = ("variable", "is-numeric", "is-uncertain-date")


class StyleError(ValueError):
    """A style or locale that cannot be read."""


def parse_xml(text: str) -> ET.Element:
    """Parse XML that declares no entities.

    Args:
        text: The XML; a declaration of its encoding is ignored.

    Returns:
        The root element.

    Raises:
        StyleError: It is too long, not well-formed, or has a document type.
    """
    if len(text) > _LONGEST:
        raise StyleError(f"a style may have {_LONGEST:,} characters at most")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise StyleError("a style may not declare a document type")
    body = text.lstrip("\ufeff \t\r\n")
    if body.startswith("<?xml"):
        body = body[body.find("?>") + 2 :]
    try:
        return ET.fromstring(body)  # noqa: S314 (entities are refused above)
    except (ET.ParseError, UnicodeError) as error:
        raise StyleError(f"not well-formed XML: {error}") from error


def tag(element: ET.Element) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attributes(element: ET.Element) -> dict[str, str]:
    """Give the attributes of an element; `xml:lang` becomes `lang`."""
    return {
        "lang" if name == _XML_LANG else name: value
        for name, value in element.attrib.items()
        if name == _XML_LANG or not name.startswith("{")
    }


def children(element: ET.Element) -> list[ET.Element]:
    """Give the child elements; the parser has left comments out."""
    return list(element)


_Default = TypeVar("_Default", int, None)


def integer(given: Mapping[str, str], name: str, default: _Default) -> int | _Default:
    """Give a whole number among attributes.

    Args:
        given: The attributes.
        name: The name of the attribute.
        default: What stands for one that is missing, or is no number.

    Returns:
        The number.
    """
    value = given.get(name, "").strip()
    return int(value) if _INTEGER.fullmatch(value) else default


def variables_read(root: ET.Element) -> set[str]:
    """Give the variables that an element and those inside it may read, short forms included."""
    read = {
        variable
        for element in root.iter()
        for attribute in _READING
        for variable in element.get(attribute, "").split()
    }
    return read | {f"{variable}-short" for variable in read}
