"""Which words claim a condition to be necessary or sufficient, and which only sound like it."""

import pytest

from mkdocs_casebook.checks.causal_words import causal_claims

CLAIMS = (
    "A contract is necessary.",
    "A contract is *necessary* and money too.",
    "A contract is necessary for success.",
    "It is sufficient that residents have a seat.",
    "Money is neither necessary nor sufficient",
    "A necessary condition of success",
    "necessary and sufficient conditions",
    "a sufficient but weak local cause of it",
    "Necessary Conditions",
    "the necessity of a contract",
    "A test of sufficiency",
    "Money suffices.",
    "Un contrat est nécessaire à la réussite.",
    "une condition nécessaire",
    "des conditions nécessaires et suffisantes",
    "Le contrat n’est pas suffisant.",
    "la condition la plus souvent suffisante",
    "la nécessité d’un contrat",
    "L’argent suffit à réussir.",
    "L’argent ne suffit pas : un contrat y suffit.",
    "Ces moyens sont suffisants",
)
HARMLESS = (
    "the necessary documents",
    "the necessary documents were part of it",
    "They signed the necessary papers and had sufficient money.",
    "unnecessary, insufficient",
    "It does not necessarily follow; it was sufficiently clear.",
    "> A contract is necessary.",
    "The value `necessary` of a field.",
    "Present in all good cases; case X contradicts it; compatible with chance.",
    "les documents nécessaires",
    "des moyens suffisants",
    "des biens de première nécessité",
    "cela suppose nécessairement du temps",
    "suffisamment de moyens",
)


@pytest.mark.parametrize("text", CLAIMS)
def test_claims(text: str) -> None:
    assert [*causal_claims(text)]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_claim(text: str) -> None:
    assert not [*causal_claims(text)]


def test_the_place_of_a_claim() -> None:
    text = "> necessary.\n\nA contract is necessary."
    assert [*causal_claims(text)] == [(text.rindex("necessary"), "necessary")]
