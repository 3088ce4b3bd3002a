"""The plugin ``casebook/cases``: cases, and the records by which they are read."""

from mkdocs_casebook.mkdocs_plugins.base import CasebookPlugin
from mkdocs_casebook.model.kinds import Kind


class CasesPlugin(CasebookPlugin):
    """Generates the lists of cases, contexts, entrées, criteria, seminars, questions, findings."""

    kinds = (
        Kind.CASE,
        Kind.CONTEXT,
        Kind.ENTREE,
        Kind.CRITERION,
        Kind.SEMINAR,
        Kind.QUESTION,
        Kind.FINDING,
    )
