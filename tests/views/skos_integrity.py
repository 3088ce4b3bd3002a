"""Whether a graph keeps the integrity conditions of SKOS, and what this project adds to them.

Source: https://www.w3.org/TR/skos-reference/, the conditions named S9 to S46.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyshacl
from rdflib import BNode, Graph, Literal
from rdflib.namespace import DCTERMS, PROV, RDF, SKOS

SHAPES = Path(__file__).with_name("skos_shapes.ttl")
_DISJOINT_LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)


def violations(graph: Graph) -> list[str]:
    """Return the conditions that a graph does not keep, each with what breaks it."""
    return sorted(set(_violations(graph)))


def shape_report(graph: Graph) -> str:
    """Return what the shapes find wrong with a graph; nothing where it conforms."""
    conforms, _, text = pyshacl.validate(graph, shacl_graph=Graph().parse(SHAPES))
    return "" if conforms else str(text)


def _violations(graph: Graph) -> Iterator[str]:
    concepts = {*graph.subjects(RDF.type, SKOS.Concept)}
    schemes = {*graph.subjects(RDF.type, SKOS.ConceptScheme), *graph.objects(None, SKOS.inScheme)}
    yield from (f"S9: {each}" for each in concepts & schemes)
    yield from _labels(graph)
    broader = graph.query("SELECT ?a ?b { ?a (skos:broader|^skos:narrower)+ ?b }")
    above = {(row[0], row[1]) for row in broader}  # type: ignore[index]
    for start, end in graph.subject_objects(SKOS.related):
        if (start, end) in above or (end, start) in above:
            yield f"S27: {start}"
        if end in concepts and (end, SKOS.related, start) not in graph:
            yield f"not both ways: {start}"
    for start, end in graph.subject_objects(SKOS.broader):
        if end in concepts and (end, SKOS.narrower, start) not in graph:
            yield f"not both ways: {start}"
    exact = {*graph.subject_objects(SKOS.exactMatch)}
    others = {*graph.subject_objects(SKOS.broadMatch), *graph.subject_objects(SKOS.relatedMatch)}
    yield from (f"S46: {start}" for start, _ in exact & others)
    for concept in concepts:
        languages = Counter(_language(each) for each in graph.objects(concept, SKOS.definition))
        yield from (f"definitions: {concept}" for count in languages.values() if count > 1)
        entity = (concept, RDF.type, PROV.Entity) in graph
        if entity or (concept, DCTERMS.isVersionOf, None) in graph:
            yield f"a version is a concept: {concept}"
    for statement in graph:
        yield from (f"blank node: {each}" for each in statement if isinstance(each, BNode))
        value = statement[2]
        if isinstance(value, Literal) and value.ill_typed:
            yield f"ill-typed: {value}"


def _labels(graph: Graph) -> Iterator[str]:
    for place, kind in enumerate(_DISJOINT_LABELS):
        for other in _DISJOINT_LABELS[place + 1 :]:
            both = {*graph.subject_objects(kind)} & {*graph.subject_objects(other)}
            yield from (f"S13: {concept}" for concept, _ in both)
    found = Counter(
        (concept, _language(label)) for concept, label in graph.subject_objects(SKOS.prefLabel)
    )
    yield from (f"S14: {concept}" for (concept, _), count in found.items() if count > 1)


def _language(value: object) -> str:
    return (value.language or "").lower() if isinstance(value, Literal) else ""
