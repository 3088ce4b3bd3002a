"""The plugin ``casebook/cases``: cases, and the records by which they are read."""

from mkdocs.config import config_options

from mkdocs_casebook.mkdocs_plugins.base import CasebookPlugin, NoOptions
from mkdocs_casebook.model.kinds import Kind


class CasesConfig(NoOptions):
    """The options of the plugin.

    `reading.settings` reads their values, for the command line too; here MkDocs learns of them.
    """

    pairs = config_options.Optional(config_options.Type(list))


class CasesPlugin(CasebookPlugin):
    """Generates the lists of cases, of findings, and of the records by which they are read."""

    config_class = CasesConfig

    kinds = (
        Kind.CASE,
        Kind.CONTEXT,
        Kind.ENTREE,
        Kind.CRITERION,
        Kind.SEMINAR,
        Kind.QUESTION,
        Kind.FINDING,
        Kind.ANALYSIS,
    )
