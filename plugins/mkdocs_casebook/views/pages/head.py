"""What the head of a page tells reference managers and search engines."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from mkdocs_casebook.views.exports.csl_json import json_text
from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

CSL_JSON = "application/vnd.citationstyles.csl+json"


def machine_readable(
    view: View, tags: Iterable[tuple[str, str]], json_ld: dict[str, Any]
) -> Markup:
    """Return tags and JSON-LD for the head of a page.

    Args:
        view: The page.
        tags: Name and content of each tag.
        json_ld: The data.
    """
    # json_text leaves nothing in it that HTML could take for markup.
    return render("head/machines", view, tags=tags, json_ld=Markup(json_text(json_ld)))  # noqa: S704


def alternates(view: View, links: Iterable[tuple[str, str]]) -> Markup:
    """Return links to other forms of a page.

    Args:
        view: The page.
        links: The media type of each form, and the way to it.
    """
    return render("head/alternates", view, alternates=links)


def csl_alternate(view: View, files: Iterable[DataFile]) -> tuple[str, str]:
    """Return media type and way of the CSL-JSON among the files of something that can be cited.

    Args:
        view: The page.
        files: The files, in the site of the page's language.
    """
    found = next(file for file in files if file.format == "CSL-JSON")
    return CSL_JSON, view.file_href(found.path)
