"""Places in source files."""

from typing import NamedTuple


class Span(NamedTuple):
    """A place in a source file, for messages to authors.

    A study has one for each field of each record: a named tuple is made and compared faster than
    a dataclass.

    Attributes:
        file: Path from the root of the study, with forward slashes.
        line: Line number, from 1.
        column: Column number in characters, from 1.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
