"""The check of the citation style."""

from collections.abc import Iterator

from mkdocs_casebook.csl import Style, StyleError, style, styles
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import nearest, shown


def unreadable_style(study: Study) -> Iterator[Problem]:
    """Report a citation style that there is not, or that is no CSL."""
    settings = study.settings.citations
    if settings.csl_file and not study.citation_style:
        # The file itself could not be read, and that is reported.
        return
    try:
        if settings.csl_file:
            Style.parse(study.citation_style)
        else:
            # A style of the library is one; to compile it here would take as long as all checks.
            style(settings.style)
    except StyleError as error:
        near = nearest(settings.style, styles()) if not settings.csl_file else None
        hint = f"did you mean '{near}'?" if near else "name a style of CSL 1.0.2"
        message = shown(str(error), 200)
        yield Problem("invalid-citation-style", settings.span, message, hint)
