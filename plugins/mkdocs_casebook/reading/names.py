"""Names of people and bodies in BibTeX, split by pybtex."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pybtex.bibtex.utils import split_name_list
from pybtex.database import InvalidNameString, Person
from pybtex.errors import capture

from mkdocs_casebook.reading.latex import plain

_BRACED = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}")


@dataclass(frozen=True, slots=True)
class Name:
    """A person, or a body where ``given`` is empty and ``literal`` is true.

    Attributes:
        family: Family name with its particles, or the name of the body.
        given: Given names.
        suffix: Such as "Jr".
        literal: It is a body, written in braces.
    """

    family: str
    given: str = ""
    suffix: str = ""
    literal: bool = False

    @property
    def inverted(self) -> str:
        """The name as it stands in an alphabetical list."""
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)


@lru_cache(maxsize=20_000)
def split_names(field: str) -> tuple[tuple[Name, ...], bool]:
    """Split a BibTeX field of names.

    Args:
        field: For example ``Geddes, Mike and {European Commission} and others``.

    Returns:
        The names, and whether the field ends with ``others``.
    """
    names: list[Name] = []
    others = False
    for part in split_name_list(field):
        text = part.strip()
        if text.lower() == "others":
            others = True
        elif _BRACED.fullmatch(text):
            names.append(Name(plain(text), literal=True))
        elif text:
            names.append(_person(text))
    return tuple(names), others


def _person(text: str) -> Name:
    with capture():
        try:
            person = Person(text)
        except InvalidNameString:
            return Name(plain(text), literal=True)
    family = " ".join((*person.prelast_names, *person.last_names))
    given = " ".join((*person.first_names, *person.middle_names))
    return Name(plain(family), plain(given), plain(" ".join(person.lineage_names)))
