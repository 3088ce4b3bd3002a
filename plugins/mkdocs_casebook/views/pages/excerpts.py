"""Passages of a record's body that other pages quote: first lines, items of lists, sentences."""

import re
from collections.abc import Iterator

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.reading.sentences import Sentences

_LENGTH = 240
_BLANK = re.compile(r"\n[ \t]*\n")
_ITEM = re.compile(r"^(?:[-*+]|\d+[.)])[ \t]+", re.MULTILINE)
# Lists, tables, headings, quotations, code, pictures and definitions of notes are no running text.
_NO_PROSE = re.compile(r"[-*+>|#]|\d+[.)]\s|!\[|```|~~~|\[\^|:::|<(?![a-z]+ lang)")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")


def section_of(document: Document, anchor: str) -> str:
    """Return the Markdown of a section, without its heading.

    Args:
        document: A record.
        anchor: The id of the heading, of the second level.

    Returns:
        Nothing where there is no such section.
    """
    starts = [each for each in document.headings if each.level <= 2]
    for number, heading in enumerate(starts):
        if heading.anchor == anchor:
            lines = document.body.split("\n")
            following = starts[number + 1].line if number + 1 < len(starts) else None
            end = following - document.body_line if following else len(lines)
            return "\n".join(lines[heading.line - document.body_line + 1 : end]).strip()
    return ""


def first_lines(markdown: str, length: int = _LENGTH) -> str:
    """Return the first sentences of the first paragraph, as inline Markdown.

    Args:
        markdown: Markdown.
        length: As many characters as are enough; a sentence is never cut.
    """
    for block in _BLANK.split(markdown):
        text = " ".join(_NOTE_MARK.sub("", block).split())
        if text and not _NO_PROSE.match(text):
            sentences, end = Sentences(text), 0
            while end < min(length, len(text)):
                end += max(1, len(sentences.at(end)))
                end += len(text[end:]) - len(text[end:].lstrip())
            return text[:end].strip()
    return ""


def passages_about(markdown: str, *signs: str) -> Iterator[str]:
    """Yield the items of lists and the sentences that hold one of several signs.

    Args:
        markdown: Markdown.
        *signs: Such as ``(context:belgium)``.
    """
    for block in _BLANK.split(markdown):
        if _ITEM.match(block):
            items = [" ".join(each.split()) for each in _ITEM.split(block)]
            yield from (each for each in items if any(sign in each for sign in signs))
            continue
        text = " ".join(block.split())
        sentences = Sentences(text)
        places = (text.find(sign) for sign in signs)
        yield from dict.fromkeys(sentences.at(place) for place in places if place >= 0)
