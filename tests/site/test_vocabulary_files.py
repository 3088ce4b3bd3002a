"""The vocabulary files of this study, and the redirects that lead to them."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, SKOS

from tests.site.pages import BuiltSite
from tests.views.skos_integrity import shape_report, violations

CANDIDATES = {
    "contract": 5,
    "evaluation": 4,
    "global-approach": 5,
    "good-practice": 4,
    "governance": 5,
    "indicator": 4,
    "partnership": 6,
    "prevention": 5,
    "project": 4,
    "resident-participation": 5,
    "social-cohesion": 3,
    "social-exclusion": 9,
    "stigmatisation": 5,
    "territory": 4,
}
TERMS = set(CANDIDATES)
REDIRECTS = Path(__file__).parents[2] / "docs" / "w3id" / ".htaccess"
SITE = "https://example.org/study/"


@cache
def _vocabulary(root: Path) -> Graph:
    return Graph().parse(root / "data" / "definitions.ttl")


def test_the_vocabulary_is_valid(built_site: BuiltSite) -> None:
    graph = _vocabulary(built_site.root)
    assert violations(graph) == []
    assert shape_report(graph) == ""
    assert {*graph} == {*Graph().parse(built_site.root / "data" / "definitions.jsonld")}


def test_it_holds_the_terms_of_the_study(built_site: BuiltSite) -> None:
    graph = _vocabulary(built_site.root)
    start = f"{built_site.url}definitions/"
    assert {str(each) for each in graph.subjects(RDF.type, SKOS.Concept)} == {
        f"{start}{id}/" for id in TERMS
    }
    counts = {id: len([*graph.objects(URIRef(f"{start}{id}/"), SKOS.note)]) for id in sorted(TERMS)}
    assert counts == CANDIDATES
    exclusion = URIRef(f"{start}social-exclusion/")
    assert len([*graph.objects(exclusion, DCTERMS.hasVersion)]) == 2
    languages = sorted(
        str(each.language)
        for each in graph.objects(exclusion, SKOS.definition)
        if isinstance(each, Literal)
    )
    assert languages == ["en", "fr"]
    scheme = URIRef(start)
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert graph.value(scheme, DCTERMS.license) == licence


def test_identifiers_of_the_site_are_addresses_of_pages(built_site: BuiltSite) -> None:
    graph = _vocabulary(built_site.root)
    named = {str(each) for statement in graph for each in statement if isinstance(each, URIRef)}
    own = {each.removeprefix(built_site.url) for each in named if each.startswith(built_site.url)}
    assert len(own) > len(TERMS)
    for address in own:
        page, _, part = address.partition("#")
        file = built_site.file(page)
        assert file.is_file(), address
        assert not part or f'id="{part}"' in file.read_text("utf-8"), address


def test_each_definition_has_its_own_files(built_site: BuiltSite) -> None:
    whole, parts = {*_vocabulary(built_site.root)}, set()
    for id in TERMS:
        start = built_site.root / "definitions" / id / id
        graph = Graph().parse(start.with_suffix(".ttl"))
        assert {*graph} == {*Graph().parse(start.with_suffix(".jsonld"))}
        assert violations(graph) == []
        assert len([*graph.subjects(RDF.type, SKOS.Concept)]) == 1
        parts |= {*graph}
    assert parts == whole
    assert not [*(built_site.root / "fr").rglob("*.ttl")]


def test_the_table_has_every_version(built_site: BuiltSite) -> None:
    graph = _vocabulary(built_site.root)
    path = built_site.root / "data" / "definitions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    versions = {(row["id"], row["version"]) for row in rows}
    assert len(versions) == len({*graph.subjects(RDF.type, PROV.Entity)})
    for row in rows:
        assert row["url"].removeprefix(built_site.url) in built_site.pages
        assert row["definition"]


def _redirected(path: str, accept: str) -> str:
    """Return where the redirects lead, as Apache reads their rules."""
    wanted = True
    for line in REDIRECTS.read_text("utf-8").splitlines():
        if line.startswith("RewriteCond"):
            wanted = re.search(line.split()[2], accept) is not None
        elif line.startswith("RewriteRule"):
            _, pattern, target, _ = line.split()
            if wanted and (match := re.search(pattern, path)):
                return target.replace("$1", match[1] if match.re.groups else "")
            wanted = True
    raise AssertionError(path)


def _requests() -> Iterator[tuple[str, str, str]]:
    html, turtle = "text/html", "text/turtle, text/html;q=0.5"
    json_ld = "application/ld+json"
    yield "", html, ""
    yield "definitions/", html, "definitions/"
    yield "definitions/", turtle, "data/definitions.ttl"
    yield "definitions", json_ld, "data/definitions.jsonld"
    yield "definitions/", "text/csv", "data/definitions.csv"
    for id in sorted(TERMS):
        for page in (f"definitions/{id}/", f"definitions/{id}/v1/"):
            yield page, html, page
            yield page, turtle, f"definitions/{id}/{id}.ttl"
            yield page, json_ld, f"definitions/{id}/{id}.jsonld"


@pytest.mark.parametrize(("path", "accept", "expected"), [*_requests()])
def test_redirects_lead_to_what_was_asked_for(
    built_site: BuiltSite, path: str, accept: str, expected: str
) -> None:
    address = _redirected(path, accept)
    assert address == SITE + expected
    assert built_site.file(expected).is_file()
