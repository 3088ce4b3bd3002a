"""Every address in the built site leads somewhere, and no page asks for anything outside."""

import re
from collections.abc import Iterator

from tests.site.pages import ERROR_PAGE, BuiltSite, Link, Page

MAY_LEAVE = re.compile(r"(https?://|mailto:)")
CSS_ADDRESS = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<address>.*?)(?P=quote)\s*\)|@import""")
INLINE = re.compile(r"\s*data:image/", re.IGNORECASE)
# The page as data, not in another language.
DATA = (".json", ".jsonld", ".ttl")
FEED = "changes.xml"


def links(site: BuiltSite) -> Iterator[tuple[Page, Link]]:
    """Yield every address of every page."""
    for page in site.pages.values():
        for link in page.links:
            yield page, link


def test_internal_links_lead_to_files(built_site: BuiltSite) -> None:
    faults = {
        f"{page.address}: <{link.tag}> leads to {link.href}"
        for page, link in links(built_site)
        if (target := built_site.resolve(page, link.href)) is not None
        and not built_site.file(target[0]).is_file()
    }
    assert not faults, "\n".join(sorted(faults))


def test_fragments_lead_to_ids(built_site: BuiltSite) -> None:
    ids = {address: set(page.ids) for address, page in built_site.pages.items()}
    faults = {
        f"{page.address}: no such id: {link.href}"
        for page, link in links(built_site)
        if (target := built_site.resolve(page, link.href)) is not None
        and target[1]
        and target[1] not in ids.get(target[0], ())
    }
    assert not faults, "\n".join(sorted(faults))


def test_only_links_leave_the_site(built_site: BuiltSite) -> None:
    faults = {
        f"{page.address}: <{link.tag}> asks for {link.href}"
        for page, link in links(built_site)
        if built_site.resolve(page, link.href) is None
        and not (link.tag == "a" and MAY_LEAVE.match(link.href))
    }
    assert not faults, "\n".join(sorted(faults))


def test_links_are_relative(built_site: BuiltSite) -> None:
    # A site that is read from a disk or under another address works all the same.
    faults = {
        f"{page.address}: <{link.tag}> names the site's own address: {link.href}"
        for page, link in links(built_site)
        if page.path != ERROR_PAGE
        and (link.tag, link.kind) != ("link", "canonical")
        and link.href.startswith(("/", built_site.url))
        and link.href != built_site.url_of(page)
    }
    assert not faults, "\n".join(sorted(faults))


def test_no_address_is_empty(built_site: BuiltSite) -> None:
    faults = {
        f"{page.address}: <{link.tag}> has an empty address"
        for page, link in links(built_site)
        if not link.href.strip()
    }
    assert not faults, "\n".join(sorted(faults))


def test_styles_ask_for_nothing_outside(built_site: BuiltSite) -> None:
    faults = []
    for sheet in built_site.root.rglob("*.css"):
        for match in CSS_ADDRESS.finditer(sheet.read_text(encoding="utf-8")):
            address = match["address"]
            if address and (INLINE.match(address) or (sheet.parent / address).is_file()):
                continue
            faults.append(f"{built_site.address_of(sheet)}: {match[0]}")
    assert not faults, "\n".join(faults)


def test_pages_say_where_they_stand(built_site: BuiltSite) -> None:
    faults = [
        f"{page.address}: its canonical address is {page.canonical!r}"
        for page in built_site.pages.values()
        if page.path != ERROR_PAGE and page.canonical != built_site.url_of(page)
    ]
    assert not faults, "\n".join(faults)


def test_alternates_lead_to_the_same_page_in_each_language(built_site: BuiltSite) -> None:
    faults = set()
    count = 0
    for page, link in links(built_site):
        if link.tag == "link" and link.kind.split() == ["alternate"]:
            target = built_site.resolve(page, link.href)
            if target and target[0].endswith((*DATA, FEED)):
                if not built_site.file(target[0]).exists():
                    faults.add(f"{page.address}: no such file: {link.href}")
                continue
            other = built_site.pages.get(target[0]) if target else None
            count += 1
            if other is None or other.path != page.path:
                faults.add(f"{page.address}: another page: {link.href}")
    assert not faults, "\n".join(sorted(faults))
    assert count > len(built_site.pages)
