"""From the entries of a bibliography to the items of CSL-JSON."""

from collections.abc import Mapping
from typing import Any

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.csl_json.dates import VARIABLES, read_date
from mkdocs_casebook.reading.csl_json.entry_types import NOT_CITABLE, csl_type
from mkdocs_casebook.reading.csl_json.fields import text_variables
from mkdocs_casebook.reading.csl_json.identifiers import identifiers
from mkdocs_casebook.reading.csl_json.inheritance import canonical, resolve
from mkdocs_casebook.reading.csl_json.known_fields import (
    FIELDS_OF_TOOLS,
    KNOWN_FIELDS,
    USER_FIELDS,
)
from mkdocs_casebook.reading.csl_json.latex import convert, to_text
from mkdocs_casebook.reading.csl_json.names import parse_names
from mkdocs_casebook.reading.csl_json.problems import find_problems
from mkdocs_casebook.reading.csl_json.roles import body_as_author, name_variables
from mkdocs_casebook.reading.csl_json.short_names import with_short_names

Item = dict[str, Any]
"""An item of CSL-JSON."""

_SHORT_AUTHOR = "shortauthor"
_NOTE = "bibnote"


def normalise(
    references: Mapping[str, Reference], language: str = "en"
) -> tuple[dict[str, Item], list[Problem]]:
    """Convert a bibliography to CSL-JSON.

    Args:
        references: The entries by key.
        language: The language of the words for biblatex's keys, such as ``phdthesis``.

    Returns:
        An item for each entry that can be cited, by key and in the same order; and what was not
        understood. Text is rich text (see ``rich_text``): a processor that reads only the tags of
        CSL shows all other text as it is, whatever it looks like, and must escape it for its output
        as any text.
    """
    resolved, problems = resolve(references)
    items: dict[str, Item] = {}
    for key, reference in resolved.items():
        if reference.type not in NOT_CITABLE:
            items[key] = _item(_member(reference, resolved), key, language)
    problems += find_problems(references)
    return items, sorted(dict.fromkeys(problems), key=lambda each: (each.span, each.code))


def to_item(reference: Reference, language: str = "en") -> Item:
    """Convert one entry that takes nothing from others, or what ``resolve`` made of it.

    Args:
        reference: The entry.
        language: The language of the words for biblatex's keys, such as ``phdthesis``.
    """
    return _item(reference, reference.key, language)


def _item(reference: Reference, key: str, language: str) -> Item:
    fields = canonical(reference.fields)
    csl = csl_type(reference.type, fields)
    item: Item = {"id": key, "type": csl}
    item.update(name_variables(fields, csl))
    item.update(text_variables(fields, reference.type, csl, language))
    body = body_as_author(fields, csl)
    if body:
        item["author"] = with_short_names([{"literal": body}], fields.get(_SHORT_AUTHOR, ""))
        if item.get("publisher") == body:
            del item["publisher"]
    for prefix, variable in VARIABLES.items():
        date = read_date(fields, prefix)[0]
        if date:
            item[variable] = date
    if "issued" not in item and "event-date" in item:
        item["issued"] = item["event-date"]
    item.update(identifiers(fields))
    if "title" not in item and reference.type == _NOTE:
        item["title"] = convert(fields.get("note", "")).text
    custom = _custom(fields)
    if custom:
        item["custom"] = custom
    return item


def _member(reference: Reference, references: Mapping[str, Reference]) -> Reference:
    """Return a ``@set`` as its first member: CSL knows no sets."""
    if reference.type != "set":
        return reference
    members = (name.strip() for name in reference.get("entryset").split(","))
    first = next((references[name] for name in members if name in references), None)
    return reference if first is None or first.type == "set" else first


def _custom(fields: Mapping[str, str]) -> dict[str, Any]:
    """Return what CSL has no variable for: nothing that an entry says is lost."""
    custom: dict[str, Any] = {
        name: to_text(value)
        for name, value in fields.items()
        if (name in USER_FIELDS or name not in KNOWN_FIELDS) and name not in FIELDS_OF_TOOLS
    }
    short = parse_names(fields.get(_SHORT_AUTHOR, ""))
    return {**custom, "short-author": short} if short else custom
