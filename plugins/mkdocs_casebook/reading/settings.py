"""Reading the settings of a study from its mkdocs.yml, without MkDocs."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from mkdocs_casebook.model.document import Locations
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.settings import Settings
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.reading.files import read_text
from mkdocs_casebook.reading.validation import validate
from mkdocs_casebook.reading.yaml_mapping import read_mapping

PLUGIN = "casebook/bibliography"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What mkdocs.yml says about the study.

    Attributes:
        root: The folder of the study.
        file: The configuration file, from the root.
        settings: The settings; the defaults where they cannot be read.
        language: Language of the site that this file configures.
        site_dir: The folder of the site, from the root.
    """

    root: Path
    file: str
    settings: Settings
    language: str
    site_dir: str = "site"


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


def read_configuration(file: Path) -> tuple[Configuration, list[Problem]]:
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
    mapping = dict(given) if isinstance(given, dict) else {}
    mapping.setdefault("languages", {language: docs})
    mapping.setdefault("bibliography", _bibliography(data.get("plugins"), root))
    settings, found = validate(Settings, mapping, locations, name, "invalid-settings")
    problems += found
    problems += _missing_folders(settings, root, locations, Span(name))
    default = Settings(languages={language: docs})
    site = str(data.get("site_dir") or "site")
    return Configuration(root, name, settings or default, language, site), problems


def _missing_folders(
    settings: Settings | None, root: Path, locations: Locations, start: Span
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
    file: Path, name: str, loaded: frozenset[Path] = frozenset()
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
    """Return the places of the settings inside a configuration file."""
    _, found, _ = read_mapping(text, name)
    before = ("extra", "casebook")
    return Locations(
        {path[2:]: span for path, span in found.keys.items() if path[:2] == before},
        {path[2:]: span for path, span in found.values.items() if path[:2] == before},
    )


def _bibliography(plugins: object, root: Path) -> list[str]:
    """Return the BibTeX files that the bibliography plugin is told to read."""
    for plugin in plugins if isinstance(plugins, list) else ():
        options = plugin.get(PLUGIN) if isinstance(plugin, dict) else None
        if isinstance(options, dict) and options.get("bib_file"):
            return [_inside(root, str(options["bib_file"]))]
    return ["bibliography.bib"]


def _inside(root: Path, path: str) -> str:
    """Return a path from the root of the study, with forward slashes."""
    try:
        absolute = (root / path).resolve()
    except ValueError:
        # No path of a file holds a null character.
        return path
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path
