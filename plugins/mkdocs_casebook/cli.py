"""The command line: checking and building a study."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.model.problems import Severity
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study


def main(arguments: Sequence[str] | None = None) -> int:
    import time
    configuration, found = read_configuration(Path("mkdocs.yml"))
    study = read_study(configuration)
    t=time.process_time()
    for p in (*found, *find_problems(study)):
        if study.settings.severity_of(p.code) is not Severity.INFO: print(p.span, p.code, p.message, p.hint)
    print(len(study.documents), len(study.references), time.process_time())
    return 0

if __name__ == "__main__":
    sys.exit(main())
