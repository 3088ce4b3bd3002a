"""``casebook check``: what is wrong with a study."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.cli.terminal import FAILED, OK
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.settings import Settings
from mkdocs_casebook.reading.settings import Configuration, read_configuration
from mkdocs_casebook.reading.study import collector_paused, read_study
from mkdocs_casebook.views import report

_FORMATS: Mapping[str, Callable[[Sequence[Problem], Settings], str]] = {
    "text": report.as_text,
    "github": report.as_github,
    "json": report.as_json,
}


def check(file: Path, format_: str) -> int:
    """Report the problems of a study.

    Args:
        file: Its configuration.
        format_: "text", "github" or "json".

    Returns:
        The exit code.
    """
    configuration, problems = checked(file)
    settings = configuration.settings
    print(_FORMATS[format_](problems, settings))
    step_summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if format_ == "github" and step_summary:
        with Path(step_summary).open("a", encoding="utf-8") as summary:
            summary.write(report.as_step_summary(problems, settings))
    return FAILED if report.failing(problems, settings) else OK


def checked(file: Path) -> tuple[Configuration, tuple[Problem, ...]]:
    """Read a study and return where it lies, and all its problems."""
    with collector_paused():
        configuration, found = read_configuration(file)
        return configuration, (*found, *find_problems(read_study(configuration)))
