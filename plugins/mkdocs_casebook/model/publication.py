"""What a study has published: the texts of its definitions, and their permanent addresses."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from mkdocs_casebook.model.span import Span

LOCK = "published.lock"
"""Name of the file, at the root of a study, that records what it has published."""

_BLANKS = re.compile(r"[ \t\r\n]+")
_ADDRESS = re.compile(r"(?<=\])\([^()\s]*\)")
_HEAD = """\
# What this study has published. `casebook publish` writes this file: do not edit it by hand.
# `casebook check` fails when a published text changes or a permanent address disappears.
"""


class Edition(NamedTuple):
    """A version of a definition in one language; as text, ``social-exclusion@2 en``.

    Attributes:
        id: Id of the definition.
        version: Number of the version.
        language: Language of the text.
    """

    id: str
    version: int
    language: str

    def __str__(self) -> str:
        return f"{self.id}@{self.version} {self.language}"


@dataclass(frozen=True)
class Publication:
    """The texts and addresses that people may rely on.

    Attributes:
        texts: The fingerprints of each published text, the oldest first: it has one, and one more
            for each erratum.
        addresses: Every permanent address, from the root of the site, with a slash at the end.
        locations: The line of the lock on which each text and address stands.
    """

    texts: Mapping[Edition, tuple[str, ...]] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    locations: Mapping[Edition | str, Span] = field(default_factory=dict, compare=False)

    def span(self, published: Edition | str) -> Span:
        """Return the place of a text or an address in the lock."""
        return self.locations.get(published, Span(LOCK))


def canonical(text: str) -> str:
    """Return a text as it is compared: NFC, its lines joined, its links without their addresses.

    A record that is linked to may get another id, and the words stay the same. A no-break space
    is no blank here: the typography of a text is a part of it.
    """
    composed = unicodedata.normalize("NFC", text)
    return _BLANKS.sub(" ", _ADDRESS.sub("", composed)).strip(" ")


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text in its canonical form, in hexadecimal."""
    return sha256(canonical(text).encode()).hexdigest()


def permanent_addresses(id: str, versions: Iterable[int], prefix: str) -> Iterator[str]:
    """Yield the address of a definition and of each of its versions.

    Args:
        id: Its id, or one that it had.
        versions: The numbers of its versions.
        prefix: What the addresses of the language start with: nothing, or ``fr/``.
    """
    page = f"{prefix}definitions/{id}/"
    yield page
    yield from (f"{page}v{number}/" for number in versions)


def lock_text(publication: Publication) -> str:
    """Return the lock that records a publication: sorted, a line for each text and address.

    It is YAML; its checksum is the SHA-256 of all lines below it.
    """
    texts = [
        f"  {edition}: {' '.join(prints)}\n"
        for edition, prints in sorted(publication.texts.items())
    ]
    addresses = [f"  - {address}\n" for address in sorted(publication.addresses)]
    body = "".join(["texts:\n", *texts, "addresses:\n", *addresses])
    return f"{_HEAD}checksum: {sha256(body.encode()).hexdigest()}\n{body}"
