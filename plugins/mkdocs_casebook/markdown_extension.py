"""Citations, record links and page layouts, as one Python-Markdown extension."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from markdown import Extension, Markdown
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target, parse_target
from mkdocs_casebook.model.url import is_safe
from mkdocs_casebook.reading.citations import CiteItem, Cluster, bracketed, in_text
from mkdocs_casebook.reading.html_tags import check_tag
from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.views.addresses import relative
from mkdocs_casebook.views.citing import suffix_text
from mkdocs_casebook.views.layout import Beside, Html, Layout, Piece, Section, Title, Written
from mkdocs_casebook.views.site import Site

LayoutOf = Callable[[], Layout | None]
"""Gives the layout of the page that is being rendered."""

# Where the processors stand among those of Python-Markdown (higher runs earlier): citations in
# brackets before links (160), since both start with a bracket; authors in the text after links
# and raw HTML (90), whose addresses may hold "@".
_BRACKETED_PRIORITY = 175
_IN_TEXT_PRIORITY = 75
# After the ids that authors give to headings (attr_list, 8), before the table of contents (5).
_LAYOUT_PRIORITY = 7
# After MkDocs has resolved its own links (0): it leaves addresses with a scheme alone.
_LINK_PRIORITY = -10

_ACTIVE_ATTRIBUTE = re.compile(r"on\w*|style|srcdoc|formaction", re.IGNORECASE)


class CasebookExtension(Extension):
    """Understands citations and record links, and places the layout of a record's page.

    Without MkDocs, give it the ``config_file`` of a study; it then reads the study by itself.

    Args:
        site: The site that pages belong to.
        **kwargs: Options: ``config_file``, a mkdocs.yml; ``page``, the page that is rendered.
    """

    def __init__(self, site: Site | None = None, **kwargs: object) -> None:
        self.config = {
            "config_file": ["mkdocs.yml", "The configuration of the study, without MkDocs"],
            "page": ["index.md", "The page that is rendered, inside the folder of its language"],
        }
        super().__init__(**kwargs)
        self._site = site
        self.page: str = self.getConfig("page")
        self.layout_of: LayoutOf = lambda: None
        self.strict_html = False

    @property
    def site(self) -> Site:
        """The site that pages belong to."""
        if self._site is None:
            configuration, _ = read_configuration(Path(self.getConfig("config_file")))
            study = read_study(configuration)
            self._site = Site(study, configuration.language, "")
        return self._site

    def turn_to(self, page: str, layout_of: LayoutOf, strict_html: bool) -> None:
        """Turn to the next page.

        Args:
            page: Its path inside the folder of its language.
            layout_of: Gives its layout, if it has one.
            strict_html: Raw HTML beyond the inline allow-list stays text, as in records.
        """
        self.page, self.layout_of, self.strict_html = page, layout_of, strict_html

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors."""
        md.registerExtension(self)
        cite = _BracketedCitation(r"\[", md, self)
        md.inlinePatterns.register(cite, "casebook-cite", _BRACKETED_PRIORITY)
        author = _InTextCitation(r"(?<![\w@/.\\])-?@(?=[\w{])", md, self)
        md.inlinePatterns.register(author, "casebook-author", _IN_TEXT_PRIORITY)
        md.treeprocessors.register(_LayoutPlacer(md, self), "casebook-layout", _LAYOUT_PRIORITY)
        md.treeprocessors.register(_LinkResolver(md, self), "casebook-links", _LINK_PRIORITY)
        if self.strict_html:
            _keep_html_inline(md)


