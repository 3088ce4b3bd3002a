"""Cases for tests of their pages: a few lines each, read as any study is read."""

from collections.abc import Mapping
from pathlib import Path

from lxml import html
from markupsafe import escape

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.layout import Beside, Html, Piece, Section, Title
from mkdocs_casebook.views.pages.layouts import Layouts
from tests.sites import FILES, site_of, small_study

CASE = "docs/en/cases/safer-cities.md"
VERDICTS = ("area", "project", "partners", "scheme", "financing")
HEAD = """\
        ---
        title: {title}
        summary: A scheme.
        country: {country}
        areas: [{{name: A city, scale: city}}]
        period: {period}
        project: {{}}
        partners:
          - {{name: A town hall, sector: public, level: local}}
          - {{name: A charity, sector: voluntary, level: local}}
        scheme: {{type: {type}}}
"""


def case(
    title: str,
    *,
    country: str = "GB",
    period: str = "1990/1995",
    type: str = "partnership",
    verdicts: str = "",
    more: str = "",
    body: str = "",
) -> str:
    """Return a case.

    Args:
        title: Its name.
        country: Its country.
        period: From when to when.
        type: The kind of its scheme.
        verdicts: A verdict on each of `VERDICTS`, apart by spaces; ``-`` for none.
        more: Further fields, as YAML without indentation.
        body: Its body.
    """
    text = HEAD.format(title=title, country=country, period=period, type=type)
    given = list(zip(VERDICTS, verdicts.split(), strict=False))
    if given:
        text += "        assessments:\n"
    for criterion, verdict in given:
        if verdict != "-":
            text += f"          - {{criterion: {criterion}, verdict: {verdict}, rationale: So.}}\n"
    lines = "".join(f"        {line}\n" for line in more.splitlines())
    written = "".join(f"        {line}\n" for line in body.splitlines())
    return f"{text}{lines}        ---\n{written}"


def criterion(name: str, order: int) -> str:
    """Return a criterion."""
    return f"""\
        ---
        title: {name.capitalize()}
        order: {order}
        question: Is it?
        met: Yes.
        partly: In part.
        not_met: No.
        ---
        """


def layouts(folder: Path, files: Mapping[str, str | None], language: str = "en") -> Layouts:
    """Return the layouts of the small study, with changes to its files."""
    criteria = {
        f"docs/en/criteria/{name}.md": criterion(name, number)
        for number, name in enumerate(VERDICTS, 1)
    }
    site = site_of(small_study(folder, {**criteria, **files}), language)
    return Layouts(site, InlineMarkdown(site).render)


def page(found: Layouts, path: str) -> html.HtmlElement:
    """Return a page as its layout has it, without what the author wrote."""
    layout = found.of(path)
    assert layout
    return html.fromstring(f"<div>{''.join(map(_html, layout.pieces))}</div>")


def _html(piece: Piece) -> str:
    match piece:
        case Html(finished) | Beside(_, finished):
            return str(finished)
        case Section(text, anchor):
            return f'<h2 id="{anchor}">{escape(text)}</h2>'
        case Title(text):
            return f"<h1>{escape(text)}</h1>"
    return ""


def small_case() -> str:
    """Return the case of the small study."""
    return FILES[CASE]
