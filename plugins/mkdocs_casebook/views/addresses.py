"""Where pages stand in the site, and how one leads to another."""

import posixpath
import re
from hashlib import sha256

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target

_SAFE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}")


def page_name(key: str) -> str:
    """Return the name of a page for an id or a citation key.

    Keys may hold what no path should (``/``, ``..``, ``%``): those characters become hyphens, and
    a few letters of a hash keep two such keys apart.
    """
    if _SAFE.fullmatch(key):
        return key
    cleaned = re.sub(r"[^A-Za-z0-9_-]+", "-", key).strip("-")[:60]
    return f"{cleaned or 'key'}-{sha256(key.encode()).hexdigest()[:8]}"


def page_of(target: Target) -> str:
    """Return the page of a record, source or version, as a path inside its language's folder."""
    name = page_name(target.id)
    if target.kind is Kind.DEFINITION and target.version:
        return f"{target.kind.pages}/{name}/v{page_name(target.version)}.md"
    return f"{target.kind.pages}/{name}.md"


def site_path(page: str, prefix: str, directory_urls: bool = True) -> str:
    """Return the address of a page from the root of the site.

    Args:
        page: The page, as a path of a Markdown file inside its language's folder.
        prefix: What the addresses of its language start with: nothing, or ``fr/``.
        directory_urls: Pages have addresses that end in a slash (``use_directory_urls``).
    """
    folder, name = posixpath.split(page.removesuffix(".md"))
    if name in {"index", "README"}:
        path = f"{folder}/" if folder else ""
        return prefix + (path if directory_urls else f"{path}index.html")
    full = posixpath.join(folder, name)
    return prefix + (f"{full}/" if directory_urls else f"{full}.html")


def relative(path: str, start: str) -> str:
    """Return the way from one address of the site to another.

    Args:
        path: Address from the root of the site, perhaps with a fragment.
        start: Address of the page that holds the link.
    """
    address, mark, fragment = path.partition("#")
    if address == start and mark:
        return mark + fragment
    *folders, name = address.split("/")
    *here, _ = start.split("/")
    # What `posixpath.relpath` does, for clean addresses, at a tenth of its cost.
    same = 0
    for ours, theirs in zip(folders, here, strict=False):
        if ours != theirs:
            break
        same += 1
    way = "../" * (len(here) - same) + "/".join((*folders[same:], name))
    return (way or "./") + mark + fragment
