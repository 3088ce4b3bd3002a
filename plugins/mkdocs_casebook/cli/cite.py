"""``casebook cite``: references of sources, definitions and cases, in any style and format."""

import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs_casebook import csl
from mkdocs_casebook.cli.bibliography import Bibliography, bibliography
from mkdocs_casebook.cli.cited import CiteError, UnknownSourceError, find_cited
from mkdocs_casebook.cli.export import FORMATS
from mkdocs_casebook.cli.terminal import FAILED, OK, USAGE, complain, print_text, printable
from mkdocs_casebook.csl.library import locale_files
from mkdocs_casebook.csl.locales import PRIMARY_DIALECTS, canonical
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.reading.bibliography import read_named
from mkdocs_casebook.reading.settings import Configuration, read_configuration
from mkdocs_casebook.views import report
from mkdocs_casebook.views.references.styles import locale_of

_SEPARATORS = {"markdown": "\n\n"}
_MOST_SUGGESTIONS = 3


def cite(
    file: Path,
    names: Sequence[str],
    *,
    style: str | None,
    locale: str | None,
    format_: str,
    citation: bool,
) -> int:
    """Print references of sources, definitions and cases, or their citation.

    Args:
        file: The configuration of the study.
        names: What to cite: keys of sources, definitions such as ``social-exclusion@2``, cases such
            as ``case:safer-cities``.
        style: A name or file of a style; None for that of the study.
        locale: A language tag; None for that of the study.
        format_: "text", "html", "markdown", or a format of the exports.
        citation: Print what stands in the text, or in the note, instead of the references.

    Returns:
        The exit code.
    """
    if format_ in FORMATS and (citation or style is not None):
        complain(f"{format_} holds the data of a source: it knows no style and no citation")
        return USAGE
    configuration, _ = read_configuration(file)
    settings = configuration.settings
    sources: Bibliography | None = None
    try:
        if locale:
            _require_locale(locale)
        language = canonical(locale or settings.original).partition("-")[0]
        sources = bibliography(settings, configuration.root, language)
        cited = find_cited(names, sources, configuration, format_)
        if format_ in FORMATS:
            text = FORMATS[format_](cited)
        else:
            text = _formatted(cited, configuration, style, locale, format_, citation=citation)
    except CiteError as error:
        if sources and sources.problems and isinstance(error, UnknownSourceError):
            print(printable(report.as_text(sources.problems, settings)), file=sys.stderr)
        complain(str(error), error.hint)
        return FAILED
    print_text(text)
    return OK


def find_style(name: str) -> str:
    """Find a citation style.

    Args:
        name: Its name, or a file whose name ends in ``.csl``.

    Returns:
        Its XML.

    Raises:
        CiteError: There is no such style, or its file cannot be read.
    """
    return _style_file(name, Path()) if name.endswith(".csl") else _named_style(name)


def _style_file(name: str, folder: Path) -> str:
    text, problems = read_named(name, folder)
    for problem in problems:
        if not text:
            raise CiteError(f"{problem.span}: {problem.message}", problem.hint)
    return text


def _named_style(name: str) -> str:
    try:
        return csl.style(name)
    except csl.StyleError as error:
        message = f"no citation style is named '{shown(name)}'"
        raise CiteError(message, _similar_styles(name)) from error


def _similar_styles(name: str) -> str:
    known = list(csl.styles())
    start = name.casefold()
    found = sorted((each for each in known if start and each.startswith(start)), key=len)
    if not found and (near := nearest(name, known)):
        found = [near]
    words = " or ".join(f"'{each}'" for each in found[:_MOST_SUGGESTIONS])
    return f"did you mean {words}?" if words else "give a name, or the path of a .csl file"


def _require_locale(locale: str) -> None:
    """Refuse a locale of which nothing is known, for which CSL would take American English."""
    base = canonical(locale).partition("-")[0]
    if base != "en" and len(locale_files(locale)) < 2:
        near = nearest(locale, [*PRIMARY_DIALECTS, *PRIMARY_DIALECTS.values()])
        hint = f"did you mean '{near}'?" if near else "give a language tag, such as en-GB or fr-FR"
        raise CiteError(f"there is no locale '{shown(locale)}'", hint)


def _formatted(
    cited: Bibliography,
    configuration: Configuration,
    style: str | None,
    locale: str | None,
    output: str,
    *,
    citation: bool,
) -> str:
    """Return the references, or the citation, in the style that was asked for or the study's."""
    settings = configuration.settings
    own = settings.citations
    name = style if style is not None else own.csl_file or own.style
    in_study = style is None and own.csl_file
    xml = _style_file(name, configuration.root) if in_study else find_style(name)
    asked = locale or own.locale or locale_of(name, settings.original)
    try:
        return _rendered(cited, csl.Style.parse(xml, asked), output, citation=citation)
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        message = f"the style {shown(name)} cannot be used: {reason}"
        raise CiteError(message, "check its XML") from error


def _rendered(cited: Bibliography, style: csl.Style, output: str, *, citation: bool) -> str:
    """Return the references, or the citation; notes where a style of notes has no references."""
    keys = list(cited.items)
    together = citation or style.bibliography is not None
    clusters = [[{"id": key} for key in keys]] if together else [[{"id": key}] for key in keys]
    processor = csl.Processor(style, cited.items.values(), titles_for_empty=True)
    rendered = processor.process(clusters, output=output)
    if citation or style.bibliography is None:
        found = rendered.citations
    else:
        found = rendered.bibliography
        if len(found) < len(keys):
            missing = ", ".join(f"'{shown(key)}'" for key in keys if key not in rendered.keys)
            raise CiteError(f"the style shows nothing of {missing}", "choose another style")
        if output == "html":
            found = [f'<div class="csl-entry">{entry}</div>' for entry in found]
    return _SEPARATORS.get(output, "\n").join(found)
