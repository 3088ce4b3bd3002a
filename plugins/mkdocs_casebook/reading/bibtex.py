"""The bibliography: BibTeX, parsed by pybtex, with the line of each entry and field."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pybtex.database.input.bibtex import LowLevelParser, UndefinedMacro, month_names
from pybtex.exceptions import PybtexError
from pybtex.scanner import (
    Literal,
    Pattern,
    PrematureEOF,
    PybtexSyntaxError,
    Token,
    TokenRequired,
)
from pybtex.utils import CaseInsensitiveDict

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.text import shown

_COMMAND = re.compile(
    r"(?P<remark>^[ \t]*%[^\n]*)|@[ \t]*(?P<name>[A-Za-z][\w-]*)[ \t\n]*(?P<open>[{(])?",
    re.MULTILINE,
)
_NEXT_ENTRY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z][\w-]*[ \t\n]*[{(]", re.MULTILINE)
_SIMPLE_FIELD = re.compile(
    r"\s*(?P<name>[A-Za-z][\w-]*)\s*=\s*"
    r"\{(?P<value>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\s*(?:,|(?=\}))"
)
"""The field as nearly all are written, with a value in braces: read in one go, for speed."""
_LEFT_OVER = re.compile(r"\s*[,}]")
_IN_BRACES = re.compile("[{}]")
_IN_QUOTES = re.compile('[{}"]')
_NOT_ENTRIES = frozenset({"string", "preamble"})
_MAX_DEPTH = 100
_DEEPEST_INDENT = 80
_EXPECTED = {
    "'}' expected": "a comma or the closing brace is missing before this",
    "')' expected": "a comma or the closing parenthesis is missing before this",
    "'=' expected": "'=' is missing behind the name of a field",
    "field value expected": "a field has no value",
    "entry key expected": "it has no key",
    "a valid name expected": "a name is missing",
    "unbalanced braces": "quotation marks are not closed, or there is a brace too many in them",
    "too many nested braces": "braces stand more than a hundred deep",
    "premature end of file": "it is not closed",
}
"""What pybtex says, and what it means to an author."""


@dataclass(frozen=True, slots=True)
class _Entry:
    start: int
    end: int
    kind: str
    key: str
    fields: list[tuple[str, str, int]]
    """Name, value and place of each field."""


class _Parser(LowLevelParser):  # type: ignore[misc]
    """pybtex's parser, which here goes on at the next entry after a broken one.

    pybtex itself reads on from where the error stood, so that one missing brace swallows all
    the entries behind it.
    """

    def __init__(self, text: str, file: str) -> None:
        super().__init__(text, macros=CaseInsensitiveDict(month_names))
        self.pos: int = 0
        self._file = file
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._limit = len(text)
        self._field_start = 0
        self._unbalanced = False
        self.problems: list[Problem] = []

    def span(self, offset: int) -> Span:
        line = bisect_right(self._starts, offset) - 1
        return Span(self._file, line + 1, offset - self._starts[line] + 1)

    def entries(self) -> Iterator[_Entry]:
        """Yield the entries that can be read; report the others."""
        while match := _COMMAND.search(self.text, self.pos):
            start, name = match.start(), (match["name"] or "").lower()
            self.pos = match.end()
            if not match["open"]:
                if name not in {"", "comment"} and self._begins_line(start):
                    self._report(start, f"'@{name}' has no opening brace")
                continue
            if name == "comment":
                self._skip_comment(start, match.end() - 1)
                continue
            entry = self._command(start, name)
            if entry is not None:
                yield entry

    def _command(self, start: int, name: str) -> _Entry | None:
        # A quotation may hold "@word{" at the start of a line. Once a brace is known to be
        # missing, though, nothing can be told from reading on to the end.
        self._limit = self._next_entry(start) if self._unbalanced else len(self.text)
        self.command_start, self.pos = start, start + 1
        try:
            self.parse_command()
        except PybtexSyntaxError as error:
            following = self._next_entry(start)
            reason = self._reason(error, following)
            self._report(start, f"{self._label(name)} cannot be read: {reason}")
            self._unbalanced = self._unbalanced or self.pos >= following
            self.pos = following
            return None
        if name in _NOT_ENTRIES:
            return None
        if _LEFT_OVER.match(self.text, self.pos):
            reason = "it is closed here, but goes on; there is a brace too many before"
            self._report(self.pos - 1, f"{self._label(name)} cannot be read whole: {reason}")
        return _Entry(start, self.pos, name, self.current_entry_key, self.current_fields)

    def _next_entry(self, start: int) -> int:
        following = _NEXT_ENTRY.search(self.text, start + 1)
        return following.start() if following else len(self.text)

    def _skip_comment(self, start: int, opening: int) -> None:
        depth = 0
        limit = self._next_entry(start) if self._unbalanced else len(self.text)
        for match in _IN_BRACES.finditer(self.text, opening, limit):
            depth += 1 if match[0] == "{" else -1
            if depth <= 0:
                self.pos = match.end()
                return
        self._report(start, "the comment is not closed")
        self._unbalanced = True
        self.pos = self._next_entry(start)

    def parse_entry_fields(self) -> None:
        while True:
            while field := _SIMPLE_FIELD.match(self.text, self.pos, self._limit):
                self.current_fields.append((field["name"], field["value"], field.start("name")))
                self.pos = field.end()
            name = self.optional([self.NAME])
            if name is not None:
                self._field_start = self.pos - len(name.value)
                self.current_field_name = name.value
                self.required([self.EQUALS])
                self.parse_value()
                value = "".join(self.current_value)
                self.current_fields.append((name.value, value, self._field_start))
                self.current_field_name = None
            if not self.optional([self.COMMA]):
                return

    def parse_string(
        self, string_end: Literal, level: int = 0, max_level: int = _MAX_DEPTH
    ) -> Iterator[Token]:
        """Yield the value up to its closing brace or quotation mark, in one search."""
        pattern, closing = (_IN_QUOTES, '"') if string_end is self.QUOTE else (_IN_BRACES, "}")
        for match in pattern.finditer(self.text, self.pos, self._limit):
            character = match[0]
            if level == 0 and character == closing:
                value = self.text[self.pos : match.end()]
                self.pos = match.end()
                yield Token(value, string_end)
                return
            if character == "{":
                level += 1
            elif character == "}":
                level -= 1
            if not 0 <= level <= max_level:
                self.pos = match.end()
            if level < 0:
                raise PybtexSyntaxError("unbalanced braces", self)
            if level > max_level:
                raise PybtexSyntaxError("too many nested braces", self)
        self.pos = self._limit
        raise PrematureEOF(self)

    def update_lineno(self, value: str) -> None:
        """Do nothing: places tell the lines."""

    def get_token(self, patterns: Iterable[Pattern], allow_eof: bool = False) -> Token | None:
        self.eat_whitespace()
        if self.pos >= self._limit:
            raise PrematureEOF(self)
        for pattern in patterns:
            if match := pattern.match(self.text, self.pos):
                self.pos = match.end()
                return Token(match[0], pattern)
        return None

    def handle_error(self, error: PybtexError) -> None:
        if not isinstance(error, UndefinedMacro):
            raise error
        name = str(error).rpartition(" ")[2]
        span = self.span(self.pos - len(name))
        message = f"nothing defines the string '{name}'"
        hint = "write the value in braces, or define it with @string"
        self.problems.append(Problem("undefined-string", span, message, hint))

    def _reason(self, error: PybtexSyntaxError, following: int) -> str:
        reason = _EXPECTED.get(str(error.args[0]), str(error.args[0]))
        field, line = self.current_field_name, self.span(self._field_start).line
        if isinstance(error, TokenRequired) and following <= self.pos < len(self.text):
            next_line = self.span(following).line
            return f"a closing brace is missing before the next entry (line {next_line})"
        if isinstance(error, TokenRequired):
            return f"{reason} (line {self.span(min(self.pos, len(self.text))).line})"
        return f"{reason} (field '{field}', line {line})" if field else reason

    def _label(self, name: str) -> str:
        key = self.current_entry_key
        return f"the entry '{shown(key)}'" if key else f"'@{name}'"

    def _report(self, offset: int, message: str) -> None:
        hint = "check its braces, quotation marks and commas"
        self.problems.append(Problem("unreadable-entry", self.span(offset), message, hint))

    def _begins_line(self, offset: int) -> bool:
        start = self._starts[bisect_right(self._starts, offset) - 1]
        return offset - start <= _DEEPEST_INDENT and not self.text[start:offset].strip()


def read_bibliography(text: str, file: str) -> tuple[dict[str, Reference], list[Problem]]:
    """Read BibTeX into references.

    A broken entry is reported and left out; all others are kept. Of two entries with one key the
    first is kept. Lines that begin with ``%`` between entries are remarks.

    Args:
        text: The BibTeX.
        file: The file that it stands in.

    Returns:
        The references by key, in the order of the file, and the problems found.
    """
    parser = _Parser(text, file)
    references: dict[str, Reference] = {}
    folded: dict[str, Reference] = {}
    for entry in parser.entries():
        known = folded.get(entry.key.casefold())
        if known is not None:
            parser.problems.append(taken_key(entry.key, parser.span(entry.start), known))
            continue
        reference = _reference(entry, parser)
        references[entry.key] = folded[entry.key.casefold()] = reference
    return references, sorted(parser.problems, key=lambda problem: problem.span)


def taken_key(key: str, span: Span, known: Reference) -> Problem:
    """Return the problem of a second entry with one key.

    Args:
        key: The key.
        span: Where the second entry stands.
        known: The first entry.
    """
    where = f"line {known.span.line}" if known.span.file == span.file else str(known.span)
    message = f"the key '{key}' is taken by the entry at {where}"
    if known.key != key:
        message += f", '{known.key}': upper and lower case make no difference"
    return Problem("duplicate-key", span, message, "give one of the two another key, or merge them")


def _reference(entry: _Entry, parser: _Parser) -> Reference:
    values: dict[str, str] = {}
    places: dict[str, Span] = {}
    for name, value, place in entry.fields:
        lowered, span = name.lower(), parser.span(place)
        if lowered in values:
            message = f"the entry '{entry.key}' has the field '{lowered}' twice"
            hint = f"keep one of them; until then, that of line {places[lowered].line} counts"
            parser.problems.append(Problem("duplicate-field", span, message, hint))
            continue
        values[lowered] = " ".join(value.split())
        places[lowered] = span
    source = parser.text[entry.start : entry.end]
    span = parser.span(entry.start)
    return Reference(entry.key, entry.kind, values, span, places, source)