class InlineMarkdown:
    """Renders inline Markdown, for fields of records and sentences of pages.

    Args:
        site: The site.
    """

    def __init__(self, site: Site) -> None:
        self._extension = CasebookExtension(site)
        self._extension.strict_html = True
        self._markdown = Markdown(extensions=[self._extension])

    def render(self, text: str, page: str) -> Markup:
        """Render a text as it would stand in a paragraph of a page.

        Args:
            text: Inline Markdown.
            page: The page, as a path inside the folder of its language.
        """
        md = self._markdown.reset()
        self._extension.page = page
        root = etree.Element("div")
        paragraph = etree.SubElement(root, "p")
        paragraph.text = text.replace("\x02", "").replace("\x03", "")
        for treeprocessor in md.treeprocessors:
            root = treeprocessor.run(root) or root
        html = md.serializer(root)
        for postprocessor in md.postprocessors:
            html = postprocessor.run(html)
        inside = html.strip().removeprefix("<div>").removesuffix("</div>").strip()
        return Markup(inside.removeprefix("<p>").removesuffix("</p>").strip())


def _keep_html_inline(md: Markdown) -> None:
    """Let only the allowed inline elements through; all other tags stay text."""
    if "html_block" in md.preprocessors:
        md.preprocessors.deregister("html_block")
    md.preprocessors.register(_CommentRemover(md), "html_block", 20)
    md.inlinePatterns.deregister("html")
    md.inlinePatterns.register(_AllowedHtml(r"(</?[a-zA-Z][^<>]*>)", md), "html", 90)


class _CommentRemover(Preprocessor):
    """Takes comments out, which the HTML preprocessor would otherwise do."""

    def run(self, lines: list[str]) -> list[str]:
        return re.sub(r"<!--.*?(?:-->|\Z)", "", "\n".join(lines), flags=re.DOTALL).split("\n")


class _AllowedHtml(HtmlInlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int] | tuple[None, None, None]:
        if check_tag(self.unescape(m.group(1))):
            return None, None, None
        return super().handleMatch(m, data)


class _Citation(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, md: Markdown, extension: CasebookExtension) -> None:
        super().__init__(pattern, md)
        self._extension = extension

    def parse(self, data: str, start: int) -> Cluster | None:
        raise NotImplementedError

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        cluster = self.parse(data, m.start(0))
        if cluster is None:
            return None, None, None
        return self._element(cluster), cluster.start, cluster.end

    def _element(self, cluster: Cluster) -> etree.Element:
        """Return the citation: author and year with its locator, linked to its source."""
        words = self._extension.site.words
        element = etree.Element("span", {"class": "cb-cite-cluster"})
        if cluster.in_text:
            self._author_in_text(element, cluster.items[0])
            return element
        _append(element, "(")
        for number, item in enumerate(cluster.items):
            if number:
                _append(element, words("cite.separator"))
            if item.prefix:
                _append(element, f"{item.prefix} ")
            label = self._extension.site.labels.get(item.key)
            if label is None:
                _append(element, words("cite.missing", key=item.key))
            else:
                _link(element, item.key, label.year if item.suppress_author else str(label))
            if item.suffix:
                _append(element, _joined(item.suffix))
        _append(element, ")")
        return element

    def _author_in_text(self, element: etree.Element, item: CiteItem) -> None:
        site = self._extension.site
        label = site.labels.get(item.key)
        if label is None:
            _append(element, site.words("cite.missing", key=item.key))
            return
        suffix = _joined(item.suffix) if item.suffix else ""
        _link(element, item.key, label.author)
        _append(element, f" ({label.year}{suffix})")


class _BracketedCitation(_Citation):
    def parse(self, data: str, start: int) -> Cluster | None:
        return bracketed(data, start)


class _InTextCitation(_Citation):
    def parse(self, data: str, start: int) -> Cluster | None:
        return in_text(data, start)


