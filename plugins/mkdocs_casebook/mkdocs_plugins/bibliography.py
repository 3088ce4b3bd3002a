"""The plugin ``casebook/bibliography``: citations, and a page for each source."""

from mkdocs_bibtex.config import BibTexConfig

from mkdocs_casebook.mkdocs_plugins.base import CasebookPlugin
from mkdocs_casebook.model.kinds import Kind


class BibliographyConfig(BibTexConfig):  # type: ignore[misc]
    """The options of mkdocs-bibtex, under their own names."""


class BibliographyPlugin(CasebookPlugin):
    """Reads the bibliography, and generates its list and a page for each source."""

    config_class = BibliographyConfig
    kinds = (Kind.SOURCE,)
