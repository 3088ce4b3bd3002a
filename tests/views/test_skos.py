"""The definitions as a vocabulary: SKOS that others can rely on, and a table."""

import csv
import io
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DC, DCTERMS, PROV, RDF, SKOS, XSD

from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.skos import alternates_of, vocabulary_files
from mkdocs_casebook.views.skos.dates import EDTF, date_type
from mkdocs_casebook.views.skos.licence import licence_of
from mkdocs_casebook.views.view import View
from tests.sites import site_of, small_study
from tests.views.skos_integrity import shape_report, violations

BASE = "https://example.org/study/"
EXCLUSION = URIRef(f"{BASE}definitions/social-exclusion/")
FRENCH = "docs/fr/definitions/social-exclusion.md"
STATUS = URIRef("http://www.w3.org/ns/adms#status")
VERSION = URIRef("http://www.w3.org/ns/dcat#version")
Changes = Mapping[str, str | None]
HOSTILE = (
    '"""\\" . <urn:x> a <urn:y> . #',
    "</script><script>alert(1)</script>",
    "a\\u0022 \\ ''' @en ^^<urn:z>",
    "line\n\tbreak \u202eevil\u2028 \x01",
    "=cmd|' /C calc'!A0",
)


def _site(root: Path, changes: Changes | None = None, **others: str) -> Site:
    return replace(site_of(small_study(root, changes)), **others)  # type: ignore[arg-type]


def _files(site: Site, notice: str = "Text CC BY 4.0.") -> dict[str, str]:
    found = vocabulary_files(site, lambda each: InlineMarkdown(each).render, notice)
    return {each.path: each.text for each in found}


def _graph(site: Site) -> Graph:
    """Return the whole vocabulary, when nothing is wrong with it."""
    graph = Graph().parse(data=_files(site)["data/definitions.ttl"], format="turtle", publicID=BASE)
    assert violations(graph) == []
    assert shape_report(graph) == ""
    return graph


def _by_language(values: Iterable[object]) -> dict[str | None, set[str]]:
    found: dict[str | None, set[str]] = {}
    for value in values:
        assert isinstance(value, Literal)
        found.setdefault(value.language, set()).add(str(value))
    return found


def _definition(**fields: object) -> str:
    """Return a file with a definition."""
    versions = [{"version": 1, "date": "2001", "definition": "A text."}]
    record = {"term": "a term", "status": "working", "versions": versions, **fields}
    return f"---\n{yaml.safe_dump(record, allow_unicode=True)}---\n"


def test_both_formats_say_the_same_and_hold_the_integrity_conditions(tmp_path: Path) -> None:
    files = _files(_site(tmp_path))
    starts = {path.rpartition(".")[0] for path in files}
    assert starts == {
        "data/definitions",
        "definitions/partnership/partnership",
        "definitions/social-exclusion/social-exclusion",
    }
    graphs = {}
    for start in starts:
        turtle = Graph().parse(data=files[f"{start}.ttl"], format="turtle")
        json_ld = Graph().parse(data=files[f"{start}.jsonld"], format="json-ld")
        assert {*turtle} == {*json_ld}
        assert violations(turtle) == []
        assert shape_report(turtle) == ""
        graphs[start] = {*turtle}
    whole = graphs.pop("data/definitions")
    assert set.union(*graphs.values()) == whole


def test_a_term_is_a_concept_with_its_labels_and_its_current_definition(tmp_path: Path) -> None:
    graph = _graph(_site(tmp_path))
    assert _by_language(graph.objects(EXCLUSION, SKOS.prefLabel)) == {
        "en": {"social exclusion"},
        "fr": {"exclusion sociale"},
    }
    assert _by_language(graph.objects(EXCLUSION, SKOS.altLabel)) == {
        "en": {"socially excluded"},
        "fr": {"exclus"},
    }
    assert _by_language(graph.objects(EXCLUSION, SKOS.definition)) == {
        "en": {"A process that bars people from partnership."},
        "fr": {"Un processus."},
    }
    assert _by_language(graph.objects(EXCLUSION, SKOS.editorialNote)) == {
        "en": {"Contested: its sources disagree"},
        "fr": {"Contestée\u00a0: les sources divergent"},
    }
    assert {*graph.objects(EXCLUSION, STATUS)} == {
        URIRef("http://purl.org/adms/status/UnderDevelopment")
    }
    scheme = URIRef(f"{BASE}definitions/")
    assert {*graph.subjects(SKOS.topConceptOf, scheme)} == {*graph.subjects(RDF.type, SKOS.Concept)}
    assert graph.value(scheme, DCTERMS.title) == Literal("A small study", lang="en")
    assert graph.value(scheme, DC.creator) == Literal("Editors of A small study")


