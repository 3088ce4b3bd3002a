"""Styles that are broken or mean harm."""

from __future__ import annotations

import copy
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_casebook import csl

GEDDES: dict[str, Any] = {
    "id": "geddes_1999",
    "type": "article-journal",
    "author": [{"family": "Geddes", "given": "Barbara"}],
    "title": "What Do We Know About Democratization After Twenty Years?",
    "container-title": "Annual Review of Political Science",
    "page": "115-144",
    "issued": {"date-parts": [[1999]]},
}
LINZ: dict[str, Any] = {
    "id": "linz_1975",
    "type": "chapter",
    "author": [{"family": "Linz", "given": "Juan J."}],
    "title": "Totalitarian and Authoritarian Regimes",
    "editor": [{"family": "Greenstein", "given": "Fred I."}],
    "issued": {"date-parts": [[1975, 3], [1975, 4]]},
    "accessed": {"date-parts": [[2001, 3, 9]]},
}


def layout(inside: str, citation: str = "", macros: str = "") -> str:
    return (
        f"<style class='in-text'>{macros}<citation {citation}>"
        f"<layout>{inside}</layout></citation></style>"
    )


@pytest.mark.parametrize(
    "xml",
    [
        layout("<group>" * 5000 + "</group>" * 5000),
        layout("<choose><if>" * 300 + "</if></choose>" * 300),
        "<a>" * 100_000 + "</a>" * 100_000,
        layout(
            "<text macro='m0'/>",
            macros="".join(
                f"<macro name='m{index}'><text macro='m{index + 1}'/></macro>"
                for index in range(500)
            )
            + "<macro name='m500'/>",
        ),
        layout(
            "<text macro='m0'/>",
            macros="".join(
                f"<macro name='m{index}'>" + f"<text macro='m{index + 1}'/>" * 2 + "</macro>"
                for index in range(40)
            )
            + "<macro name='m40'/>",
        ),
        layout("<text macro='m'/>", macros="<macro name='m'><text macro='m'/></macro>"),
        layout("x" * 10_000_000),
        layout("<text value='\ud800'/>"),
        "<!DOCTYPE a [<!ENTITY b 'c'>]>" + layout("<text value='&b;'/>"),
        "<style><citation/></style>",
        "<style><citation><layout/></citation><bibliography/></style>",
        "<locale/>",
        "",
        "\x00",
        "<?xml",
    ],
)
def test_hostile_styles_are_refused(xml: str) -> None:
    with pytest.raises(csl.StyleError):
        csl.Style.parse(xml)


@pytest.mark.parametrize("number", ["²", "x", "-1", "9" * 5000, "1.5", " "])
def test_what_is_no_number_in_a_style_counts_as_missing(number: str) -> None:
    names = (
        f"<names variable='author'><name et-al-min='{number}' et-al-use-first='{number}'/></names>"
    )
    xml = layout(names, f"near-note-distance='{number}'")
    assert csl.render(xml, [GEDDES], [[{"id": "geddes_1999"}]]).citations == ["Barbara Geddes"]


def test_a_style_cannot_write_html() -> None:
    xml = layout("""<text variable="title" font-style='"&gt;&lt;script&gt;'/>""")
    assert csl.render(xml, [GEDDES], [[{"id": "geddes_1999"}]]).citations == [GEDDES["title"]]


def mutated(xml: str, draw: st.DataObject) -> str:
    """Change a few elements of a style: their names, attributes, places and numbers."""
    root = ET.fromstring(xml)
    every = list(root.iter())
    values = sorted({value for element in every for value in element.attrib.values()})
    for _ in range(draw.draw(st.integers(1, 6))):
        element = every[draw.draw(st.integers(0, len(every) - 1))]
        other = every[draw.draw(st.integers(0, len(every) - 1))]
        change = draw.draw(st.sampled_from(["tag", "value", "attributes", "drop", "copy", "move"]))
        if change == "tag":
            element.tag = other.tag
        elif change == "value" and element.attrib:
            name = draw.draw(st.sampled_from(sorted(element.attrib)))
            element.set(name, draw.draw(st.sampled_from([*values, "", "²", "-1", "9999999999"])))
        elif change == "attributes":
            element.attrib.update(other.attrib)
        elif change == "drop" and len(element):
            del element[draw.draw(st.integers(0, len(element) - 1))]
        elif change == "copy":
            element.append(copy.deepcopy(other))
        elif change == "move" and element not in set(other.iter()):
            element.append(other)
    return ET.tostring(root, encoding="unicode")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["apa", "ieee", "modern-language-association"]), st.data())
def test_broken_styles_render_or_are_refused(name: str, draw: st.DataObject) -> None:
    clusters = [[{"id": "geddes_1999", "locator": "3"}, {"id": "linz_1975"}]] * 2
    try:
        csl.render(mutated(csl.style(name), draw), [GEDDES, LINZ], clusters)
    except csl.StyleError as error:
        assert str(error)
