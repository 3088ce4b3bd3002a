"""Checks of what a case says of its scheme: place, partners, figures, and what is left out."""

import re
from collections.abc import Iterator

from mkdocs_casebook.checks.bounds import BOUNDS
from mkdocs_casebook.checks.selection import cases
from mkdocs_casebook.model.case import Area, Case
from mkdocs_casebook.model.document import Path
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import normalise, shown

_NUMBER = re.compile(r"[+\-\u2212]?(?:\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?")


def incomplete_cases(study: Study) -> Iterator[Problem]:
    """Report cases that leave out what readers look for on every case."""
    for document, case in cases(study):
        missing = [name for name, there in _needed(case) if not there]
        if missing:
            message = f"the case has no {' and no '.join(missing)}"
            hint = "add it; where nothing is known of it, say so there"
            yield Problem("incomplete-case", document.span, message, hint)


def _needed(case: Case) -> Iterator[tuple[str, object]]:
    yield "'summary'", case.summary
    yield "'contexts'", case.contexts
    yield "'objectives' in its 'project'", case.project.objectives
    yield "'exclusion_link'", case.exclusion_link
    yield "'judgement'", case.judgement


def partners(study: Study) -> Iterator[Problem]:
    """Report partners that stand twice, and cases whose partners are all of one kind."""
    for document, case in cases(study):
        first: dict[str, int] = {}
        for number, partner in enumerate(case.partners):
            earlier = first.setdefault(normalise(partner.name), number)
            if earlier != number:
                span = document.locations.of(("partners", number, "name"), document.span)
                message = f"the partner '{shown(partner.name)}' stands twice"
                hint = "keep one of the two, with the roles and sources of both"
                yield Problem("duplicate-partner", span, message, hint)
        kinds = {(partner.sector, partner.level) for partner in case.partners}
        if len(kinds) == 1:
            sector, level = kinds.pop()
            span = document.locations.of_key(("partners",), document.span)
            message = f"all partners are of one sector ({sector}) and one level ({level})"
            hint = "look whether a partner is missing, or is described too coarsely"
            yield Problem("uniform-partners", span, message, hint)


def suspicious_coordinates(study: Study) -> Iterator[Problem]:
    """Report coordinates that can hardly be those of a place in the country of the case."""
    for document, case in cases(study):
        for number, area in enumerate(case.areas):
            wrong = _wrong_coordinates(area, case.country)
            if wrong:
                name, message, hint = wrong
                span = document.locations.of(("areas", number, name), document.span)
                message = f"'{shown(area.name)}' {message}"
                yield Problem("suspicious-coordinates", span, message, hint)


def _wrong_coordinates(area: Area, country: str) -> tuple[str, str, str] | None:
    """Return the field that is wrong, what is wrong, and what to do; None if nothing is."""
    lat, lon = area.lat, area.lon
    if lat is None or lon is None:
        if lat is None and lon is None:
            return None
        name, other = ("lon", "lat") if lat is None else ("lat", "lon")
        return name, f"has '{name}' and no '{other}'", f"add '{other}', or leave both out"
    if lat == lon == 0:
        hint = "leave 'lat' and 'lon' out where the place is not known"
        return "lat", "lies at 0, 0, in the Gulf of Guinea", hint
    bounds = BOUNDS.get(country, ())
    if not bounds or any(each.hold(lat, lon) for each in bounds):
        return None
    if any(each.hold(lon, lat) for each in bounds):
        hint = "'lat' and 'lon' look swapped: 'lat' runs from south to north"
    elif any(each.hold(lat, -lon) for each in bounds):
        hint = "the sign of 'lon' looks wrong: west of Greenwich it is negative"
    else:
        hint = "check 'lat', 'lon' and the 'country' of the case"
    return "lat", f"lies at {lat:g}, {lon:g}, outside of {country}", hint


def unreadable_numbers(study: Study) -> Iterator[Problem]:
    """Report values of indicators that no program can read as a number."""
    for document, case in cases(study):
        for number, indicator in enumerate(case.indicators):
            at: Path = ("indicators", number)
            values: list[tuple[Path, str]] = [((*at, "value"), indicator.value)]
            if indicator.baseline:
                values.append(((*at, "baseline", "value"), indicator.baseline.value))
            for path, value in values:
                if not _NUMBER.fullmatch(value):
                    span = document.locations.of(path, document.span)
                    message = f"'{shown(value)}' cannot be read as a number"
                    hint = (
                        "write the figure alone, with a point before decimals; words such as "
                        "'about' stand in 'unit' or 'note'"
                    )
                    yield Problem("unreadable-number", span, message, hint)
