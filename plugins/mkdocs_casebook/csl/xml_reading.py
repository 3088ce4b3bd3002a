"""Reading the XML of styles and locales: no entities, no namespaces in the way."""

from __future__ import annotations

import xml.etree.ElementTree as ET

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class StyleError(ValueError):
    """A style or locale that cannot be read."""


def parse_xml(text: str) -> ET.Element:
    """Parse XML that declares no entities.

    Args:
        text: The XML; a declaration of its encoding is ignored.

    Returns:
        The root element.

    Raises:
        StyleError: It is not well-formed, or has a document type.
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise StyleError("a style may not declare a document type")
    body = text.lstrip("\ufeff \t\r\n")
    if body.startswith("<?xml"):
        body = body[body.find("?>") + 2 :]
    try:
        return ET.fromstring(body)  # noqa: S314 (entities are refused above)
    except ET.ParseError as error:
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
