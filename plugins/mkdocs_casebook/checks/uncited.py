"""The check for statements without a source."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.document import Document, Path
from mkdocs_casebook.model.finding import Finding
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import shown
from mkdocs_casebook.reading.masking import mask_code

_KINDS = frozenset({Kind.CASE, Kind.CONTEXT, Kind.FINDING})
_NO_TEXT = re.compile(r"[ \t]*(?:$|#{1,6}[ \t]|\\|\{:|\[[^\[\]^][^\[\]]*\]:)")
"""A line that is empty or holds a heading, a command, attributes, or where a reference leads."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_EXCUSED = re.compile(r"<!--\s*uncited:\s*\w")
_SCHEMES = "|".join(kind.scheme for kind in Kind if kind is not Kind.SOURCE)
_RECORD_LINK = re.compile(rf"\[[^\[\]]*\]\((?:{_SCHEMES}):[^()\s]*\)")
_MOST_WORDS_AROUND = 8
_SENTENCE_END = re.compile(r"(?<=[.!?])[»’”)]*\s+(?=\W{0,5}[A-ZÀ-Þ])")
_FOUND = r"(?:found|seen|known|held|collected)"
_TROUVE = r"(?:trouvée?s?|vue?s?|connue?s?|recueillie?s?)"
_NOTHING_KNOWN = re.compile(
    r"\bth(?:is|e) (?:collection|study) holds no\b"
    rf"|\bno(?:thing)?\b[^.;:]{{0,200}} (?:is|are|was|were|has been|have been) {_FOUND}\b"
    rf"|\bnothing {_FOUND}\b|\b(?:is|are|was|were|been) not {_FOUND}\b"
    r"|\bcette (?:collection|étude) ne (?:contient|comporte)\b|\bon ne sait pas\b"
    rf"|\brien n'(?:est|a été) {_TROUVE}\b|\baucune?\b[^.;:]{{0,200}} n'(?:est|a été) {_TROUVE}\b"
    rf"|\bn'(?:est|a|ont) pas (?:été )?{_TROUVE}\b|\bne sont pas {_TROUVE}\b",
    re.IGNORECASE,
)
"""What an author writes of what this study does not know, in English and French."""


def uncited_paragraphs(study: Study) -> Iterator[Problem]:
    """Report what cases, contexts and findings state of the world without naming a source."""
    for document in study.documents:
        if document.kind not in _KINDS or document.record is None:
            continue
        lines: list[int] = []
        paths: set[Path] = set()
        for mention in document.mentions:
            if mention.cites or mention.target.kind is Kind.SOURCE:
                if mention.path:
                    paths.add(mention.path)
                else:
                    lines.append(mention.span.line - document.body_line)
        yield from _uncited_fields(document, paths)
        yield from _uncited_body(document, sorted(lines))


def _uncited_fields(document: Document, cited: set[Path]) -> Iterator[Problem]:
    for path, text in _stating(document):
        if path in cited or _nothing_known(text):
            continue
        span = document.locations.of(path, document.span)
        # What a translation leaves to its original is reported there.
        if span.file == document.path:
            yield _problem(span, text)


def _stating(document: Document) -> Iterator[tuple[Path, str]]:
    """Yield the fields of a record that state something and have no field for their source."""
    record = document.record
    if isinstance(record, Case):
        yield from _stating_in_case(record)
    elif isinstance(record, Finding) and not _rests_on_records(record):
        yield ("statement",), record.statement


def _rests_on_records(finding: Finding) -> bool:
    return bool(finding.cases_for or finding.cases_against or finding.analysis)


def _stating_in_case(case: Case) -> Iterator[tuple[Path, str]]:
    if case.project.problem:
        yield ("project", "problem"), case.project.problem
    yield from _listed(("project", "objectives"), case.project.objectives)
    yield from _listed(("project", "activities"), case.project.activities)
    for number, partner in enumerate(case.partners):
        if not partner.source:
            yield from _listed(("partners", number, "roles"), partner.roles)
    scheme = case.scheme
    for name, text in (
        ("instrument", scheme.instrument),
        ("legal_basis", scheme.legal_basis),
        ("duration", scheme.duration),
    ):
        if text:
            yield ("scheme", name), text
    yield from _listed(("scheme", "obligations"), scheme.obligations)
    if case.exclusion_link and not case.exclusion_link.evidence:
        yield ("exclusion_link", "claim"), case.exclusion_link.claim


def _listed(path: Path, texts: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    for number, text in enumerate(texts):
        yield (*path, number), text


def _uncited_body(document: Document, cited: Sequence[int]) -> Iterator[Problem]:
    written = document.body.split("\n")
    lines = mask_code(document.body).split("\n")
    behind = 0
    for first, last in _paragraphs(lines):
        place = bisect_left(cited, first)
        if place == len(cited) or cited[place] > last:
            text = "\n".join(lines[first : last + 1])
            excused = _EXCUSED.search("\n".join(written[behind : last + 1]))
            if _WORD.search(text) and not excused and not _needs_none(text):
                line = lines[first]
                column = len(line) - len(line.lstrip()) + 1
                yield _problem(Span(document.path, document.body_line + first, column), text)
        behind = last + 1


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last line, from 0, of each paragraph, list and table of a body.

    What ends in a colon goes on in the next of them.
    """
    first: int | None = None
    last = 0
    for number, line in enumerate((*lines, "# ")):
        if _NO_TEXT.match(line) is None:
            first = number if first is None else first
            last = number
        elif first is not None and (line.strip() or not lines[last].rstrip().endswith(":")):
            yield first, last
            first = None


def _needs_none(text: str) -> bool:
    """Tell whether a text leads to records only, or says that nothing is known."""
    around, links = _RECORD_LINK.subn(" ", text)
    few = bool(links) and len(_WORD.findall(around)) <= _MOST_WORDS_AROUND
    return few or _nothing_known(text)


def _nothing_known(text: str) -> bool:
    """Tell whether every sentence of a text says that something is not known here."""
    text = " ".join(text.replace("\u2019", "'").split())
    if not _NOTHING_KNOWN.search(text):
        return False
    return all(_NOTHING_KNOWN.search(sentence) for sentence in _SENTENCE_END.split(text))


def _problem(span: Span, text: str) -> Problem:
    message = f"no source for '{shown(text)}'"
    hint = (
        "cite one; where the words are the study's own, write '<!-- uncited: why -->' before them"
    )
    return Problem("uncited-paragraph", span, message, hint)
