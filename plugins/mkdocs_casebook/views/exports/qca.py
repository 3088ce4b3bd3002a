"""The data of an analysis as a table for the R package QCA.

Cases are the names of the rows; a present outcome or condition is 1, an absent one 0. What is
unknown stays empty, which R reads as missing: the package then refuses the table until the reader
has decided. It must not be a dash: to the package that means that a condition does not matter.

Source: the package's documentation of truthTable, and its checks of data, version 3.25.1
(https://github.com/dusadrian/QCA).
"""

import csv
from collections.abc import Sequence
from io import StringIO

from mkdocs_casebook.analysis.calibration import Configuration
from mkdocs_casebook.model.analysis import Analysis, Membership

_VALUES = {Membership.PRESENT: "1", Membership.ABSENT: "0", Membership.UNKNOWN: ""}


def column(id: str) -> str:
    """Return the name of the column of an outcome or condition: capitals, without hyphens.

    The package advises capitals, and reads a hyphen as a sign.

    Args:
        id: The id of the outcome or condition.
    """
    return id.replace("-", "").upper()


def qca_table(analysis: Analysis, configurations: Sequence[Configuration]) -> str:
    """Return the cases as CSV: the conditions, then the outcome.

    Args:
        analysis: The analysis.
        configurations: Its cases.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    factors = (*analysis.conditions, analysis.outcome)
    writer.writerow(["case", *(column(each.id) for each in factors)])
    for each in configurations:
        values = (*each.conditions, each.outcome)
        writer.writerow([each.case, *(_VALUES[value] for value in values)])
    return text.getvalue()
