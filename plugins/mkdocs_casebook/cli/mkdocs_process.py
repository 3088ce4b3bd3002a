"""Runs MkDocs in a process of its own: ``python -m mkdocs_casebook.cli.mkdocs_process build …``."""

import gc
import runpy

# A build makes objects that last until its end: to look for garbage at every 700 of them, as Python
# does, costs a twentieth of the build and finds none.
_THRESHOLDS = (100_000, 50, 1_000)

if __name__ == "__main__":
    gc.set_threshold(*_THRESHOLDS)
    runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
