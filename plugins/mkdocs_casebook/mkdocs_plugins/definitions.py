"""The plugin ``casebook/definitions``: working definitions and their versions."""

from mkdocs_casebook.mkdocs_plugins.base import CasebookPlugin
from mkdocs_casebook.model.kinds import Kind


class DefinitionsPlugin(CasebookPlugin):
    """Generates the list of definitions and a page for each version."""

    kinds = (Kind.DEFINITION,)
