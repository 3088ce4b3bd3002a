"""The files of a vocabulary."""

from collections.abc import Iterator

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.views.addresses import page_name
from mkdocs_casebook.views.references.files import FOLDER, DataFile
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.skos.table import table
from mkdocs_casebook.views.skos.wordings import RendererOf, terms_of
from mkdocs_casebook.views.view import View

TURTLE, JSON_LD, CSV = "Turtle", "JSON-LD", "CSV"
_ENDINGS = {TURTLE: ".ttl", JSON_LD: ".jsonld"}
_MEDIA_TYPES = {TURTLE: "text/turtle", JSON_LD: "application/ld+json"}


def vocabulary_files(
    site: Site, renderer_of: RendererOf, notice: str | None = None
) -> Iterator[DataFile]:
    """Yield the definitions as a vocabulary: all of them, and each beside its page.

    They hold all languages, so that they stand only in the site of the first one.

    Args:
        site: The site.
        renderer_of: Gives the renderer of inline Markdown of a site.
        notice: What the site says of its licence.
    """
    study = site.study
    if site.language != study.settings.original or not study.of_kind(Kind.DEFINITION):
        return
    # rdflib is slow to import, and only a build needs it.
    from mkdocs_casebook.views.skos.serialising import Serialiser
    from mkdocs_casebook.views.skos.statements import PREFIXES, Statements

    terms = terms_of(site, renderer_of)
    statements = Statements(site, terms, notice or "")
    scheme = [*statements.of_scheme()]
    parts = {_start(term.id): [*scheme, *statements.of(term)] for term in terms}
    whole = [each for part in parts.values() for each in part]
    serialiser = Serialiser(whole, PREFIXES)
    for start, part in {f"{FOLDER}/definitions": whole, **parts}.items():
        subjects = {str(subject) for subject, _, _ in part}
        yield DataFile(TURTLE, start + _ENDINGS[TURTLE], serialiser.turtle(subjects))
        yield DataFile(JSON_LD, start + _ENDINGS[JSON_LD], serialiser.json_ld(subjects))
    yield DataFile(CSV, f"{FOLDER}/definitions.csv", table(site, terms))


def alternates_of(view: View, id: str) -> list[tuple[str, str]]:
    """Return the files of a definition, as its page may link to them.

    Args:
        view: The page that links: that of the definition, of one of its versions, or another one.
        id: Id of the definition.

    Returns:
        Media types and ways from that page, for ``link`` elements whose ``rel`` is alternate.
    """
    original = view.site.study.settings.original
    return [
        (_MEDIA_TYPES[format_], view.file_href(_start(id) + ending, original))
        for format_, ending in _ENDINGS.items()
    ]


def _start(id: str) -> str:
    """Return the path of the files of a definition, without its ending."""
    name = page_name(id)
    return f"{Kind.DEFINITION.pages}/{name}/{name}"
