"""``casebook import cases``: drafts of cases from a table that others made."""

from pathlib import Path

from mkdocs_casebook.cli.terminal import FAILED, OK, USAGE, complain, print_text
from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.reading.files import read_text
from mkdocs_casebook.reading.importing import (
    Draft,
    drafts_of,
    read_foreign_table,
    read_map,
    unknown_columns,
)
from mkdocs_casebook.reading.settings import Configuration, read_configuration
from mkdocs_casebook.views import report
from mkdocs_casebook.views.drafts import draft_file

_LOST = frozenset({"skipped-row", "broken-table"})
"""Codes of what costs a row."""


def import_cases(
    file: Path, table: str, map: str, folder: str | None = None, *, dry_run: bool = False
) -> int:
    """Write a draft of each row of a table, and report what found no place in it.

    Nothing is written over: a row whose file exists already is reported.

    Args:
        file: The configuration of the study.
        table: The table.
        map: The file that says which column feeds which field.
        folder: The folder for the drafts; that of the cases in the study's first language where
            None.
        dry_run: Write nothing.

    Returns:
        The exit code: ``FAILED`` when a row became no draft.
    """
    for name in (table, map):
        if not Path(name).is_file():
            complain(f"there is no file {name}")
            return USAGE
    configuration, _ = read_configuration(file)
    settings = configuration.settings
    target = Path(folder) if folder else _own_folder(configuration)
    drafts, problems = _drafts(Path(table), Path(map))
    written, lost = _write(drafts or [], target, dry_run=dry_run)
    problems = sorted([*problems, *lost], key=lambda each: (each.span, each.code))
    print_text(report.as_text(problems, settings))
    print_text(_result(written, target, dry_run=dry_run))
    complete = drafts is not None and not any(each.code in _LOST for each in problems)
    return OK if complete else FAILED


def _own_folder(configuration: Configuration) -> Path:
    settings = configuration.settings
    return configuration.root / settings.languages[settings.original] / Kind.CASE.folder


def _drafts(table: Path, map: Path) -> tuple[list[Draft] | None, list[Problem]]:
    """Return the drafts, and what is wrong; None where the map or the table cannot be used."""
    text, problems = read_text(map, str(map))
    if problems:
        return None, problems
    found, problems = read_map(text, str(map), Case)
    if found is None:
        return None, problems
    try:
        data = table.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or 'it cannot be opened'}"
        hint = "check its name, and who may read it"
        return None, [Problem("unreadable-file", Span(str(table)), message, hint)]
    rows, problems = read_foreign_table(
        data, str(table), encoding=found.form.encoding, delimiter=found.form.delimiter
    )
    if not rows.header:
        return None, problems
    unknown = [*unknown_columns(found, rows)]
    if unknown:
        return None, [*unknown, *problems]
    drafts, more = drafts_of(rows, found, Case)
    return drafts, [*problems, *more]


def _write(drafts: list[Draft], folder: Path, *, dry_run: bool) -> tuple[list[Path], list[Problem]]:
    """Write the drafts that have no file yet; return their paths, and the rows that lost theirs."""
    written: list[Path] = []
    problems: list[Problem] = []
    for draft in drafts:
        path = folder / f"{draft.id}.md"
        origin = f"{Path(draft.span.file).name}, line {draft.span.line}"
        text = draft_file(draft.data, origin, draft.missing, draft.unplaced)
        try:
            if path.exists():
                raise FileExistsError
            if not dry_run:
                folder.mkdir(parents=True, exist_ok=True)
                with path.open("xb") as file:
                    file.write(text.encode())
            written.append(path)
        except FileExistsError:
            message = f"{path} exists already, and nothing is written over"
            hint = "give the row another id, or take the file away first"
            problems.append(Problem("skipped-row", draft.span, message, hint))
        except OSError as error:
            message = f"{path} cannot be written: {error.strerror}"
            problems.append(Problem("skipped-row", draft.span, message))
    return written, problems


def _result(written: list[Path], folder: Path, *, dry_run: bool) -> str:
    count = f"{len(written)} draft{'s' if len(written) != 1 else ''}"
    if dry_run:
        return "\n".join([f"{count} would be written:", *map(str, written)])
    return f"Wrote {count} to {folder}." if written else "Wrote nothing."
