"""The page of what changed lately."""

from mkdocs_casebook.views.feed import FEED
from mkdocs_casebook.views.layout import Layout, LayoutBuilder, Title, Written
from mkdocs_casebook.views.recent import recent_changes
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

_MOST = 100


def recent_page(view: View) -> Layout:
    """Lay out the page of what changed lately.

    Args:
        view: The page.
    """
    words = view.words
    name, lead = words("recent.title"), words("recent.lead")
    layout = LayoutBuilder(name, lead, search=0)
    layout.add(Title(name), render("lead", view, text=lead), Written(""))
    changes = [
        (change, view.link_to(change.target, change.title), view.plain(change.text))
        for change in recent_changes(view.site, _MOST)
    ]
    feed = view.file_href(FEED) if view.site.url else ""
    layout.add(render("changes/list", view, changes=changes, feed=feed))
    return layout.build()
