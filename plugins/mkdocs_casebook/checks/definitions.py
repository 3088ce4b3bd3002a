"""Checks of definitions."""

from collections.abc import Iterator, Mapping

from mkdocs_casebook.model.definition import CandidateKind, Definition, Status
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.edtf import parse_moment
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.publication import canonical
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import normalise, shown

LONGEST_QUOTATION = 40
"""Words that a candidate may quote."""


def _definitions(
    study: Study, language: str | None = None
) -> Iterator[tuple[Document, Definition]]:
    for document in study.of_kind(Kind.DEFINITION, language):
        if isinstance(document.record, Definition):
            yield document, document.record


def claimed_forms(study: Study) -> Iterator[Problem]:
    """Report two definitions of one language that claim one form."""
    for language in study.settings.languages:
        claims: dict[str, Document] = {}
        for document, record in _definitions(study, language):
            written = {normalise(record.term): ("term",)} | {
                normalise(form): ("forms", number) for number, form in enumerate(record.forms)
            }
            for form, path in written.items():
                first = claims.setdefault(form, document)
                if first is not document:
                    span = document.locations.of(path, document.span)
                    message = f"'{form}' is claimed by {first.path} too"
                    hint = "a form leads to one definition: keep it in one of the two"
                    yield Problem("claimed-form", span, message, hint)


def broader_cycles(study: Study) -> Iterator[Problem]:
    """Report definitions that are broader than themselves, directly or through others."""
    broader = {document.id: record.broader for document, record in _definitions(study)}
    for document, record in _definitions(study):
        for number, id in enumerate(record.broader):
            chain = _way_back(id, document.id, broader)
            if chain:
                span = document.locations.of(("broader", number), document.span)
                message = (
                    f"'{document.id}' is broader than itself: {' < '.join((document.id, *chain))}"
                )
                yield Problem("broader-cycle", span, message, "take one of these links away")


