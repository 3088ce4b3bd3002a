"""The state of one build, shared by the plugins."""

import logging
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from mkdocs_casebook.checks import find_problems
from mkdocs_casebook.markdown_extension import CasebookExtension, InlineMarkdown
from mkdocs_casebook.model.problems import Problem, Severity
from mkdocs_casebook.model.settings import Settings
from mkdocs_casebook.reading.settings import Configuration, read_configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.views.pages.layouts import Layouts
from mkdocs_casebook.views.report import FAILING
from mkdocs_casebook.views.site import Site

log = logging.getLogger("mkdocs.plugins.casebook")

_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.INFO: logging.DEBUG,
}


@dataclass(frozen=True, slots=True)
class Build:
    """What the plugins of one build share.

    Attributes:
        configuration: Where the study lies.
        site: The site that is built.
        layouts: The layouts of its pages.
        extension: The Markdown extension of its pages.
    """

    configuration: Configuration
    site: Site
    layouts: Layouts
    extension: CasebookExtension


def start_build(config: MkDocsConfig) -> Build:
    """Read and check the whole study.

    Args:
        config: The configuration of MkDocs.

    Returns:
        What the plugins share.

    Raises:
        Abort: The study has errors, or warnings in strict mode. MkDocs has not touched the old
            site by then.
    """
    configuration, found = read_configuration(Path(config.config_file_path))
    study = read_study(configuration)
    _report((*found, *find_problems(study)), configuration.settings, strict=config.strict)
    site = Site(
        study,
        configuration.language,
        config.site_name,
        config.site_url or "",
        config.use_directory_urls,
        config.copyright or "",
    )
    layouts = Layouts(site, InlineMarkdown(site).render)
    return Build(configuration, site, layouts, CasebookExtension(site))


def _report(problems: tuple[Problem, ...], settings: Settings, *, strict: bool) -> None:
    severities = [settings.severity_of(problem.code) for problem in problems]
    for problem, severity in zip(problems, severities, strict=True):
        hint = f" ({problem.hint})" if problem.hint else ""
        log.log(
            _LEVELS.get(severity, logging.DEBUG),
            "%s: %s [%s]%s",
            problem.span,
            problem.message,
            problem.code,
            hint,
        )
    fatal = FAILING if strict else {Severity.ERROR}
    count = sum(1 for severity in severities if severity in fatal)
    if count:
        raise Abort(f"casebook: {count} problems stop the build; the old site is untouched")
