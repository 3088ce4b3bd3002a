"""Reads the pages of a built site: what each links to, is called and says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from lxml import etree, html

Element = html.HtmlElement

# What makes a browser ask for something, or lead there.
ADDRESSES = ("href", "src", "action", "data", "poster", "srcset")
NOT_READ = ("code", "pre", "script", "style", "template")
# What nobody wrote there: lists of definitions and of their uses, the dispute on the home page,
# quoted records.
EXCERPTS = ("cb-words", "cb-uses", "cb-split", "cb-excerpts")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ORIGINAL, TRANSLATION = "en", "fr"
ERROR_PAGE = "404.html"

_addresses = etree.XPath(" | ".join(f"//@{each}" for each in ADDRESSES))
_excerpts = etree.XPath(
    ".//*[@class][" + " or ".join(f"contains(@class, '{each}')" for each in EXCERPTS) + "]"
)
_texts = etree.XPath(
    ".//text()[not(" + " or ".join(f"ancestor::{each}" for each in NOT_READ) + ")]",
    smart_strings=False,
)


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a page.

    Attributes:
        tag: The element that holds it.
        kind: Its `rel` or class.
        href: The address as it is written.
    """

    tag: str
    kind: str
    href: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the built site.

    Attributes:
        address: Its address from the root of the site, such as `fr/cases/`.
        language: The `lang` of the whole.
        titles: What each `title` in the head says.
        canonical: Its canonical address.
        ids: All ids, in order.
        headings: Level and text of each heading, in order.
        links: All addresses.
        content: The addresses of links in the page's own text, without excerpts of other pages.
        citations: The addresses of its citations.
        sections: The addresses of the links that lead each item of a section's list, by its id.
        text: What a reader sees, without code, and the description in the head.
        raw: The file.
    """

    address: str
    language: str
    titles: tuple[str, ...]
    canonical: str
    ids: tuple[str, ...]
    headings: tuple[tuple[int, str], ...]
    links: tuple[Link, ...]
    content: tuple[str, ...]
    citations: tuple[str, ...]
    sections: Mapping[str, tuple[str, ...]]
    text: str
    raw: str

    @property
    def site(self) -> str:
        """The language of the site that it belongs to."""
        return TRANSLATION if self.address.startswith(f"{TRANSLATION}/") else ORIGINAL

    @property
    def path(self) -> str:
        """Its address from the root of the site of its language."""
        return self.address.removeprefix("" if self.site == ORIGINAL else f"{self.site}/")


@dataclass(frozen=True)
class BuiltSite:
    """A built site.

    Attributes:
        root: The folder that it lies in.
        url: Where it says that it stands, with a slash at the end.
        warnings: What MkDocs warned of.
    """

    root: Path
    url: str
    warnings: str = ""

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """All pages by their address."""
        files = sorted(self.root.rglob("*.html"))
        found = (_read(file, self.address_of(file)) for file in files)
        return {page.address: page for page in found}

    def address_of(self, file: Path) -> str:
        """Return the address of a file from the root of the site."""
        return file.relative_to(self.root).as_posix().removesuffix("index.html")

    def url_of(self, page: Page) -> str:
        """Return the full address of a page."""
        return self.url + page.address

    def resolve(self, page: Page, href: str) -> tuple[str, str] | None:
        """Return where an address leads: from the root of the site, and a fragment.

        Returns:
            None where it leads outside.
        """
        target, fragment = urldefrag(urljoin(self.url + page.address, href))
        if not target.startswith(self.url):
            return None
        path, _, _ = target.removeprefix(self.url).partition("?")
        return unquote(path), unquote(fragment)

    def file(self, address: str) -> Path:
        """Return the file that a server gives for an address."""
        path = self.root / address
        return path / "index.html" if address.endswith("/") or not address else path


def _read(file: Path, address: str) -> Page:
    raw = file.read_text(encoding="utf-8")
    root = html.document_fromstring(raw)
    article = root.find(".//article")
    content = article if article is not None else root
    excerpts = {link for box in _excerpts(content) for link in box.iter("a")}
    description = root.xpath("string(//meta[@name='description']/@content)")
    return Page(
        address=address,
        language=root.get("lang", ""),
        titles=tuple(each.text_content().strip() for each in root.findall("head/title")),
        canonical=root.xpath("string(//link[@rel='canonical']/@href)"),
        ids=tuple(each.get("id", "") for each in root.iterfind(".//*[@id]")),
        headings=tuple(
            (int(str(each.tag)[1]), each.text_content().strip()) for each in root.iter(*HEADINGS)
        ),
        links=tuple(_links(root)),
        content=tuple(
            each.get("href", "") for each in content.iterfind(".//a[@href]") if each not in excerpts
        ),
        citations=tuple(
            each.get("href", "")
            for each in content.find_class("cb-cite-link")
            if each.tag == "a" and each not in excerpts
        ),
        sections={
            heading.get("id", ""): tuple(_leading(heading))
            for heading in content.iterfind(".//h2[@id]")
        },
        text="\n".join((*_texts(content), description)),
        raw=raw,
    )


def _links(root: Element) -> Iterator[Link]:
    for address in _addresses(root):
        element = address.getparent()
        kind = element.get("rel") or element.get("class") or ""
        yield Link(str(element.tag), kind, str(address))


def _leading(heading: Element) -> Iterator[str]:
    """Yield the address of the link that leads each item of the list below a heading."""
    for element in heading.itersiblings():
        if element.tag == "h2":
            return
        yield from (each.get("href", "") for each in element.iterfind("li/h3//a[@href]"))
