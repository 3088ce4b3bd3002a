"""Rich text in CSL-JSON: what is formatting, and what only looks like it.

A CSL processor reads a few tags in the text of a field as formatting: ``<i>``, ``<b>``, ``<sup>``,
``<sub>``, ``<span style="font-variant:small-caps;">`` and ``<span class="nocase">``.
Source: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html

Nothing else is a tag, and no escape for ``<`` is agreed upon. So the text of a source that looks
like a tag is broken by an invisible word joiner behind its ``<``: it shows as written, in every
processor, and is formatting in none.
"""

import re
from collections.abc import Iterable

ITALIC = ("<i>", "</i>")
BOLD = ("<b>", "</b>")
SUPERSCRIPT = ("<sup>", "</sup>")
SUBSCRIPT = ("<sub>", "</sub>")
SMALL_CAPITALS = ('<span style="font-variant:small-caps;">', "</span>")
NO_CASE = ('<span class="nocase">', "</span>")

WORD_JOINER = "\u2060"
_OPENS_TAG = re.compile(r"<(?=[A-Za-z/!?]|\Z)")
_TAG = re.compile(
    r'</?(?:i|b|sup|sub)>|<span (?:class="nocase"|style="font-variant:small-caps;")>|</span>'
)
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)


class Tag(str):
    """A tag that stands for formatting of the source; all other text is data."""

    __slots__ = ()


def clean(text: str) -> str:
    """Return text without control characters, lone surrogates and overrides of direction."""
    return _UNSEEN.sub("", text) if _UNSEEN.search(text) else text


def escape(text: str) -> str:
    """Return data as rich text, in which nothing is a tag."""
    return _OPENS_TAG.sub(f"<{WORD_JOINER}", text) if "<" in text else text


def join(pieces: Iterable[str]) -> str:
    """Join data and tags to rich text.

    Args:
        pieces: Instances of ``Tag``, and data. Data that tags do not part is escaped as one text,
            so that no two pieces make a tag together.
    """
    found: list[str] = []
    data: list[str] = []
    for piece in pieces:
        if isinstance(piece, Tag):
            found += (escape("".join(data)), piece)
            data.clear()
        else:
            data.append(piece)
    return "".join((*found, escape("".join(data))))


def wrap(pieces: list[str], tags: tuple[str, str]) -> list[str]:
    """Return pieces between two tags; nothing where there is nothing to format."""
    if not any(piece.strip() for piece in pieces if not isinstance(piece, Tag)):
        return pieces
    return [Tag(tags[0]), *pieces, Tag(tags[1])]


def plain_text(rich: str) -> str:
    """Return the text of a field of CSL-JSON without its formatting.

    Args:
        rich: Rich text, as ``normalise`` writes it.
    """
    return _TAG.sub("", rich).replace(f"<{WORD_JOINER}", "<") if "<" in rich else rich
