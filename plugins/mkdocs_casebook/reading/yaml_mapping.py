"""YAML mappings with the place of every key and value."""

import re
from bisect import bisect_right
from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from mkdocs_casebook.model.document import Locations, Path
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 24
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_CHECK = "check the indentation and the quotation marks here and in the line above"
_QUOTE = "close what is open, and put quotation marks around a value that begins with [ or {"
_REASONS = {
    "mapping values are not allowed in this context": (
        "a colon stands where none can",
        "put quotation marks around a value that holds ': ', and check the indentation",
    ),
    "found character that cannot start any token": (
        "a value cannot start with this character",
        "put quotation marks around the value",
    ),
    "could not find expected ':'": (
        "this line is neither a field nor a part of the value above",
        "write 'name: value', or indent the line under the field that it belongs to",
    ),
    "did not find expected key": (
        "here a field should start",
        "indent the line like its neighbours; leave nothing behind a closing quotation mark",
    ),
    "did not find expected '-' indicator": (
        "here the next item of the list should start",
        "begin it with a hyphen, indented like the items above",
    ),
    "did not find expected ',' or ']'": ("the list in brackets is not closed", _QUOTE),
    "did not find expected ',' or '}'": ("the mapping in braces is not closed", _QUOTE),
    "found unexpected end of stream": (
        "the quotation marks are not closed",
        "close them; write a quotation mark inside them as \\\" or ''",
    ),
    "control characters are not allowed": ("this is a control character", "delete it"),
}
"""What the parser says, what it means to an author, and what to do."""
_BEGUN = frozenset({"']'", "'}'", "':'", "stream"})
"""Last words of the reasons whose cause stands where something was begun."""


class _RefusedError(Exception):
    """The YAML is well formed, but not of the plain kind that front matter may be."""

    def __init__(self, event: Event, message: str, hint: str) -> None:
        super().__init__(message)
        self.event, self.hint = event, hint


def read_mapping(
    text: str, file: str, first_line: int = 1, code: str = "invalid-front-matter"
) -> tuple[dict[str, object] | None, Locations, list[Problem]]:
    """Read a YAML mapping into plain data.

    Every scalar stays the text that was written, but for null: the models make numbers of it
    where they want numbers, so that ``2.50`` keeps its zero and ``NO`` is Norway. Aliases are
    refused: nothing in front matter needs them, and they can expand without bound.

    Args:
        text: The YAML.
        file: The file that it stands in, for messages.
        first_line: Line of the file at which the YAML starts.
        code: Code of the problem when it cannot be read.

    Returns:
        The mapping (None when it cannot be read), the places of its keys and values, and the
        problems found.
    """
    reader = _Reader(text, file, first_line)
    try:
        data = reader.document()
    except yaml.YAMLError as error:
        return None, Locations(), [_syntax_problem(error, text, reader, code)]
    except _RefusedError as refused:
        problem = Problem(code, reader.span(refused.event), str(refused), refused.hint)
        return None, Locations(), [problem]
    return data, Locations(reader.keys, reader.values), reader.problems


class _Reader:
    """Builds data from the events of the parser.

    PyYAML's own composer calls itself for every level, and ends the process at a deep one.
    """

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self._file, self._first_line = file, first_line
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        # YAML counts lines by more than line feeds; editors and people do not.
        self._same_lines = not any(each in text for each in "\r\x85\u2028\u2029")
        self._events: Iterator[Event] = yaml.parse(text, Loader=_LOADER)
        self.keys: dict[Path, Span] = {}
        self.values: dict[Path, Span] = {}
        self.problems: list[Problem] = []

    def span(self, event: Event) -> Span:
        mark = event.start_mark
        if mark is not None and self._same_lines:
            return Span(self._file, self._first_line + mark.line, mark.column + 1)
        return self.place(mark.index if mark is not None else 0)

    def place(self, offset: int) -> Span:
        line = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[line] + 1
        return Span(self._file, self._first_line + line, column)

    def document(self) -> dict[str, object]:
        root = next((event for event in self._events if isinstance(event, NodeEvent)), None)
        if root is None:
            return {}
        if not isinstance(root, MappingStartEvent):
            if _is_null(root):
                return {}
            raise _RefusedError(root, "this is not a mapping", "write fields as 'name: value'")
        self.values[()] = self.span(root)
        data = self._mapping((), 0)
        second = next((event for event in self._events if isinstance(event, NodeEvent)), None)
        if second is not None:
            raise _RefusedError(second, "a second document starts here", "write one mapping only")
        return data

    def _value(self, event: Event, path: Path, depth: int) -> object:
        if depth > _MAX_DEPTH:
            raise _RefusedError(
                event, f"values are nested more than {_MAX_DEPTH} deep", "unfold them"
            )
        self.values[path] = self.span(event)
        if isinstance(event, ScalarEvent):
            return None if _is_null(event) else event.value
        if isinstance(event, MappingStartEvent):
            return self._mapping(path, depth)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path, depth)
        hint = (
            "write the value out in both places; a value that begins with * needs quotation marks"
        )
        raise _RefusedError(event, "YAML aliases are not allowed", hint)

    def _sequence(self, path: Path, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            items.append(self._value(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, object]:
        data: dict[str, object] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                hint = "write 'name: value'; a value that begins with { or [ needs quotation marks"
                raise _RefusedError(event, "the name of a field must be a word", hint)
            key = event.value
            here = (*path, key)
            if key in data:
                self._duplicate(event, here)
                continue
            self.keys[here] = self.span(event)
            data[key] = self._value(next(self._events), here, depth + 1)
        return data

    def _duplicate(self, event: ScalarEvent, path: Path) -> None:
        first = self.keys[path].line
        message = f"'{event.value}' stands twice; the first is at line {first}"
        problem = Problem("duplicate-field", self.span(event), message, "keep one of them")
        self.problems.append(problem)
        depth = 0
        for inner in self._events:
            if isinstance(inner, MappingStartEvent | SequenceStartEvent):
                depth += 1
            elif isinstance(inner, MappingEndEvent | SequenceEndEvent):
                depth -= 1
            elif isinstance(inner, AliasEvent):
                continue
            if depth == 0:
                return


def _is_null(event: Event) -> bool:
    return (
        isinstance(event, ScalarEvent)
        and not event.style
        and event.tag is None
        and event.value in _NULL
    )


def _syntax_problem(error: yaml.YAMLError, text: str, reader: _Reader, code: str) -> Problem:
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "invalid YAML"
    message, hint = _REASONS.get(reason, (f"YAML: {reason}", _CHECK))
    mark = getattr(error, "problem_mark", None)
    if reason.split()[-1] in _BEGUN or mark is None:
        mark = getattr(error, "context_mark", None) or mark
    # An error of the characters themselves has a position, and no mark.
    position: int = mark.index if mark is not None else getattr(error, "position", None) or 0
    start = text.rfind("\n", 0, position) + 1
    indentation = re.compile(r"\s*").match(text, start)
    if indentation and "\t" in indentation[0]:
        message, hint = "a tab stands in the indentation", "indent with spaces"
    return Problem(code, reader.place(min(position, len(text))), message, hint)
