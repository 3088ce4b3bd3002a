"""Which addresses a public page may carry."""

import html
import re
from functools import lru_cache
from urllib.parse import quote

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\x00-\x20\x7f]+")
_KEPT = "/:;()._-~!*',@&=+$"
"""What a DOI may hold that stands in an address as it is."""


def scheme(address: str) -> str:
    """Return the scheme that a browser would see in an address, in lower case, or nothing.

    Character references are resolved and white space and control characters removed first, since
    ``java&#10;script:`` is a script to a browser.
    """
    match = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", html.unescape(address)))
    return match[1].lower() if match else ""


def is_safe(address: str) -> bool:
    """Tell whether an address is relative or has a scheme of the allow-list."""
    return scheme(address) in SAFE_SCHEMES | {""}


@lru_cache(maxsize=20_000)
def doi_address(doi: str) -> str | None:
    """Return the address of a DOI, rebuilt from the DOI alone, or None when it is not one.

    Args:
        doi: A DOI, with or without ``doi:`` or the address of a resolver before it.
    """
    bare = re.sub(r"(?i)^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", "", doi.strip())
    return f"https://doi.org/{quote(bare, safe=_KEPT)}" if _DOI.fullmatch(bare) else None
