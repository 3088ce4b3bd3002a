"""What entries say that is not understood."""

from collections.abc import Iterator, Mapping

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.reading.csl_json.dates import VARIABLES, is_plain, read_date
from mkdocs_casebook.reading.csl_json.entry_types import ALIASES, TYPES, is_known
from mkdocs_casebook.reading.csl_json.known_fields import FIELDS_OF_TOOLS, KNOWN_FIELDS
from mkdocs_casebook.reading.csl_json.latex import unknown_commands

_DATES = tuple((prefix, f"{prefix}date") for prefix in VARIABLES)
_NOT_LATEX = frozenset(
    """url doi eprint file crossref xref xdata ids entryset related options execute verba verbb
    verbc date urldate origdate eventdate isbn issn langid sortkey""".split()  # noqa: SIM905
)
_UNDERSTOOD = KNOWN_FIELDS | FIELDS_OF_TOOLS
_MOST_SHOWN = 5
_LONGEST_GUESSED = 50


def find_problems(references: Mapping[str, Reference]) -> Iterator[Problem]:
    """Yield what is not understood in entries, beside what they take from others.

    Looks no closer than it must, so that it takes a fraction of the time of the items.

    Args:
        references: The entries by key, as they are written.
    """
    for reference in references.values():
        yield from _of_type(reference)
        yield from _of_dates(reference)
        yield from _of_latex(reference)
    yield from _unknown_fields(references)


def _of_type(reference: Reference) -> Iterator[Problem]:
    if not is_known(reference.type):
        short = len(reference.type) < _LONGEST_GUESSED
        near = nearest(reference.type, [*TYPES, *ALIASES]) if short else None
        meant = f"did you mean '@{near}'? " if near else ""
        message = f"'@{shown(reference.type)}' of '{reference.key}' is no entry type of biblatex"
        hint = f"{meant}until then it is cited as a document of any kind"
        yield Problem("unknown-entry-type", reference.span, message, hint)
    if reference.type == "set":
        message = f"of the set '{reference.key}' only the first member is cited"
        yield Problem("unknown-entry-type", reference.span, message, "cite the members")


def _of_dates(reference: Reference) -> Iterator[Problem]:
    fields = reference.fields
    for prefix, name in _DATES:
        written = fields.get(name)
        if written and not is_plain(written) and read_date(fields, prefix)[1]:
            message = f"'{shown(written)}' in '{name}' of '{reference.key}' is not a date"
            hint = "write 2001, 2001-03, 2001-03-02, 1988/1995, 1997/.. or 2020~"
            yield Problem("invalid-date", reference.span_of(name), message, hint)


def _of_latex(reference: Reference) -> Iterator[Problem]:
    for name, value in reference.fields.items():
        if "\\" not in value or name in _NOT_LATEX or name not in KNOWN_FIELDS:
            continue
        unknown = unknown_commands(value)
        if unknown:
            commands = ", ".join(shown(command) for command in unknown[:_MOST_SHOWN])
            message = f"'{name}' of '{reference.key}' has LaTeX that is not understood: {commands}"
            hint = "write the character itself in UTF-8, or leave the command out"
            yield Problem("unknown-latex", reference.span_of(name), message, hint)


def _unknown_fields(references: Mapping[str, Reference]) -> Iterator[Problem]:
    """Yield each name of a field that biblatex does not know, at its first place."""
    places: dict[str, list[Reference]] = {}
    for reference in references.values():
        for name in reference.fields.keys() - _UNDERSTOOD:
            places.setdefault(name, []).append(reference)
    for name, users in places.items():
        near = nearest(name, KNOWN_FIELDS) if len(name) < _LONGEST_GUESSED else None
        others = f" and {len(users) - 1} more" if len(users) > 1 else ""
        message = f"biblatex knows no field '{shown(name)}', as in '{users[0].key}'{others}"
        hint = f"did you mean '{near}'?" if near else "it is kept, but does not show"
        yield Problem("unknown-entry-field", users[0].span_of(name), message, hint)
