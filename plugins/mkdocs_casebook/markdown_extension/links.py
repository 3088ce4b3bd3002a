"""Resolving record links, and disarming what a public page must not carry."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_casebook.markdown_extension.literal import literal
from mkdocs_casebook.markdown_extension.rendering import Rendering
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target, parse_target
from mkdocs_casebook.model.url import is_safe
from mkdocs_casebook.views.addresses import relative

_ACTIVE_ATTRIBUTE = re.compile(r"on\w*|style|srcdoc|formaction", re.IGNORECASE)


class LinkResolver(Treeprocessor):
    """Resolves the addresses of records, and disarms what a public page must not carry."""

    def __init__(self, md: Markdown, rendering: Rendering) -> None:
        super().__init__(md)
        self._rendering = rendering

    def run(self, root: Element) -> None:
        """Resolve and disarm every element of the page."""
        start = self._rendering.site.path(self._rendering.page)
        for element in root.iter():
            _disarm(element)
            if element.tag != "a":
                continue
            for inner in [*element.iter("a")][1:]:
                # A link inside a link is none.
                inner.tag = "span"
                inner.attrib.clear()
            target = parse_target(element.get("href", ""))
            if target is not None:
                self._resolve(element, target, start)

    def _resolve(self, element: Element, target: Target, start: str) -> None:
        site = self._rendering.site
        destination = site.destination(target)
        if destination is None:
            element.tag = "span"
            element.attrib.clear()
            element.text = element.text or target.id
            return
        element.set("href", relative(destination.path, start))
        if target.kind is Kind.SOURCE:
            element.set("class", "cb-cite-link")
        foreign = destination.language != site.language
        if foreign:
            element.set("hreflang", destination.language)
        if not element.text and not len(element):
            if foreign:
                element.set("lang", destination.language)
            language = destination.name_language
            if language and language != site.language:
                name = ElementTree.SubElement(element, "i", {"lang": language})
                name.text = literal(destination.name)
            else:
                element.text = literal(destination.name)


def _disarm(element: Element) -> None:
    for name in [*element.attrib]:
        if _ACTIVE_ATTRIBUTE.fullmatch(name):
            del element.attrib[name]
    link, picture = element.get("href"), element.get("src")
    if link and parse_target(link) is None and not is_safe(link):
        del element.attrib["href"]
    if picture and not is_safe(picture):
        del element.attrib["src"]
