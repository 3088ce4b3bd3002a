"""The box that cites something: its reference in each style, its address, its files."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_casebook.views.references.files import DataFile
from mkdocs_casebook.views.references.formatted import SingleReferences
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference in the box.

    Attributes:
        id: The name of its style, as an id.
        style: The name of its style in words.
        html: The reference.
        language: Its language, where it is not that of the page; otherwise empty.
    """

    id: str
    style: str
    html: Markup
    language: str = ""


def in_all_styles(view: View, references: SingleReferences, key: str) -> list[Cited]:
    """Return a reference in each style of which a reader has the choice, the study's first.

    Args:
        view: The page.
        references: The references, what is cited among them.
        key: The key of what is cited.
    """
    return [
        Cited(
            each.style.replace("_", "-"),
            view.words.or_else(f"reference_style.{each.style}", "")
            or references.title_of_style(each.style)
            or each.style,
            each.html,
            each.language if each.language != view.language else "",
        )
        for each in references.in_all_styles(key)
    ]


def cite_box(
    view: View,
    cited: Iterable[Cited],
    files: Iterable[DataFile],
    *,
    summary: str,
    address: str,
    page: str,
) -> Markup:
    """Return the box that cites something.

    Args:
        view: The page.
        cited: Its references.
        files: Its files for reference managers, in the site of the page's language.
        summary: What the closed box says.
        address: What its permanent address is called.
        page: The page that its permanent address leads to.
    """
    return render(
        "cite_box",
        view,
        cited=list(cited),
        files=[(file, view.file_href(file.path)) for file in files],
        summary=summary,
        address=address,
        href=view.page_href(page),
        url=view.site.permanent_url(page),
    )
