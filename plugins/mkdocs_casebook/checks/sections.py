"""Checks of the sections of a case."""

from collections.abc import Iterator

from mkdocs_casebook.checks.selection import cases
from mkdocs_casebook.model.document import Document, Heading
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.study import Study

SECTIONS = (
    "area",
    "project",
    "partners",
    "scheme",
    "global-approach",
    "context",
    "evaluation",
    "criticisms",
    "exclusion",
)
"""The ids of the headings of a case, in their order."""

_LEVEL = 2


def missing_sections(study: Study) -> Iterator[Problem]:
    """Report sections that a case leaves out, and headings with nothing below them."""
    for document, _ in cases(study):
        there = {heading.anchor: heading for heading in _sections(document)}
        missing = [f"'{anchor}'" for anchor in SECTIONS if anchor not in there]
        if missing:
            several = "sections" if len(missing) > 1 else "section"
            message = f"the case has no {several} {', '.join(missing)}"
            hint = "write a heading of level 2 with this id, as in '## Context {#context}'"
            span = Span(document.path, document.body_line)
            yield Problem("missing-section", span, message, hint)
        lines = document.body.split("\n") if there else []
        ends = [each.line for each in document.headings if each.level <= _LEVEL]
        for heading in there.values():
            end = next((line for line in ends if line > heading.line), None)
            first, last = heading.line - document.body_line + 1, end and end - document.body_line
            if not any(line.strip() for line in lines[first:last]):
                message = f"the section '{heading.anchor}' is empty"
                hint = "tell what is known; if nothing is, say so"
                span = Span(document.path, heading.line)
                yield Problem("missing-section", span, message, hint)


def misplaced_sections(study: Study) -> Iterator[Problem]:
    """Report sections that stand twice, or before one that they follow."""
    for document, _ in cases(study):
        first: dict[str, Heading] = {}
        last = SECTIONS[0]
        for heading in _sections(document):
            span = Span(document.path, heading.line)
            earlier = first.setdefault(heading.anchor, heading)
            if earlier is not heading:
                message = f"the section '{heading.anchor}' stands twice (line {earlier.line})"
                hint = "make one section of the two"
                yield Problem("misplaced-section", span, message, hint)
            elif SECTIONS.index(heading.anchor) < SECTIONS.index(last):
                message = f"the section '{heading.anchor}' stands behind '{last}'"
                hint = f"the order is: {', '.join(SECTIONS)}"
                yield Problem("misplaced-section", span, message, hint)
            else:
                last = heading.anchor


def _sections(document: Document) -> Iterator[Heading]:
    for heading in document.headings:
        if heading.level == _LEVEL and heading.anchor in SECTIONS:
            yield heading