def test_a_version_is_an_entity_that_says_what_it_replaces(tmp_path: Path) -> None:
    graph = _graph(_site(tmp_path))
    first, second = (URIRef(f"{EXCLUSION}v{number}/") for number in (1, 2))
    assert {*graph.objects(EXCLUSION, DCTERMS.hasVersion)} == {first, second}
    assert {*graph.subjects(RDF.type, PROV.Entity)} >= {first, second}
    assert {*graph.subjects(RDF.type, SKOS.Concept)}.isdisjoint({first, second})
    assert graph.value(second, DCTERMS.replaces) == first
    assert graph.value(first, DCTERMS.isReplacedBy) == second
    assert graph.value(first, DCTERMS.issued) == Literal("2001-03", datatype=XSD.gYearMonth)
    assert graph.value(second, VERSION) == Literal("2")
    assert _by_language(graph.objects(first, RDF.value)) == {
        "en": {"The first text."},
        "fr": {"Le premier texte."},
    }
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert graph.value(second, DCTERMS.license) == licence


def test_what_is_not_translated_is_not_said_in_that_language(tmp_path: Path) -> None:
    french = "---\ntranslates: social-exclusion@2\nterm: exclusion sociale\n---\n"
    graph = _graph(_site(tmp_path, {FRENCH: french}))
    assert [*_by_language(graph.objects(EXCLUSION, SKOS.definition))] == ["en"]
    assert _by_language(graph.objects(EXCLUSION, SKOS.altLabel)) == {"en": {"socially excluded"}}
    assert [*_by_language(graph.objects(URIRef(f"{EXCLUSION}v2/"), RDF.value))] == ["en"]


def test_a_translation_of_an_older_version_is_not_the_definition(tmp_path: Path) -> None:
    french = (
        "---\ntranslates: social-exclusion@1\nterm: exclusion sociale\n"
        "versions: [{version: 1, definition: Le premier texte.}]\n---\n"
    )
    graph = _graph(_site(tmp_path, {FRENCH: french}))
    assert [*_by_language(graph.objects(EXCLUSION, SKOS.definition))] == ["en"]
    assert "fr" in _by_language(graph.objects(URIRef(f"{EXCLUSION}v1/"), RDF.value))


def test_labels_are_disjoint_and_one_a_language_is_preferred(tmp_path: Path) -> None:
    text = _definition(
        term="caf\u00e9",
        forms=["cafe\u0301", "cafés", "cafés", "a  café"],
        labels={"en": ["café", "coffee house"], "pt-BR": ["cafeteria", "bar"], "de": ["Café"]},
    )
    graph = _graph(_site(tmp_path, {"docs/en/definitions/cafe.md": text}))
    cafe = URIRef(f"{BASE}definitions/cafe/")
    assert _by_language(graph.objects(cafe, SKOS.prefLabel)) == {
        "en": {"café"},
        "pt-BR": {"cafeteria"},
        "de": {"Café"},
    }
    assert _by_language(graph.objects(cafe, SKOS.altLabel)) == {
        "en": {"coffee house", "cafés", "a café"},
        "pt-BR": {"bar"},
    }


def test_relations_go_both_ways_and_do_not_contradict(tmp_path: Path) -> None:
    changes = {
        "docs/en/definitions/a.md": _definition(broader=["b", "missing", "a"], related=["a"]),
        "docs/en/definitions/b.md": _definition(term="b", broader=["c"]),
        "docs/en/definitions/c.md": _definition(term="c", related=["a", "d", "missing"]),
        "docs/en/definitions/d.md": _definition(term="d"),
        "docs/en/definitions/e.md": _definition(term="e", broader=["f"], related=["f"]),
        "docs/en/definitions/f.md": _definition(term="f", broader=["e"]),
    }
    graph = _graph(_site(tmp_path, changes))
    short = {URIRef(f"{BASE}definitions/{each}/"): each for each in "abcdef"}

    def pairs(predicate: URIRef) -> set[str]:
        return {
            short[a] + short[b]  # type: ignore[index]
            for a, b in graph.subject_objects(predicate)
        }

    assert pairs(SKOS.broader) == {"ab", "bc", "ef", "fe"}
    assert pairs(SKOS.narrower) == {"ba", "cb", "ef", "fe"}
    # c lies above a: what c says of a cannot stand beside that (S27).
    assert pairs(SKOS.related) == {"cd", "dc"}
    assert {short.get(each) for each in graph.subjects(SKOS.topConceptOf)} >= {"c", "d"}  # type: ignore[call-overload]


