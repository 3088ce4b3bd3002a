"""The elements that stand for citations and lists until the page is whole."""

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_casebook.reading.citations import Cluster
from mkdocs_casebook.reading.locators import parse_locator
from mkdocs_casebook.views.citing import CiteItems

CITATION, AFFIX = "cb-citation", "cb-affix"
"""The elements of a citation, and of what its author wrote before or behind a cite."""

REFERENCES, FULL_REFERENCES = "cb-references", "cb-full-references"
"""The elements that stand where the list of references comes, or the whole bibliography."""

REFERENCES_PLACE = re.compile(rf'<{REFERENCES} data-more="(?P<more>[^"]*)"></{REFERENCES}>')
FULL_REFERENCES_PLACE = re.compile(rf"<{FULL_REFERENCES}></{FULL_REFERENCES}>")

# The innermost: a citation may stand in what is written behind another.
_CITATION = re.compile(
    rf'<{CITATION} data-cites="(?P<cites>[^"]*)">(?P<affixes>(?:(?!<{CITATION} ).)*?)</{CITATION}>',
    re.DOTALL,
)
_AFFIX = re.compile(rf"<{AFFIX}>(?P<inside>.*?)</{AFFIX}>", re.DOTALL)
_JOINT = re.compile(r"[,;:.)]?\s*")
_TEXTS = ("id", "locator", "label", "prefix", "suffix")
# What stands for a citation until it is drawn, and for an affix while the style puts its own text
# around it: signs for private use, which no page holds.
_FIRST_TOKEN = 0xF0000
_TOKEN = re.compile("[\U000f0000-\U0010fffd]")
_DEEPEST = 5


def cites_of(cluster: Cluster, plain: Callable[[str], str] = str) -> tuple[str, list[str]]:
    """Return what the element of a citation holds.

    Args:
        cluster: The citation, as it was parsed.
        plain: Gives the plain text of a piece of Markdown that is being rendered.

    Returns:
        The value of its attribute ``data-cites``, and the Markdown of its affixes in order.
    """
    affixes: list[str] = []
    cites: list[dict[str, Any]] = []
    for item in cluster.items:
        locator = parse_locator(item.suffix)
        cite: dict[str, Any] = {"id": plain(item.key)}
        if locator.value:
            cite |= {"locator": plain(locator.value), "label": locator.label}
        if item.suppress_author or cluster.in_text:
            cite["suppress-author"] = True
        if item.prefix:
            affixes.append(item.prefix)
            cite["prefix"] = " "
        joint = _JOINT.match(locator.suffix)
        if locator.suffix and joint is not None:
            affixes.append(locator.suffix[joint.end() :])
            cite["suffix"] = joint[0] or (" " if locator.value else ", ")
        cites.append(cite)
    return json.dumps({"cites": cites, "in_text": cluster.in_text}, ensure_ascii=False), affixes


@dataclass(frozen=True, slots=True)
class TakenCitation:
    """A citation that was taken out of its page.

    Attributes:
        place: The token that stands in its place.
        cites: Its cite items; tokens stand for their affixes.
        in_text: Its author stands in the sentence.
        affixes: The affixes by token, as HTML.
    """

    place: int
    cites: CiteItems
    in_text: bool
    affixes: Mapping[int, str]

    @property
    def first_affix(self) -> int | None:
        """The token with which it begins, if it begins with an affix."""
        return next(iter(self.affixes)) if self.cites and "prefix" in self.cites[0] else None


def take(text: str) -> tuple[str, list[TakenCitation]]:
    """Take the citations out of a page.

    Args:
        text: Its HTML.

    Returns:
        The page with a token in the place of each citation, and the citations in its order; those
        that stand in what is written behind others come before all these.
    """
    taken: list[TakenCitation] = []
    if CITATION not in text:
        return text, taken
    following = _FIRST_TOKEN

    def read(match: re.Match[str]) -> str:
        nonlocal following
        citation = _read(match, following)
        following += 1 + len(citation.affixes)
        taken.append(citation)
        return chr(citation.place)

    text = _TOKEN.sub("", text)
    while (left := _CITATION.sub(read, text)) != text:
        text = left
    return text, taken


def fill(text: str, tokens: Mapping[int, str]) -> str:
    """Put in what tokens stand for, which may hold tokens itself.

    Args:
        text: HTML with tokens.
        tokens: What stands for each.
    """
    for _ in range(_DEEPEST):
        filled = _TOKEN.sub(lambda match: tokens.get(ord(match[0]), ""), text)
        if filled == text:
            break
        text = filled
    return text


def more_keys(place: re.Match[str]) -> list[str]:
    """Return the keys that a list of references holds beside those of drawn citations."""
    try:
        return [str(key) for key in json.loads(html.unescape(place["more"]))]
    except (ValueError, TypeError):
        # An author wrote such an element by hand.
        return []


def _read(match: re.Match[str], place: int) -> TakenCitation:
    cites, in_text = _data(match["cites"])
    written = [affix["inside"].strip() for affix in _AFFIX.finditer(match["affixes"])]
    affixes: dict[int, str] = {}
    for cite in cites:
        for name in ("prefix", "suffix"):
            if name in cite:
                token = place + 1 + len(affixes)
                affix = written[len(affixes)] if len(affixes) < len(written) else ""
                space = "" if affix.endswith(("’", "'", "(")) else " "
                cite[name] = f"{chr(token)}{space}" if name == "prefix" else cite[name] + chr(token)
                affixes[token] = affix
    return TakenCitation(place, cites, in_text, affixes)


def _data(written: str) -> tuple[list[dict[str, Any]], bool]:
    """Return the cites of an element; none where an author wrote it by hand, and wrongly."""
    try:
        data = json.loads(html.unescape(written))
        cites = [
            {
                **{name: str(cite[name]) for name in _TEXTS if name in cite},
                "suppress-author": bool(cite.get("suppress-author")),
                "id": str(cite["id"]),
            }
            for cite in data["cites"]
        ]
        return cites, bool(data["in_text"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return [], False
