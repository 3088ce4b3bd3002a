"""Statements as Turtle and JSON-LD, the same bytes from run to run.

The serialisers of rdflib order subjects by how often others name them, and lists in JSON-LD by
chance. Without blank nodes an order that holds is easy: that of the identifiers and of the texts.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DefinedNamespace, Namespace
from rdflib.term import Node

_INDENT = "    "


class Serialiser:
    """Writes what a set of statements says of some of its subjects.

    Args:
        statements: The statements, without blank nodes.
        prefixes: The short names of the vocabularies that they use.
    """

    def __init__(
        self,
        statements: Iterable[tuple[URIRef, URIRef, URIRef | Literal]],
        prefixes: Mapping[str, Namespace | type[DefinedNamespace]],
    ) -> None:
        graph = Graph(bind_namespaces="none")
        for prefix, namespace in prefixes.items():
            graph.bind(prefix, namespace)
        for statement in statements:
            graph.add(statement)
        self._graph = graph
        self._context = {prefix: str(address) for prefix, address in sorted(graph.namespaces())}
        data = json.loads(graph.serialize(format="json-ld", context=self._context))
        self._nodes = {node["@id"]: _ordered(node) for node in data["@graph"]}
        self._blocks = {str(each): self._block(each) for each in {*graph.subjects()}}

    def turtle(self, subjects: Collection[str]) -> str:
        """Return what is said of subjects as Turtle."""
        prefixes = [f"@prefix {name}: <{address}> .\n" for name, address in self._context.items()]
        return "".join(prefixes) + "".join(f"\n{self._blocks[each]}" for each in sorted(subjects))

    def json_ld(self, subjects: Collection[str]) -> str:
        """Return what is said of subjects as JSON-LD, with its context in it."""
        nodes = [self._nodes[each] for each in sorted(subjects)]
        data = {"@context": self._context, "@graph": nodes}
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    def _block(self, subject: Node) -> str:
        """Return what is said of a subject as Turtle, its type first."""
        found: dict[Node, list[str]] = {}
        for predicate, value in sorted(self._graph.predicate_objects(subject), key=_by_value):
            found.setdefault(predicate, []).append(self._written(value, predicate))
        lines = []
        for predicate in sorted(found, key=lambda each: (each != RDF.type, str(each))):
            name = "a" if predicate == RDF.type else self._short(predicate)
            values = f",\n{_INDENT * 2}".join(found[predicate])
            lines.append(f"{name} {values}")
        return f"{subject.n3()} " + f" ;\n{_INDENT}".join(lines) + " .\n"

    def _written(self, value: Node, predicate: Node) -> str:
        if predicate == RDF.type:
            return self._short(value)
        return value.n3(self._graph.namespace_manager if isinstance(value, Literal) else None)

    def _short(self, name: Node) -> str:
        return name.n3(self._graph.namespace_manager)


def _by_value(pair: tuple[Node, Node]) -> tuple[str, str, str]:
    """Return by what the values of a subject are sorted: language, text, type."""
    value = pair[1]
    language = (value.language or "") if isinstance(value, Literal) else ""
    return language, str(value), value.n3()


def _ordered(value: Any) -> Any:
    """Return data with its keys, and its lists, whose order means nothing here, in order."""
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda each: json.dumps(each, ensure_ascii=False))
    return value