def test_a_candidate_is_a_note_with_its_source_and_country(tmp_path: Path) -> None:
    candidates = [
        {
            "id": "quoted",
            "text": "les exclus <b>",
            "kind": "quotation",
            "source": "lenoir_1974",
            "locator": "p. 3",
            "language": "fr",
            "country": "FR",
        },
        {
            "id": "told",
            "text": "It says so.",
            "kind": "paraphrase",
            "source": "lenoir_1974",
            "language": "fr",
        },
    ]
    text = _definition(candidates=candidates)
    graph = _graph(_site(tmp_path, {"docs/en/definitions/a.md": text}))
    concept = URIRef(f"{BASE}definitions/a/")
    quoted, told = (URIRef(f"{concept}#{each}") for each in ("quoted", "told"))
    source = URIRef(f"{BASE}bibliography/lenoir_1974/")
    assert {*graph.objects(concept, SKOS.note)} == {quoted, told}
    assert graph.value(quoted, RDF.value) == Literal("les exclus <b>", lang="fr")
    # A paraphrase is in the words of the study.
    assert graph.value(told, RDF.value) == Literal("It says so.", lang="en")
    assert graph.value(quoted, DCTERMS.source) == source
    assert graph.value(quoted, PROV.wasQuotedFrom) == source
    assert graph.value(told, PROV.wasDerivedFrom) == source
    assert graph.value(quoted, DCTERMS.bibliographicCitation) == Literal("Lenoir\u00a01974, p. 3")
    country = graph.value(quoted, DCTERMS.spatial)
    assert graph.value(country, SKOS.notation) == Literal("FR", datatype=DCTERMS.ISO3166)


def test_former_ids_are_replaced(tmp_path: Path) -> None:
    text = _definition(former_ids=["old-name"])
    graph = _graph(_site(tmp_path, {"docs/en/definitions/a.md": text}))
    former = URIRef(f"{BASE}definitions/old-name/")
    assert graph.value(URIRef(f"{BASE}definitions/a/"), DCTERMS.replaces) == former


def test_hostile_texts_stay_literals(tmp_path: Path) -> None:
    versions = [
        {"version": number, "date": "2001", "definition": f"`{text}`"}
        for number, text in enumerate(HOSTILE, 1)
    ]
    candidates = [
        {"id": f"c{number}", "text": text, "kind": "quotation", "source": "silver_1994"}
        for number, text in enumerate(HOSTILE)
    ]
    text = _definition(
        term=HOSTILE[0],
        forms=[HOSTILE[1], HOSTILE[2]],
        labels={"fr": HOSTILE[4]},
        authors=[HOSTILE[2]],
        versions=versions,
        candidates=candidates,
    )
    changes = {"docs/en/definitions/a.md": text}
    site = _site(tmp_path, changes, name=HOSTILE[0], url='https://x.org/a b<>"{|}^`\\/')
    files = _files(site)
    for start in ("data/definitions", "definitions/a/a"):
        turtle = Graph().parse(data=files[f"{start}.ttl"], format="turtle")
        assert {*turtle} == {*Graph().parse(data=files[f"{start}.jsonld"], format="json-ld")}
        assert violations(turtle) == []
        assert shape_report(turtle) == ""
        assert not any("urn:" in str(each) for each in {*turtle.subjects(), *turtle.predicates()})
        said = {str(each) for each in turtle.objects() if isinstance(each, Literal)}
        assert {each.strip() for each in HOSTILE[:2]} <= said


def test_no_cell_of_the_table_is_a_formula(tmp_path: Path) -> None:
    starts = ("=1+1", "+1", "-1", "@", "\uff1d1")
    versions = [
        {"version": number, "date": "2001", "definition": text, "change": f"a,\n{text}"}
        for number, text in enumerate(starts, 1)
    ]
    text = _definition(term='=HYPERLINK("x")', versions=versions)
    site = _site(tmp_path, {"docs/en/definitions/a.md": text})
    table = _files(site)["data/definitions.csv"]
    rows = [row for row in csv.DictReader(io.StringIO(table, newline="")) if row["id"] == "a"]
    assert [row["definition"] for row in rows] == [f"'{each}" for each in starts]
    assert rows[0]["term"] == '\'=HYPERLINK("x")'


def test_the_table_has_a_row_for_each_version_in_each_language(tmp_path: Path) -> None:
    table = _files(_site(tmp_path))["data/definitions.csv"]
    assert table.count("\r\n") == table.count("\n")
    rows = [*csv.DictReader(io.StringIO(table, newline=""))]
    keys = [(row["id"], row["version"], row["language"], row["current"]) for row in rows]
    assert keys == [
        ("partnership", "1", "en", "true"),
        ("social-exclusion", "1", "en", "false"),
        ("social-exclusion", "1", "fr", "false"),
        ("social-exclusion", "2", "en", "true"),
        ("social-exclusion", "2", "fr", "true"),
    ]
    assert rows[4] == {
        "id": "social-exclusion",
        "version": "2",
        "language": "fr",
        "term": "exclusion sociale",
        "status": "contested",
        "current": "true",
        "date": "2002",
        "definition": "Un processus.",
        "change": "",
        "url": f"{BASE}fr/definitions/social-exclusion/v2/",
    }


