"""What is to be cited: sources, versions of definitions, cases, by the names that people give."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from mkdocs_casebook.cli.bibliography import Bibliography
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.model.text import nearest, shown
from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.reading.settings import Configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.views.case_items import CitableCases
from mkdocs_casebook.views.definition_items import CitableDefinitions, CitableVersion
from mkdocs_casebook.views.site import Site


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


def find_cited(
    names: Sequence[str], sources: Bibliography, configuration: Configuration, format_: str
) -> Bibliography:
    """Find what is to be cited.

    Args:
        names: Keys of sources, with or without the ``@`` of citations; definitions, such as
            ``contract@2``; cases, such as ``case:safer-cities``.
        sources: The bibliography.
        configuration: The study.
        format_: The format of what is printed.

    Returns:
        What they name in their order, each once.

    Raises:
        CiteError: There is no such thing.
    """
    own = _OwnTexts(configuration, format_)
    found = Bibliography({}, {})
    for name in names:
        key = name if name in sources.items else name.removeprefix("@")
        # The records are read only where something cannot be a source.
        entry = None if key in sources.items else own.find(name)
        if entry is None:
            _require_source(key, sources)
            entry = sources.references[key], sources.items[key]
        reference, item = entry
        found.references[reference.key] = reference
        found.items[reference.key] = item
    return found


def _require_source(key: str, sources: Bibliography) -> None:
    if key in sources.references and key not in sources.items:
        message = f"'{shown(key)}' only lends its fields to other entries"
        raise UnknownSourceError(message, "cite one of those")
    if key not in sources.items:
        message = f"the bibliography has no entry '{shown(key)}'"
        raise UnknownSourceError(message, _did_you_mean(key, sources.items))


class _OwnTexts:
    """The study's own texts, which are read when the first of them is asked for."""

    def __init__(self, configuration: Configuration, format_: str) -> None:
        self._configuration = configuration
        self._format = format_

    @cached_property
    def _site(self) -> Site:
        """The site that the configuration file describes, as MkDocs would build it."""
        configuration = self._configuration
        return Site(
            read_study(configuration),
            configuration.language,
            configuration.site_name,
            configuration.site_url,
            configuration.directory_urls,
        )

    @cached_property
    def _definitions(self) -> CitableDefinitions:
        return CitableDefinitions(self._site)

    @cached_property
    def _cases(self) -> CitableCases:
        return CitableCases(self._site)

    def find(self, name: str) -> tuple[Reference, Item] | None:
        """Return a definition or a case, or None where there is none and it may be a source.

        Raises:
            CiteError: The name says that it is no source, and there is none.
        """
        scheme, _, rest = name.partition(":")
        id, _, number = (rest if scheme == Kind.DEFINITION.scheme else name).partition("@")
        if id in self._definitions.versions and scheme != Kind.CASE.scheme:
            return self._entry_of(self._version(id, number))
        id = rest if scheme == Kind.CASE.scheme else name
        if id in self._cases.cases and scheme != Kind.DEFINITION.scheme:
            case = self._cases.cases[id]
            return case.reference, case.item
        if scheme == Kind.DEFINITION.scheme:
            _refuse("definition", rest.partition("@")[0], self._definitions.versions)
        if scheme == Kind.CASE.scheme:
            _refuse("case", rest, self._cases.cases)
        return None

    def _version(self, id: str, number: str) -> CitableVersion:
        is_number = number.isascii() and number.isdecimal()
        version = None
        if is_number or not number:
            version = self._definitions.version(id, int(number) if number else None)
        if version is None:
            known = ", ".join(str(each) for each in self._definitions.versions[id])
            message = f"'{shown(id)}' has no version '{shown(number)}'"
            raise CiteError(message, f"its versions: {known}")
        return version

    def _entry_of(self, version: CitableVersion) -> tuple[Reference, Item]:
        return (
            version.for_bibtex if self._format == "bibtex" else version.reference,
            version.for_ris if self._format == "ris" else version.item,
        )


def _refuse(kind: str, id: str, known: Mapping[str, object]) -> None:
    message = f"the study has no {kind} '{shown(id)}'"
    raise CiteError(message, _did_you_mean(id, known))


def _did_you_mean(name: str, known: Mapping[str, object]) -> str:
    near = nearest(name, known)
    return f"did you mean '{near}'?" if near else ""
