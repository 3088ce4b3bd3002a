"""The ten kinds of record, and the addresses that lead to them."""

import pytest

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target, parse_target
from mkdocs_casebook.model.records import MODELS
from mkdocs_casebook.model.walk import walk


def test_every_kind_has_a_model_a_folder_and_a_scheme() -> None:
    assert set(MODELS) == set(Kind)
    assert [Kind.of_folder(kind.folder) for kind in Kind] == list(Kind)
    assert [Kind.of_scheme(kind.scheme) for kind in Kind] == list(Kind)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("term:a", Target(Kind.DEFINITION, "a")),
        ("term:a@2", Target(Kind.DEFINITION, "a", "2")),
        ("term:a@2#b", Target(Kind.DEFINITION, "a", "2", "b")),
        ("case:a#evaluation", Target(Kind.CASE, "a", part="evaluation")),
        ("source:a@b#c", Target(Kind.SOURCE, "a@b#c")),
        ("http://example.org", None),
        ("TERM:a", None),
        ("term: a", None),
        ("a", None),
    ],
)
def test_addresses(address: str, target: Target | None) -> None:
    assert parse_target(address) == target
    assert target is None or str(target) == address


def test_walk_finds_every_text_with_its_path() -> None:
    record = MODELS[Kind.QUESTION].model_validate(
        {
            "title": "A",
            "wording": "B",
            "state": "open",
            "bears_on": [{"record": "case:a", "note": "C"}, {"record": "case:b", "note": "D"}],
        }
    )
    assert {(path, text) for path, text, _ in walk(record)} == {
        (("title",), "A"),
        (("wording",), "B"),
        (("language",), "en"),
        (("state",), "open"),
        (("bears_on", 0, "record"), "case:a"),
        (("bears_on", 0, "note"), "C"),
        (("bears_on", 1, "record"), "case:b"),
        (("bears_on", 1, "note"), "D"),
    }