def test_without_an_address_identifiers_are_paths(tmp_path: Path) -> None:
    site = _site(tmp_path, url="")
    files = _files(site)
    assert "\n</definitions/social-exclusion/> a skos:Concept" in files["data/definitions.ttl"]
    graphs = [
        {*Graph().parse(data=files[f"data/definitions{ending}"], format=name, publicID=BASE)}
        for ending, name in ((".ttl", "turtle"), (".jsonld", "json-ld"))
    ]
    assert graphs[0] == graphs[1]
    assert "/fr/definitions/social-exclusion/v2/\r\n" in files["data/definitions.csv"]


def test_only_the_first_language_has_the_files(tmp_path: Path) -> None:
    assert _files(site_of(small_study(tmp_path), "fr")) == {}


def test_pages_name_their_files(tmp_path: Path) -> None:
    root = small_study(tmp_path)

    def alternates(language: str, page: str) -> list[tuple[str, str]]:
        site = site_of(root, language)
        return alternates_of(View(site, page, InlineMarkdown(site).render), "partnership")

    assert alternates("en", "definitions/partnership.md") == [
        ("text/turtle", "partnership.ttl"),
        ("application/ld+json", "partnership.jsonld"),
    ]
    assert alternates("en", "definitions/partnership/v1.md")[0][1] == "../partnership.ttl"
    french = alternates("fr", "definitions/partnership.md")
    assert french[0][1] == "../../../definitions/partnership/partnership.ttl"


@pytest.mark.parametrize(
    ("date", "type_"),
    [
        ("2001", str(XSD.gYear)),
        ("2001-03", str(XSD.gYearMonth)),
        ("2001-03-02", str(XSD.date)),
        ("2001-21", EDTF),
        ("2001~", EDTF),
        ("2001-03?", EDTF),
        ("199X", EDTF),
        ("2001-XX", EDTF),
        ("0000", EDTF),
        ("-0044", EDTF),
        ("Y12345", EDTF),
    ],
)
def test_a_date_claims_no_more_than_is_known(date: str, type_: str) -> None:
    assert date_type(date) == type_


@pytest.mark.parametrize(
    ("notice", "address"),
    [
        ("Text CC BY 4.0. Quotations belong to their authors.", "licenses/by/4.0/"),
        ("<a href='x'>CC-BY-SA-3.0</a>", "licenses/by-sa/3.0/"),
        ("Creative Commons: cc by-nc-nd 4.0", "licenses/by-nc-nd/4.0/"),
        ("CC0", "publicdomain/zero/1.0/"),
        ("All rights reserved, 2026.", None),
        ("", None),
    ],
)
def test_the_licence_is_the_one_that_the_site_names(notice: str, address: str | None) -> None:
    expected = f"https://creativecommons.org/{address}" if address else ""
    assert licence_of(notice) == expected


_BREAKS = {
    "S9": "<C> a skos:ConceptScheme .",
    "S13": '<C> skos:altLabel "social exclusion"@en .',
    "S14": '<C> skos:prefLabel "other"@en .',
    "S27": "<C> skos:broader <B> ; skos:related <A> . <B> skos:broader <A> .",
    "S46": "<C> skos:exactMatch <B> ; skos:broadMatch <B> .",
    "definitions": '<C> skos:definition "another"@en .',
    "a version is a concept": "<C> a prov:Entity .",
    "blank node": '<C> skos:note [ rdf:value "x"@en ] .',
}


@pytest.mark.parametrize("condition", _BREAKS)
def test_the_checks_see_what_breaks_a_condition(condition: str, tmp_path: Path) -> None:
    graph = _graph(_site(tmp_path))
    prefixes = "".join(
        f"@prefix {name}: <{address}> .\n"
        for name, address in (("skos", SKOS), ("prov", PROV), ("rdf", RDF))
    )
    graph.parse(data=prefixes + _BREAKS[condition].replace("<C>", EXCLUSION.n3()), format="turtle")
    assert any(each.startswith(f"{condition}:") for each in violations(graph))
    assert shape_report(graph) != ""


_SCRIPT = """
import hashlib, sys
from pathlib import Path
from tests.sites import site_of
from mkdocs_casebook import cli
from mkdocs_casebook.markdown_extension import InlineMarkdown
from mkdocs_casebook.views.skos import vocabulary_files
assert "rdflib" not in sys.modules
site = site_of(Path(sys.argv[1]))
for file in vocabulary_files(site, lambda each: InlineMarkdown(each).render):
    print(file.path, hashlib.sha256(file.text.encode()).hexdigest())
"""


def test_two_runs_give_the_same_bytes_and_only_they_import_rdflib(tmp_path: Path) -> None:
    root = small_study(tmp_path)
    outputs = [
        subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(root)],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0].splitlines()) == 7