def _way_back(start: str, goal: str, broader: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return a chain of broader terms from ``start`` to ``goal``, or nothing."""
    waiting: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while waiting:
        chain = waiting.pop()
        if chain[-1] == goal:
            return chain
        if chain[-1] not in seen:
            seen.add(chain[-1])
            waiting += [(*chain, each) for each in broader.get(chain[-1], ())]
    return ()


def version_order(study: Study) -> Iterator[Problem]:
    """Report versions with one number, out of order, or dated before the one that they replace."""
    for document, record in _definitions(study):
        for number, (before, after) in enumerate(
            zip(record.versions, record.versions[1:], strict=False), start=1
        ):
            span = document.locations.of(("versions", number), document.span)
            if after.version <= before.version:
                message = f"version {after.version} follows version {before.version}"
                hint = "number versions upwards, the oldest first, each number once"
                yield Problem("invalid-versions", span, message, hint)
            elif parse_moment(after.date).latest < parse_moment(before.date).earliest:
                message = (
                    f"version {after.version} ({after.date}) is dated before "
                    f"version {before.version} ({before.date})"
                )
                yield Problem("invalid-versions", span, message, "check the two dates")


def translations_behind(study: Study) -> Iterator[Problem]:
    """Report translations that follow an older version, or one that does not exist."""
    current = {document.id: record for document, record in _definitions(study)}
    for document in study.documents:
        if document.kind is not Kind.DEFINITION or not document.translated:
            continue
        original = current.get(document.id)
        if original is None:
            continue
        span = document.locations.of(("translates",), document.span)
        version = document.translates
        if version is None:
            message = "the translation does not say which version it follows"
            hint = f"write 'translates: {document.id}@{original.current.version}'"
            yield Problem("missing-field", span, message, hint)
        elif original.version(version) is None:
            message = f"'{document.id}' has no version {version}"
            numbers = ", ".join(str(each.version) for each in original.versions)
            yield Problem("missing-version", span, message, f"it has: {numbers}")
        elif version < original.current.version:
            newest = original.current.version
            message = f"the translation follows version {version}; the current one is {newest}"
            hint = f"translate version {newest}, then write 'translates: {document.id}@{newest}'"
            yield Problem("translation-behind", span, message, hint)


def unexplained_versions(study: Study) -> Iterator[Problem]:
    """Report a field ``change`` that was left empty, as ``casebook revise`` leaves it."""
    for document, record in _definitions(study):
        for number, version in enumerate(record.versions):
            path = ("versions", number, "change")
            if version.change is None and path in document.locations.keys:
                span = document.locations.of_key(path, document.span)
                message = f"'change' of version {version.version} is empty"
                yield Problem("invalid-value", span, message, "say why it differs from the last")


def former_ids_in_use(study: Study) -> Iterator[Problem]:
    """Report a definition that names its own id as a former one, or one former id twice."""
    for document, record in _definitions(study):
        for number, id in enumerate(record.former_ids):
            if id == document.id or id in record.former_ids[:number]:
                span = document.locations.of(("former_ids", number), document.span)
                message = f"the id '{id}' stands here already, or is that of this record"
                yield Problem("duplicate-id", span, message, "take it out of 'former_ids'")


def misplaced_errata(study: Study) -> Iterator[Problem]:
    """Report errata whose words do not stand in the text that they put right, just once."""
    languages = study.settings.languages
    for document, record in _definitions(study):
        for number, version in enumerate(record.versions):
            texts: dict[str, str] = {}
            for place, erratum in reversed([*enumerate(version.errata)]):
                span = document.locations.of(
                    ("versions", number, "errata", place, "now"), document.span
                )
                language = erratum.language or study.settings.original
                text = texts.get(language) or _text(study, document.id, number, language)
                now = canonical(erratum.now)
                if language not in languages or text is None:
                    message = f"version {version.version} has no text in '{language}'"
                    yield Problem("invalid-erratum", span, message, "mend its 'language'")
                elif (count := text.count(now)) != 1:
                    stands = "does not stand" if count == 0 else f"stands {count} times"
                    message = f"'{shown(now)}' {stands} in the text of version {version.version}"
                    hint = "write in 'now' what stands there now, enough words to stand there once"
                    yield Problem("invalid-erratum", span, message, hint)
                else:
                    texts[language] = text.replace(now, canonical(erratum.was))


def _text(study: Study, id: str, number: int, language: str) -> str | None:
    """Return the text of the version at a place of the list, or None."""
    document = study.find(Kind.DEFINITION, id, language)
    if document is None or not isinstance(document.record, Definition):
        return None
    return canonical(document.record.versions[number].definition)


def long_quotations(study: Study) -> Iterator[Problem]:
    """Report candidates that quote more of a source than a quotation needs."""
    for document, record in _definitions(study):
        for number, candidate in enumerate(record.candidates):
            words = len(candidate.text.split())
            if candidate.kind is CandidateKind.QUOTATION and words > LONGEST_QUOTATION:
                span = document.locations.of(("candidates", number, "text"), document.span)
                message = f"the candidate '{candidate.id}' quotes {words} words"
                hint = f"quote {LONGEST_QUOTATION} at most, and tell the rest in words of your own"
                yield Problem("long-quotation", span, message, hint)


def retired_terms(study: Study) -> Iterator[Problem]:
    """Report links and fields that lead to the current text of a retired term."""
    retired = {
        document.id: record
        for document, record in _definitions(study)
        if record.status is Status.RETIRED
    }
    for document in study.documents if retired else ():
        for mention in document.mentions:
            target = mention.target
            if target.kind is not Kind.DEFINITION or target.version or target.id not in retired:
                continue
            if document.kind is not Kind.DEFINITION or document.id != target.id:
                message = f"'{target.id}' is retired"
                hint = (
                    "use another term; where a text speaks of how the term was used, pin the "
                    f"version: term:{target.id}@{retired[target.id].current.version}"
                )
                yield Problem("retired-term", mention.span, message, hint)


def pinned_versions(study: Study) -> Iterator[Problem]:
    """Report links that are pinned to a version when there is a newer one."""
    newest = {document.id: record.current.version for document, record in _definitions(study)}
    for document in study.documents:
        for mention in document.mentions:
            target = mention.target
            current = newest.get(target.id) if target.kind is Kind.DEFINITION else None
            if current is not None and target.version.isdecimal() and int(target.version) < current:
                if document.kind is Kind.DEFINITION and document.id == target.id:
                    # The history of a term speaks of its older versions.
                    continue
                message = f"the link is pinned to version {target.version}; {current} is current"
                hint = f"read version {current}, then pin the link to it, or leave the pin out"
                yield Problem("pinned-version", mention.span, message, hint)
