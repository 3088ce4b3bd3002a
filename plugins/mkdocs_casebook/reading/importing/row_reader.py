"""Reading one row of a foreign table by its map."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace

from mkdocs_casebook.model.edtf import parse_moment, parse_period
from mkdocs_casebook.model.fields import ID_PATTERN
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.reading.importing.assembling import CODE, Placed
from mkdocs_casebook.reading.importing.foreign_table import Cell, Row
from mkdocs_casebook.reading.importing.import_map import ImportMap, Placing, Rule, folded
from mkdocs_casebook.reading.importing.targets import PERIOD, SPREAD, TargetPath
from mkdocs_casebook.reading.importing.values import (
    as_coordinate,
    as_date,
    as_markdown,
    as_number,
    control_character,
    tidied,
)

_START, _END = (PERIOD, "start"), (PERIOD, "end")
_OPEN = ".."
_LONGEST_ID = 60
# These files of a folder are the page of its list.
_PAGES = frozenset({"index", "readme"})


class RowReader:
    """Reads one row by a map.

    Args:
        row: The row.
        columns: The place of each column.
        map: The map.

    Attributes:
        problems: What found no place.
    """

    def __init__(self, row: Row, columns: Mapping[str, int], map: ImportMap) -> None:
        self._row, self._columns, self._map = row, columns, map
        self._placed: dict[TargetPath, Placed] = {}
        self._blank: list[Cell] = []
        self._lengths: dict[TargetPath, int] = {}
        self.problems: list[Problem] = []

    def _cell(self, rule: Rule) -> Cell:
        return self._row[self._columns[rule.column or ""]]

    def id(self, taken: Mapping[str, int]) -> tuple[str, Problem | None]:
        """Return the id of the row, or a problem.

        Args:
            taken: The lines of the ids before.
        """
        rule = self._map.id
        cell = self._cell(rule)
        text, hint = tidied(cell.text), "every row needs an id of its own"
        if self._map.is_blank(text):
            message = f"'{shown(rule.column or '')}' is blank: the row has no id"
            return "", Problem("skipped-row", cell.span, message, hint)
        id_ = _slug(rule.table.get(folded(text)) or text)
        if not id_ or id_ in _PAGES:
            message = f"no id can be made of '{shown(text)}'"
            return "", Problem("skipped-row", cell.span, message, hint)
        if id_ in taken:
            message = f"the id '{shown(id_)}' is that of line {taken[id_]}"
            return "", Problem("skipped-row", cell.span, message, hint)
        return id_, None

    def placed(self) -> dict[TargetPath, Placed]:
        """Return what the row says, by the fields that it goes to."""
        for placing in self._map.placings:
            if placing.rule.column is not None:
                self._place(placing)
        self._place_constants()
        self._join_period()
        self._check_coordinates()
        return self._placed

    def blanks(self) -> Iterator[Problem]:
        """Yield a problem that names the blank cells of the row, if it has any."""
        if self._blank:
            by_place = {cell.span: place for place, cell in enumerate(self._row)}
            names = {place: name for name, place in self._columns.items()}
            columns = dict.fromkeys(names[by_place[cell.span]] for cell in self._blank)
            message = f"blank, and so unknown: {', '.join(map(shown, columns))}"
            yield Problem("blank-value", self._blank[0].span, message)

    def _report(self, cell: Cell | Placed, message: str, hint: str = "") -> None:
        self.problems.append(Problem(CODE, cell.span, message, hint))

    def _place(self, placing: Placing) -> None:
        """Place what a column says."""
        rule, target = placing.rule, placing.target
        cell = self._cell(rule)
        if self._map.is_blank(cell.text):
            self._blank.append(cell)
            return
        if character := control_character(cell.text):
            message = f"'{rule.column}' holds the control character {character}"
            self._report(cell, message, "mend the table")
            return
        parts = cell.text.split(rule.separator) if rule.separator else [cell.text]
        # Each value keeps its place, so that those of two columns go together.
        found = [self._value(placing, cell, part) for part in parts]
        while parts and self._map.is_blank(parts[-1]):
            parts.pop()
        if not parts:
            self._blank.append(cell)
            return
        if target.spread_list is not None:
            self._spread(placing, cell, found[: len(parts)])
            return
        # A list that names a thing twice says no more than once.
        values = tuple(dict.fromkeys(value for value in found if value is not None))
        if values and target.is_list:
            self._put(target.path, values, cell, rule)
        elif len(values) > 1:
            self._report(cell, f"'{target.written}' holds one value, and the cell several")
        elif values:
            self._put(target.path, values[0], cell, rule)

    def _put(self, path: TargetPath, value: str | tuple[str, ...], cell: Cell, rule: Rule) -> None:
        self._placed[path] = Placed(value, cell.span, rule.column or "")

    def _value(self, placing: Placing, cell: Cell, part: str) -> str | None:
        """Return a value of a cell as the record has it; None where it says none."""
        text = tidied(part)
        if self._map.is_blank(text):
            return None
        if placing.rule.values:
            text = self._translated(placing.rule, cell, text)
        try:
            return _in_form(placing, text) if text else None
        except ValueError as error:
            said = str(error).removeprefix(repr(text)).strip()
            self._report(cell, f"{placing.rule.column} '{shown(part.strip())}' {said}")
            return None

    def _translated(self, rule: Rule, cell: Cell, text: str) -> str:
        """Return what the map has for a value; nothing where it has none."""
        key = folded(text)
        if key not in rule.table:
            near = nearest(text, rule.values)
            hint = f"add it to 'values', beside '{near}'?" if near else "add it to 'values'"
            self._report(cell, f"the map has no value for {rule.column} '{shown(text)}'", hint)
        return rule.table.get(key) or ""

    def _spread(self, placing: Placing, cell: Cell, values: list[str | None]) -> None:
        """Make an item of a list of each value."""
        length = self._lengths.setdefault(placing.target.spread_list or (), len(values))
        if length != len(values):
            message = f"'{placing.rule.column}' has {len(values)} values, and its neighbour"
            self._report(cell, f"{message} {length}: they do not go together")
            return
        for number, value in enumerate(values):
            if value is not None:
                path = _numbered(placing.target.path, number)
                self._put(path, (value,) if placing.target.is_list else value, cell, placing.rule)

    def _place_constants(self) -> None:
        """Place constants; an item of a list that is fed by columns has to say something first."""
        fed = {each.target.item for each in self._map.placings if each.rule.column is not None}
        said = {path[: len(item)] for path in self._placed for item in fed}
        for placing in self._map.placings:
            target, rule = placing.target, placing.rule
            if rule.column is not None:
                continue
            texts = tuple(as_markdown(each) if target.inline else each for each in rule.constant)
            placed = Placed(texts if target.is_list else texts[0], placing.span)
            if target.spread_list is not None:
                start = target.spread_list
                for path in [path for path in self._placed if path[: len(start)] == start]:
                    number = path[len(start)]
                    if isinstance(number, int):
                        self._placed.setdefault(_numbered(target.path, number), placed)
            elif not target.item or target.item not in fed or target.item in said:
                self._placed[target.path] = placed

    def _join_period(self) -> None:
        """Make a period of its two ends."""
        start, end = self._placed.pop(_START, None), self._placed.pop(_END, None)
        first = start or end
        if first is None:
            return
        text = _period(str(start.value) if start else "", str(end.value) if end else "")
        if text is None:
            self._report(first, "a period that is still running needs a start")
        elif start and end and parse_period(text).backwards:
            message = f"the end, {end.value}, lies before the start, {start.value}"
            self._report(end, message, "which of the two is wrong is not known: both are left out")
        else:
            self._placed[(PERIOD,)] = replace(first, value=text)

    def _check_coordinates(self) -> None:
        """Take out coordinates that are no place: half of one, or the origin of all."""
        points = {path[:-1] for path in self._placed if path[-1] in {"lat", "lon"}}
        for point in sorted(points, key=str):
            pair = [self._placed.get((*point, name)) for name in ("lat", "lon")]
            found = [each for each in pair if each is not None]
            if len(found) < 2:
                self._report(
                    found[0], "a latitude without a longitude, or the reverse, is no place"
                )
            elif all(_is_nought(str(each.value)) for each in found):
                message = "0° 0′ 0″ lies in the Gulf of Guinea: it is taken for unknown"
                self._report(found[0], message)
            else:
                continue
            for name in ("lat", "lon"):
                self._placed.pop((*point, name), None)
        for path in [path for path in self._placed if path[-1] == "precision"]:
            if (*path[:-1], "lat") not in self._placed:
                del self._placed[path]


def _in_form(placing: Placing, text: str) -> str:
    """Return a text in the form that its field has.

    Raises:
        ValueError: It is not in the form that the map tells.
    """
    rule, target = placing.rule, placing.target
    if target.end == "end" and folded(text) in set(map(folded, rule.open)):
        return _OPEN
    if rule.date:
        text = as_date(text, rule.date)
    if target.end:
        parse_moment(text)
    if target.coordinate:
        return as_coordinate(text, target.coordinate, rule.decimal)
    if target.number:
        return as_number(text, rule.decimal)
    return as_markdown(text) if target.inline else text


def _period(start: str, end: str) -> str | None:
    if not start and end == _OPEN:
        return None
    return start if start == end else f"{start}/{end}"


def _is_nought(text: str) -> bool:
    try:
        return float(text) == 0
    except ValueError:
        return False


def _numbered(path: TargetPath, number: int) -> TargetPath:
    return tuple(number if step == SPREAD else step for step in path)


def _slug(text: str) -> str:
    """Return a text as an id; nothing where no letter or digit of it can be one."""
    if re.fullmatch(ID_PATTERN, text) and len(text) <= _LONGEST_ID:
        return text
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST_ID].strip("-")
