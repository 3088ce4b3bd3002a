"""A cross-linked study site from Markdown definitions and cases and one BibTeX bibliography."""

__version__ = "0.1.0"
