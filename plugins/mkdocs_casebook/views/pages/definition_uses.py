"""Where a definition is used: by kind of record, with the version that the user relied on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Mention, Target
from mkdocs_casebook.views.layout import LayoutBuilder
from mkdocs_casebook.views.mentions import Group, mentions_of
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


@dataclass(frozen=True, slots=True)
class Use:
    """A page that uses a definition.

    Attributes:
        group: The page with the places on it.
        pinned: Numbers of the older versions that it is pinned to.
        before: Number of the version that came after the page was written; None without one.
    """

    group: Group
    pinned: tuple[int, ...]
    before: int | None


def add_uses(view: View, document: Document, record: Definition, layout: LayoutBuilder) -> None:
    """Add the list of pages that use a definition.

    Args:
        view: The page.
        document: The definition.
        record: The same.
        layout: Where it is added.
    """
    words = view.words
    headings = {words(f"kinds.{kind}.one"): words(f"kinds.{kind}.many") for kind in Kind}
    uses = [
        (headings.get(kind, kind), tuple(found))
        for kind, found in groupby(_uses(view, document, record), key=lambda each: each.group.kind)
    ]
    html = render("definition/uses", view, uses=uses, empty=words("definition.not_used"))
    layout.section(words("definition.used_in"), "used-in", html, searched=False)


def _uses(view: View, document: Document, record: Definition) -> Iterator[Use]:
    target, current = Target(Kind.DEFINITION, document.id), record.current
    pinned: dict[str, list[int]] = {}
    for version in sorted(each.version for each in record.versions if each != current):
        for group in mentions_of(target, view, partial(_pins, str(version))):
            pinned.setdefault(str(group.link), []).append(version)
    written = {
        str(view.link_document(user)): user.record.date
        for places in view.site.mentions_of(target).values()
        for user, _ in places[:1]
        if user.record and user.record.date
    }
    for group in mentions_of(target, view):
        link = str(group.link)
        older = tuple(pinned.get(link, ()))
        yield Use(group, older, None if older else _written_before(written.get(link), record))


def _pins(version: str, mention: Mention) -> bool:
    return mention.target.version == version


def _written_before(date: str | None, record: Definition) -> int | None:
    """Return the current version's number where a record is older than that version.

    Dates are compared as far as both are known: the same month is not before.
    """
    current = record.current
    if not date or len(record.versions) < 2:
        return None
    length = min(len(date), len(current.date))
    return current.version if date[:length] < current.date[:length] else None
