"""Reading the settings of a study from its mkdocs.yml, without MkDocs."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

import yaml

from mkdocs_casebook.model.document import Locations, Path
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.settings import CitationSettings, Settings
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.reading.downloads import is_address
from mkdocs_casebook.reading.files import read_text
from mkdocs_casebook.reading.validation import validate
from mkdocs_casebook.reading.yaml_mapping import read_mapping

PLUGIN = "casebook/bibliography"
DEFINITIONS_PLUGIN = "casebook/definitions"
CASES_PLUGIN = "casebook/cases"
KINDS_OF_PLUGINS: Mapping[str, tuple[Kind, ...]] = {
    PLUGIN: (Kind.SOURCE,),
    DEFINITIONS_PLUGIN: (Kind.DEFINITION,),
    CASES_PLUGIN: tuple(kind for kind in Kind if kind not in {Kind.SOURCE, Kind.DEFINITION}),
}
"""The kinds of record that each plugin reads and generates pages of."""

_SETTINGS = ("extra", "casebook")


@dataclass(frozen=True, slots=True)
class Configuration:
    """What mkdocs.yml says about the study.

    Attributes:
        root: The folder of the study.
        file: The configuration file, from the root.
        settings: The settings; the defaults where they cannot be read.
        language: Language of the site that this file configures.
        site_dir: The folder of the site, from the root.
        site_name: Name of the site.
        site_url: Its address with a slash at the end; empty where it is not known.
        directory_urls: Pages have addresses that end in a slash.
    """

    root: FilePath
    file: str
    settings: Settings
    language: str
    site_dir: str = "site"
    site_name: str = ""
    site_url: str = ""
    directory_urls: bool = True


class _Loader(yaml.SafeLoader):
    """Reads MkDocs's own tags too: ``!ENV``, and Python names, which stay text."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(node.value)
    if not isinstance(node, yaml.SequenceNode):
        return None
    *names, default = node.value if len(node.value) > 1 else (*node.value, None)
    for name in names:
        if isinstance(name, yaml.ScalarNode) and name.value in os.environ:
            return os.environ[name.value]
    return loader.construct_object(default) if default is not None else None


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", lambda loader, suffix, node: str(node.value))


def read_configuration(file: FilePath) -> tuple[Configuration, list[Problem]]:
    """Read what a configuration file says about the study, with the files that it inherits from.

    Args:
        file: A mkdocs.yml.

    Returns:
        The configuration and the problems found. The settings are those of ``extra.casebook``;
        without any, the language of the theme is the only one and lies in ``docs_dir``.
    """
    root = file.resolve().parent
    name = file.name
    data, locations, problems = _load(file, name)
    problems += _unreadable(data, locations, name)
    theme = data.get("theme")
    language = str(theme.get("language", "en")) if isinstance(theme, dict) else "en"
    docs = _inside(root, str(data.get("docs_dir") or "docs"))
    extra = data.get("extra")
    given = extra.get("casebook") if isinstance(extra, dict) else None
    mapping: dict[str, Any] = dict(given) if isinstance(given, dict) else {}
    mapping.setdefault("languages", {language: docs})
    options, place = _options(data.get("plugins"), PLUGIN)
    mapping.setdefault("bibliography", _bibliography(options, root))
    term_options, term_place = _options(data.get("plugins"), DEFINITIONS_PLUGIN)
    if term_options.get("auto_link") is not None:
        mapping["auto_link"] = term_options["auto_link"]
    case_options, case_place = _options(data.get("plugins"), CASES_PLUGIN)
    if case_options.get("pairs") is not None:
        mapping["pairs"] = case_options["pairs"]
    locations = _settings_locations(locations, place, term_place, case_place)
    mapping["pair_spans"] = _pair_spans(mapping.get("pairs"), locations, Span(name))
    mapping["citations"] = _citations(options, root)
    named = "csl_file" if "csl_file" in mapping["citations"] else "style"
    mapping["citations"]["span"] = locations.of(("citations", named), Span(name))
    mapping.setdefault("kinds", _kinds(data.get("plugins")))
    settings, found = validate(Settings, mapping, locations, name, "invalid-settings")
    problems += found
    problems += _missing_folders(settings, root, locations, Span(name))
    default = Settings(languages={language: docs})
    url = str(data.get("site_url") or "")
    configuration = Configuration(
        root,
        name,
        settings or default,
        language,
        site_dir=str(data.get("site_dir") or "site"),
        site_name=str(data.get("site_name") or ""),
        site_url=f"{url.rstrip('/')}/" if url else "",
        directory_urls=data.get("use_directory_urls") is not False,
    )
    return configuration, problems


def _missing_folders(
    settings: Settings | None, root: FilePath, locations: Locations, start: Span
) -> Iterator[Problem]:
    for language, folder in settings.languages.items() if settings else ():
        if not (root / folder).is_dir():
            span = locations.of(("languages", language), start)
            message = f"there is no folder '{folder}'"
            hint = "make it, or mend 'languages'"
            yield Problem("invalid-settings", span, message, hint)


def _unreadable(data: Mapping[str, object], locations: Locations, name: str) -> Iterator[Problem]:
    extra = data.get("extra")
    given = extra.get("casebook") if isinstance(extra, dict) else None
    if given is not None and not isinstance(given, dict):
        message = "'extra.casebook' must be a mapping of settings"
        hint = "write 'name: value' lines below it"
        yield Problem("invalid-settings", locations.of((), Span(name)), message, hint)


