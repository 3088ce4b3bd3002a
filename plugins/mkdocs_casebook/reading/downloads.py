"""Reading files that an address names, such as a bibliography that Zotero serves."""

import contextlib
import hashlib
import re
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import Request, urlopen

from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.reading.files import write_whole

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_NEXT = re.compile(r"""<(?P<address>[^<>]*)>\s*;[^<]*?\brel\s*=\s*"?next\b""")
_PATIENCE = 30
_LARGEST = 64 * 1024 * 1024
_MOST_PAGES = 1000


def is_address(name: str) -> bool:
    """Tell whether the name of a file is an address."""
    return bool(_ADDRESS.match(name))


def read_address(address: str, cache: Path) -> tuple[str, list[Problem]]:
    """Read what an address names: UTF-8 text, in as many pages as the server says (RFC 8288).

    Args:
        address: An HTTP address.
        cache: A folder that keeps the last answer, for when the server does not.

    Returns:
        The text (empty when there is none) and the problems found.
    """
    kept = cache / hashlib.sha256(address.encode()).hexdigest()
    try:
        text = _fetched(address)
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = str(getattr(error, "reason", None) or error) or type(error).__name__
        try:
            text = kept.read_text(encoding="utf-8")
        except (OSError, ValueError):
            hint = "check the address, and that this machine may reach it"
            message = f"it cannot be downloaded: {reason}"
            return "", [Problem("unreadable-file", Span(address), message, hint)]
        message = f"it cannot be downloaded, the last copy is used: {reason}"
        return text, [Problem("stale-download", Span(address), message, "build again later")]
    # Another language may be built beside this one, and read the same address. A cache that cannot
    # be written costs the last copy, nothing else.
    with contextlib.suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        write_whole(kept, text.encode())
    return text, []


def _fetched(address: str) -> str:
    pages: list[str] = []
    host, size = urlsplit(address).netloc, 0
    for _ in range(_MOST_PAGES):
        # Only web addresses come here, and pages that follow stay on the same host.
        request = Request(address, headers={"Accept": "text/plain, */*"})  # noqa: S310
        with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            data = answer.read(_LARGEST - size + 1)
            links = answer.headers.get("Link") or ""
        size += len(data)
        if size > _LARGEST:
            raise ValueError("it is too large")
        pages.append(data.decode("utf-8-sig"))
        following = _NEXT.search(links)
        if following is None:
            break
        address = urljoin(address, following["address"])
        if not is_address(address) or urlsplit(address).netloc != host:
            break
    return "\n".join(pages)
