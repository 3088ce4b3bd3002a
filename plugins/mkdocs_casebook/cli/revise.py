"""``casebook revise``: opening the next version of a definition in its file."""

import datetime
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_casebook.cli.terminal import FAILED, OK, USAGE, complain, print_text
from mkdocs_casebook.model.definition import Definition, Version
from mkdocs_casebook.model.document import Document, Locations
from mkdocs_casebook.model.edtf import parse_moment
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.publication import LOCK, Edition
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.reading.files import write_whole
from mkdocs_casebook.reading.front_matter import split
from mkdocs_casebook.reading.publication import read_publication
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.reading.yaml_mapping import read_mapping

_WIDTH = 100
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BY_HAND = "add the version by hand; `casebook check` tells whether it is right"


class _RefusedError(Exception):
    """The file cannot be revised; the second argument says what to do."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the next version goes.

    Attributes:
        line: The line of the file before which it stands, from 0.
        dash: How far its hyphen is indented.
        fields: How far its fields are indented.
    """

    line: int
    dash: int
    fields: int


def revise(file: Path, id: str, date: str | None) -> int:
    """Open the next version of a definition, with the text of the current one to start from.

    The comments and the layout of its file stay as they are, and nothing is written unless the
    file then reads as before with the new version at the end of its list.

    Args:
        file: The configuration of the study.
        id: Id of the definition.
        date: The date of the version, in EDTF; today where None.

    Returns:
        The exit code.
    """
    try:
        parse_moment(date := date or datetime.date.today().isoformat())
    except ValueError as error:
        complain(str(error), "write the date as in 2001-03-02 or 2001-03")
        return USAGE
    configuration, _ = read_configuration(file)
    study = read_study(configuration)
    try:
        document, record = _definition(study, id)
        _refuse_a_draft(configuration.root, document, record)
        path = configuration.root / document.path
        content = path.read_bytes()
        write_whole(path, _revised(content, record, date))
    except _RefusedError as refused:
        complain(*map(str, refused.args))
        return FAILED
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{id} cannot be revised: {error}")
        return FAILED
    _say_what_next(study, document, record.current.version + 1)
    return OK


def _definition(study: Study, id: str) -> tuple[Document, Definition]:
    document = study.find(Kind.DEFINITION, id)
    if document is not None and isinstance(document.record, Definition):
        return document, document.record
    for other in study.of_kind(Kind.DEFINITION):
        if isinstance(other.record, Definition) and id in other.record.former_ids:
            raise _RefusedError(f"'{id}' has another id now", f"casebook revise {other.id}")
    near = nearest(id, study.ids(Kind.DEFINITION))
    hint = f"did you mean '{near}'?" if near else "`casebook check` tells whether it can be read"
    raise _RefusedError(f"there is no definition '{shown(id)}'", hint)


def _refuse_a_draft(root: Path, document: Document, record: Definition) -> None:
    published, _ = read_publication(root)
    edition = Edition(document.id, record.current.version, document.language)
    former = (edition._replace(id=id) for id in record.former_ids)
    if published and not published.texts.keys() & {edition, *former}:
        raise _RefusedError(
            f"version {edition.version} of '{document.id}' is not published yet",
            f"it may still change: in {document.path}; or run `casebook publish` first",
        )


def _revised(content: bytes, record: Definition, date: str) -> bytes:
    """Return the file with the next version in it."""
    text = content.decode("utf-8-sig")
    lines = _LINE.findall(text)
    plain = [line.rstrip("\r\n") for line in lines]
    before, locations = _data("\n".join(plain))
    place = _place(plain, locations)
    end = "\r\n" if "\r\n" in text else "\n"
    added = _entry(record.current, date, place)
    after, _ = _data("\n".join([*plain[: place.line], *added, *plain[place.line :]]))
    if not _adds_one(before, after, record.current, date):
        raise _RefusedError(
            "the layout of the file is too unusual to add a version to it", _BY_HAND
        )
    head, tail = "".join(lines[: place.line]), "".join(lines[place.line :])
    mark = content[: len(content) - len(text.encode())]
    return mark + (head + "".join(line + end for line in added) + tail).encode()


def _data(text: str) -> tuple[Mapping[str, object], Locations]:
    parts = split(text)
    data, locations, problems = read_mapping(parts.front_matter or "", LOCK, parts.first_line)
    if data is None or problems:
        raise _RefusedError("the front matter cannot be read", "run `casebook check`")
    return data, locations


def _place(lines: list[str], locations: Locations) -> _Place:
    """Find the end of the last version: the next field, or the end of the front matter."""
    start = Span(LOCK)
    field, first = locations.of_key(("versions",), start), locations.of(("versions",), start)
    dash = first.column - 1
    if lines[first.line - 1][dash : dash + 1] != "-":
        raise _RefusedError("the versions stand in brackets", "write them as a list with hyphens")
    count = sum(1 for path in locations.values if len(path) == 2 and path[0] == "versions")
    last = locations.of(("versions", count - 1), start)
    fields = last.column - 1 if lines[last.line - 1][last.column - 1] != "{" else dash + 2
    others = [span.line for path, span in locations.keys.items() if len(path) == 1]
    closing = next(
        number
        for number, line in enumerate(lines[1:], start=2)
        if number > last.line and line.rstrip() in {"---", "..."}
    )
    line = min([each for each in others if each > field.line] + [closing]) - 1
    while not lines[line - 1].strip() or _is_comment(lines[line - 1], dash):
        line -= 1
    return _Place(line, dash, fields)


def _is_comment(line: str, dash: int) -> bool:
    """Tell whether a line is a comment about the field that follows."""
    indentation = len(line) - len(line.lstrip())
    return line.lstrip().startswith("#") and indentation <= dash


def _entry(current: Version, date: str, place: _Place) -> list[str]:
    """Return the lines of the next version."""
    margin = " " * place.fields
    hyphen = " " * place.dash + "-" + " " * (place.fields - place.dash - 1)
    text = current.definition
    wrapped = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    if "\n" in text:
        style, written = "|-", text.split("\n")
    else:
        style, written = ">-", wrapped if " ".join(wrapped) == text else [text]
    return [
        f"{hyphen}version: {current.version + 1}",
        f'{margin}date: "{date}"',
        f"{margin}definition: {style}",
        *(f"{margin}  {line}" if line else "" for line in written),
        f"{margin}change:",
    ]


def _adds_one(
    before: Mapping[str, object], after: Mapping[str, object], current: Version, date: str
) -> bool:
    """Tell whether the new version is all that was added."""
    old, new = before.get("versions"), after.get("versions")
    if not isinstance(old, list) or not isinstance(new, list):
        return False
    added = {
        "version": str(current.version + 1),
        "date": date,
        "definition": current.definition,
        "change": None,
    }
    return new == [*old, added] and {**after, "versions": old} == before


def _say_what_next(study: Study, document: Document, number: int) -> None:
    translations = [
        found.path
        for language in study.settings.languages
        if language != document.language
        and (found := study.find(Kind.DEFINITION, document.id, language))
    ]
    print_text(f"{document.path} has a version {number} now. Next:")
    print_text("  1. change its text, and say under 'change' why it differs")
    print_text("  2. run `casebook check`")
    print_text(f"  3. run `casebook publish`, and commit {LOCK} with the record")
    for path in translations:
        print_text(f"  {path} follows an older version until it says: {document.id}@{number}")
