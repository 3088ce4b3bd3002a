"""An analysis as the pages and files show it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_casebook.analysis.calibration import (
    Configuration,
    calibrate,
    cases_of,
    circular_conditions,
    one_sided_outcome,
)
from mkdocs_casebook.analysis.table import Row, completed, configuration_table, possible_rows
from mkdocs_casebook.model.analysis import Analysis, Membership
from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.views.exports.qca import qca_table
from mkdocs_casebook.views.references.files import FOLDER, DataFile
from mkdocs_casebook.views.site import Site

COMPLETIONS = (Membership.ABSENT, Membership.PRESENT)
"""The values that stand in the place of every unknown one, each in a table of its own."""


@dataclass(frozen=True)
class Analysed:
    """An analysis with its cases and tables.

    Attributes:
        id: Its id.
        record: The analysis.
        cases: Its cases by id.
    """

    id: str
    record: Analysis
    cases: Mapping[str, Case]

    @cached_property
    def configurations(self) -> tuple[Configuration, ...]:
        """The cases, calibrated."""
        return calibrate(self.record, self.cases)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The configuration table, as far as it is known."""
        return self._table(self.configurations)

    @cached_property
    def completed(self) -> Mapping[Membership, tuple[Row, ...]]:
        """The table with one value in the place of every unknown one, by that value."""
        return {value: self._table(completed(self.configurations, value)) for value in COMPLETIONS}

    @property
    def known(self) -> list[Configuration]:
        """The cases of which nothing is unknown."""
        return [each for each in self.configurations if each.is_known]

    @property
    def unknown(self) -> list[Configuration]:
        """The cases of which something is unknown."""
        return [each for each in self.configurations if not each.is_known]

    @property
    def contradictions(self) -> list[Row]:
        """The rows that contradict themselves, as far as is known."""
        return [row for row in self.rows if row.is_contradictory]

    @cached_property
    def possible(self) -> Mapping[int, list[str]]:
        """Ids of the cases that may stand in a row, for want of knowledge, by its number."""
        found: dict[int, list[str]] = {}
        for each in self.configurations:
            numbers = possible_rows(each)
            for number in numbers if len(numbers) > 1 else ():
                found.setdefault(number, []).append(each.case)
        return found

    @property
    def one_sided(self) -> Membership | None:
        """The outcome that all cases have of which it is known."""
        return one_sided_outcome(self.configurations)

    @property
    def circular(self) -> Mapping[str, list[str]]:
        """The conditions that the outcome rests on itself, with the cases in which it does."""
        return circular_conditions(self.record, self.cases)

    def _table(self, configurations: tuple[Configuration, ...]) -> tuple[Row, ...]:
        return configuration_table(configurations, len(self.record.conditions))


def analysed(document: Document, study: Study) -> Analysed:
    """Return an analysis with its cases and tables.

    Args:
        document: The analysis, in any language.
        study: The study.

    Raises:
        TypeError: The document is no analysis.
    """
    if not isinstance(document.record, Analysis):
        raise TypeError(f"{document.path} is no analysis")
    return Analysed(document.id, document.record, cases_of(document.record, study))


def data_path(id: str, value: Membership | None = None) -> str:
    """Return the path of the data of an analysis, in the site of the study's first language.

    Args:
        id: Id of the analysis.
        value: What stands in the place of every unknown value; None where those stay empty.
    """
    name = f"{id}.{value}" if value else id
    return f"{FOLDER}/{Kind.ANALYSIS.folder}/{name}.csv"


def analysis_files(site: Site) -> Iterator[DataFile]:
    """Yield the data of each analysis: as known, and with both completions of the unknown.

    The data are the same in every language, so that they stand only in the site of the first.

    Args:
        site: The site.
    """
    if site.language != site.study.settings.original:
        return
    for document in site.study.of_kind(Kind.ANALYSIS):
        each = analysed(document, site.study)
        yield DataFile("CSV", data_path(each.id), qca_table(each.record, each.configurations))
        for value in COMPLETIONS if each.unknown else ():
            table = qca_table(each.record, completed(each.configurations, value))
            yield DataFile("CSV", data_path(each.id, value), table)
