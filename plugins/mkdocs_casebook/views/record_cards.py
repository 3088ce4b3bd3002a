"""The cards of records: what a reader sees of a term or a case before following a link to it."""

from collections.abc import Callable

from markupsafe import Markup, escape

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.definition import Candidate, CandidateKind, Definition, Version
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.model.text import clipped
from mkdocs_casebook.views.site import Site

_LONGEST_TEXT = 280

Plain = Callable[[str], str]
"""Gives the plain words of inline Markdown."""


KINDS = frozenset({Kind.DEFINITION, Kind.CASE})
"""The kinds of record that have cards."""


class RecordCards:
    """The cards of the definitions and cases of a site, each made when it is first asked for.

    Args:
        find_site: Gives the site, when it is first asked for.
    """

    def __init__(self, find_site: Callable[[], Site]) -> None:
        self._find_site = find_site
        self._made: dict[Target, Markup | None] = {}

    def card(self, target: Target, plain: Plain) -> Markup | None:
        """Return the card of a definition, of a version, of a candidate or of a case.

        Args:
            target: What the link leads to.
            plain: Gives the plain words of a text of the record.

        Returns:
            Term, status, version and text; name, place, period, summary and judgement of a case;
            None where there is no such record or version.
        """
        if target not in self._made:
            self._made[target] = self._make(target, plain)
        return self._made[target]

    def _make(self, target: Target, plain: Plain) -> Markup | None:
        site = self._find_site()
        document = site.find(target.kind, target.id)
        match document.record if document else None:
            case Definition() as record if document:
                return self._definition(document, record, target, plain)
            case Case() as record if document:
                return self._case(document, record, plain)
            case _:
                return None

    def _case(self, document: Document, record: Case, plain: Plain) -> Markup:
        site = self._find_site()
        words = site.words
        name = _in_language("b", record.title, record.title_language or document.language, site)
        facts = [words.country(record.country), words.date(record.period)]
        if record.judgement:
            facts.append(words(f"conclusion.{record.judgement.conclusion}"))
        summary = clipped(plain(record.summary or ""), _LONGEST_TEXT)
        text = _in_language("i", summary, document.language, site)
        return _lines(name, escape(" · ".join(facts)), *([text] if summary else []))

    def _definition(
        self, document: Document, record: Definition, target: Target, plain: Plain
    ) -> Markup | None:
        site = self._find_site()
        term = _in_language("b", record.term, document.language, site)
        candidates = (each for each in record.candidates if each.id == target.part)
        candidate = None if target.version else next(candidates, None)
        if candidate is not None:
            return _lines(term, self._source(candidate), _candidate_text(candidate, site))
        version = _version(record, target.version)
        if version is None:
            return None
        text = clipped(plain(version.definition), _LONGEST_TEXT)
        definition = _in_language("i", text, document.language, site)
        return _lines(term, self._state(record, version), definition)

    def _state(self, record: Definition, version: Version) -> Markup:
        words = self._find_site().words
        current = record.current.version
        if version.version < current:
            return escape(words("term_card.superseded", n=version.version, current=current))
        date = words.date(version.date)
        status = words(f"status.{record.status}")
        return escape(f"{status} · {words('term_card.version', n=current, date=date)}")

    def _source(self, candidate: Candidate) -> Markup:
        site = self._find_site()
        label = site.labels.get(candidate.source)
        named = f" · {label}" if label else ""
        return escape(site.words("term_card.candidate") + named)


def _version(record: Definition, number: str) -> Version | None:
    """Return a version by its number as written; the current one where it is not written."""
    if not number:
        return record.current
    return record.version(int(number)) if number.isascii() and number.isdecimal() else None


def _candidate_text(candidate: Candidate, site: Site) -> Markup:
    if candidate.kind is CandidateKind.PARAPHRASE:
        # It is this study's own, whatever the language of the source.
        language = site.language if candidate.translation else site.study.settings.original
        ours = clipped(candidate.translation or candidate.text, _LONGEST_TEXT)
        return _in_language("span", ours, language, site)
    text = clipped(candidate.text, _LONGEST_TEXT)
    quoted = escape(site.words("cite.open_quote")), escape(site.words("cite.close_quote"))
    return Markup("").join(
        (quoted[0], _in_language("i", text, candidate.language, site), quoted[1])
    )


def _in_language(tag: str, text: str, language: str, site: Site) -> Markup:
    """Return a text, with its language where that is not the site's."""
    if language != site.language:
        return Markup('<{0} lang="{1}">{2}</{0}>').format(tag, language, text)
    return Markup("<b>{}</b>").format(text) if tag == "b" else escape(text)


def _lines(*lines: Markup) -> Markup:
    return Markup("<br>").join(lines)
