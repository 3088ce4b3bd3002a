"""Problems as authors, forges and programs read them."""

import json
from collections import Counter
from collections.abc import Sequence

from mkdocs_casebook.model.problems import Problem, Severity
from mkdocs_casebook.model.settings import Settings

FAILING = frozenset({Severity.ERROR, Severity.WARNING})
"""The severities at which a check fails."""

_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def failing(problems: Sequence[Problem], settings: Settings) -> bool:
    """Tell whether any problem is an error or a warning."""
    return any(settings.severity_of(problem.code) in FAILING for problem in problems)


def as_text(problems: Sequence[Problem], settings: Settings) -> str:
    """Return problems for a terminal: a line each, its hint below, a summary at the end."""
    lines = []
    for problem in problems:
        severity = settings.severity_of(problem.code)
        lines.append(f"{problem.span}: {severity}: {problem.message} [{problem.code}]")
        if problem.hint:
            lines.append(f"    {problem.hint}")
    return "\n".join((*lines, summary(problems, settings)))


def summary(problems: Sequence[Problem], settings: Settings) -> str:
    """Return the number of problems of each severity, in a sentence."""
    counts = Counter(settings.severity_of(problem.code) for problem in problems)
    if not counts:
        return "No problems found."
    parts = []
    for severity, one, many in (
        (Severity.ERROR, "error", "errors"),
        (Severity.WARNING, "warning", "warnings"),
        (Severity.INFO, "remark", "remarks"),
    ):
        if counts[severity]:
            parts.append(f"{counts[severity]} {one if counts[severity] == 1 else many}")
    return f"Found {', '.join(parts)}."


def as_github(problems: Sequence[Problem], settings: Settings) -> str:
    """Return problems as workflow commands, which a forge shows beside the lines they are about.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = []
    for problem in problems:
        level = _GITHUB_LEVELS.get(settings.severity_of(problem.code), "notice")
        span = problem.span
        place = f"file={_property(span.file)},line={span.line},col={span.column}"
        hint = f" ({problem.hint})" if problem.hint else ""
        message = _message(f"{problem.message}{hint}")
        lines.append(f"::{level} {place},title={_property(problem.code)}::{message}")
    return "\n".join((*lines, summary(problems, settings)))


def as_step_summary(problems: Sequence[Problem], settings: Settings) -> str:
    """Return problems as a Markdown table, for the summary of a workflow step."""
    head = f"### Casebook\n\n{summary(problems, settings)}\n"
    if not problems:
        return head
    rows = [
        f"| `{_cell(str(problem.span))}` | {settings.severity_of(problem.code)} | "
        f"{_cell(problem.message)} | {_cell(problem.hint)} | {problem.code} |"
        for problem in problems
    ]
    table = ["| place | severity | what is wrong | what to do | code |", "|---|---|---|---|---|"]
    return "\n".join((head, *table, *rows)) + "\n"


def as_json(problems: Sequence[Problem], settings: Settings) -> str:
    """Return problems as JSON: an object with the list ``problems`` and the counts."""
    counts = Counter(settings.severity_of(problem.code).value for problem in problems)
    found = [
        {
            "code": problem.code,
            "severity": settings.severity_of(problem.code).value,
            "file": problem.span.file,
            "line": problem.span.line,
            "column": problem.span.column,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps({"problems": found, "counts": dict(counts)}, ensure_ascii=False, indent=2)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """Return a text for a cell of a Markdown table, in which nothing is markup."""
    escaped = "".join(f"\\{each}" if each in r"\`*_[]<>|#@" else each for each in text)
    return " ".join(escaped.split())
