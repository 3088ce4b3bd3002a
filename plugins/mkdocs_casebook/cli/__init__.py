"""The command line: checking and building a study."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs_casebook import __version__
from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.model.problems import Problem, Severity
from mkdocs_casebook.reading.settings import Configuration, read_configuration
from mkdocs_casebook.reading.study import collector_paused, read_study
from mkdocs_casebook.views import report

OK, FAILED, USAGE = 0, 1, 2

_FORMATS = {"text": report.as_text, "github": report.as_github, "json": report.as_json}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: The command line, without the name of the program.

    Returns:
        0 when all is well, 1 when the study has errors or warnings or cannot be built, 2 when the
        command cannot be run as given.
    """
    options = _parser().parse_args(arguments)
    file = Path(options.config_file)
    if not file.is_file():
        print(f"casebook: there is no file {options.config_file}", file=sys.stderr)
        return USAGE
    with collector_paused():
        configuration, found = read_configuration(file)
        problems = (*found, *find_problems(read_study(configuration)))
    if options.command == "check":
        return _check(problems, configuration, options.format)
    return _build(problems, configuration, options.strict)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="casebook", description="Check and build a study.")
    parser.add_argument("--version", action="version", version=f"casebook {__version__}")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "-f", "--config-file", default="mkdocs.yml", help="configuration (default: %(default)s)"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", parents=[common], help="report what is wrong, with file, line and column"
    )
    check.add_argument("--format", choices=[*_FORMATS], default="text", help="default: %(default)s")
    build = commands.add_parser(
        "build", parents=[common], help="check, then build the site of every language"
    )
    build.add_argument("--strict", action="store_true", help="fail on warnings too")
    return parser


def _check(problems: Sequence[Problem], configuration: Configuration, format_: str) -> int:
    settings = configuration.settings
    print(_FORMATS[format_](problems, settings))
    step_summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if format_ == "github" and step_summary:
        with Path(step_summary).open("a", encoding="utf-8") as file:
            file.write(report.as_step_summary(problems, settings))
    return FAILED if report.failing(problems, settings) else OK


def _build(problems: Sequence[Problem], configuration: Configuration, strict: bool) -> int:
    settings = configuration.settings
    shown = [each for each in problems if settings.severity_of(each.code) in report.FAILING]
    if shown:
        print(report.as_text(shown, settings), file=sys.stderr)
    if any(strict or settings.severity_of(each.code) is Severity.ERROR for each in shown):
        print("casebook: nothing was built; the old site is untouched", file=sys.stderr)
        return FAILED
    # Cutting fonts needs libraries that a mere check need not load.
    from mkdocs_casebook.cli.building import BuildError, build_site

    target = configuration.root / configuration.site_dir
    try:
        warnings = build_site(configuration, target, strict=strict)
    except BuildError as error:
        print(error, file=sys.stderr)
        print("casebook: the build failed; the old site is untouched", file=sys.stderr)
        return FAILED
    # MkDocs tells of the problems shown above too, once for each language.
    told = [f"{problem.span}: {problem.message}" for problem in shown]
    for line in dict.fromkeys(warnings.splitlines()):
        if not any(each in line for each in told):
            print(line, file=sys.stderr)
    print(f"Built {configuration.site_dir}/ in {', '.join(settings.languages)}.")
    return OK
