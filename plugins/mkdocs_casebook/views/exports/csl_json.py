"""References as CSL-JSON, and JSON that may stand in a page."""

import json
from collections.abc import Iterable
from typing import Any

from mkdocs_casebook.reading.csl_json import Item


def csl_json(items: Iterable[Item]) -> str:
    """Return items as CSL-JSON, sorted by id; without the short names, which are not of CSL."""
    ordered = sorted(map(_of_csl, items), key=lambda item: str(item["id"]))
    return json_text(ordered) + "\n"


def _of_csl(item: Item) -> Item:
    return {variable: _without_short_names(value) for variable, value in item.items()}


def _without_short_names(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [{part: name[part] for part in name if part != "short"} for name in value]


def json_text(data: object) -> str:
    r"""Return data as JSON in which no ``<``, ``>`` or ``&`` stands, but ``\u003c`` and so on.

    So it ends no ``<script>`` and is no HTML whatever a program takes it for.
    """
    written = json.dumps(data, ensure_ascii=False, indent=2)
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written
