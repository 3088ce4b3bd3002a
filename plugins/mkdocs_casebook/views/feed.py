"""The RSS feed of what changed."""

from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from mkdocs_casebook.views.addresses import page_of
from mkdocs_casebook.views.recent import Change, recent_changes
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.view import InlineRenderer, View

FEED = "changes.xml"
"""The feed, as a path in the site of its language."""

CHANGES = "changes.md"
"""The page of the same changes, as a path inside the folder of its language."""

_MOST = 50
_ATOM = "http://www.w3.org/2005/Atom"
_DAY = len("2001-03-02")


def feed(site: Site, render: InlineRenderer) -> str:
    """Return the feed of the latest changes, in RSS 2.0.

    Args:
        site: The site. Its address must be known, since a feed is read elsewhere.
        render: Renders inline Markdown.
    """
    ElementTree.register_namespace("atom", _ATOM)
    root = Element("rss", {"version": "2.0"})
    channel = SubElement(root, "channel")
    _add(channel, "title", site.name)
    _add(channel, "link", site.permanent_url("index.md"))
    _add(channel, "description", site.words("recent.lead"))
    _add(channel, "language", site.language)
    address = {"href": site.url + FEED, "rel": "self", "type": "application/rss+xml"}
    SubElement(channel, f"{{{_ATOM}}}link", address)
    view = View(site, CHANGES, render)
    for change in recent_changes(site, _MOST):
        _item(channel, view, change)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _item(channel: Element, view: View, change: Change) -> None:
    item = SubElement(channel, "item")
    url = view.site.permanent_url(page_of(change.target))
    _add(item, "title", change.title)
    _add(item, "link", url)
    # A record that is judged anew is news again.
    guid = SubElement(item, "guid", {"isPermaLink": "false"})
    guid.text = f"{url}#{change.date}"
    if change.text:
        _add(item, "description", view.plain(change.text))
    _add(item, "category", view.words(f"kinds.{change.target.kind}.one"))
    if len(change.date) == _DAY and change.date.replace("-", "").isdecimal():
        _add(
            item,
            "pubDate",
            format_datetime(datetime.fromisoformat(change.date).replace(tzinfo=UTC)),
        )


def _add(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text
