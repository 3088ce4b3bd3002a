"""A reference exported and read back is the same reference."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_casebook.model.reference import Reference
from mkdocs_casebook.reading.bibtex import read_bibliography
from mkdocs_casebook.reading.csl_json import Item, normalise, resolve
from mkdocs_casebook.reading.csl_json.entry_types import ALIASES, TYPES
from mkdocs_casebook.views.exports.biblatex import biblatex
from mkdocs_casebook.views.exports.bibtex import bibtex
from tests.reading.bibliographies import SPAN

WORDS = (
    *(
        "Exclusion",
        "the",
        "city",
        "Été",
        r"{\'E}tat",
        r"na{\"\i}ve",
        r"\c{c}a",
        "ça",
        "Ærø",
        "{EU}",
    ),
    *(
        "{{EU}}",
        r"\&",
        r"\%",
        r"\_",
        "_",
        "&",
        "50%",
        "#",
        r"\#",
        "<",
        "<i>",
        "a<b",
        ">",
        "--",
        "'",
    ),
    *("``quoted''", '"quoted"', "l’été", "« mot »", r"\enquote{x}", r"\emph{in}", "H$_2$O", "why?"),
    *("{Braces in {braces}}", "~", "C++", "$5", r"\textbf{B}", r"\LaTeX{}", r"{\em x}", "end."),
)
NAMES = (
    *("Geddes, Mike", "Mike Geddes", "van Staden, Lauren", "Lauren van Staden", "de la Cruz, Ana"),
    *("King, Jr., Martin Luther", "Martin Luther King, Jr.", "Humboldt, Alexander von", "Plato"),
    *(
        "{European Commission}",
        "{Forum (EFUS)}",
        "{Barnes and Noble}",
        r"{Smith \& Sons}",
        "others",
    ),
    *(
        r"M{\"u}ller, J{\"o}rg",
        "O'Neil, Tip",
        "Sartre, Jean-Paul",
        "Brown, J. K.",
        "{de Gaulle}, C.",
    ),
    *("given=Hans, family=Harman, prefix=von", "family=Harman, given=Hans, prefix=von, suffix=Jr."),
    *(
        "given={Jean Luc}, family={de la Tour}",
        "prefix=von, family=Berg, useprefix=false",
        "{}, A.",
    ),
    *("family=Łukasz", "given=A., family={Smith, Jones}", "Smith, A.~B.", "d'Arc, Jeanne"),
)
DATES = (
    *("2001", "2001-03", "2001-03-02", "2000-02-29", "1988/1995", "1988-03/1988-05", "1997/.."),
    *("1997/", "../1995", "198X", "19XX", "2020~", "2020?", "2020-03%", "1995-21", "-0099", "0000"),
    *("2004-XX", "2004-03-XX", "0099", "Y17000", "2001-03-02T10:00:00Z", "n.d.", "[n.d.]", "s. d."),
    *("5 May 2010", "forthcoming", "-0044-03-15", "1988~/1995", "0000/0001", "2001-24/2002-21"),
)
YEARS = (
    "1994",
    "[1994]",
    "c. 1994",
    "1994--95",
    "1994/95",
    "n.d.",
    "in press",
    "1994?",
    "44",
    "-44",
)
MONTHS = ("jan", "March", "3", "May--June", "10~July", "spring", "10--12 May", "mai", "x")
TITLES = (
    *("title", "subtitle", "titleaddon", "shorttitle", "booktitle", "booksubtitle", "maintitle"),
    *("mainsubtitle", "journaltitle", "journalsubtitle", "issuetitle", "eventtitle", "series"),
    *("origtitle", "journal", "booktitleaddon", "journaltitleaddon", "maintitleaddon"),
)
TEXTS = (
    *("publisher", "institution", "organization", "location", "address", "school", "note", "venue"),
    *("abstract", "keywords", "howpublished", "addendum", "edition", "volume", "number", "issue"),
    *("part", "chapter", "eid", "version", "annote", "annotation", "library", "holder", "usera"),
    *("shortjournal", "label", "shorthand", "isan", "origlocation", "origpublisher", "strange"),
)
ROLES = (
    *("author", "editor", "translator", "bookauthor", "editora", "editorb", "afterword"),
    *("foreword", "commentator", "shortauthor", "shorteditor", "annotator", "editorc"),
)
CHOICES = {
    "type": (
        "phdthesis",
        "mathesis",
        "techreport",
        "datacd",
        "Mémoire",
        "Working paper",
        "software",
    ),
    "editortype": ("compiler", "redactor", "director", "strange"),
    "editoratype": ("illustrator", "collaborator"),
    "langid": ("french", "british", "german"),
    "language": ("french", "Klingon"),
    "pages": ("1--5", "1-5", "i--x, 3", "S1-3--S1-9", "7"),
    "pubstate": ("inpress", "forthcoming", "in press"),
    "entrysubtype": ("newspaper", "blog", "magazine", "strange"),
    "doi": ("10.1000/182", r"10.1000/a\_b", "10.1002/(SICI)1096<377::AID>3.0"),
    "url": ("https://example.org/a_b", r"https://example.org/a\_b?c=d&e=%20", "javascript:x"),
    "isbn": ("978-0-19-953556-9",),
    "issn": ("0309-1317",),
    "eprint": ("0707.3168", "hal-00000001"),
    "eprinttype": ("arxiv", "hal", "jstor"),
    "archiveprefix": ("arXiv",),
    "eprintclass": ("cs.CL",),
    "options": ("useprefix=false", "useprefix = false, x"),
    "month": MONTHS,
    "year": YEARS,
    "day": ("7", "31", "x"),
    "origyear": YEARS,
}


def titles() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


def names() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(" and ".join)


def fields() -> st.SearchStrategy[dict[str, str]]:
    dates = ("date", "urldate", "origdate", "eventdate")
    one = st.one_of(
        st.tuples(st.sampled_from(TITLES), titles()),
        st.tuples(st.sampled_from(TEXTS), titles()),
        st.tuples(st.sampled_from(ROLES), names()),
        st.tuples(st.sampled_from(dates), st.sampled_from(DATES)),
        st.sampled_from(sorted(CHOICES)).flatmap(
            lambda name: st.tuples(st.just(name), st.sampled_from(CHOICES[name]))
        ),
    )
    return st.lists(one, min_size=1, max_size=10).map(dict)


def bibliographies() -> st.SearchStrategy[dict[str, Reference]]:
    types = st.sampled_from([*sorted(TYPES), *sorted(ALIASES), "strange"])
    keys = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_:./+-]{0,7}", fullmatch=True)
    one = st.builds(Reference, keys, types, fields(), st.just(SPAN))
    return one.map(lambda reference: {reference.key: reference})


def items_of(text: str, language: str = "en") -> dict[str, Item]:
    references, problems = read_bibliography(text, "x.bib")
    assert problems == []
    return normalise(references, language)[0]


def without_genre(items: dict[str, Item]) -> dict[str, Item]:
    return {
        key: {variable: value for variable, value in item.items() if variable != "genre"}
        for key, item in items.items()
    }


@given(bibliographies())
@settings(max_examples=100, deadline=None)
def test_biblatex_gives_the_same_item(original: dict[str, Reference]) -> None:
    for language in ("en", "fr"):
        expected = normalise(original, language)[0]
        assert items_of(biblatex(original.values()), language) == expected


@given(bibliographies())
@settings(max_examples=100, deadline=None)
def test_bibtex_gives_the_same_item(original: dict[str, Reference]) -> None:
    written = bibtex(original.values())
    assert items_of(written) == normalise(original)[0]
    in_french = normalise(original, "fr")[0]
    assert without_genre(items_of(written, "fr")) == without_genre(in_french)


@given(bibliographies(), bibliographies(), st.sampled_from(["crossref", "xdata", "xref"]))
@settings(max_examples=60, deadline=None)
def test_what_an_entry_takes_from_others_is_exported_with_it(
    parents: dict[str, Reference], children: dict[str, Reference], link: str
) -> None:
    (parent,), (child,) = parents.values(), children.values()
    taking = Reference("child.key", child.type, {**child.fields, link: parent.key}, SPAN)
    whole = {parent.key: parent, taking.key: taking}
    items = normalise(whole)[0]
    assert items_of(biblatex(whole.values())) == items
    assert items_of(bibtex(resolve(whole)[0].values())) == items
