"""Rendering many citations, beside citeproc-py; ``python -m tests.bench.citations``.

Both render the same clusters of the same items in the same style, each in a process of its own:
what is measured is the whole process, with its start and the reading of the data. citeproc-py
takes about a minute and a half of CPU.
"""

import json
import random
import sys
import tempfile
from pathlib import Path

from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import normalise
from tests.bench.cost import cost_of
from tests.bench.generate import bibliography, plan
from tests.bench.processors import STYLE

CLUSTERS, REFERENCES, CITED = 3000, 5000, 1000
MOST_OF_RIVAL, MOST_MEGABYTES = 0.1, 300
ROOT = Path(__file__).parents[2]


def write_citations(file: Path) -> None:
    """Write the items and the clusters of one to three cites, a third of them with pages."""
    keys = plan(100, REFERENCES).keys
    items, _ = normalise(read_bibliography(bibliography(keys), "bibliography.bib")[0])
    chance = random.Random("citations")
    pool = chance.sample(list(items), CITED)

    def cite(key: str) -> dict[str, str]:
        if chance.random() >= 1 / 3:
            return {"id": key}
        return {"id": key, "locator": str(chance.randint(1, 400)), "label": "page"}

    sizes = (1, 1, 1, 2, 3)
    clusters = [
        [cite(key) for key in chance.sample(pool, chance.choice(sizes))] for _ in range(CLUSTERS)
    ]
    data = {"items": list(items.values()), "clusters": clusters}
    file.write_text(json.dumps(data), encoding="utf-8")


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "citations.json")
        # In a process of its own, so that its memory is not inherited by those that are measured.
        program = (
            "import sys; from pathlib import Path; from tests.bench.citations import *;"
            "write_citations(Path(sys.argv[1]))"
        )
        environment = {"PYTHONPATH": str(ROOT)}
        cost_of((sys.executable, "-c", program, str(file)), Path(folder), environment)
        own, rival = (
            cost_of(
                (sys.executable, "-m", "tests.bench.processors", name, str(file)),
                Path(folder),
                environment,
            )
            for name in ("casebook", "citeproc-py")
        )
    ratio = own.seconds / rival.seconds
    print(f"{CLUSTERS:,} citations of {CITED:,} of {REFERENCES:,} references in {STYLE.upper()}")
    print("                          CPU s       MB")
    print(f"  casebook             {own.seconds:8.2f} {own.megabytes:8.0f}")
    print(f"  citeproc-py          {rival.seconds:8.2f} {rival.megabytes:8.0f}")
    print(f"  ratio                {ratio:8.3f}            target: {MOST_OF_RIVAL} at most")
    print(f"  memory                        {own.megabytes:8.0f}   target: {MOST_MEGABYTES} MB")


if __name__ == "__main__":
    main()
