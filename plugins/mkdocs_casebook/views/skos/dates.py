"""Dates as typed literals."""

from mkdocs_casebook.model.edtf import Moment, parse_moment

_XSD = "http://www.w3.org/2001/XMLSchema#"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
"""The type of dates that XML Schema cannot say: seasons, uncertain ones, unknown digits.

Source: https://id.loc.gov/datatypes/edtf.html
"""


def date_type(date: str) -> str:
    """Return the address of the type that says a date as precisely as it is known, no more.

    Args:
        date: An EDTF date.
    """
    moment = parse_moment(date)
    if not _is_plain(moment):
        return EDTF
    if moment.month is None:
        return f"{_XSD}gYear"
    return f"{_XSD}date" if moment.day else f"{_XSD}gYearMonth"


def _is_plain(moment: Moment) -> bool:
    """Tell whether XML Schema means the same by a date, in all its versions."""
    vague = moment.uncertain or moment.approximate or moment.unspecified
    # XML Schema 1.0 has no year 0, so that its years before 1 are not those of EDTF.
    return not vague and 1 <= moment.year <= 9999 and (moment.month or 1) <= 12
