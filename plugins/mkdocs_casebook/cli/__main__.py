"""``python -m mkdocs_casebook.cli``: the command line without its script."""

import sys

from mkdocs_casebook.cli import main

sys.exit(main())
