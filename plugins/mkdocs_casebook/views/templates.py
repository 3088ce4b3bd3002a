"""The templates of the pages, with everything in them escaped unless it is markup of ours."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_casebook.views.view import View


def render(template: str, view: View, **values: object) -> Markup:
    """Render a template of ``views/templates``.

    Args:
        template: Its path, without the ending.
        view: The page.
        **values: What else it speaks of.
    """
    loaded = _environment().get_template(f"{template}.html")
    # The environment escapes whatever is not markup of ours.
    return Markup(loaded.render(view=view, words=view.words, **values))  # noqa: S704


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("mkdocs_casebook.views", "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