class _LayoutPlacer(Treeprocessor):
    """Puts the pieces of a layout around and between the sections that the author wrote."""

    def __init__(self, md: Markdown, extension: CasebookExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: etree.Element) -> None:
        layout = self._extension.layout_of()
        if layout is None:
            return
        written, footnotes = _sections(root)

        named = set(_named(layout.pieces))
        rest = [
            element
            for anchor, elements in written.items()
            if anchor not in named
            for element in elements
        ]
        elements: list[etree.Element] = []
        for number, piece in enumerate(layout.pieces):
            if number == layout.rest:
                elements += rest
            elements += self._placed(piece, written)
        if layout.rest == len(layout.pieces):
            elements += rest
        root[:] = [*elements, *footnotes]

    def _placed(
        self, piece: Piece, written: dict[str, list[etree.Element]]
    ) -> list[etree.Element]:
        match piece:
            case Html(html):
                element = etree.Element("p")
                element.text = self.md.htmlStash.store(str(html))
                return [element]
            case Title(text, language):
                return [_heading("h1", text, {"lang": language} if language else {})]
            case Section(text, anchor, number):
                return [_heading("h2", text, {"id": anchor} | _number(number))]
            case Written(anchor, number):
                elements = written.get(anchor, [])
                if number is not None and elements:
                    elements[0].attrib.update(_number(number))
                return elements
            case Beside(pieces, html):
                grid = etree.Element("div", {"class": "cb-lead-grid"})
                left = etree.SubElement(grid, "div")
                left.extend(element for each in pieces for element in self._placed(each, written))
                grid.extend(self._placed(Html(html), written))
                return [grid]
        return []


class _LinkResolver(Treeprocessor):
    """Resolves the addresses of records, and disarms what a public page must not carry."""

    def __init__(self, md: Markdown, extension: CasebookExtension) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: etree.Element) -> None:
        site = self._extension.site
        start = site.path(self._extension.page)
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

    def _resolve(self, element: etree.Element, target: Target, start: str) -> None:
        site = self._extension.site
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
                name = etree.SubElement(element, "i", {"lang": language})
                name.text = AtomicString(destination.name)
            else:
                element.text = AtomicString(destination.name)


def _named(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the ids of the author's sections that a layout names."""
    for piece in pieces:
        if isinstance(piece, Written):
            yield piece.anchor
        elif isinstance(piece, Beside):
            yield from _named(piece.pieces)


def _sections(
    root: etree.Element,
) -> tuple[dict[str, list[etree.Element]], list[etree.Element]]:
    """Return the author's sections by the id of their heading, and the footnotes.

    The title is left out: the layout gives it. Sections without an id are kept apart by number.
    """
    sections: dict[str, list[etree.Element]] = {"": []}
    footnotes: list[etree.Element] = []
    current = ""
    for element in root:
        if element.tag == "div" and element.get("class") == "footnote":
            footnotes.append(element)
            continue
        if element.tag == "h1":
            continue
        if element.tag == "h2":
            current = element.get("id") or f" {len(sections)}"
            sections.setdefault(current, [])
        sections[current].append(element)
    return sections, footnotes


def _heading(tag: str, text: str, attributes: dict[str, str]) -> etree.Element:
    element = etree.Element(tag, attributes)
    element.text = AtomicString(text)
    return element


def _number(number: int | None) -> dict[str, str]:
    return {} if number is None else {"class": "cb-num", "data-n": str(number)}


def _joined(suffix: str) -> str:
    """Return a suffix with what joins it to the citation before it."""
    text = suffix_text(suffix)
    return text if text.startswith(";") else f", {text}"


def _append(element: etree.Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _link(element: etree.Element, key: str, text: str) -> None:
    link = etree.SubElement(element, "a", {"href": f"{Kind.SOURCE.scheme}:{key}"})
    link.text = AtomicString(text)


def _disarm(element: etree.Element) -> None:
    for name in [*element.attrib]:
        if _ACTIVE_ATTRIBUTE.fullmatch(name):
            del element.attrib[name]
    for name in ("href", "src"):
        address = element.get(name)
        if address and parse_target(address) is None and not is_safe(address):
            del element.attrib[name]


def makeExtension(**kwargs: object) -> CasebookExtension:  # noqa: N802
    """Return the extension, as Python-Markdown asks for it by name."""
    return CasebookExtension(**kwargs)
