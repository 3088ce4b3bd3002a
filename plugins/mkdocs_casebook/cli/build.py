"""``casebook build``: the site of every language, of a study without errors."""

import sys
from pathlib import Path

from mkdocs_casebook.cli.building import BuildError, build_site
from mkdocs_casebook.cli.check import checked
from mkdocs_casebook.cli.terminal import FAILED, OK
from mkdocs_casebook.model.problems import Severity
from mkdocs_casebook.views import report


def build(file: Path, *, strict: bool) -> int:
    """Check a study and build its site.

    Args:
        file: Its configuration.
        strict: Warnings stop the build too.

    Returns:
        The exit code.
    """
    configuration, problems = checked(file)
    settings = configuration.settings
    shown = [each for each in problems if settings.severity_of(each.code) in report.FAILING]
    if shown:
        print(report.as_text(shown, settings), file=sys.stderr)
    if any(strict or settings.severity_of(each.code) is Severity.ERROR for each in shown):
        print("casebook: nothing was built; the old site is untouched", file=sys.stderr)
        return FAILED
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
