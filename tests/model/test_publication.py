"""Fingerprints of published texts, and the lock that holds them."""

from mkdocs_casebook.model.publication import (
    Edition,
    Publication,
    fingerprint,
    lock_text,
    permanent_addresses,
)


def test_a_fingerprint_is_of_the_words() -> None:
    same = fingerprint("The fight against [exclusion](term:exclusion) in Métropole.")
    assert fingerprint(" The fight\n  against [exclusion](term:old@1#x) in\tMétropole.\n") == same
    assert fingerprint("The fight against [exclusion](term:exclusion) in Me\u0301tropole.") == same


def test_every_letter_counts() -> None:
    words = fingerprint("The fight against exclusion.")
    for other in (
        "The fight against exclusion",
        "the fight against exclusion.",
        "The fight against [exclusion](term:exclusion).",
        "The fight\u00a0against exclusion.",
    ):
        assert fingerprint(other) != words, other


def test_addresses() -> None:
    assert [*permanent_addresses("contract", [1, 2], "fr/")] == [
        "fr/definitions/contract/",
        "fr/definitions/contract/v1/",
        "fr/definitions/contract/v2/",
    ]


def test_the_lock_sorts_versions_as_numbers() -> None:
    texts = {Edition("a", number, "en"): ("0" * 64,) for number in (10, 9)}
    lines = lock_text(Publication(texts)).splitlines()
    assert [line[:8] for line in lines[4:6]] == ["  a@9 en", "  a@10 e"]
