"""Studies of many small cases, the same every time: each is assessed and has every facet."""

import json
import random
from collections.abc import Mapping

from tests.bench.generate import COUNTRIES, SECTIONS, WORDS

CRITERIA = 10
POLICY_FIELDS = 40
SOURCES = 50
VERDICTS = ("met", "partly", "not-met", "no-evidence")
EXCLUSION_FIELDS = ("resources", "education", "training", "employment", "housing")
CONCLUSIONS = ("mixed", "not-good", "undetermined")
# MkDocs reads JSON as YAML.
CONFIGURATION = {
    "site_name": "Many cases",
    "docs_dir": "docs/en",
    "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
    "nav": ["index.md"],
    "validation": {"nav": {"omitted_files": "ignore"}},
    "markdown_extensions": ["attr_list", "tables"],
    "plugins": [
        {"casebook/bibliography": {"bib_file": "bibliography.bib", "source_pages": False}},
        "casebook/definitions",
        "casebook/cases",
    ],
    "extra": {"generator": False, "casebook": {"languages": {"en": "docs/en"}}},
}


class _Writer:
    """Words of a large vocabulary: they shrink as little as those of a language do."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)

    def words(self, count: int) -> str:
        return " ".join(self._word() for _ in range(count))

    def _word(self) -> str:
        start, end = self.random.choice(WORDS), self.random.choice(WORDS)
        return start[: self.random.randint(2, 4)] + end[-self.random.randint(2, 5) :]

    def sentence(self, words: int = 10) -> str:
        return f"{self.words(words).capitalize()}."

    def some(self, values: tuple[str, ...], most: int) -> str:
        return json.dumps(self.random.sample(values, self.random.randint(1, most)))


def study_of(count: int, configuration: Mapping[str, object] = CONFIGURATION) -> dict[str, str]:
    """Return the files of a study.

    Args:
        count: How many cases it has.
        configuration: What stands in ``mkdocs.yml``.
    """
    files = {
        "mkdocs.yml": json.dumps(configuration),
        "bibliography.bib": "\n".join(
            f"@misc{{key_{number}, author = {{Author {number}}}, title = {{Title}}, date = 2000}}"
            for number in range(SOURCES)
        ),
        "docs/en/index.md": "# Many cases\n",
        "docs/en/seminars/first.md": (
            "---\ntitle: The first seminar\ndate: 2001-03-02\nplace: Paris\nsource: key_0\n---\n"
        ),
    }
    for number in range(1, CRITERIA + 1):
        files[f"docs/en/criteria/criterion-{number}.md"] = _criterion(number)
    for number, (heading, anchor) in enumerate(SECTIONS[:5], start=1):
        files[f"docs/en/entrees/{anchor}.md"] = (
            f"---\ntitle: {heading}\norder: {number}\nquestion: {heading}\n"
            f"heading: {heading}\n---\n"
        )
    for country in COUNTRIES:
        files[f"docs/en/contexts/{country.lower()}-frame.md"] = (
            f"---\ntitle: {country}-land\ncountry: {country}\nframe: A state.\n---\n"
        )
    return files | {f"docs/en/cases/case-{number}.md": case(number) for number in range(count)}


def case(number: int) -> str:
    """Return the file of a case."""
    write = _Writer(f"case {number}")
    chance = write.random
    start = chance.randint(1975, 2010)
    country = chance.choice(COUNTRIES)
    policies = tuple(_Writer(f"policy {each}").words(2) for each in range(POLICY_FIELDS))
    verdicts = {each: chance.choice(VERDICTS) for each in range(1, CRITERIA + 1)}
    rests_on = [f"criterion-{each}" for each in verdicts if verdicts[each] != "no-evidence"]
    assessments = "".join(_assessment(write, *each) for each in verdicts.items())
    body = "\n".join(
        f"## {heading} {{#{anchor}}}\n\n{write.words(8).capitalize()} [@{_key(chance)}].\n"
        for heading, anchor in SECTIONS
    )
    return f"""\
---
title: "{write.words(3).title()}"
summary: "{write.sentence(26)}"
country: {country}
areas: [{{name: "{write.words(2).title()}", scale: city}}]
period: "{start}/{chance.choice(("..", start + chance.randint(1, 15)))}"
contexts: [{country.lower()}-frame]
project:
  problem: "{write.sentence()}"
  objectives: ["{write.sentence()}"]
partners:
  - {{name: "{write.words(2).title()}", sector: public, level: local, source: {_key(chance)}}}
  - {{name: "{write.words(2).title()}", sector: voluntary, level: local, source: {_key(chance)}}}
scheme: {{type: {chance.choice(("partnership", "contract", "both"))}, signed: "{start}"}}
policy_fields: {write.some(policies, 4)}
exclusion_fields: {write.some(EXCLUSION_FIELDS, 3)}
exclusion_link:
  claim: "{write.sentence()}"
  status: stated
  evidence:
    - {{kind: paraphrase, text: "{write.words(8)}", source: {_key(chance)}, locator: "p. 1"}}
assessments:
{assessments}judgement:
  conclusion: {chance.choice(CONCLUSIONS)}
  rationale: "{write.words(8).capitalize()} [@{_key(chance)}]."
  assessor: The editors
  rests_on: {json.dumps(rests_on)}
  date: "2026-11-22"
---

{body}"""


def _assessment(write: _Writer, criterion: int, verdict: str) -> str:
    text = f"""\
  - criterion: criterion-{criterion}
    verdict: {verdict}
    rationale: "{write.sentence(6)}"
"""
    if verdict == "no-evidence":
        return text
    direction = "against" if verdict == "not-met" else "for"
    return f"""{text}\
    confidence: low
    evidence:
      - kind: paraphrase
        text: "{write.words(8)}"
        source: {_key(write.random)}
        locator: "p. {write.random.randint(1, 400)}"
        direction: {direction}
"""


def _criterion(number: int) -> str:
    write = _Writer(f"criterion {number}")
    return f"""\
---
title: "{write.words(2).capitalize()}"
order: {number}
question: "{write.words(6).capitalize()}?"
met: "{write.sentence(5)}"
partly: "{write.sentence(5)}"
not_met: "{write.sentence(5)}"
---
"""


def _key(chance: random.Random) -> str:
    return f"key_{chance.randrange(SOURCES)}"
