"""The command line as a process: the script ``casebook``, and ``python -m mkdocs_casebook.cli``."""

import sys

from mkdocs_casebook.cli import main
from mkdocs_casebook.cli.garbage import collect_rarely


def run() -> None:
    """Run the command that the process was started with, and end it."""
    collect_rarely()
    sys.exit(main())


if __name__ == "__main__":
    run()
