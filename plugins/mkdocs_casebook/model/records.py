"""The model of each kind of record."""

from collections.abc import Mapping

from mkdocs_casebook.model.analysis import Analysis
from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.context import Context
from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.finding import Finding
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.method import Criterion, Entree
from mkdocs_casebook.model.question import Question
from mkdocs_casebook.model.record import Record
from mkdocs_casebook.model.seminar import Seminar
from mkdocs_casebook.model.source_note import SourceNote

MODELS: Mapping[Kind, type[Record]] = {
    Kind.DEFINITION: Definition,
    Kind.CASE: Case,
    Kind.CONTEXT: Context,
    Kind.ENTREE: Entree,
    Kind.CRITERION: Criterion,
    Kind.SEMINAR: Seminar,
    Kind.QUESTION: Question,
    Kind.FINDING: Finding,
    Kind.ANALYSIS: Analysis,
    Kind.SOURCE: SourceNote,
}
