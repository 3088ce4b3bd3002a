"""``python -m tests.bench [NAME ...]``: measure all, or those named."""

import argparse
from collections.abc import Callable, Mapping

from tests.bench import cases, check, citations, citing_pages, terms

BENCHES: Mapping[str, Callable[[], None]] = {
    "cases": cases.main,
    "check": check.main,
    "citations": citations.main,
    "pages": citing_pages.main,
    "terms": terms.main,
}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("names", nargs="*", help=f"of {', '.join(BENCHES)}; all without any")
    options = parser.parse_args()
    unknown = set(options.names) - BENCHES.keys()
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    for name in options.names or BENCHES:
        BENCHES[name]()
        print(flush=True)
