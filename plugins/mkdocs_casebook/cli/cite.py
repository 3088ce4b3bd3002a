"""``casebook cite``: references of sources and definitions, in any style and format."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs_casebook import csl
from mkdocs_casebook.cli.bibliography import Bibliography, bibliography
from mkdocs_casebook.cli.export import FORMATS
from mkdocs_casebook.cli.terminal import FAILED, OK, USAGE, complain, print_text, printable
from mkdocs_casebook.csl.library import locale_files
from mkdocs_casebook.csl.locales import PRIMARY_DIALECTS, canonical
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.reading.bibliography import read_named
from mkdocs_casebook.reading.settings import Configuration, _load, read_configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.views import report
from mkdocs_casebook.views.definition_items import CitableDefinitions, CitableVersion
from mkdocs_casebook.views.references.styles import locale_of
from mkdocs_casebook.views.site import Site

_SEPARATORS = {"markdown": "\n\n"}
_MOST_SUGGESTIONS = 3


class CiteError(Exception):
    """Something that was asked for is not there, or cannot be used.

    Args:
        message: What.
        hint: What to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UnknownSourceError(CiteError):
    """A source that the bibliography does not have."""


def cite(
    file: Path,
    names: Sequence[str],
    *,
    style: str | None,
    locale: str | None,
    format_: str,
    citation: bool,
) -> int:
    """Print references of sources and definitions, or their citation.

    Args:
        file: The configuration of the study.
        names: What to cite: keys of sources, and definitions such as ``social-exclusion@2``.
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
        cited = _found(names, sources, configuration, format_)
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


def find_cited(names: Sequence[str], sources: Bibliography) -> list[str]:
    """Find what is to be cited.

    Args:
        names: Keys of sources, with or without the ``@`` of citations.
        sources: The bibliography.

    Returns:
        The keys, each once.

    Raises:
        UnknownSourceError: There is no such source.
    """
    keys = [name if name in sources.items else name.removeprefix("@") for name in names]
    for key in keys:
        if key in sources.references and key not in sources.items:
            message = f"'{shown(key)}' only lends its fields to other entries"
            raise UnknownSourceError(message, "cite one of those")
        if key not in sources.items:
            near = nearest(key, sources.items)
            hint = f"did you mean '{near}'?" if near else ""
            raise UnknownSourceError(f"the bibliography has no entry '{shown(key)}'", hint)
    return list(dict.fromkeys(keys))


def _found(
    names: Sequence[str], sources: Bibliography, configuration: Configuration, format_: str
) -> Bibliography:
    """Return what is to be cited, in the order of the names, each once."""
    asked = [name for name in names if name.removeprefix("@") not in sources.items]
    # The records are read only where something cannot be a source.
    versions = {name: version for name, version in _versions(asked, configuration) if version}
    found = Bibliography({}, {})
    for name in names:
        version = versions.get(name)
        if version is None:
            each = sources.only(find_cited([name], sources))
            found.references.update(each.references)
            found.items.update(each.items)
        else:
            in_bibtex = format_ == "bibtex"
            found.references[version.key] = version.for_bibtex if in_bibtex else version.reference
            found.items[version.key] = version.for_ris if format_ == "ris" else version.item
    return found


def _versions(
    names: Sequence[str], configuration: Configuration
) -> Iterator[tuple[str, CitableVersion | None]]:
    """Yield the version of a definition for each name that is one, such as ``contract@2``.

    Raises:
        CiteError: The definition has no such version.
    """
    if not names:
        return
    definitions = CitableDefinitions(_site(configuration))
    for name in names:
        id, _, number = name.removeprefix("term:").partition("@")
        if id not in definitions.versions:
            yield name, None
            continue
        is_number = number.isascii() and number.isdecimal()
        version = None
        if is_number or not number:
            version = definitions.version(id, int(number) if number else None)
        if version is None:
            known = ", ".join(str(each) for each in definitions.versions[id])
            message = f"'{shown(id)}' has no version '{shown(number)}'"
            raise CiteError(message, f"its versions: {known}")
        yield name, version


def _site(configuration: Configuration) -> Site:
    """Return the site that a configuration file describes, as MkDocs would build it."""
    data, _, _ = _load(configuration.root / configuration.file, configuration.file)
    url = str(data.get("site_url") or "")
    return Site(
        read_study(configuration),
        configuration.language,
        str(data.get("site_name") or ""),
        f"{url.rstrip('/')}/" if url else "",
        data.get("use_directory_urls") is not False,
    )


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
