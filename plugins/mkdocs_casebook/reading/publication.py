"""Reading what a study has published."""

import re
from pathlib import Path

from mkdocs_casebook.model.document import Locations
from mkdocs_casebook.model.fields import ID_PATTERN
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.publication import LOCK, Edition, Publication, lock_text
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.reading.files import read_text
from mkdocs_casebook.reading.yaml_mapping import read_mapping

_CODE = "invalid-lock"
_EDITION = re.compile(
    rf"(?P<id>{ID_PATTERN})@(?P<version>[1-9][0-9]{{0,8}}) (?P<language>[A-Za-z0-9-]+)"
)
_FINGERPRINTS = re.compile(r"[0-9a-f]{64}(?: [0-9a-f]{64})*")
_ADDRESS = re.compile(rf"(?:[A-Za-z0-9-]+/)?definitions/{ID_PATTERN}/(?:v[1-9][0-9]*/)?")
_RESTORE = f"restore {LOCK} from version control, then run `casebook publish`"


def read_publication(root: Path) -> tuple[Publication | None, list[Problem]]:
    """Read the lock of a study.

    Args:
        root: The folder of the study.

    Returns:
        What was published, and the problems found: None where there is no lock, and where it
        cannot be trusted because it is broken or was edited by hand.
    """
    path = root / LOCK
    if not path.exists():
        return None, []
    text, problems = read_text(path, LOCK)
    if problems:
        return None, problems
    data, locations, problems = read_mapping(text, LOCK, code=_CODE)
    if data is None or problems:
        return None, [
            Problem(_CODE, each.span, f"the lock cannot be read: {each.message}", _RESTORE)
            for each in problems
        ]
    publication, problems = _publication(data, locations)
    expected = lock_text(publication)
    if not problems and text != expected:
        problems = [_edited(text, expected)]
    return (None if problems else publication), problems


def _publication(
    data: dict[str, object], locations: Locations
) -> tuple[Publication, list[Problem]]:
    problems: list[Problem] = []
    places: dict[Edition | str, Span] = {}
    texts: dict[Edition, tuple[str, ...]] = {}
    start = Span(LOCK)
    given = data.get("texts") or {}
    for key, value in given.items() if isinstance(given, dict) else ():
        span = locations.of_key(("texts", key), start)
        match = _EDITION.fullmatch(key)
        if match is None or not _FINGERPRINTS.fullmatch(str(value)):
            problems.append(Problem(_CODE, span, "this line is not one of the lock", _RESTORE))
            continue
        edition = Edition(match["id"], int(match["version"]), match["language"])
        texts[edition] = tuple(str(value).split())
        places[edition] = span
    listed = data.get("addresses") or []
    addresses: set[str] = set()
    for number, address in enumerate(listed if isinstance(listed, list) else ()):
        span = locations.of(("addresses", number), start)
        if not isinstance(address, str) or not _ADDRESS.fullmatch(address):
            problems.append(Problem(_CODE, span, "this line is not one of the lock", _RESTORE))
            continue
        addresses.add(address)
        places[address] = span
    return Publication(texts, frozenset(addresses), places), problems


def _edited(text: str, expected: str) -> Problem:
    """Report a lock that is not as it was written, at the first line that shows it."""
    pairs = zip(text.split("\n"), [*expected.split("\n"), *[""] * text.count("\n")], strict=False)
    different = (number for number, (is_, was) in enumerate(pairs, start=1) if is_ != was)
    line = next(different, text.count("\n") + 1)
    message = "the lock was edited by hand: its lines and its checksum do not agree"
    return Problem(_CODE, Span(LOCK, line), message, _RESTORE)
