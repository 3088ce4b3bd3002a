"""The plugin ``casebook/bibliography``: citations, and a page for each source."""

from mkdocs.config import config_options
from mkdocs_bibtex.config import BibTexConfig

from mkdocs_casebook.mkdocs_plugins.base import CasebookPlugin
from mkdocs_casebook.model.kinds import Kind


class BibliographyConfig(BibTexConfig):  # type: ignore[misc]
    """The options of mkdocs-bibtex under their own names, and those of Casebook.

    `reading.settings` reads their values, for the command line too; here MkDocs learns of them.
    """

    bib_file = config_options.Optional(config_options.Type((str, list)))
    style = config_options.Optional(config_options.Type(str))
    locale = config_options.Optional(config_options.Type(str))
    nocite = config_options.Optional(config_options.Type((str, list)))
    source_pages = config_options.Type(bool, default=True)


class BibliographyPlugin(CasebookPlugin):
    """Reads the bibliography, draws citations, and generates the pages of sources."""

    config_class = BibliographyConfig
    kinds = (Kind.SOURCE,)
