"""A large study to measure with: the same bytes every time, and no problems in it.

``python -m tests.bench.generate FOLDER [RECORDS [REFERENCES]]`` writes one to look at.
"""

import random
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

WORDS = (  # noqa: SIM905
    "access action agreement area aim body borough budget case city claim committee contract "
    "council country criterion crime debate district employment estate evaluation evidence "
    "exclusion family finance forum fund grant group health history housing income inquiry "
    "inhabitant institution law level local measure minister mission network office outcome "
    "partner partnership people plan police policy poverty prevention process programme project "
    "public quarter report research resident resource right risk school scheme sector service "
    "social society state strategy street study support survey target team tenant term town "
    "training transport union unit urban voluntary vote ward welfare work worker year youth"
).split()
ENTREES = ("area", "project", "partners", "scheme", "global-approach")
SECTIONS = (
    ("What area?", "area"),
    ("What project?", "project"),
    ("Who are the partners?", "partners"),
    ("What scheme?", "scheme"),
    ("Does it promote a global approach?", "global-approach"),
    ("Context", "context"),
    ("Evaluation", "evaluation"),
    ("Criticisms", "criticisms"),
    ("Link with social exclusion", "exclusion"),
)
COUNTRIES = ("BE", "DE", "DK", "ES", "FR", "GB", "IE", "IT", "NL", "PT")
SHARES = {
    "cases": 20,
    "definitions": 15,
    "contexts": 10,
    "questions": 15,
    "findings": 8,
    "sources": 30,
    "seminars": 2,
}
"""Of a hundred records, how many are of each kind, beside the entrées and the criteria.

These are about the shares that the study of this repository is planned to have, and the records
are a little longer than its own: 4.9 KB in the mean, where those have 3.4.
"""


@dataclass(frozen=True)
class _Plan:
    """The names that records may mention."""

    keys: list[str]
    ids: Mapping[str, list[str]]


class _Writer:
    def __init__(self, seed: str, plan: _Plan) -> None:
        self.random = random.Random(seed)
        self.plan = plan

    def words(self, count: int) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(count))

    def key(self) -> str:
        return self.random.choice(self.plan.keys)

    def id(self, folder: str) -> str:
        return self.random.choice(self.plan.ids[folder])

    def sentence(self) -> str:
        words = self.words(self.random.randint(12, 22))
        what = self.random.randrange(6)
        tail = ""
        if what == 0:
            tail = f" [@{self.key()}, p. {self.random.randint(1, 400)}]"
        elif what == 1:
            tail = f" [see @{self.key()}; -@{self.key()}]"
        elif what == 2:
            tail = f", as in [{self.words(2)}](term:{self.id('definitions')})"
        elif what == 3:
            tail = f" (@{self.key()} [p. {self.random.randint(1, 400)}])"
        return f"{words.capitalize()}{tail}."

    def cited(self) -> str:
        return f"{self.words(16).capitalize()} [@{self.key()}]."

    def paragraph(self, sentences: int) -> str:
        return "\n".join((self.cited(), *(self.sentence() for _ in range(sentences - 1))))

    def folded(self, indent: int, sentences: int = 2) -> str:
        lines = self.paragraph(sentences).split("\n")
        return ">-\n" + "\n".join(" " * indent + line for line in lines)

    def evidence(self, direction: str) -> str:
        return f"""\
      - kind: {self.random.choice(("quotation", "paraphrase"))}
        text: "{self.words(18)}"
        source: {self.key()}
        locator: "p. {self.random.randint(1, 400)}"
        language: en
        direction: {direction}
        confidence: moderate
"""

    def body(self, sections: int) -> str:
        parts = [
            f"## {self.words(3).capitalize()}\n\n{self.paragraph(3)}\n\n- {self.cited()}\n"
            for _ in range(sections)
        ]
        return "\n".join(parts)


