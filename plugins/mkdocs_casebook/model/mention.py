"""Addresses of records, and the places that mention them."""

import re
from dataclasses import dataclass

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.span import Span

_ADDRESS = re.compile(
    r"(?P<scheme>[a-z]+):(?P<id>[^@#\s]*)(?:@(?P<version>[^#\s]*))?(?:#(?P<part>\S*))?"
)


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to.

    Attributes:
        kind: Kind of the record.
        id: Id of the record, or key of the source.
        version: The pinned version, as written; only definitions have versions.
        part: An anchor on its page, such as the id of a candidate.
    """

    kind: Kind
    id: str
    version: str = ""
    part: str = ""

    def __str__(self) -> str:
        version = f"@{self.version}" if self.version else ""
        part = f"#{self.part}" if self.part else ""
        return f"{self.kind.scheme}:{self.id}{version}{part}"


def parse_target(address: str) -> Target | None:
    """Parse the address of a record.

    Args:
        address: For example ``term:social-exclusion@2`` or ``case:safer-cities``.

    Returns:
        The target, or None when the scheme is not one of a record.
    """
    match = _ADDRESS.fullmatch(address)
    kind = Kind.of_scheme(match["scheme"]) if match else None
    if match is None or kind is None:
        return None
    if kind is Kind.SOURCE:
        # Keys of a bibliography may hold "@" or "#": they have no versions and no parts.
        return Target(kind, address.partition(":")[2])
    return Target(kind, match["id"], match["version"] or "", match["part"] or "")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that links to a record or cites a source.

    Attributes:
        target: What it leads to.
        span: Where it stands.
        sentence: The sentence or the text of the field, as inline Markdown.
        quoted: Language of the sentence where it is an exact quotation; otherwise empty.
        heading: The heading of the body under which it stands; empty before the first.
        anchor: The id of that heading, where the author gave one.
        path: The field of the front matter in which it stands; empty in the body.
        cites: It is a citation, or a field that names a source; otherwise it is a link.
    """

    target: Target
    span: Span
    sentence: str = ""
    quoted: str = ""
    heading: str = ""
    anchor: str = ""
    path: tuple[str | int, ...] = ()
    cites: bool = False