def _load(
    file: FilePath, name: str, loaded: frozenset[FilePath] = frozenset()
) -> tuple[dict[str, object], Locations, list[Problem]]:
    """Load a configuration file over the one that it inherits from, with its places."""
    text, problems = read_text(file, name)
    try:
        # The loader is a SafeLoader: it makes plain data only.
        data = yaml.load(text, Loader=_Loader) or {}  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        span = Span(name, mark.line + 1, mark.column + 1) if mark else Span(name)
        reason = getattr(error, "problem", None) or "it cannot be read"
        hint = "check the indentation and the quotation marks here and in the line above"
        problem = Problem("invalid-settings", span, f"YAML: {reason}", hint)
        return {}, Locations(), [*problems, problem]
    if not isinstance(data, dict):
        message, hint = "this is not a mapping", "write 'name: value' lines"
        problem = Problem("invalid-settings", Span(name), message, hint)
        return {}, Locations(), [*problems, problem]
    locations = _locations(text, name)
    inherited = data.pop("INHERIT", None)
    if not isinstance(inherited, str):
        return data, locations, problems
    loaded |= {file.resolve()}
    if (file.parent / inherited).resolve() in loaded:
        message, hint = "the file inherits from itself", "take the line 'INHERIT' away"
        problem = Problem("invalid-settings", Span(name), message, hint)
        return data, locations, [*problems, problem]
    parent, places, found = _load(file.parent / inherited, inherited, loaded)
    both = Locations({**places.keys, **locations.keys}, {**places.values, **locations.values})
    return _merged(parent, data), both, problems + found


def _merged(parent: dict[str, object], child: Mapping[str, object]) -> dict[str, object]:
    merged = dict(parent)
    for key, value in child.items():
        before = merged.get(key)
        if isinstance(before, dict) and isinstance(value, dict):
            merged[key] = _merged(before, value)
        else:
            merged[key] = value
    return merged


def _locations(text: str, name: str) -> Locations:
    """Return the places of what a configuration file says of the study and of plugins."""
    _, found, _ = read_mapping(text, name)

    def wanted(path: Path) -> bool:
        return path[:1] == ("plugins",) or path[:2] == _SETTINGS

    return Locations(
        {path: span for path, span in found.keys.items() if wanted(path)},
        {path: span for path, span in found.values.items() if wanted(path)},
    )


def _settings_locations(locations: Locations, citations: Path, *others: Path) -> Locations:
    """Return the places of the settings, where settings have them.

    Args:
        locations: The places of what the file says.
        citations: Where the options of the bibliography plugin stand; empty where it has none.
        *others: Where those of the other plugins stand.
    """

    def moved(path: Path) -> Path:
        if citations and path[: len(citations)] == citations:
            return ("citations", *path[len(citations) :])
        around = of_others(path)
        return path[len(around) if around else len(_SETTINGS) :]

    def of_others(path: Path) -> Path:
        return next((each for each in others if each and path[: len(each)] == each), ())

    def kept(path: Path) -> bool:
        of_citations = bool(citations and path[: len(citations)] == citations)
        # The options as a whole are not the settings as a whole.
        return path[:2] == _SETTINGS or of_citations or of_others(path) not in {(), path}

    return Locations(
        {moved(path): span for path, span in locations.keys.items() if kept(path)},
        {moved(path): span for path, span in locations.values.items() if kept(path)},
    )


def _pair_spans(pairs: object, locations: Locations, start: Span) -> list[list[Span]]:
    """Return where the ids of each pair of cases stand."""
    listed = pairs if isinstance(pairs, list) else []
    return [
        [locations.of(("pairs", number, place), start) for place in range(len(pair))]
        for number, pair in enumerate(listed)
        if isinstance(pair, list)
    ]


def _options(plugins: object, name: str) -> tuple[dict[str, object], Path]:
    """Return the options of a plugin, and where they stand."""
    listed = enumerate(plugins) if isinstance(plugins, list) else ()
    for number, plugin in listed:
        options = plugin.get(name) if isinstance(plugin, dict) else None
        if isinstance(options, dict):
            return options, ("plugins", number, name)
    options = plugins.get(name) if isinstance(plugins, dict) else None
    return (options, ("plugins", name)) if isinstance(options, dict) else ({}, ())


def _bibliography(options: Mapping[str, object], root: FilePath) -> list[str]:
    """Return the BibTeX files that the plugin is told to read, or their addresses."""
    given, folder = options.get("bib_file"), options.get("bib_dir")
    if given:
        named = given if isinstance(given, list) else [given]
        return [name if is_address(name) else _inside(root, name) for name in map(str, named)]
    if folder:
        found = sorted((root / str(folder)).rglob("*.bib"))
        return [_inside(root, str(path)) for path in found]
    return ["bibliography.bib"]


def _citations(options: Mapping[str, object], root: FilePath) -> dict[str, Any]:
    """Return what the plugin is told of citations."""
    given = {
        name: value
        for name, value in options.items()
        if name in CitationSettings.model_fields and name != "span" and value is not None
    }
    file = given.get("csl_file")
    if isinstance(file, str) and not is_address(file):
        given["csl_file"] = _inside(root, file)
    return given


def _kinds(plugins: object) -> tuple[Kind, ...]:
    """Return the kinds of record that the plugins of a site read; all where none is named."""
    named = {
        str(name)
        for plugin in (plugins if isinstance(plugins, list | dict) else ())
        for name in (plugin if isinstance(plugin, dict) else (plugin,))
    } & KINDS_OF_PLUGINS.keys()
    return tuple(kind for name in sorted(named) for kind in KINDS_OF_PLUGINS[name]) or tuple(Kind)


def _inside(root: FilePath, path: str) -> str:
    """Return a path from the root of the study, with forward slashes."""
    try:
        absolute = (root / path).resolve()
    except ValueError:
        # No path of a file holds a null character.
        return path
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path
