"""Full references of sources, by their type."""

import pytest
from markupsafe import Markup

from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.views import reference as references
from mkdocs_casebook.views.citing import labels
from mkdocs_casebook.views.vocabulary import Vocabulary

ARTICLE = """@article{k,
  author = {Geddes, Mike and Silver, Hilary},
  title = {A title}, subtitle = {and more},
  journaltitle = {A Journal}, volume = {24}, number = {4}, pages = {782-800}, date = {2000},
  langid = {french}, keywords = {core, partnership},
}"""
CHAPTER = """@incollection{k,
  author = {A, B}, title = {A chapter}, booktitle = {A Book}, editor = {E, F and G, H},
  pages = {1--9}, publisher = {Press}, location = {Paris}, year = 1999,
}"""


def _full(bibtex: str, language: str = "en") -> str:
    entries, problems = read_bibliography(bibtex, "bibliography.bib")
    assert not problems
    words = Vocabulary(language)
    (reference,) = entries.values()
    html = references.full(reference, labels(entries, words)[reference.key], words)
    assert isinstance(html, Markup)
    return str(html)


@pytest.mark.parametrize(
    ("bibtex", "text"),
    [
        (
            ARTICLE,
            'Geddes, Mike; Silver, Hilary (2000). ‘<span lang="fr">A title: and more</span>’, '
            '<cite lang="fr">A Journal</cite> 24(4), 782–800.',
        ),
        (
            CHAPTER,
            "A, B (1999). ‘<span>A chapter</span>’, in <cite>A Book</cite>, "
            "E, F; G, H (eds), 1–9, Press, Paris.",
        ),
        (
            "@book{k, editor = {E, F}, title = {A book}, publisher = {Press}, year = 1999}",
            "E, F (ed.) (1999). <cite>A book</cite>, Press.",
        ),
        (
            "@report{k, author = {{A Body}}, title = {A report}, institution = {An Office}, "
            "series = {Papers}, number = {3}, year = 1999}",
            "A Body (1999). <cite>A report</cite>, Papers 3, An Office.",
        ),
        (
            "@thesis{k, author = {A, B}, title = {T}, school = {A School}, year = 1999}",
            "A, B (1999). <cite>T</cite>, A School.",
        ),
        (
            "@online{k, title = {A page}, date = {2001-03-02}}",
            "A page (2001). <cite>A page</cite>.",
        ),
        ("@misc{k, author = {A, B and others}}", "A, B; et al. (n.d.). <cite>[untitled]</cite>."),
        (
            "@inproceedings{k, author = {A, B}, title = {T}, booktitle = {P}, year = 1999}",
            "A, B (1999). ‘<span>T</span>’, in <cite>P</cite>.",
        ),
        (
            r"@misc{k, author = {M{\"u}ller, Zo{\'e}}, title = {{\oe}uvre \& <b>x</b>}, year = 1}",
            "Müller, Zoé (1). <cite>œuvre &amp; &lt;b&gt;x&lt;/b&gt;</cite>.",
        ),
    ],
)
def test_full_references(bibtex: str, text: str) -> None:
    assert _full(bibtex) == text


def test_a_full_reference_in_french() -> None:
    assert _full(CHAPTER, "fr").replace("\u202f", " ") == (
        "A, B (1999). « <span>A chapter</span> », dans <cite>A Book</cite>, "
        "E, F; G, H (dir.), 1–9, Press, Paris."
    )


def test_facts() -> None:
    words = Vocabulary("en")
    (reference,) = read_bibliography(ARTICLE, "b.bib")[0].values()
    assert references.language(reference) == "fr"
    assert references.is_core(reference)
    assert references.themes(reference) == ["partnership"]
    assert references.kind(reference, words) == "Article"
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


def test_sources_are_sorted_by_name_without_accents_or_brackets() -> None:
    text = """
        @misc{a, author = {Zeta, A}, title = {x}, year = 1999}
        @misc{b, author = {Écho, A}, title = {x}, year = 1999}
        @misc{c, author = {echo, A}, title = {x}, year = 1998}
        @misc{d, title = {[Delta]}, year = 1999}
    """
    entries, _ = read_bibliography(text, "b.bib")
    found = labels(entries, Vocabulary("en"))
    ordered = sorted(entries.values(), key=lambda each: references.sort_key(each, found[each.key]))
    assert [each.key for each in ordered] == ["d", "c", "b", "a"]
