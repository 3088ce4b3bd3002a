"""The plugin ``casebook/definitions``: working definitions and their versions."""

from mkdocs.config import config_options

from mkdocs_casebook.mkdocs_plugins.base import CasebookPlugin, NoOptions
from mkdocs_casebook.model.kinds import Kind


class DefinitionsConfig(NoOptions):
    """The options of the plugin.

    `reading.settings` reads their values, for the command line too; here MkDocs learns of them.
    """

    # YAML reads a bare "off" as false.
    auto_link = config_options.Optional(config_options.Type((str, bool)))


class DefinitionsPlugin(CasebookPlugin):
    """Generates the list of definitions and a page for each version."""

    config_class = DefinitionsConfig
    kinds = (Kind.DEFINITION,)
