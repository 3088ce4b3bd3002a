"""Links, citations and headings of Markdown, with their places."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_casebook.model.document import Heading
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Mention, Target, parse_target
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.text import shown
from mkdocs_casebook.model.url import is_safe
from mkdocs_casebook.reading.citations import LONGEST, Cluster, bracketed, find_in_text, in_text
from mkdocs_casebook.reading.html_tags import check_tag
from mkdocs_casebook.reading.masking import blank, mask_code
from mkdocs_casebook.reading.sentences import Sentences

_HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]+(?P<text>[^\n]*)$", re.MULTILINE)
_TAG = re.compile(r"(?<!\]\()(?:</?[a-zA-Z][^<>]{0,2000}>|<[a-zA-Z][^<>\n]*$)", re.MULTILINE)
_AUTOLINK = re.compile(r"(?<!\]\()<(?:[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
_DESTINATION = re.compile(
    r"\(\s*(?:<(?P<angled>[^<>]*)>|(?P<bare>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))"
)
_DEFINITION = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)?\[(?P<id>[^\[\]\n]+)\]:[ \t]*\n?[ \t]*<?(?P<url>[^\s>]+)>?",
    re.MULTILINE,
)
_LINKED = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_MARKUP = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
_BRACKETS = re.compile(r"\[|\]|\n[ \t]*\n")
_ACTIVE = re.compile(
    r"(?i)(?<![\w-])(?P<name>on\w+|style|srcdoc|srcset|src|href|(?:form)?action|ping|poster)\s*="
)
"""Attributes that load something or run something."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a Markdown text holds.

    Attributes:
        headings: Its headings, in order.
        mentions: Its citations and record links, in order.
        problems: Unsafe addresses and raw HTML.
    """

    headings: tuple[Heading, ...]
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]


def scan(text: str, file: str, first_line: int = 1) -> Scan:
    """Find the headings, citations and record links of a Markdown text.

    Args:
        text: The Markdown.
        file: The file that it stands in.
        first_line: The line of the file at which it starts.
    """
    if not any(mark in text for mark in "@[#<{"):
        return Scan((), (), ())
    return _Scanner(text, file, first_line).scan()


class _Scanner:
    def __init__(self, text: str, file: str, first_line: int) -> None:
        self._text, self._file, self._first_line = text, file, first_line
        self._masked = mask_code(text)
        self._problems: list[Problem] = []
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._mentions: list[tuple[int, Target, bool]] = []

    def scan(self) -> Scan:
        headings = self._headings()
        self._mask_tags()
        definitions = self._definitions()
        self._links(definitions)
        self._bare_citations()
        self._attributes()
        self._mentions.sort(key=lambda found: found[0])
        return Scan(
            tuple(heading for _, heading in headings),
            tuple(self._placed(headings)),
            tuple(sorted(self._problems, key=lambda problem: problem.span)),
        )

    def _span(self, offset: int) -> Span:
        line = bisect_right(self._starts, offset) - 1
        return Span(self._file, self._first_line + line, offset - self._starts[line] + 1)

    def _headings(self) -> list[tuple[int, Heading]]:
        return [(match.start(), self._heading(match)) for match in _HEADING.finditer(self._masked)]

    def _heading(self, match: re.Match[str]) -> Heading:
        text = self._text[match.start("text") : match.end("text")].rstrip()
        anchor = ""
        if text.endswith("}") and "{" in text:
            text, _, attributes = text[:-1].rpartition("{")
            named = (word[1:] for word in attributes.lstrip(":").split() if word.startswith("#"))
            anchor = next(named, "")
        line = self._span(match.start()).line
        text = _LINKED.sub(r"\1", _MARKUP.sub("", text.rstrip("# \t")))
        return Heading(text, anchor, len(match["marks"]), line)

    def _mask_tags(self) -> None:
        def mask(match: re.Match[str]) -> str:
            message = check_tag(match[0])
            if message:
                self._problems.append(
                    Problem(
                        "raw-html",
                        self._span(match.start()),
                        message,
                        "write Markdown, or put the text in a code span to show it",
                    )
                )
            return blank(match[0])

        if "<" in self._masked:
            self._masked = _AUTOLINK.sub(self._autolink, self._masked)
            self._masked = _TAG.sub(mask, self._masked)

    def _autolink(self, match: re.Match[str]) -> str:
        self._check_address(match[0][1:-1], match.start())
        return blank(match[0])

    def _definitions(self) -> dict[str, str]:
        """Take reference definitions (``[id]: address``) out of the text."""
        found: dict[str, str] = {}

        def take(match: re.Match[str]) -> str:
            if match["id"].startswith("^"):
                return match[0]
            self._check_address(match["url"], match.start("url"))
            found[_reference_id(match["id"])] = match["url"]
            return blank(match[0])

        self._masked = _DEFINITION.sub(take, self._masked)
        return found

    def _links(self, definitions: dict[str, str]) -> None:
        """Find bracketed links and citations, the outermost first, in one pass."""
        masked = self._masked
        covered: list[tuple[int, int]] = []
        opened: list[int] = []
        done = 0
        for match in _BRACKETS.finditer(masked):
            character = match[0]
            if match.start() < done:
                continue
            if character == "[":
                opened.append(match.start())
            elif character != "]":
                # A code span over several lines is no blank line.
                if not self._text[match.start() : match.end()].strip():
                    opened.clear()
            elif opened:
                start = opened.pop()
                end = self._bracket(start, match.end(), definitions)
                if end is not None:
                    covered.append((start, end))
                    done = end
        self._masked = _blank_ranges(masked, covered)

    def _bracket(self, start: int, end: int, definitions: dict[str, str]) -> int | None:
        """Take in a pair of brackets; return where it ends if it is a link or a citation."""
        masked = self._masked
        if masked.startswith("(", end) and (match := _DESTINATION.match(masked, end)):
            return self._link(start, match)
        if masked.startswith("[", end):
            closing = masked.find("]", end, end + LONGEST)
            label = masked[end + 1 : closing] if closing >= 0 else ""
            address = definitions.get(_reference_id(label or masked[start + 1 : end - 1]))
            if address and closing >= 0:
                self._forget_after(start)
                self._link_mention(address, start)
                return closing + 1
        if end - start > LONGEST:
            return None
        cluster = bracketed(masked, start) if "@" in masked[start:end] else None
        if cluster is not None:
            self._cite(cluster)
            return cluster.end
        address = definitions.get(_reference_id(masked[start + 1 : end - 1]))
        if address:
            self._forget_after(start)
            self._link_mention(address, start)
            return end
        return None

    def _link(self, start: int, destination: re.Match[str]) -> int:
        """Take in a link with its address in parentheses; return where it ends."""
        closing = self._masked.find(")", destination.end(), destination.end() + 500)
        group = "angled" if destination["angled"] is not None else "bare"
        at = destination.start(group)
        address = self._text[at : destination.end(group)]
        self._forget_after(start)
        if start and self._masked[start - 1] == "!":
            self._check_picture(address, at)
        else:
            self._check_address(address, at)
            self._link_mention(address, at)
        return closing + 1 if closing >= 0 else destination.end()

    def _forget_after(self, start: int) -> None:
        """Forget what was found since ``start``: a link inside the text of a link is none."""
        while self._mentions and self._mentions[-1][0] > start:
            self._mentions.pop()

    def _link_mention(self, address: str, offset: int) -> None:
        target = parse_target(address)
        if target is not None:
            self._mentions.append((offset, target, False))

    def _check_address(self, address: str, offset: int) -> None:
        if parse_target(address) is None:
            self._check_picture(address, offset)

    def _check_picture(self, address: str, offset: int) -> None:
        if not is_safe(address):
            self._problems.append(
                Problem(
                    "unsafe-url",
                    self._span(offset),
                    f"the address '{shown(address)}' has a scheme that is not allowed",
                    "use http, https or mailto, or the scheme of a record such as term: or case:",
                )
            )

    def _bare_citations(self) -> None:
        position = 0
        while match := find_in_text(self._masked, position):
            cluster = in_text(self._masked, match.start())
            if cluster is None:
                position = match.end()
                continue
            self._cite(cluster)
            position = cluster.end

    def _cite(self, cluster: Cluster) -> None:
        for item in cluster.items:
            self._mentions.append((item.offset, Target(Kind.SOURCE, item.key), True))

    def _attributes(self) -> None:
        """Report attribute lists, as in ``{: onclick=...}``, that give what they must not."""
        start = 0
        for line in self._masked.split("\n") if "{" in self._masked else ():
            # A quoted value may hold braces: the list may end at any brace of the line.
            braces = (line.find("{"), line.rfind("}"))
            for match in _ACTIVE.finditer(line, *braces) if 0 <= braces[0] < braces[1] else ():
                message = f"the attribute '{match['name']}' is not allowed"
                hint = "attribute lists may give an id, classes, lang and title"
                span = self._span(start + match.start())
                self._problems.append(Problem("raw-html", span, message, hint))
            start += len(line) + 1

    def _placed(self, headings: list[tuple[int, Heading]]) -> Iterator[Mention]:
        """Yield the mentions with their headings and sentences."""
        sentences = Sentences(self._text)
        starts = [start for start, _ in headings]
        for offset, target, cites in self._mentions:
            number = bisect_right(starts, offset) - 1
            heading = headings[number][1] if number >= 0 else None
            under = heading if heading and heading.level > 1 else None
            yield Mention(
                target,
                self._span(offset),
                sentence=sentences.at(offset),
                heading=under.text if under else "",
                anchor=under.anchor if under else "",
                cites=cites,
            )


def _reference_id(text: str) -> str:
    return " ".join(text.split()).lower()


def _blank_ranges(text: str, ranges: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in _outermost(ranges):
        pieces += (text[position:start], blank(text[start:end]))
        position = end
    return "".join((*pieces, text[position:]))


def _outermost(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, end in sorted(ranges, key=lambda bounds: (bounds[0], -bounds[1])):
        if start >= reached:
            yield start, end
            reached = end
