"""The site's own files: style sheet, scripts, fonts and logo, by the path they have in the site."""

import os
import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

FOLDER = "assets/casebook"
STYLESHEET = f"{FOLDER}/casebook.css"
LOGO = f"{FOLDER}/logo.svg"
ENTRY = f"{FOLDER}/casebook.js"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s+")

_SHEETS = (
    "tokens",
    "frame",
    "text",
    "prose",
    "marks",
    "lead",
    "disclosure",
    "quotation",
    "table",
    "assessment",
    "figure",
    "timeline",
    "list",
    "sources",
    "definitions",
    "cases",
    "data",
    "compare",
    "matrix",
    "analysis",
    "citation",
    "hover-card",
    "rendering",
    "print",
)
_SHEETS_ALONE = ("tokens", "disclosure", "list", "sources", "citation", "hover-card")


def cache_folder(root: Path) -> Path:
    """Return the folder that keeps cut fonts between builds; it can be thrown away.

    Args:
        root: The root of the study. The environment variable ``CASEBOOK_CACHE`` names another
            folder, which several studies may share.
    """
    return Path(os.environ.get("CASEBOOK_CACHE") or root / ".cache" / "casebook")


def site_assets(cache: Path | None, *, whole: bool = True) -> dict[str, bytes]:
    """Return every file of ours that the pages load.

    Args:
        cache: A folder that keeps the cut fonts between builds, or None to cut them each time.
        whole: The site is a study; otherwise it has a face of its own, and takes from us no more
            than citations and the bibliography need.

    Returns:
        Paths in the site to contents.
    """
    files = {STYLESHEET: stylesheet(whole=whole).encode(), **modules()}
    if whole:
        # What cuts fonts takes long to import, and sites with a face of their own need none.
        from mkdocs_casebook.views.fonts import font_files

        fonts = {f"{FOLDER}/fonts/{name}": data for name, data in font_files(cache).items()}
        files |= {LOGO: logo(), **fonts}
    return files


def stylesheet(*, whole: bool = True) -> str:
    """Return the style sheet: the fonts, then each family of parts, print last.

    Args:
        whole: As for `site_assets`.

    Returns:
        CSS, with addresses relative to `FOLDER`.
    """
    sheets = [_read(f"css/{name}.css").decode() for name in (_SHEETS if whole else _SHEETS_ALONE)]
    if whole:
        from mkdocs_casebook.views.fonts import font_face_rules

        sheets.insert(0, font_face_rules())
    return compact("\n".join(sheets))


def compact(css: str) -> str:
    """Return a style sheet without comments and indentation, which only its authors read.

    Args:
        css: CSS without either in its strings.
    """
    return _INDENT.sub("\n", _COMMENT.sub("", css))


def modules() -> dict[str, bytes]:
    """Return the scripts: ES modules, one a widget, and `ENTRY`, which loads those a page needs.

    Returns:
        Paths in the site to contents.
    """
    folder = files("mkdocs_casebook.views") / "assets" / "js"
    return {f"{FOLDER}/{each.name}": each.read_bytes() for each in folder.iterdir()}


def logo() -> bytes:
    """Return the logo.

    Returns:
        An SVG file.
    """
    return _read("images/logo.svg")


def _read(path: str) -> bytes:
    folder: Traversable = files("mkdocs_casebook.views") / "assets"
    return folder.joinpath(*path.split("/")).read_bytes()
