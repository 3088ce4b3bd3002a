"""What the pages say of a source beside its reference."""

import pytest

from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.views import reference as references
from mkdocs_casebook.views.vocabulary import Vocabulary

ARTICLE = """@article{k,
  author = {Geddes, Mike and Silver, Hilary},
  title = {A title}, subtitle = {and more},
  journaltitle = {A Journal}, volume = {24}, number = {4}, pages = {782-800}, date = {2000},
  langid = {french}, keywords = {core, partnership},
}"""


def test_facts() -> None:
    words = Vocabulary("en")
    (reference,) = read_bibliography(ARTICLE, "b.bib")[0].values()
    assert references.language(reference) == "fr"
    assert references.is_core(reference)
    assert references.themes(reference) == ["partnership"]
    assert references.kind(reference, words) == "Article"
    assert references.kind_code(reference, words) == "article"
    assert references.archive(reference) is None
    assert references.published(reference, words) == "2000"
    assert references.doi(reference) is None
    assert references.link(reference) is None


@pytest.mark.parametrize(
    ("fields", "doi", "link"),
    [
        ("doi = {10.1111/x.y}", "https://doi.org/10.1111/x.y", None),
        ("doi = {https://doi.org/10.1111/x.y}", "https://doi.org/10.1111/x.y", None),
        ("doi = {javascript:alert(1)}", None, None),
        ("doi = {10.1111/<b>}", "https://doi.org/10.1111/%3Cb%3E", None),
        ("url = {https://www.example.org/a?b=1&c=2}", None, "https://www.example.org/a?b=1&c=2"),
        (r"url = {https://example.org/a\_b}", None, "https://example.org/a_b"),
        ("url = {javascript:alert(1)}", None, None),
        ("url = {JAVA script:alert(1)}", None, None),
        ("url = {data:text/html,x}", None, None),
        ("url = {//example.org}", None, None),
    ],
)
def test_addresses(fields: str, doi: str | None, link: str | None) -> None:
    (reference,) = read_bibliography(f"@misc{{k, {fields}}}", "b.bib")[0].values()
    found_doi, found_link = references.doi(reference), references.link(reference)
    assert (found_doi.href if found_doi else None) == doi
    assert (found_link.href if found_link else None) == link


@pytest.mark.parametrize(
    ("fields", "archive"),
    [
        ("archiveurl = {https://web.archive.org/web/2001/x}", "https://web.archive.org/web/2001/x"),
        ("archiveurl = {javascript:alert(1)}", None),
        ("eprint = {123}, eprinttype = {jstor}", "https://www.jstor.org/stable/123"),
        ("eprint = {1234.5678}, archiveprefix = {arXiv}", "https://arxiv.org/abs/1234.5678"),
        ("url = {https://example.org/}", None),
    ],
)
def test_archives(fields: str, archive: str | None) -> None:
    (reference,) = read_bibliography(f"@misc{{k, {fields}}}", "b.bib")[0].values()
    found = references.archive(reference)
    assert (found.href if found else None) == archive


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("@article{k, entrysubtype = {newspaper}}", "Newspaper article"),
        ("@article{k, entrysubtype = {unheard of}}", "Article"),
        ("@mvbook{k}", "Document"),
    ],
)
def test_kinds(entry: str, kind: str) -> None:
    (reference,) = read_bibliography(entry, "b.bib")[0].values()
    assert references.kind(reference, Vocabulary("en")) == kind
