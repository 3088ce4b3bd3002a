"""What changed lately in a study, by the dates that its records give: no other date counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.site import Site


@dataclass(frozen=True, slots=True)
class Change:
    """A version of a definition, or the last writing of another record.

    Attributes:
        date: When (EDTF).
        document: The record.
        target: What a link leads to.
        title: What it is called.
        text: What changed, or what the record is about, as inline Markdown.
    """

    date: str
    document: Document
    target: Target
    title: str
    text: str


def recent_changes(site: Site, most: int) -> list[Change]:
    """Return the latest changes, the newest first.

    Args:
        site: The site. What it has not translated did not change on it.
        most: How many at most.
    """
    changes = sorted(_changes(site), key=lambda each: (each.target.kind, each.title))
    changes.sort(key=lambda each: each.date, reverse=True)
    return changes[:most]


def _changes(site: Site) -> Iterator[Change]:
    for document in site.study.documents:
        record, kind = document.record, document.kind
        if record is None or kind is None or document.language != site.language:
            continue
        if isinstance(record, Definition):
            for version in record.versions:
                target = Target(kind, document.id, str(version.version))
                title = site.words("version.title", term=document.title, n=version.version)
                yield Change(version.date, document, target, title, version.change or "")
        elif record.date and kind is not Kind.SEMINAR:
            # The date of a seminar is that of the meeting.
            target = Target(kind, document.id)
            yield Change(record.date, document, target, document.title, record.summary or "")
