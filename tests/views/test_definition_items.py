"""A version of a definition keeps everything in each format in which it can be cited."""

import json
import re
from pathlib import Path

import pytest
from pybtex.database import parse_string

from mkdocs_casebook.views.definition_items import FORMATS, CitableDefinitions
from mkdocs_casebook.views.exports.glossaries import glossary_entry
from tests.sites import site_of, small_study

AUTHOR, TERM, BOOK = "Editors of A small study", "Social exclusion", "A small study"
URL = "https://example.org/study/definitions/social-exclusion/v1/"


@pytest.fixture
def definitions(tmp_path: Path) -> CitableDefinitions:
    return CitableDefinitions(site_of(small_study(tmp_path)))


@pytest.fixture
def files(definitions: CitableDefinitions) -> dict[str, str]:
    version = definitions.version("social-exclusion", 1)
    assert version
    found = definitions.files_of(version, "The first text.")
    folder = "definitions/social-exclusion/v1/social-exclusion-v1"
    assert [each.path for each in found] == [
        folder + ending for ending in (".bib", ".biblatex.bib", ".ris", ".json", ".tex")
    ]
    return {each.format: each.text for each in found}


def test_every_format_keeps_everything(files: dict[str, str]) -> None:
    for format in FORMATS[:-1]:
        text = files[format]
        for value in (AUTHOR, TERM, BOOK, URL, "2001"):
            assert value in text, (format, value)
        assert re.search(r'[Vv]ersion(?: = \{|": "| )1|ET  - 1', text), format


def test_bibtex_says_the_version_in_a_note(files: dict[str, str]) -> None:
    entry = parse_string(files["BibTeX"], "bibtex").entries["social-exclusion-v1"]
    assert entry.type == "incollection"
    assert entry.fields["note"] == "Version 1"
    assert entry.persons["author"][0].last_names == [f"{{{AUTHOR}}}"]


def test_biblatex_has_the_type_of_reference_works(files: dict[str, str]) -> None:
    assert files["biblatex"].startswith("@inreference{social-exclusion-v1,")
    assert "date = {2001-03}" in files["biblatex"]
    assert "langid = {english}" in files["biblatex"]


def test_ris_keeps_the_name_of_a_body_whole(files: dict[str, str]) -> None:
    lines = files["RIS"].split("\r\n")
    assert lines[0] == "TY  - ENCYC"
    assert f"AU  - {AUTHOR}," in lines
    assert f"T2  - {BOOK}" in lines
    assert "DA  - 2001/03//" in lines


def test_csl_json_is_an_entry_of_a_dictionary(files: dict[str, str]) -> None:
    (item,) = json.loads(files["CSL-JSON"])
    assert item["type"] == "entry-dictionary"
    assert item["author"] == [{"literal": AUTHOR}]


def test_the_glossary_entry_names_the_permanent_address(files: dict[str, str]) -> None:
    assert files["LaTeX glossaries"] == (
        "\\newglossaryentry{social-exclusion-v1}{%\n"
        "  name={Social exclusion},\n"
        f"  description={{The first text. \\url{{{URL}}}}}\n"
        "}\n"
    )


def test_a_glossary_entry_cannot_be_broken_out_of() -> None:
    found = glossary_entry(
        "a}b", "50% & {x", "a\n\n\\input{/etc/passwd}", "https://e.org/}\\x%20#a"
    )
    assert "\\input" not in found
    assert "\\textbackslash{}input\\{" in found
    assert "\\url{https://e.org/x\\%20\\#a}" in found
    assert found.startswith("\\newglossaryentry{a-b}{%")


def test_every_version_stands_in_one_file(definitions: CitableDefinitions) -> None:
    file = definitions.whole()
    assert file.path == "data/definitions.bib"
    keys = set(parse_string(file.text, "bibtex").entries)
    assert {"social-exclusion-v1", "social-exclusion-v2", "partnership-v1"} <= keys


def test_references_stand_alone_without_letters_behind_years(
    definitions: CitableDefinitions,
) -> None:
    for citable in definitions.all():
        for each in definitions.references.in_all_styles(citable.key):
            assert definitions.url(citable) in each.html, each.style
            assert not re.search(r"\b20\d\d[a-z]\b", each.html), each.style


def test_the_plain_sentence_says_what_and_where(definitions: CitableDefinitions) -> None:
    version = definitions.version("social-exclusion", 1)
    assert version
    assert definitions.sentence(version) == (
        f"{AUTHOR}, ‘{TERM}’, working definition, version 1, March 2001, {URL}"
    )
