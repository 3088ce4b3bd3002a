"""Options of `cs:name` with those it inherits (CSL 1.0.2, "Inheritable Name Options")."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence

from .decoration import decorator
from .name_format import NamePart, NameStyle, name_part
from .names_element import LabelStyle, ListStyle
from .xml_reading import attributes, children, integer, tag

INHERITABLE = (
    "and",
    "delimiter-precedes-et-al",
    "delimiter-precedes-last",
    "et-al-min",
    "et-al-use-first",
    "et-al-use-last",
    "et-al-subsequent-min",
    "et-al-subsequent-use-first",
    "initialize",
    "initialize-with",
    "name-as-sort-order",
    "sort-separator",
    "name-form",
    "name-delimiter",
    "names-delimiter",
)


def inherited(*levels: Mapping[str, str]) -> dict[str, str]:
    """Collect the inheritable name options, those of later levels over earlier ones."""
    collected: dict[str, str] = {}
    for level in levels:
        collected.update({name: level[name] for name in INHERITABLE if name in level})
    return collected


def compile_list_style(
    parts: Mapping[str, ET.Element], area: Mapping[str, str], options: Mapping[str, str]
) -> ListStyle:
    """Compile how a list of names is shown.

    Args:
        parts: Children of `cs:names` by name.
        area: Inheritable options of the area.
        options: Attributes of `cs:style`.

    Returns:
        The compiled style.
    """
    element = parts.get("name")
    own = attributes(element) if element is not None else {}
    given = dict(area)
    if "name-form" in given:
        given["form"] = given["name-form"]
    if "name-delimiter" in given:
        given["delimiter"] = given["name-delimiter"]
    given.update(own)
    looks: dict[str, NamePart] = {}
    for child in children(element) if element is not None else ():
        if tag(child) == "name-part":
            part = attributes(child)
            looks[part.get("name", "")] = name_part(part)
    et_al = attributes(parts["et-al"]) if "et-al" in parts else {}
    conjunction = given.get("and", "")
    return ListStyle(
        NameStyle(
            form=given.get("form", "long"),
            initialize_with=given.get("initialize-with"),
            initialize=given.get("initialize") != "false",
            hyphen=options.get("initialize-with-hyphen") != "false",
            sort_separator=given.get("sort-separator", ", "),
            demote=options.get("demote-non-dropping-particle", "display-and-sort"),
            family=looks.get("family", NamePart()),
            given=looks.get("given", NamePart()),
        ),
        conjunction="&" if conjunction == "symbol" else conjunction,
        delimiter=given.get("delimiter", ", "),
        precedes_et_al=given.get("delimiter-precedes-et-al", "contextual"),
        precedes_last=given.get("delimiter-precedes-last", "contextual"),
        minimum=integer(given, "et-al-min", 0),
        use_first=integer(given, "et-al-use-first", -1),
        subsequent_minimum=integer(given, "et-al-subsequent-min", 0),
        subsequent_use_first=integer(given, "et-al-subsequent-use-first", -1),
        use_last=given.get("et-al-use-last") == "true",
        inverted=given.get("name-as-sort-order", ""),
        decorate=decorator(own),
        et_al=et_al.get("term", "et-al"),
        decorate_et_al=decorator(et_al),
    )


def compile_label_style(inside: Sequence[ET.Element]) -> LabelStyle | None:
    """Compile the label among the children of `cs:names`, if there is one."""
    names = [tag(child) for child in inside]
    if "label" not in names:
        return None
    index = names.index("label")
    given = attributes(inside[index])
    return LabelStyle(
        given.get("form", "long"),
        given.get("plural", "contextual"),
        "name" in names and index < names.index("name"),
        decorator(given),
    )
