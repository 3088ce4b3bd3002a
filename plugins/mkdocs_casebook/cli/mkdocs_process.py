"""Runs MkDocs in a process of its own: ``python -m mkdocs_casebook.cli.mkdocs_process build …``."""

import runpy

from mkdocs_casebook.cli.garbage import collect_rarely

if __name__ == "__main__":
    collect_rarely()
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
