"""Building the whole site, in all languages, into a fresh folder that takes the old one's place."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_casebook.cli import mkdocs_process
from mkdocs_casebook.reading.settings import Configuration
from mkdocs_casebook.views.assets import cache_folder, site_assets


class BuildError(Exception):
    """MkDocs could not build a language; its words are the message."""


@dataclass(frozen=True, slots=True)
class _LanguageBuild:
    language: str
    file: str
    folder: Path


def build_site(configuration: Configuration, target: Path, *, strict: bool = False) -> str:
    """Build the site of every language, and put it in the place of the old one.

    The languages are built side by side, each by MkDocs in a process of its own.

    Args:
        configuration: Where the study lies.
        target: The folder of the site.
        strict: Warnings of MkDocs fail the build too.

    Returns:
        The warnings of MkDocs, a line each; may be empty.

    Raises:
        BuildError: A language could not be built. The old site is untouched.
    """
    site_assets(cache_folder(configuration.root))
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        builds = _languages(configuration, fresh)
        outputs = _run(builds, configuration, strict)
        original = builds[0].folder
        for build in builds[1:]:
            _replace(build.folder, original / build.language)
        _replace(original, target)
        return "\n".join(line for output in outputs for line in _warnings(output))
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _languages(configuration: Configuration, fresh: Path) -> list[_LanguageBuild]:
    """Return the builds: of ``mkdocs.yml``, and of ``mkdocs.<language>.yml`` for the others."""
    file = Path(configuration.file)
    first, *others = configuration.settings.languages
    found = [_LanguageBuild(first, configuration.file, fresh / first)]
    for language in others:
        name = f"{file.stem}.{language}{file.suffix}"
        if not (configuration.root / name).is_file():
            raise BuildError(f"{name}: this configuration of the language '{language}' is missing")
        found.append(_LanguageBuild(language, name, fresh / language))
    return found


def _run(builds: list[_LanguageBuild], configuration: Configuration, strict: bool) -> list[str]:
    """Run the builds side by side and return what each of them printed."""
    running = [_start(build, configuration, strict) for build in builds]
    outputs = [process.communicate()[0] for process in running]
    failed = [
        output for process, output in zip(running, outputs, strict=True) if process.returncode
    ]
    if failed:
        raise BuildError("\n".join(failed))
    return outputs


def _start(
    build: _LanguageBuild, configuration: Configuration, strict: bool
) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", mkdocs_process.__name__, "build", "--config-file", build.file]
    command += ["--site-dir", str(build.folder), *(["--strict"] if strict else [])]
    return subprocess.Popen(
        command,
        cwd=configuration.root,
        env=_environment(build.language),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _environment(language: str) -> Mapping[str, str]:
    """Return the environment of a build: the other languages lie below the address of the first."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    address = environment.get("SITE_URL")
    if address:
        environment.setdefault(f"SITE_URL_{language.upper()}", f"{address.rstrip('/')}/{language}/")
    return environment


def _replace(source: Path, target: Path) -> None:
    """Move a folder to where another may stand; on failure the other one stays."""
    if not target.exists():
        source.rename(target)
        return
    old = source.with_name(f"{source.name}-old")
    target.rename(old)
    try:
        source.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _warnings(output: str) -> list[str]:
    return [line for line in output.splitlines() if line.startswith(("WARNING", "ERROR"))]
