"""What it costs to check a large study, beside what pybtex alone costs on its bibliography."""

import sys
import tempfile
from pathlib import Path

from tests.bench.cost import cost_of
from tests.bench.generate import generate

ROUNDS = 3
RECORDS, REFERENCES = 1000, 5000
CHECK = (sys.executable, "-m", "mkdocs_casebook.cli", "check")
PYBTEX = (
    sys.executable,
    "-c",
    "from pybtex.database import parse_file; parse_file('bibliography.bib')",
)


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder)
        generate(study, RECORDS, REFERENCES)
        # By turns, so that a busy machine is as busy for both; the quickest round counts.
        rounds = [
            (cost_of(CHECK, study).seconds, cost_of(PYBTEX, study).seconds) for _ in range(ROUNDS)
        ]
    check, pybtex = (min(times) for times in zip(*rounds, strict=True))
    print(f"{RECORDS:,} records and {REFERENCES:,} references, CPU seconds, best of {ROUNDS}")
    print(f"  casebook check             {check:6.2f}")
    print(f"  pybtex, bibliography only  {pybtex:6.2f}")
    print(f"  ratio                      {check / pybtex:6.2f}")
