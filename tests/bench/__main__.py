"""What it costs to check a large study, beside what pybtex alone costs on its bibliography."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.generate import generate

ROUNDS = 3
RECORDS, REFERENCES = 1000, 5000
CHECK = (sys.executable, "-m", "mkdocs_casebook.cli", "check")
PYBTEX = (
    sys.executable,
    "-c",
    "from pybtex.database import parse_file; parse_file('bibliography.bib')",
)


def seconds(command: tuple[str, ...], folder: Path) -> float:
    """Return the CPU seconds, of user and system, of a command that must succeed.

    Args:
        command: The command.
        folder: Where to run it.

    Raises:
        subprocess.CalledProcessError: It failed.
    """
    before = os.times()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return (
        after.children_user - before.children_user + after.children_system - before.children_system
    )


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        study = Path(folder)
        generate(study, RECORDS, REFERENCES)
        # By turns, so that a busy machine is as busy for both; the quickest round counts.
        rounds = [(seconds(CHECK, study), seconds(PYBTEX, study)) for _ in range(ROUNDS)]
    check, pybtex = (min(times) for times in zip(*rounds, strict=True))
    print(f"{RECORDS:,} records and {REFERENCES:,} references, CPU seconds, best of {ROUNDS}")
    print(f"  casebook check             {check:6.2f}")
    print(f"  pybtex, bibliography only  {pybtex:6.2f}")
    print(f"  ratio                      {check / pybtex:6.2f}")


if __name__ == "__main__":
    main()
