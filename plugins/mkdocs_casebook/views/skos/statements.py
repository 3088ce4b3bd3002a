"""The definitions as statements: a concept a term, its versions and candidates beside it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rdflib import Literal, URIRef
from rdflib.namespace import DC, DCTERMS, PROV, RDF, SKOS, XSD, DefinedNamespace, Namespace

from mkdocs_casebook.model.definition import Candidate, CandidateKind, Status, Version
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.skos.dates import date_type
from mkdocs_casebook.views.skos.identifiers import Identifiers
from mkdocs_casebook.views.skos.licence import licence_of
from mkdocs_casebook.views.skos.relations import Relations
from mkdocs_casebook.views.skos.wordings import Term

ADMS = Namespace("http://www.w3.org/ns/adms#")
# The one of rdflib does not know the third version of DCAT.
DCAT = Namespace("http://www.w3.org/ns/dcat#")
_ADMS_STATUS = Namespace("http://purl.org/adms/status/")
_COUNTRY = Namespace("https://www.iso.org/obp/ui/#iso:code:3166:")

PREFIXES: Mapping[str, Namespace | type[DefinedNamespace]] = {
    "adms": ADMS,
    "dc": DC,
    "dcat": DCAT,
    "dct": DCTERMS,
    "prov": PROV,
    "rdf": RDF,
    "skos": SKOS,
    "xsd": XSD,
}

Statement = tuple[URIRef, URIRef, URIRef | Literal]
"""Subject, predicate, object: none of them is a blank node."""

# ADMS knows four. The study's own word stands in a note.
_STATUSES: Mapping[Status, URIRef] = {
    Status.PROPOSED: _ADMS_STATUS.UnderDevelopment,
    Status.WORKING: _ADMS_STATUS.UnderDevelopment,
    Status.AGREED: _ADMS_STATUS.Completed,
    Status.CONTESTED: _ADMS_STATUS.UnderDevelopment,
    Status.SUPERSEDED: _ADMS_STATUS.Deprecated,
    Status.RETIRED: _ADMS_STATUS.Withdrawn,
}


class Statements:
    """The definitions of a study as statements.

    Args:
        site: The site of the first language.
        terms: The definitions.
        notice: What the site says of its licence.
    """

    def __init__(self, site: Site, terms: Sequence[Term], notice: str) -> None:
        self._site, self._ids = site, Identifiers(site)
        self._scheme = URIRef(self._ids.scheme())
        self._editors = site.words("citing.editors", site=site.name)
        self._licence = licence_of(notice)
        self._relations = Relations.between({term.id: term.record for term in terms})

    def of_scheme(self) -> Iterator[Statement]:
        """Yield what is said of the whole vocabulary."""
        site = self._site
        yield self._scheme, RDF.type, SKOS.ConceptScheme
        yield self._scheme, DCTERMS.title, _text(site.name, site.language)
        yield self._scheme, DC.creator, _text(self._editors)
        yield from self._license(self._scheme)

    def of(self, term: Term) -> Iterator[Statement]:
        """Yield what is said of a term, of its versions and of its candidates."""
        concept, record = self._concept(term.id), term.record
        yield concept, RDF.type, SKOS.Concept
        yield concept, DCTERMS.identifier, _text(term.id)
        yield concept, SKOS.inScheme, self._scheme
        yield concept, ADMS.status, _STATUSES[record.status]
        for former in record.former_ids:
            yield concept, DCTERMS.replaces, self._concept(former)
        yield from self._wordings(term, concept)
        yield from self._relations_of(term.id, concept)
        yield from self._versions(term, concept)
        for candidate in record.candidates:
            node = URIRef(self._ids.candidate(term.id, candidate.id))
            yield concept, SKOS.note, node
            yield from self._candidate(candidate, node)

    def _wordings(self, term: Term, concept: URIRef) -> Iterator[Statement]:
        preferred, others = term.labels()
        for language, label in preferred.items():
            yield concept, SKOS.prefLabel, _text(label, language)
            for other in others[language]:
                yield concept, SKOS.altLabel, _text(other, language)
        for language, text in term.definitions.items():
            yield concept, SKOS.definition, _text(text, language)
        for wording in term.wordings:
            yield concept, SKOS.editorialNote, _text(wording.status, wording.language)

    def _relations_of(self, id: str, concept: URIRef) -> Iterator[Statement]:
        relations = self._relations
        if relations.is_top(id):
            yield concept, SKOS.topConceptOf, self._scheme
        for predicate, found in (
            (SKOS.broader, relations.broader),
            (SKOS.narrower, relations.narrower),
            (SKOS.related, relations.related),
        ):
            for other in found[id]:
                yield concept, predicate, self._concept(other)

    def _versions(self, term: Term, concept: URIRef) -> Iterator[Statement]:
        versions = {each.version: each for each in term.record.versions}
        nodes = {number: URIRef(self._ids.version(term.id, number)) for number in versions}
        for number, node in nodes.items():
            yield concept, DCTERMS.hasVersion, node
            yield node, DCTERMS.isVersionOf, concept
            yield from self._version(term, versions[number], node)
        for before, after in pairwise(sorted(nodes)):
            yield nodes[after], DCTERMS.replaces, nodes[before]
            yield nodes[before], DCTERMS.isReplacedBy, nodes[after]

    def _version(self, term: Term, version: Version, node: URIRef) -> Iterator[Statement]:
        date = Literal(version.date, datatype=URIRef(date_type(version.date)), normalize=False)
        yield node, RDF.type, PROV.Entity
        yield node, DCTERMS.issued, date
        yield node, DCAT.version, _text(str(version.version))
        for name in term.record.authors or (self._editors,):
            yield node, DC.creator, _text(name)
        yield from self._license(node)
        for wording in term.wordings:
            if text := wording.texts.get(version.version):
                yield node, RDF.value, _text(text, wording.language)
            if change := wording.changes.get(version.version):
                yield node, SKOS.changeNote, _text(change, wording.language)
        for key in version.based_on:
            if address := self._ids.source(key):
                yield node, DCTERMS.source, URIRef(address)

    def _candidate(self, candidate: Candidate, node: URIRef) -> Iterator[Statement]:
        quoted = candidate.kind is CandidateKind.QUOTATION
        # A paraphrase is in the words of the study, whatever the language of its source.
        language = candidate.language if quoted else self._site.language
        yield node, RDF.value, _text(candidate.text, language)
        if address := self._ids.source(candidate.source):
            yield node, DCTERMS.source, URIRef(address)
            derived = PROV.wasQuotedFrom if quoted else PROV.wasDerivedFrom
            yield node, derived, URIRef(address)
        if label := self._site.labels.get(candidate.source):
            cited = f"{label}, {candidate.locator}" if candidate.locator else str(label)
            yield node, DCTERMS.bibliographicCitation, _text(cited)
        if candidate.country:
            country = _COUNTRY[candidate.country]
            yield node, DCTERMS.spatial, country
            yield country, RDF.type, DCTERMS.Location
            yield country, SKOS.notation, Literal(candidate.country, datatype=DCTERMS.ISO3166)

    def _license(self, node: URIRef) -> Iterator[Statement]:
        if self._licence:
            yield node, DCTERMS.license, URIRef(self._licence)

    def _concept(self, id: str) -> URIRef:
        return URIRef(self._ids.concept(id))


def _text(text: str, language: str | None = None) -> Literal:
    """Return a text as a literal; no file can hold half a character."""
    return Literal(text.encode(errors="replace").decode(), lang=language)
