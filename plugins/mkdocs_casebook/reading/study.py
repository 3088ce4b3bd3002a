"""Reading a whole study, in all its languages."""

import gc
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs_casebook.model.document import Document, Locations
from mkdocs_casebook.model.fields import ID_PATTERN
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.records import MODELS
from mkdocs_casebook.model.settings import Settings
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.reading.bibliography import read_named, read_references
from mkdocs_casebook.reading.fields import mentions_in
from mkdocs_casebook.reading.files import read_text
from mkdocs_casebook.reading.front_matter import split
from mkdocs_casebook.reading.markdown import Scan, scan
from mkdocs_casebook.reading.publication import read_publication
from mkdocs_casebook.reading.settings import Configuration
from mkdocs_casebook.reading.translation import overlay
from mkdocs_casebook.reading.validation import validate
from mkdocs_casebook.reading.yaml_mapping import read_mapping

_TRANSLATES = re.compile(rf"(?P<id>{ID_PATTERN}|\S+?)(?:@(?P<version>\d+))?")


@dataclass(frozen=True, slots=True)
class _File:
    """A Markdown file, split and parsed, not yet validated."""

    path: str
    page: str
    language: str
    kind: Kind | None
    id: str
    data: Mapping[str, object] | None
    locations: Locations
    body: str
    body_line: int
    lines: list[str]
    scan: Scan

    @property
    def translates(self) -> str:
        value = self.data.get("translates") if self.data else None
        return str(value) if value is not None else ""


def read_study(configuration: Configuration) -> Study:
    """Read a study.

    Args:
        configuration: Where it lies and how it is laid out.

    Returns:
        The study with everything that could be read, and the problems of the files themselves;
        ``checks`` finds the problems between them. Never raises on content.
    """
    settings, root = configuration.settings, configuration.root
    problems: list[Problem] = []
    with collector_paused():
        references = read_references(settings, root, problems)
        style = ""
        if settings.citations.csl_file:
            style, found = read_named(settings.citations.csl_file, root)
            problems += found
        files = [
            _read_file(path, root, settings, language, problems)
            for language, folder in settings.languages.items()
            for path in _markdown_files(root / folder)
        ]
        documents = _Documents(settings, files, problems).read()
        publication, found = read_publication(root)
        problems += found
    return Study(
        settings,
        tuple(sorted(documents, key=lambda document: document.path)),
        references,
        tuple(dict.fromkeys(problems)),
        style,
        publication,
    )


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking a growing study again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _markdown_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.rglob("*.md") if path.is_file())


def _read_file(
    path: Path, root: Path, settings: Settings, language: str, problems: list[Problem]
) -> _File:
    folder = settings.languages[language]
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    page = path.relative_to(root / folder).as_posix()
    text, found = read_text(path, name)
    problems += found
    parts = split(text)
    data: Mapping[str, object] | None = None
    locations = Locations()
    *folders, stem = page.removesuffix(".md").split("/")
    kind = Kind.of_folder(folders[0]) if folders else None
    if stem in {"index", "README"} or kind not in settings.kinds:
        kind = None
    if kind is not None and len(folders) > 1:
        message = f"records of this kind lie directly in {folders[0]}/"
        hint = f"move the file to {folder}/{folders[0]}/"
        problems.append(Problem("misplaced-record", Span(name), message, hint))
    if parts.front_matter is not None and not parts.closed:
        message = "the front matter has no closing line"
        hint = "end it with a line of three hyphens"
        problems.append(Problem("invalid-front-matter", Span(name), message, hint))
    elif parts.front_matter is not None:
        data, locations, found = read_mapping(parts.front_matter, name, parts.first_line)
        problems += found
    elif kind is not None and not found:
        what = "the file is empty" if not text.strip() else "the file has no front matter"
        hint = "start it with a line of three hyphens, the fields, and three hyphens again"
        if re.match(r"\s*\n---[ \t]*\n", f"\n{text[:2000]}"):
            what = "something stands before the front matter"
            hint = "its line of three hyphens must be the first of the file"
        problems.append(Problem("no-front-matter", Span(name), what, hint))
    scanned = scan(parts.body, name, parts.body_line)
    problems += scanned.problems
    lines = text.split("\n")
    return _File(
        name,
        page,
        language,
        kind,
        stem,
        data,
        locations,
        parts.body,
        parts.body_line,
        lines,
        scanned,
    )


