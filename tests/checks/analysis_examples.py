"""A fault and its mending for each code of analyses, as in ``examples``."""

from tests.checks.examples import MARK, Fault

ANALYSIS = "docs/en/analyses/contracts.md"


def _analysis(outcome: str, condition: str, title: str = "Contracts") -> str:
    """Return an analysis of the two cases of the good study."""
    return f"""\
        ---
        title: {title}
        outcome: {outcome}
        conditions:
          - {condition}
        ---
        """


_GOOD = (
    "{id: good, label: Good, calibration: As told., values: "
    "[{case: safer-cities, value: absent}, {case: rede-social, value: present}]}"
)
_CONTRACT = (
    "{id: contract, label: Contract, calibration: As told., "
    "rule: {field: scheme.type, present: [both]}}"
)

ANALYSIS_FAULTS = (
    Fault(
        "too-few-cases",
        ANALYSIS,
        "",
        _analysis(_GOOD, _CONTRACT, f"{MARK}Contracts are necessary"),
        "more than 2 cases can bear; it takes 12",
        "compatible with",
    ),
    Fault(
        "one-sided-outcome",
        ANALYSIS,
        "",
        _analysis(f"{MARK}{_GOOD.replace('absent', 'present')}", _CONTRACT),
        "has the outcome 'Good'",
        "of the other kind",
    ),
    Fault(
        "circular-condition",
        ANALYSIS,
        "",
        _analysis(
            _GOOD,
            f"{MARK}{_CONTRACT.replace('scheme.type', 'judgement.conclusion')}",
        ),
        "rests on the condition 'contract' itself",
        "does not rest on",
    ),
)
