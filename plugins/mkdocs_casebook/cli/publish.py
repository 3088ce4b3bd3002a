"""``casebook publish``: recording what the study has published."""

from pathlib import Path

from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.checks.publication import publication_of, publication_problems
from mkdocs_casebook.cli.terminal import FAILED, OK, complain, print_text
from mkdocs_casebook.model.problems import CODES, Problem, Severity
from mkdocs_casebook.model.publication import LOCK, Publication, lock_text
from mkdocs_casebook.reading.files import write_whole
from mkdocs_casebook.reading.publication import read_publication
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.views import report


def publish(file: Path) -> int:
    """Record the texts of all versions, and every permanent address, in the lock of the study.

    Nothing is written when the study has errors, when a published text changed, when an address
    would disappear, or when the lock was edited by hand: no setting silences these.

    Args:
        file: The configuration of the study.

    Returns:
        The exit code.
    """
    configuration, found = read_configuration(file)
    study = read_study(configuration)
    settings = configuration.settings
    published, broken = read_publication(configuration.root)
    errors = [
        problem
        for problem in (*found, *find_problems(study))
        if settings.severity_of(problem.code) is Severity.ERROR
    ]
    errors += [
        problem
        for problem in (*broken, *publication_problems(study, published))
        if CODES[problem.code].severity is Severity.ERROR
    ]
    if errors:
        print_text(report.as_text(_sorted(errors), settings))
        complain("nothing was published", "mend the errors first")
        return FAILED
    now = publication_of(study)
    before = published or Publication()
    publication = Publication(now.texts, now.addresses | before.addresses)
    if published == publication:
        print_text("there is nothing new to publish")
        return OK
    try:
        write_whole(configuration.root / LOCK, lock_text(publication).encode())
    except OSError as error:
        complain(f"{LOCK} cannot be written: {error.strerror}")
        return FAILED
    for edition, prints in sorted(publication.texts.items()):
        recorded = before.texts.get(edition)
        if recorded is None:
            print_text(f"published {edition}")
        elif recorded != prints:
            print_text(f"recorded an erratum of {edition}")
    count = len(publication.addresses - before.addresses)
    print_text(f"{count} new permanent addresses; commit {LOCK} with the records")
    return OK


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda each: (each.span, each.code)))