class _Documents:
    """Makes documents of files: validates records, and puts translations over their originals."""

    def __init__(self, settings: Settings, files: list[_File], problems: list[Problem]) -> None:
        self._settings = settings
        self._files = files
        self._problems = problems
        self._originals = {
            (file.kind, file.id): file
            for file in files
            if file.kind is not None and file.language == settings.original
        }
        self._lines = {file.path: file.lines for file in files}

    def read(self) -> list[Document]:
        return [self._document(file) for file in self._files]

    def _document(self, file: _File) -> Document:
        plain = Document(
            file.path,
            file.page,
            file.language,
            _title(file),
            file.body,
            file.body_line,
            headings=file.scan.headings,
            mentions=file.scan.mentions,
            locations=file.locations,
        )
        if file.kind is None:
            self._suspect_record(file)
            return plain
        id, data, locations, version = file.id, file.data, file.locations, None
        if file.translates:
            id, data, locations, version = self._over_original(file)
        elif file.language != self._settings.original and data is not None:
            self._untied(file)
        self._check_id(file)
        record = self._record(file, data, locations)
        plain = replace(plain, kind=file.kind, id=id, translates=version, locations=locations)
        if record is None:
            return plain
        mentions, problems = mentions_in(record, locations, self._lines, Span(file.path))
        self._problems += problems
        return replace(
            plain,
            record=record,
            title=record.name or plain.title,
            mentions=(*mentions, *file.scan.mentions),
            translated=bool(file.translates),
        )

    def _record(
        self, file: _File, data: Mapping[str, object] | None, locations: Locations
    ) -> Record | None:
        if file.kind is None or data is None:
            return None
        record, problems = validate(MODELS[file.kind], data, locations, file.path)
        likely = _likely_kind(data) if problems else None
        if likely not in {None, file.kind}:
            self._misplaced(file, likely)
        else:
            self._problems += problems
        return record

    def _misplaced(self, file: _File, kind: Kind | None) -> None:
        if kind is None:
            return
        message = f"these are the fields of a {kind.value}"
        hint = f"move the file to {self._settings.languages[file.language]}/{kind.folder}/"
        self._problems.append(Problem("misplaced-record", Span(file.path), message, hint))

    def _suspect_record(self, file: _File) -> None:
        """Report a plain page whose front matter is that of a record."""
        if file.data and (kind := _likely_kind(file.data)) is not None:
            self._misplaced(file, kind)

    def _check_id(self, file: _File) -> None:
        if file.kind is Kind.SOURCE or re.fullmatch(ID_PATTERN, file.id):
            return
        message = f"'{file.id}' cannot be an id"
        hint = "name the file with lower-case letters, digits and hyphens, as in safer-cities.md"
        self._problems.append(Problem("invalid-id", Span(file.path), message, hint))

    def _untied(self, file: _File) -> None:
        if (file.kind, file.id) in self._originals:
            message = "the record does not say what it translates"
            hint = f"add 'translates: {file.id}'"
            self._problems.append(Problem("missing-field", Span(file.path), message, hint))

    def _over_original(
        self, file: _File
    ) -> tuple[str, Mapping[str, object] | None, Locations, int | None]:
        """Return the id, front matter, places and version of a translation over its original."""
        match = _TRANSLATES.fullmatch(file.translates)
        id = match["id"] if match else file.translates
        version = int(match["version"]) if match and match["version"] else None
        original = self._originals.get((file.kind, id)) if file.kind else None
        span = file.locations.of(("translates",), Span(file.path))
        if file.kind is None or file.data is None or original is None or original is file:
            near = nearest(id, (known for kind, known in self._originals if kind is file.kind))
            message = (
                f"there is no {file.kind} '{shown(id)}' in '{self._settings.original}' to translate"
            )
            hint = f"did you mean '{near}'?" if near else ""
            self._problems.append(Problem("unknown-record", span, message, hint))
            return id, None, file.locations, version
        if original.data is None:
            return id, None, file.locations, version
        data, locations, problems = overlay(
            MODELS[file.kind],
            original.data,
            file.data,
            (original.locations, file.locations),
            Span(file.path),
        )
        self._problems += problems
        return id, data, locations, version


def _title(file: _File) -> str:
    given = file.data.get("title") if file.data else None
    if isinstance(given, str) and given:
        return given
    first = next((heading.text for heading in file.scan.headings if heading.level == 1), "")
    return first or file.id


def _likely_kind(data: Mapping[str, object]) -> Kind | None:
    """Return the kind of record of which ``data`` has every required field, if only one."""
    names = set(data)
    fitting = [
        kind
        for kind, model in MODELS.items()
        if (needed := {name for name, field in model.model_fields.items() if field.is_required()})
        and len(needed) > 1
        and needed <= names <= set(model.model_fields)
    ]
    return fitting[0] if len(fitting) == 1 else None
