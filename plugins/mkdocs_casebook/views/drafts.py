"""Drafts of records as Markdown files."""

from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from mkdocs_casebook.model.text import shown

_LONGEST_REMARK = 200


def draft_file(
    data: Mapping[str, Any], origin: str, missing: Iterable[str], unplaced: Iterable[str]
) -> str:
    """Return the file of a draft.

    Args:
        data: The fields of the record.
        origin: Where they come from.
        missing: The fields that the record needs and the draft lacks.
        unplaced: What the origin says and the draft does not.

    Returns:
        Markdown with front matter and no body. Comments at its head say what is still to do; they
        stand on no page.
    """
    lacking = ", ".join(missing)
    remarks = [f"A draft from {origin}.", f"Still missing: {lacking}." if lacking else ""]
    remarks += [f"Not placed: {each}" for each in unplaced]
    head = "".join(f"# {_on_one_line(each)}\n" for each in remarks if each)
    fields = yaml.safe_dump(
        dict(data), allow_unicode=True, sort_keys=False, width=100, default_flow_style=False
    )
    return f"---\n{head}{fields if data else ''}---\n"


def _on_one_line(text: str) -> str:
    """Return a text that cannot end the comment that it stands in."""
    return "".join(each for each in shown(text, _LONGEST_REMARK) if each.isprintable())
