"""The date of a study's data: that of its records, never of the clock."""

from collections.abc import Iterator

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.edtf import Moment, parse_moment
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.seminar import Seminar
from mkdocs_casebook.model.study import Study


def last_change(study: Study) -> Moment | None:
    """Return the latest date on which a record was written, judged or given a new version.

    Args:
        study: The study.

    Returns:
        The date, as precise as it is known; None where no record has one.
    """
    records = [document.record for document in study.documents if document.record]
    moments = [parse_moment(date) for record in records for date in _dates(record)]
    known = [each for each in moments if not each.unspecified]
    return max(known, key=lambda each: (each.earliest, each.day or 0), default=None)


def iso_date(moment: Moment) -> str:
    """Return a date in ISO 8601, to the precision at which it is known."""
    parts = [f"{moment.year:04}"]
    if moment.month and moment.month <= 12:
        parts.append(f"{moment.month:02}")
        parts += [f"{moment.day:02}"] if moment.day else []
    return "-".join(parts)


def _dates(record: Record) -> Iterator[str]:
    # The date of a seminar is that of the meeting.
    if record.date and not isinstance(record, Seminar):
        yield record.date
    if isinstance(record, Case) and record.judgement:
        yield record.judgement.date
    if isinstance(record, Definition):
        yield from (version.date for version in record.versions)
