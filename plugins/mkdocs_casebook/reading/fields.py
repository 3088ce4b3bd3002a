"""The records and sources that the fields of a record mention."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pydantic import BaseModel

from mkdocs_casebook.model.document import Locations, Path
from mkdocs_casebook.model.fields import Address, Inline, Refers
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Mention, Target, parse_target
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.record import EvidenceKind, Record
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.text import shown
from mkdocs_casebook.model.walk import walk
from mkdocs_casebook.reading.markdown import scan

_TELLING = ("text", "definition", "fact", "rationale", "claim", "mechanism", "statement")
_NAMING = ("name", "title", "term", "by", "note", "question")


def mentions_in(
    record: Record, locations: Locations, files: Mapping[str, list[str]], start: Span
) -> tuple[list[Mention], list[Problem]]:
    """Find what the fields of a record mention.

    Args:
        record: The record.
        locations: Where its fields stand.
        files: The lines of the files that the locations name.
        start: The start of the record's file.

    Returns:
        The mentions in the order of the fields, and the problems in their Markdown.
    """
    work = _Fields(record, locations, files, start)
    for path, text, marks in walk(record):
        for mark in marks:
            if isinstance(mark, Refers):
                work.refers(path, Target(mark.kind, text))
            elif isinstance(mark, Address):
                work.address(path, text)
            elif isinstance(mark, Inline):
                work.inline(path, text)
    return work.mentions, work.problems


class _Fields:
    """Collects the mentions in the fields of one record."""

    def __init__(
        self,
        record: Record,
        locations: Locations,
        files: Mapping[str, list[str]],
        start: Span,
    ) -> None:
        self._record, self._locations, self._files = record, locations, files
        self._start = start
        self._told: dict[Path, str] = {}
        self.mentions: list[Mention] = []
        self.problems: list[Problem] = []

    def refers(self, path: Path, target: Target) -> None:
        """Take in a field that holds an id or a key."""
        span = self._locations.of(path, self._start)
        cites = target.kind is Kind.SOURCE
        quoted = _quoted(self._record, path)
        sentence = self._sentence(path)
        self.mentions.append(Mention(target, span, sentence, quoted, path=path, cites=cites))

    def address(self, path: Path, text: str) -> None:
        """Take in a field that holds the address of a record."""
        span = self._locations.of(path, self._start)
        target = parse_target(text)
        if target is not None:
            self.mentions.append(Mention(target, span, self._sentence(path), path=path))
            return
        message = f"'{shown(text)}' is not the address of a record"
        hint = "write its kind and id, as in case:safer-cities or term:partnership@2"
        self.problems.append(Problem("invalid-value", span, message, hint))

    def inline(self, path: Path, text: str) -> None:
        """Take in a field that holds inline Markdown."""
        if not any(mark in text for mark in "@[<{"):
            return
        span = self._locations.of(path, self._start)
        found = scan(text, span.file)
        places = _Places(self._files.get(span.file, []), span)
        for each in found.mentions:
            key = each.target.id
            words = (f"@{key}", f"@{{{key}") if each.cites else (str(each.target),)
            place = places.of(*words)
            mention = Mention(each.target, place, each.sentence, path=path, cites=each.cites)
            self.mentions.append(mention)
        self.problems += (replace(problem, span=span) for problem in found.problems)

    def _sentence(self, path: Path) -> str:
        """Return the text to which a source or record in a field belongs."""
        around = path[:-1]
        if around not in self._told:
            self._told[around] = _told(self._record, path)
        return self._told[around]


class _Places:
    """Finds words of a field in the file, each behind the one before.

    YAML folds lines and drops quotation marks, so a place in the value says little about the
    place in the file; the words themselves do.
    """

    def __init__(self, lines: list[str], start: Span) -> None:
        self._lines, self._start = lines, start
        self._line, self._column = start.line, start.column

    def of(self, *words: str) -> Span:
        for number in range(self._line, min(len(self._lines), self._line + 200) + 1):
            line = self._lines[number - 1]
            offset = self._column - 1 if number == self._line else 0
            found = [at for word in words if (at := line.find(word, offset)) >= 0]
            if found:
                self._line, self._column = number, min(found) + 2
                return Span(self._start.file, number, min(found) + 1)
        return self._start


def _quoted(record: Record, path: Path) -> str:
    """Return the language of the text to which a field belongs, if that is a quotation."""
    for part in reversed([*_parts(record, path)]):
        if _text(part, "text") and _text(part, "kind") in {"", EvidenceKind.QUOTATION.value}:
            return _text(part, "language")
    return _text(record, "language") if len(path) == 1 and _text(record, "wording") else ""


def _told(record: Record, path: Path) -> str:
    told = ""
    if len(path) == 1:
        return _text(record, "wording") or _text(record, "summary") or record.name
    for part in _parts(record, path):
        telling = next((text for name in _TELLING if (text := _text(part, name))), "")
        told = (
            telling or told or next((text for name in _NAMING if (text := _text(part, name))), "")
        )
    return told


def _parts(record: Record, path: Path) -> Iterator[BaseModel]:
    value: object = record
    for step in path[:-1]:
        if isinstance(value, BaseModel) and isinstance(step, str):
            value = getattr(value, step)
        elif isinstance(value, tuple) and isinstance(step, int):
            value = value[step]
        if isinstance(value, BaseModel):
            yield value


def _text(part: BaseModel, name: str) -> str:
    value = getattr(part, name, None) if name in type(part).model_fields else None
    return value if isinstance(value, str) else ""
