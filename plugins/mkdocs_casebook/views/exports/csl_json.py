"""References as CSL-JSON, and JSON that may stand in a page."""

import json
from collections.abc import Iterable

from mkdocs_casebook.reading.csl_json import Item


def csl_json(items: Iterable[Item]) -> str:
    """Return items as CSL-JSON, sorted by id."""
    return json_text(sorted(items, key=lambda item: str(item["id"]))) + "\n"


def json_text(data: object) -> str:
    r"""Return data as JSON in which no ``<``, ``>`` or ``&`` stands, but ``\u003c`` and so on.

    So it ends no ``<script>`` and is no HTML whatever a program takes it for.
    """
    written = json.dumps(data, ensure_ascii=False, indent=2)
    for character in "<>&\u2028\u2029":
        written = written.replace(character, f"\\u{ord(character):04x}")
    return written
