"""Checks of dates: of cases, contexts and seminars."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mkdocs_casebook.checks.selection import cases, contexts
from mkdocs_casebook.model.case import Case, Indicator
from mkdocs_casebook.model.context import Context
from mkdocs_casebook.model.document import Document, Path
from mkdocs_casebook.model.edtf import Moment, parse_moment, parse_period
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.seminar import Seminar
from mkdocs_casebook.model.study import Study

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def ends_before_starts(study: Study) -> Iterator[Problem]:
    """Report intervals whose end lies before their start."""
    for document in study.documents:
        if document.record is None or document.translated:
            continue
        for path, text in _intervals(document.record):
            period = parse_period(text)
            if period.backwards:
                span = document.locations.of(path, document.span)
                message = f"'{text}' ends before it starts"
                yield Problem("end-before-start", span, message, "write the earlier date first")


def _intervals(record: Record) -> Iterator[tuple[Path, str]]:
    match record:
        case Case():
            yield ("period",), record.period
            if record.scheme.signed:
                yield ("scheme", "signed"), record.scheme.signed
        case Context():
            for number, fact in enumerate(record.facts):
                yield ("facts", number, "date"), fact.date
        case Seminar():
            yield ("date",), record.date


def dates_out_of_order(study: Study) -> Iterator[Problem]:
    """Report dates that contradict the order of things."""
    for document, context in contexts(study):
        dates = [fact.date for fact in context.facts]
        yield from _out_of_order(document, "facts", dates, "the fact")
    for document, case in cases(study):
        dates = [reading.date for reading in case.readings]
        yield from _out_of_order(document, "readings", dates, "the reading")
        yield from _signed_outside(document, case)
        yield from _judged_early(document, case)
        yield from _late_baselines(document, case)


def _out_of_order(
    document: Document, field: str, dates: Sequence[str], what: str
) -> Iterator[Problem]:
    for number, (before, after) in enumerate(pairwise(dates), start=1):
        if _before(_start(after), _start(before)):
            message = f"{what} of {after} stands behind that of {before}"
            yield _problem(document, (field, number, "date"), message, "put the earlier one first")


def _signed_outside(document: Document, case: Case) -> Iterator[Problem]:
    if not case.scheme.signed:
        return
    period, signed = parse_period(case.period), _start(case.scheme.signed)
    path: Path = ("scheme", "signed")
    hint = "check 'signed' and 'period'"
    if _before(period.end, signed):
        message = f"'{case.scheme.signed}' lies after the period of the case, {case.period}"
        yield _problem(document, path, message, hint)
    # What begins in January was often signed in the year before.
    elif signed and period.start and signed.latest[0] < period.start.earliest[0] - 1:
        message = f"'{case.scheme.signed}' lies well before the period of the case, {case.period}"
        yield _problem(document, path, message, hint)


def _judged_early(document: Document, case: Case) -> Iterator[Problem]:
    if case.judgement is None:
        return
    judged = parse_moment(case.judgement.date)
    path: Path = ("judgement", "date")
    if _before(judged, parse_period(case.period).start):
        message = f"the case was judged in {judged.text}, before its period, {case.period}"
        yield _problem(document, path, message, "check the two dates")
    if case.date and _before(parse_moment(case.date), judged):
        message = f"the date of the record, {case.date}, lies before that of the judgement"
        hint = "'date' tells when the record was written or last judged: bring it up to date"
        yield _problem(document, ("date",), message, hint)


def _late_baselines(document: Document, case: Case) -> Iterator[Problem]:
    for number, indicator in enumerate(case.indicators):
        years = _late_baseline(indicator)
        if years:
            message = f"the baseline is of {years[0]}, the value of {years[1]}"
            path: Path = ("indicators", number, "baseline", "year")
            yield _problem(document, path, message, "the baseline is the earlier of the two")


def _late_baseline(indicator: Indicator) -> tuple[str, str] | None:
    if indicator.baseline is None:
        return None
    # A year may be given in words: "about 2001", "1988-89 to 1993-94".
    then, now = _YEAR.findall(indicator.baseline.year), _YEAR.findall(indicator.year)
    if then and now and min(then) > max(now):
        return indicator.baseline.year, indicator.year
    return None


def _start(text: str) -> Moment | None:
    period = parse_period(text)
    return period.start or period.end


def _before(earlier: Moment | None, later: Moment | None) -> bool:
    """Tell whether one date lies before another, whatever the unknown parts of both are."""
    return earlier is not None and later is not None and earlier.latest < later.earliest


def _problem(document: Document, path: Path, message: str, hint: str) -> Problem:
    return Problem("dates-out-of-order", document.locations.of(path, document.span), message, hint)