def _case(write: _Writer) -> str:
    partners = "".join(
        f"""\
  - name: "{write.words(3).title()}"
    sector: public
    level: {level}
    roles: ["{write.words(6).capitalize()} [@{write.key()}]."]
    source: {write.key()}
"""
        for level in ("local", "regional", "national", "european")
    )
    verdicts = {
        criterion: write.random.choice(("met", "partly", "not-met"))
        for criterion in write.plan.ids["criteria"]
    }
    assessments = "".join(
        f"""\
  - criterion: {criterion}
    verdict: {verdict}
    confidence: moderate
    rationale: "{write.sentence()}"
    evidence:
{write.evidence("for" if verdict == "met" else "against")}"""
        for criterion, verdict in verdicts.items()
    )
    context = write.id("contexts")
    body = "\n".join(
        f"## {heading} {{#{anchor}}}\n\n{write.paragraph(2)}\n" for heading, anchor in SECTIONS
    )
    return f"""\
---
title: "{write.words(3).title()}"
summary: "{write.words(20).capitalize()}."
date: "2026-11-22"
country: {_country(context)}
period: "1988/1995"
contexts: [{context}]
areas:
  - name: "{write.words(3).title()}"
    scale: municipality
project:
  problem: "{write.cited()}"
  objectives:
    - "{write.cited()}"
    - "{write.cited()}"
partners:
{partners}scheme:
  type: partnership
  instrument: "{write.cited()}"
  signed: "1988"
policy_fields: ["{write.words(2)}", "{write.words(2)}"]
assessments:
{assessments}exclusion_link:
  claim: "{write.cited()}"
  status: stated
judgement:
  conclusion: mixed
  rationale: {write.folded(4)}
  assessor: "The editors"
  date: "2026-11-22"
  rests_on: [criterion-1, criterion-2]
---

{body}"""


def _country(context: str) -> str:
    """Return the country of a context, which the cases in it share."""
    return COUNTRIES[int(context.rpartition("-")[2]) % len(COUNTRIES)]


def _definition(write: _Writer, name: str) -> str:
    candidates = "".join(
        f"""\
  - id: candidate-{number}
    text: "{write.words(24)}"
    kind: quotation
    source: {write.key()}
    locator: "p. {write.random.randint(1, 400)}"
    language: en
    country: {write.random.choice(COUNTRIES)}
    tradition: {write.folded(6, 1)}
"""
        for number in range(4)
    )
    versions = "".join(
        f"""\
  - version: {number}
    date: "{2000 + number}"
    definition: {write.folded(6)}
    change: {write.folded(6)}
    based_on: [{write.key()}, {write.key()}]
"""
        for number in (1, 2)
    )
    return f"""\
---
term: "{name.replace("-", " ")}"
forms: ["{name.replace("-", " ")}s", "{name.replace("-", " ")} form"]
summary: "{write.words(20).capitalize()}."
status: working
versions:
{versions}candidates:
{candidates}objections:
  - by: "{write.words(2).title()}"
    note: {write.folded(6, 1)}
    source: {write.key()}
related: [{write.id("definitions")}, {write.id("definitions")}]
---

{write.body(4)}"""


def _context(write: _Writer, name: str) -> str:
    facts = "".join(
        f"""\
  - date: "{1980 + number}"
    fact: "{write.sentence()}"
    source: {write.key()}
    confidence: high
"""
        for number in range(9)
    )
    return f"""\
---
title: "{write.words(2).title()}"
country: {_country(name)}
frame: {write.folded(2, 4)}
facts:
{facts}---

{write.body(1)}"""


def _question(write: _Writer) -> str:
    bearings = "".join(
        f"""\
  - record: case:{write.id("cases")}
    note: {write.folded(6, 1)}
"""
        for _ in range(6)
    )
    return f"""\
---
title: "{write.words(5).capitalize()}?"
wording: "{write.words(14)}"
raised_by: "{write.words(2).title()}"
seminar: {write.id("seminars")}
source: {write.key()}
state: open
bears_on:
{bearings}---

{write.body(1)}"""


def _finding(write: _Writer) -> str:
    instances = [
        f"""\
  - case: {write.id("cases")}
    note: {write.folded(6, 1)}
"""
        for _ in range(8)
    ]
    return f"""\
---
title: "{write.words(5).capitalize()}"
statement: {write.folded(2)}
confidence: low
assessor: "The editors"
cases_for:
{"".join(instances[:5])}cases_against:
{"".join(instances[5:])}---

{write.body(1)}"""


def _source(write: _Writer) -> str:
    claims = "".join(f"  - {write.folded(4, 1)}\n" for _ in range(8))
    return f"""\
---
seen: "{write.words(8)}"
method: {write.folded(2)}
claims:
{claims}limits: {write.folded(2)}
confidence: moderate
---

{write.body(2)}"""


