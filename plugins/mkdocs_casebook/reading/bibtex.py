"""The bibliography: BibTeX, parsed by pybtex, with the line of each entry and field."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from pybtex.database.input.bibtex import LowLevelParser, UndefinedMacro, month_names
from pybtex.exceptions import PybtexError
from pybtex.scanner import PybtexSyntaxError
from pybtex.utils import CaseInsensitiveDict

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.span import Span

_NEXT_COMMAND = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_NOT_ENTRIES = frozenset({"string", "preamble", "comment"})


class _Parser(LowLevelParser):  # type: ignore[misc]
    """pybtex's parser, which here goes on at the next entry after a broken one.

    pybtex itself reads on from where the error stood, so that one missing brace swallows all
    the entries behind it.
    """

    def __init__(self, text: str, file: str) -> None:
        super().__init__(text, macros=CaseInsensitiveDict(month_names))
        self._file = file
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.problems: list[Problem] = []
        self.field_starts: list[int] = []

    def span(self, offset: int) -> Span:
        line = bisect_right(self._starts, offset) - 1
        return Span(self._file, line + 1, offset - self._starts[line] + 1)

    def entries(self) -> Iterator[tuple[int, str, str, list[tuple[str, list[str]]], list[int]]]:
        """Yield the start, type, key, fields and places of the fields of each entry."""
        while self.skip_to([self.AT]):
            start = self.command_start = self.pos - 1
            self.field_starts = []
            try:
                command = tuple(self.parse_command())
            except PybtexSyntaxError as error:
                self._report(error, start)
                following = _NEXT_COMMAND.search(self.text, start + 1)
                if following is None:
                    return
                self.pos = following.start()
                continue
            except PybtexError:
                continue
            except Exception as error:  # noqa: BLE001
                if type(error).__name__ != "SkipEntry":
                    raise
                continue
            if command[0].lower() not in _NOT_ENTRIES:
                key, fields = command[1]
                yield start, command[0].lower(), key, fields, self.field_starts

    def parse_field(self) -> None:
        before = self.pos
        super().parse_field()
        if self.current_field_name and self.current_value:
            match = re.compile(r"\s*").match(self.text, before)
            self.field_starts.append(match.end() if match else before)

    def handle_error(self, error: PybtexError) -> None:
        if isinstance(error, UndefinedMacro):
            name = str(error).rpartition(" ")[2]
            self.problems.append(
                Problem(
                    "undefined-string",
                    self.span(self.pos - 1),
                    f"nothing defines the string {name}",
                    "write the value in braces, or define it with @string",
                )
            )
            return
        raise error

    def _report(self, error: PybtexSyntaxError, start: int) -> None:
        key = f" '{self.current_entry_key}'" if self.current_entry_key else ""
        reason = str(error).partition(": ")[2] or str(error)
        at = self.span(min(self.pos, self.end_pos))
        self.problems.append(
            Problem(
                "unreadable-entry",
                self.span(start),
                f"the entry{key} cannot be read: {reason} (line {at.line})",
                "check its braces, quotation marks and commas; the entry is left out until then",
            )
        )


def read_bibliography(text: str, file: str) -> tuple[dict[str, Reference], list[Problem]]:
    """Read BibTeX into references.

    A broken entry is reported and left out; all others are kept. Of two entries with one key the
    first is kept.

    Args:
        text: The BibTeX.
        file: The file that it stands in.

    Returns:
        The references by key, in the order of the file, and the problems found.
    """
    parser = _Parser(text, file)
    references: dict[str, Reference] = {}
    folded: dict[str, Reference] = {}
    for start, kind, key, fields, places in parser.entries():
        span = parser.span(start)
        known = folded.get(key.casefold())
        if known is not None:
            parser.problems.append(
                Problem(
                    "duplicate-key",
                    span,
                    f"the key '{key}' is taken by the entry at line {known.span.line}",
                    "give one of the two another key, or merge them",
                )
            )
            continue
        values: dict[str, str] = {}
        lines: dict[str, int] = {}
        for (name, parts), place in zip(fields, places, strict=False):
            lowered, line = name.lower(), parser.span(place).line
            if lowered in values:
                parser.problems.append(
                    Problem(
                        "duplicate-field",
                        Span(file, line),
                        f"the entry '{key}' has the field '{lowered}' twice",
                        "keep one of them; the first counts until then",
                    )
                )
                continue
            values[lowered] = " ".join("".join(parts).split())
            lines[lowered] = line
        source = text[start : parser.pos] if parser.pos > start else ""
        references[key] = folded[key.casefold()] = Reference(
            key, kind, values, span, lines, source
        )
    return references, sorted(parser.problems, key=lambda problem: problem.span)
