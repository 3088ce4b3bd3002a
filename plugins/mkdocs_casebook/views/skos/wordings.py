"""What a definition says in each language, as plain text.

A translated record is its original with the translated fields put over it: what was not translated
stays in the original's words, and must not be passed off as words of the other language.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from mkdocs_casebook.model.definition import Definition
from mkdocs_casebook.model.document import Document, Path
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.view import InlineRenderer, View

RendererOf = Callable[[Site], InlineRenderer]
"""Gives the renderer of inline Markdown of the site of one language."""

_PAGE = "index.md"


@dataclass(frozen=True, slots=True)
class Wording:
    """A definition in one language, without what is not written in that language.

    Attributes:
        language: The language.
        term: The term; empty where it is not translated.
        forms: Its inflected forms and synonyms.
        texts: The text of each version by its number.
        changes: Why each version differs from the one before, by its number.
        follows: The version that the record of this language follows.
        status: The status, with its reason.
    """

    language: str
    term: str
    forms: tuple[str, ...]
    texts: Mapping[int, str]
    changes: Mapping[int, str]
    follows: int
    status: str

    @property
    def current(self) -> str:
        """The text that this language has of the version that it follows; may be empty."""
        return self.texts.get(self.follows, "")


@dataclass(frozen=True, slots=True)
class Term:
    """A definition in all its languages.

    Attributes:
        id: Its id.
        record: The definition in the study's first language.
        wordings: What it says in each language, the first language first.
    """

    id: str
    record: Definition
    wordings: tuple[Wording, ...]

    @property
    def definitions(self) -> Mapping[str, str]:
        """The current text by language, where the language has it: no older one counts."""
        number = self.record.current.version
        return {
            each.language: each.current
            for each in self.wordings
            if each.follows == number and each.current
        }

    def labels(self) -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
        """Return the one preferred label of each language, and its other ones.

        Two of them are never the same: SKOS wants them disjoint (S13), and one preferred label a
        language (S14).
        """
        found: dict[str, tuple[str, list[str]]] = {}
        for language, label in self._labels():
            # Language tags are compared without regard to case.
            found.setdefault(language.lower(), (language, []))[1].append(label)
        distinct = {language: [*dict.fromkeys(labels)] for language, labels in found.values()}
        preferred = {language: labels[0] for language, labels in distinct.items()}
        others = {language: tuple(labels[1:]) for language, labels in distinct.items()}
        return preferred, others

    def _labels(self) -> Iterator[tuple[str, str]]:
        """Yield languages and labels, those of the records before those they know of others."""
        for each in self.wordings:
            if each.term:
                yield each.language, _label(each.term)
        for language, labels in self.record.labels.items():
            yield from ((language, _label(label)) for label in labels)
        for each in self.wordings:
            yield from ((each.language, _label(form)) for form in each.forms)


def terms_of(site: Site, renderer_of: RendererOf) -> tuple[Term, ...]:
    """Return the definitions of a study in all their languages, sorted by id.

    Args:
        site: The site of any language.
        renderer_of: Gives the renderer of inline Markdown of a site.
    """
    study = site.study
    views = {}
    for language in study.settings.languages:
        # A site keeps what it has worked out, such as its citations.
        own = site if language == site.language else replace(site, language=language)
        views[language] = View(own, _PAGE, renderer_of(own))
    found = []
    for document in study.of_kind(Kind.DEFINITION):
        if not isinstance(document.record, Definition):
            continue
        wordings = tuple(
            _wording(view, translated, translated.record)
            for language, view in views.items()
            if (translated := study.find(Kind.DEFINITION, document.id, language))
            and isinstance(translated.record, Definition)
        )
        found.append(Term(document.id, document.record, wordings))
    return tuple(sorted(found, key=lambda term: term.id))


def _wording(view: View, document: Document, record: Definition) -> Wording:
    def own(*path: str | int) -> bool:
        return _is_own(document, path)

    versions = [*enumerate(record.versions)]
    reason = record.status_reason if own("status_reason") else None
    status = view.word("status", record.status)
    return Wording(
        language=document.language,
        term=record.term if own("term") else "",
        forms=record.forms if own("forms") else (),
        texts={
            each.version: view.plain(each.definition)
            for place, each in versions
            if own("versions", place, "definition")
        },
        changes={
            each.version: view.plain(each.change)
            for place, each in versions
            if each.change and own("versions", place, "change")
        },
        follows=document.translates or record.current.version,
        status=status + view.words("cite.colon") + view.plain(reason) if reason else status,
    )


def _is_own(document: Document, path: Path) -> bool:
    """Tell whether a field is written in a file, not taken from the record it translates."""
    return not document.translated or (
        document.locations.of(path, document.span).file == document.path
    )


def _label(text: str) -> str:
    """Return a label so that two ways of writing its letters and spaces are one label."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
