"""What the extension makes of Markdown: the examples in ``tests/golden/markdown``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import Markup

from mkdocs_casebook.views.layout import Beside, Html, Layout, Piece, Section, Title, Written
from mkdocs_casebook.views.site import Site
from tests.markdown_extension.conftest import LinkedSites
from tests.markdown_extension.rendering import contents, converter, without_cards

GOLDEN = Path(__file__).parent.parent / "golden" / "markdown"


def _examples() -> Iterator[Any]:
    for file in sorted(GOLDEN.glob("*.yml")):
        for example in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield pytest.param(example, id=f"{file.stem}: {example['name']}")


def _piece(given: Mapping[str, Any]) -> Piece:
    match given:
        case {"title": text}:
            return Title(text, given.get("language"))
        case {"section": text}:
            return Section(text, given["anchor"], given.get("number"))
        case {"written": anchor}:
            return Written(anchor, given.get("number"))
        case {"beside": pieces}:
            return Beside(tuple(_piece(each) for each in pieces), Markup(given["html"]))
        case {"html": text}:
            return Html(Markup(text))
    raise ValueError(given)


def _layout(given: Mapping[str, Any] | None) -> Layout | None:
    if given is None:
        return None
    return Layout(tuple(_piece(each) for each in given["pieces"]), given["rest"], "Title")


@pytest.mark.parametrize("example", [*_examples()])
def test_markdown(
    example: Mapping[str, Any], sites: Mapping[str, Site], linked_sites: LinkedSites
) -> None:
    language, auto_link = example.get("language", "en"), example.get("auto_link")
    md = converter(
        linked_sites(language, auto_link) if auto_link else sites[language],
        example.get("page", "index.md"),
        layout=_layout(example.get("layout")),
        strict=example.get("strict", True),
    )
    html = without_cards(md.convert(example["markdown"]))
    assert html.strip() == example["html"].strip()
    if "contents" in example:
        assert [*contents(md)] == example["contents"]
