"""Tiny studies for tests: a few files in a folder, read as any study is read."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.model.problems import Problem, Severity
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study

SETTINGS = """\
    site_name: A tiny study
    extra:
      casebook:
        languages: {en: docs/en, fr: docs/fr}
    """
BIBLIOGRAPHY = """\
    @article{geddes_2000,
      author = {Geddes, Mike},
      title = {Tackling social exclusion},
      date = {2000},
    }
    @article{silver_1994,
      author = {Silver, Hilary},
      title = {Social exclusion and social solidarity},
      date = {1994},
    }
    """
LAYOUT: Mapping[str, str | bytes] = {
    "mkdocs.yml": SETTINGS,
    "bibliography.bib": BIBLIOGRAPHY,
    "docs/en/index.md": "# A tiny study\n",
    "docs/fr/index.md": "# Une petite étude\n",
}

Files = Mapping[str, str | bytes]


def write(root: Path, files: Files) -> Path:
    """Write files below a folder, each text without the indentation that its lines share."""
    for name, content in {**LAYOUT, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else dedent(content).encode()
        path.write_bytes(data)
    return root


def study(root: Path, files: Files) -> tuple[Study, list[Problem]]:
    """Write a study and read it; return it with the problems of its settings."""
    configuration, problems = read_configuration(write(root, files) / "mkdocs.yml")
    return read_study(configuration), problems


def problems_in(root: Path, files: Files) -> list[Problem]:
    """Write a study and return all its problems but the mere remarks."""
    found, problems = study(root, files)
    severity = found.settings.severity_of
    return [
        problem
        for problem in (*problems, *find_problems(found))
        if severity(problem.code) is not Severity.INFO
    ]
