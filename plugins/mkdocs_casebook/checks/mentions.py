"""Checks of the terms that the text of records mentions."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.settings import AutoLink
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.terms import HIDDEN, Found, TermMatcher, hidden, linkable_terms
from mkdocs_casebook.model.text import shown
from mkdocs_casebook.reading.masking import mask_code

_SOFT_HYPHEN = "\u00ad"
_NO_PROSE = re.compile(
    r"^#{1,6}[ \t][^\n]*$"  # a heading
    r"|^[ \t>]*\[[^\[\]\n]+\]:[^\n]*$"  # where a reference leads
    r"|!?\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])"  # a link, a picture
    r"|\[[^\[\]]*@[^\[\]]*\]"  # a citation
    r"|<(?P<tag>[a-zA-Z]+)[^<>]*>[^<>]*</(?P=tag)>|<[^<>\n]*>|\{[^{}\n]*\}",
    re.MULTILINE,
)
_EMPHASIS = re.compile(r"\*|(?<!\w)_|_(?!\w)")


def unlinked_mentions(study: Study) -> Iterator[Problem]:
    """Report the first mention of each term that a record never links, where nothing links it."""
    if study.settings.auto_link is not AutoLink.OFF:
        return
    for language in study.settings.languages:
        matcher = linkable_terms(study, language)
        for document in study.documents:
            if document.kind is not None and document.language == language:
                yield from _unlinked(document, matcher)


def _unlinked(document: Document, matcher: TermMatcher) -> Iterator[Problem]:
    linked = {each.target.id for each in document.mentions if each.target.kind is Kind.DEFINITION}
    if document.kind is Kind.DEFINITION:
        linked.add(document.id)
    body = document.body
    if not matcher.may_be_in(body.replace("*", "").replace("_", "")):
        return
    for found in matcher.find(_prose(body)):
        if found.id not in linked:
            linked.add(found.id)
            yield _problem(document, found)


def _prose(body: str) -> str:
    """Return a text of the same length in which all but running text is hidden."""
    masked = mask_code(body)
    if masked != body:
        pairs = zip(masked, body, strict=True)
        masked = "".join(sign if sign == given else HIDDEN for sign, given in pairs)
    masked = _NO_PROSE.sub(lambda match: hidden(match[0]), masked)
    # A sign of emphasis interrupts no phrase; a soft hyphen counts for nothing.
    return _EMPHASIS.sub(_SOFT_HYPHEN, masked)


def _problem(document: Document, found: Found) -> Problem:
    body = document.body
    starts = [0, *(match.end() for match in re.finditer("\n", body))]
    line = bisect_right(starts, found.start) - 1
    span = Span(document.path, document.body_line + line, found.start - starts[line] + 1)
    text = shown(_EMPHASIS.sub("", body[found.start : found.end]))
    message = f"'{text}' is a term of this study, and nothing here links to its definition"
    hint = f"write '[{text}](term:{found.id})' where a reader needs it"
    return Problem("unlinked-mention", span, message, hint)
