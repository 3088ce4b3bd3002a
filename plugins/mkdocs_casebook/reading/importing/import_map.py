"""The map of an import: which column of a foreign table feeds which field of a record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from mkdocs_casebook.model.document import Locations
from mkdocs_casebook.model.fields import Model, Text, TextList
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.reading.importing.encodings import Encoding
from mkdocs_casebook.reading.importing.foreign_table import ForeignTable
from mkdocs_casebook.reading.importing.targets import Target, UnknownTargetError, target_of
from mkdocs_casebook.reading.importing.values import date_pattern_fault, tidied
from mkdocs_casebook.reading.validation import validate
from mkdocs_casebook.reading.yaml_mapping import read_mapping

CODE = "invalid-map"


def folded(text: str) -> str:
    """Return a cell in the form in which it is looked up: on one line, without case."""
    return tidied(text).casefold()


class Rule(Model):
    """Where the value of a field comes from.

    Attributes:
        column: Name of a column.
        constant: A value, or a list of values, that every row has.
        values: What stands for each value of the column; null for those that say nothing.
        separator: What parts several values in one cell.
        date: The forms of a date, such as ``DD/MM/YYYY``; EDTF where none is given.
        decimal: The sign before the decimals of a number.
        open: For the end of a period: the values that say that it still runs.
    """

    column: Text | None = None
    constant: TextList = ()
    values: Mapping[str, str | None] = Field(default_factory=dict)
    separator: str | None = Field(default=None, min_length=1)
    date: TextList = ()
    decimal: Literal[".", ","] = "."
    open: TextList = ()

    @model_validator(mode="after")
    def _one_origin(self) -> "Rule":
        if (self.column is None) == (not self.constant):
            raise ValueError("give either a column or a constant")
        for pattern in self.date:
            if fault := date_pattern_fault(pattern):
                raise ValueError(f"the form of date '{shown(pattern)}' {fault}")
        return self

    @property
    def table(self) -> Mapping[str, str | None]:
        """The values, to be looked up by ``folded``."""
        return {folded(given): value for given, value in self.values.items()}


def _column(value: Any) -> Any:
    return {"column": value} if isinstance(value, str) else value


AnyRule = Annotated[Rule, BeforeValidator(_column)]
"""A rule; the name of a column alone will do."""


class TableForm(Model):
    """How the table is written, where that is not to be found out.

    Attributes:
        encoding: Its encoding.
        delimiter: What stands between its cells.
    """

    encoding: Encoding | None = None
    delimiter: str = Field(default="", max_length=1)


class MapFile(Model):
    """What the file of a map holds.

    Attributes:
        table: How the table is written.
        blank: Cells that say nothing, beside empty ones, such as ``n/a``.
        id: Where the id of a record comes from.
        fields: Where its fields come from.
    """

    table: TableForm = TableForm()
    blank: TextList = ()
    id: AnyRule
    fields: Mapping[str, AnyRule] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Placing:
    """A rule with the field that it feeds.

    Attributes:
        target: The field.
        rule: The rule.
        span: Where it stands in the map.
    """

    target: Target
    rule: Rule
    span: Span


@dataclass(frozen=True, slots=True)
class ImportMap:
    """A map.

    Attributes:
        form: How the table is written.
        blank: Cells that say nothing, as ``folded`` gives them.
        id: Where the id comes from.
        id_span: Where that stands in the map.
        placings: Where the fields come from.
    """

    form: TableForm
    blank: frozenset[str]
    id: Rule
    id_span: Span
    placings: tuple[Placing, ...]

    def is_blank(self, text: str) -> bool:
        """Tell whether a cell says nothing."""
        key = folded(text)
        return not key or key in self.blank

    def rules(self) -> Iterator[tuple[Rule, Span]]:
        """Yield the rules, with their places."""
        yield self.id, self.id_span
        yield from ((each.rule, each.span) for each in self.placings)


def read_map(text: str, file: str, model: type[Record]) -> tuple[ImportMap | None, list[Problem]]:
    """Read a map.

    Args:
        text: The YAML.
        file: Its file, for messages.
        model: The kind of record that is made.

    Returns:
        The map (None when it is wrong) and the problems found.
    """
    data, locations, problems = read_mapping(text, file, code=CODE)
    if data is None:
        return None, problems
    found, faults = validate(MapFile, data, locations, file, CODE)
    problems += faults
    if found is None:
        return None, problems
    placings, faults = _placings(found, locations, Span(file), model)
    problems += faults
    if found.id.column is None:
        span = locations.of(("id",), Span(file))
        problems.append(Problem(CODE, span, "the id must come from a column", "name one"))
    if problems:
        return None, problems
    blank = frozenset(map(folded, found.blank))
    span = locations.of(("id",), Span(file))
    return ImportMap(found.table, blank, found.id, span, tuple(placings)), []


def _placings(
    found: MapFile, locations: Locations, start: Span, model: type[Record]
) -> tuple[list[Placing], list[Problem]]:
    placings: list[Placing] = []
    problems: list[Problem] = []
    for written, rule in found.fields.items():
        span = locations.of_key(("fields", written), start)
        try:
            target = target_of(written, model)
        except UnknownTargetError as error:
            problems.append(Problem(CODE, span, *error.args))
            continue
        placings.append(Placing(target, rule, span))
    problems += _clashes(placings)
    return placings, problems


def _clashes(placings: list[Placing]) -> Iterator[Problem]:
    """Report lists whose items are numbered here and spread from cells there."""
    spread = {prefix for each in placings if (prefix := each.target.spread_list) is not None}
    for each in placings:
        for prefix in each.target.numbered_lists & spread:
            name = ".".join(map(str, prefix))
            message = f"'{name}' has both numbered items and items from one cell ([])"
            yield Problem(CODE, each.span, message, "use one of the two")


def unknown_columns(map: ImportMap, table: ForeignTable) -> Iterator[Problem]:
    """Yield a problem for each column that the map names and the table has not.

    Args:
        map: The map.
        table: The table.
    """
    columns = table.columns()
    names = [cell.text.strip() for cell in table.header]
    for rule, span in map.rules():
        name = rule.column
        if name is None or name in columns:
            continue
        if name in names:
            message = f"the table has {names.count(name)} columns '{shown(name)}'"
            yield Problem(CODE, span, message, "give them different names in the table")
            continue
        near = nearest(name, columns)
        hint = f"did you mean '{near}'?" if near else f"its columns: {', '.join(columns)}"
        yield Problem(CODE, span, f"the table has no column '{shown(name)}'", shown(hint, 200))
