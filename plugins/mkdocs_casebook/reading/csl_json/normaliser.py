"""From the entries of a bibliography to the items of CSL-JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.reading.csl_json.dates import read_date
from mkdocs_casebook.reading.csl_json.entry_types import (
    ALIASES,
    NOT_CITABLE,
    TYPES,
    csl_type,
    is_known,
)
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
from mkdocs_casebook.reading.csl_json.roles import body_as_author, name_variables

Item = dict[str, Any]
"""An item of CSL-JSON."""

_DATES: Mapping[str, str] = {
    "": "issued",
    "url": "accessed",
    "orig": "original-date",
    "event": "event-date",
}
_NOT_LATEX = frozenset(
    """url doi eprint file crossref xref xdata ids entryset related options execute verba verbb
    verbc date urldate origdate eventdate isbn issn langid sortkey""".split()  # noqa: SIM905
)
_SHORT_AUTHOR = "shortauthor"


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
    problems += [each for reference in references.values() for each in _problems(reference)]
    problems += _unknown_fields(references)
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
        item["author"] = [{"literal": body}]
        if item.get("publisher") == body:
            del item["publisher"]
    for prefix, variable in _DATES.items():
        date = read_date(fields, prefix)[0]
        if date:
            item[variable] = date
    if "issued" not in item and "event-date" in item:
        item["issued"] = item["event-date"]
    item.update(identifiers(fields))
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


def _problems(reference: Reference) -> Iterator[Problem]:
    """Yield what an entry says itself that is not understood."""
    if not is_known(reference.type):
        near = nearest(reference.type, [*TYPES, *ALIASES]) if len(reference.type) < 50 else None
        meant = f"did you mean '@{near}'? " if near else ""
        message = f"'@{shown(reference.type)}' of '{reference.key}' is no entry type of biblatex"
        hint = f"{meant}until then it is cited as a document of any kind"
        yield Problem("unknown-entry-type", reference.span, message, hint)
    if reference.type == "set":
        message = f"of the set '{reference.key}' only the first member is cited"
        yield Problem("unknown-entry-type", reference.span, message, "cite the members")
    fields = reference.fields
    for prefix in _DATES:
        name = f"{prefix}date"
        if fields.get(name) and read_date(fields, prefix)[1]:
            message = f"'{shown(fields[name])}' in '{name}' of '{reference.key}' is not a date"
            hint = "write 2001, 2001-03, 2001-03-02, 1988/1995, 1997/.. or 2020~"
            yield Problem("invalid-date", reference.span_of(name), message, hint)
    for name, value in reference.fields.items():
        if "\\" not in value or name in _NOT_LATEX or name not in KNOWN_FIELDS:
            continue
        unknown = convert(value).unknown
        if unknown:
            commands = ", ".join(shown(command) for command in unknown[:5])
            message = f"'{name}' of '{reference.key}' has LaTeX that is not understood: {commands}"
            hint = "write the character itself in UTF-8, or leave the command out"
            yield Problem("unknown-latex", reference.span_of(name), message, hint)


def _unknown_fields(references: Mapping[str, Reference]) -> Iterator[Problem]:
    """Yield each name of a field that biblatex does not know, at its first place."""
    places: dict[str, list[Reference]] = {}
    for reference in references.values():
        for name in reference.fields.keys() - KNOWN_FIELDS - FIELDS_OF_TOOLS:
            places.setdefault(name, []).append(reference)
    for name, users in places.items():
        near = nearest(name, KNOWN_FIELDS) if len(name) < 50 else None
        others = f" and {len(users) - 1} more" if len(users) > 1 else ""
        message = f"biblatex knows no field '{shown(name)}', as in '{users[0].key}'{others}"
        hint = f"did you mean '{near}'?" if near else "it is kept, but does not show"
        yield Problem("unknown-entry-field", users[0].span_of(name), message, hint)