def _seminar(write: _Writer) -> str:
    participants = "".join(
        f"""\
  - name: "{write.words(2).title()}"
    post: "{write.words(4)}"
    capacity: expert
"""
        for _ in range(10)
    )
    return f"""\
---
title: "{write.words(3).title()}"
date: "2001-03-02"
place: "{write.words(1).title()}"
source: {write.key()}
participants:
{participants}decided: ["{write.sentence()}"]
left_open: ["{write.sentence()}"]
questions: [{write.id("questions")}]
---

{write.body(4)}"""


def _entree(write: _Writer, order: int) -> str:
    return f"""\
---
title: "{write.words(2).title()}"
order: {order}
question: "{write.words(6).capitalize()}?"
heading: "{write.words(3).capitalize()}?"
---

{write.body(2)}"""


def _criterion(write: _Writer, order: int) -> str:
    return f"""\
---
title: "{write.words(2).title()}"
order: {order}
question: "{write.words(6).capitalize()}?"
met: "{write.sentence()}"
partly: "{write.sentence()}"
not_met: "{write.sentence()}"
---

{write.body(2)}"""


_PLAIN: Mapping[str, Callable[[_Writer], str]] = {
    "cases": _case,
    "questions": _question,
    "findings": _finding,
    "sources": _source,
    "seminars": _seminar,
}


def bibliography(keys: list[str]) -> str:
    """Return BibTeX with one entry of real size for each key."""
    write = _Writer("bibliography", _Plan(keys, {}))
    entries = []
    for number, key in enumerate(keys):
        kind = ("article", "book", "report", "incollection")[number % 4]
        entries.append(f"""\
@{kind}{{{key},
  author       = {{{write.words(1).title()}, {write.words(1).title()} and \
{write.words(1).title()}, {write.words(2).title()} and {{{write.words(3).title()}}}}},
  title        = {{{write.words(5).capitalize()} {{{write.words(1).title()}}} in \
{{\\'E}}tat: {write.words(6)}}},
  journaltitle = {{{write.words(3).title()}}},
  date         = {{{write.random.randint(1960, 2020)}}},
  volume       = {{{write.random.randint(1, 90)}}},
  number       = {{{write.random.randint(1, 12)}}},
  pages        = {{{write.random.randint(1, 300)}--{write.random.randint(301, 600)}}},
  publisher    = {{{write.words(3).title()}}},
  doi          = {{10.1234/casebook.{number}}},
  url          = {{https://example.org/{key}}},
  langid       = {{english}},
  keywords     = {{{write.words(2)}, {write.words(2)}, {write.words(2)}}},
  abstract     = {{{write.words(22).capitalize()}.}},
}}
""")
    return "\n".join(entries)


def plan(records: int, references: int) -> _Plan:
    """Name the records and sources of a study."""
    keys = [f"{WORDS[n % len(WORDS)]}_{1950 + n % 70}_{n}" for n in range(references)]
    criteria = [f"criterion-{number}" for number in range(1, 11)]
    rest = records - len(ENTREES) - len(criteria)
    counts = {folder: rest * share // 100 for folder, share in SHARES.items()}
    counts["cases"] += rest - sum(counts.values())
    ids = {
        folder: [
            f"{WORDS[n % len(WORDS)]}-{WORDS[n // len(WORDS) % len(WORDS)]}-{n}"
            for n in range(count)
        ]
        for folder, count in counts.items()
    }
    ids["sources"] = keys[: counts["sources"]]
    return _Plan(keys, {**ids, "criteria": criteria, "entrees": list(ENTREES)})


def generate(root: Path, records: int = 1000, references: int = 5000) -> None:
    """Write a study.

    Args:
        root: Folder to write it into.
        records: How many records it has; 100 at least.
        references: How many entries its bibliography has.
    """
    names = plan(records, references)
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(
        "site_name: Large\ntheme: {name: material}\nextra:\n  casebook:\n"
        "    languages: {en: docs/en}\n",
        encoding="utf-8",
    )
    (root / "bibliography.bib").write_text(bibliography(names.keys), encoding="utf-8")
    for folder, ids in names.ids.items():
        (root / "docs/en" / folder).mkdir(parents=True, exist_ok=True)
        for order, name in enumerate(ids, start=1):
            write = _Writer(f"{folder}/{name}", names)
            if folder == "definitions":
                text = _definition(write, name)
            elif folder == "contexts":
                text = _context(write, name)
            elif folder == "entrees":
                text = _entree(write, order)
            elif folder == "criteria":
                text = _criterion(write, order)
            else:
                text = _PLAIN[folder](write)
            (root / "docs/en" / folder / f"{name}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), *(int(number) for number in sys.argv[2:4]))
