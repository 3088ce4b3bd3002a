"""Which paragraphs and fields need a source, and which do not."""

from pathlib import Path
from time import process_time

import pytest

from mkdocs_casebook.checks.uncited import uncited_paragraphs
from tests.studies import study

CONTEXT = """\
---
title: Belgium
country: BE
frame: A federal State.
facts: [{date: 1994, fact: A report., source: geddes_2000}]
---
## History

"""
LONGEST_SECONDS = 5
CITED = "It happened in 1994 [@geddes_2000].\n"


def lines(root: Path, body: str, name: str = "docs/en/contexts/belgium.md") -> list[int]:
    """Return the lines of a body, from 1, at which something is said without a source."""
    found, problems = study(root, {name: CONTEXT + body})
    assert not problems
    start = CONTEXT.count("\n")
    return [problem.span.line - start for problem in uncited_paragraphs(found)]


@pytest.mark.parametrize(
    "body",
    [
        CITED,
        "It happened.\nIn 1994, said @geddes_2000 [p. 4].\n",
        "It happened, as [Geddes](source:geddes_2000) tells.\n",
        "- one\n- two [@geddes_2000]\n",
        "| Date | Source |\n|---|---|\n| 1994 | [@geddes_2000] |\n",
        "Three things happened:\n\n- one\n- two [@geddes_2000]\n",
        "> It happened.\n>\n> Then this [@geddes_2000].\n",
        "See [the case](case:rede-social) and [](question:which-word).\n",
        "```\nIt happened in code.\n```\n",
        "    It happened in code.\n",
        "[x]: https://example.org\n",
        "\\bibliography\n",
        "{: .note }\n",
        "---\n",
        "## Heading alone\n",
        "<!-- uncited: our own reading -->\nTogether they are steps of one movement.\n",
        "<!-- uncited: our own reading -->\n\nTogether they are steps of one movement.\n",
        "Together they are steps of one movement. <!-- uncited: our own reading -->\n",
        "This collection holds no evidence on residents.\n",
        "No source on the money of the network was found. The total is not known.\n",
        "Nothing was seen on [stigmatisation](term:stigmatisation).\n",
        "Cette collection ne contient aucun chiffre sur les habitants.\n",
        "Aucune source sur l’argent du réseau n’a été trouvée.\n",
        "On ne sait pas qui a payé.\n",
    ],
)
def test_what_needs_no_other_source(tmp_path: Path, body: str) -> None:
    assert lines(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("It happened in 1994.\n", [1]),
        (f"It happened.\n\n{CITED}", [1]),
        (f"{CITED}\nIt happened.\nAnd then.\n\n{CITED}", [3]),
        ("- one\n- two\n", [1]),
        ("| Date |\n|---|\n| 1994 |\n", [1]),
        (f"Three things happened:\n\n## Next\n\n{CITED}", [1]),
        ("It is [a term](term:partnership) of policy.\nIt happened in ten towns and more.\n", [1]),
        ("In ten of the towns of [the case](case:rede-social) residents sat on the board.\n", [1]),
        ("`@geddes_2000` is a key, and it happened.\n", [1]),
        ("<!-- uncited: -->\nIt happened.\n", [2]),
        (f"<!-- uncited: ours -->\nIt happened.\n\nAnd then.\n\n{CITED}", [4]),
        ("This collection holds no total. It was about a million.\n", [1]),
        ("Nobody knows better.\n", [1]),
        ("[^1]: It happened in a footnote.\n", [1]),
    ],
)
def test_what_has_no_source(tmp_path: Path, body: str, where: list[int]) -> None:
    assert lines(tmp_path, body) == where


@pytest.mark.parametrize(
    "words", ["no ", "not found. . ", "[x](case:", "<!-- uncited: ", "aucune "]
)
def test_a_huge_paragraph_takes_no_time(tmp_path: Path, words: str) -> None:
    start = process_time()
    lines(tmp_path, words * 20_000)
    assert process_time() - start < LONGEST_SECONDS


def test_other_records_and_pages_are_left_alone(tmp_path: Path) -> None:
    assert lines(tmp_path, "It happened.\n", "docs/en/notes/belgium.md") == []


CASE = """\
---
title: Rede Social
country: PT
areas: [{name: Lisbon, scale: city}]
period: 1997/2006
project:
  problem: Poverty.
  objectives: [Less poverty., "Less still [@geddes_2000]."]
partners:
  - {name: Towns, sector: public, level: local, roles: [They pay.], source: geddes_2000}
  - {name: Charities, sector: voluntary, level: local, roles: [They help.]}
scheme: {type: both, instrument: A council., duration: The duration was not seen.}
exclusion_link: {claim: It is an aim., status: stated}
judgement: {conclusion: mixed, rationale: So it seems., assessor: Editors, date: 2001}
---
"""


def test_fields_that_have_no_field_for_their_source(tmp_path: Path) -> None:
    found, _ = study(tmp_path, {"docs/en/cases/rede-social.md": CASE})
    said = [problem.message for problem in uncited_paragraphs(found)]
    assert said == [
        f"no source for '{text}'"
        for text in ("Poverty.", "Less poverty.", "They help.", "A council.", "It is an aim.")
    ]


def test_a_translation_is_asked_for_what_it_translates(tmp_path: Path) -> None:
    french = """\
        ---
        translates: rede-social
        project:
          problem: La pauvreté.
        ---
        Cela arriva.
        """
    files = {"docs/en/cases/rede-social.md": CASE, "docs/fr/cases/rede-social.md": french}
    found, _ = study(tmp_path, files)
    places = [
        (problem.span.line, problem.message)
        for problem in uncited_paragraphs(found)
        if problem.span.file == "docs/fr/cases/rede-social.md"
    ]
    assert places == [(4, "no source for 'La pauvreté.'"), (6, "no source for 'Cela arriva.'")]


def test_a_finding_rests_on_its_cases_or_cites(tmp_path: Path) -> None:
    finding = """\
        ---
        title: Money helps
        statement: {}
        confidence: low
        {}
        assessor: Editors
        ---
        """
    rests = "cases_for: [{case: rede-social, note: It helped.}]"
    for statement, cases, count in (
        ("Money helps.", "", 1),
        ("Money helps.", rests, 0),
        ('"Money helps [@geddes_2000]."', "", 0),
    ):
        text = finding.format(statement, cases)
        found, _ = study(tmp_path, {"docs/en/findings/money.md": text})
        assert len(list(uncited_paragraphs(found))) == count
