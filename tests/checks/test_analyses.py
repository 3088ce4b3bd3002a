"""When a finding or an analysis may call a condition necessary or sufficient."""

from pathlib import Path

import pytest

from tests.checks.good_study import GOOD
from tests.studies import problems_in

FINDING = """\
    ---
    title: Contracts
    statement: They matter.
    confidence: low
    cases_for: [{case: safer-cities, note: It had none.}]
    cases_against: []
    assessor: We
    ANALYSIS
    ---
    <!-- uncited: our own -->
    They matter.
    A contract is *necessary* here.

    > It is necessary, says a source [@geddes_2000].
    """
ANALYSIS = """\
    ---
    title: Contracts
    cases_per_condition: NUMBER
    outcome:
      id: good
      label: Good
      calibration: As told.
      values: [{case: safer-cities, value: absent}, {case: rede-social, value: present}]
    conditions:
      - id: contract
        label: Contract
        calibration: A contract is sufficient.
        rule: {field: scheme.type, present: [both]}
    ---
    """
PATHS = ("docs/en/findings/contracts.md", "docs/en/analyses/contracts.md")


def claims(folder: Path, analysis: str, number: int) -> list[str]:
    finding = FINDING.replace("    ANALYSIS\n", f"    analysis: {analysis}\n" if analysis else "")
    texts = dict(zip(PATHS, (finding, ANALYSIS.replace("NUMBER", str(number))), strict=True))
    found = problems_in(folder, {**GOOD, **texts})
    assert {each.code for each in found} <= {"too-few-cases"}
    return [f"{each.span}: {each.message}" for each in found]


@pytest.mark.parametrize(
    ("analysis", "number", "expected"),
    [
        (
            "",
            3,
            [
                "docs/en/analyses/contracts.md:12:18: 'sufficient' is more than 2 cases can bear; "
                "it takes 3",
                "docs/en/findings/contracts.md:11:16: 'necessary' is more than 1 case can bear; "
                "it takes 12",
            ],
        ),
        (
            "",
            2,
            [
                "docs/en/findings/contracts.md:11:16: 'necessary' is more than 1 case can bear; "
                "it takes 12",
            ],
        ),
        ("contracts", 2, []),
    ],
)
def test_the_number_of_cases_decides(
    analysis: str, number: int, expected: list[str], tmp_path: Path
) -> None:
    assert claims(tmp_path, analysis, number) == expected
