"""A small study without problems."""

from collections.abc import Mapping

DEFINITION = """\
    ---
    term: social exclusion
    forms: [socially excluded]
    status: working
    versions:
      - {version: 1, date: 2001, definition: A text.}
      - {version: 2, date: 2002, definition: Another text.}
    candidates:
      - {id: council-1989, text: a text, kind: quotation, source: silver_1994}
    ---
    """
PARTNERSHIP = """\
    ---
    term: partnership
    forms: [partnerships]
    status: working
    versions: [{version: 1, date: 2001, definition: A text.}]
    broader: [social-exclusion]
    ---
    """
RETIRED = """\
    ---
    term: inner-city policy
    status: retired
    former_ids: [slum-policy]
    versions: [{version: 1, date: 2001, definition: A text.}]
    ---
    """
CASE = """\
    ---
    title: Safer Cities
    country: GB
    areas: [{name: England, scale: country, lat: 52.5}]
    period: 1988/1995
    project: {}
    partners:
      - {name: Home Office, sector: public, level: national, source: silver_1994}
      - {name: Police, sector: public, level: local}
    scheme: {type: partnership, signed: 1988}
    assessments:
      - criterion: area
        verdict: no-evidence
        rationale: Nothing was seen [@geddes_2000, p. 3].
    ---
    ## What area? {#area}

    A [definite](term:social-exclusion) area [@geddes_2000].
    """
CRITERION = """\
    ---
    title: Area
    order: 1
    question: Is it a definite area?
    met: It is.
    partly: In part.
    not_met: It is not.
    ---
    """
ENTREE = """\
    ---
    title: Area
    order: 1
    question: Where is it?
    heading: What area?
    ---
    """
CONTEXT = """\
    ---
    title: Belgium
    country: BE
    frame: A federal state.
    facts:
      - {date: 1989-09-29, fact: It began., source: silver_1994}
    ---
    """
QUESTION = """\
    ---
    title: Which word?
    wording: Which word?
    state: open
    bears_on: [{record: "term:social-exclusion", note: It is the word.}]
    ---
    """
SEMINAR = """\
    ---
    title: Paris
    date: 2001-03-01/2001-03-02
    place: Paris
    source: geddes_2000
    ---
    """
FRENCH = """\
    ---
    translates: social-exclusion@2
    term: exclusion sociale
    forms: [exclus]
    versions:
      - version: 2
        definition: Un autre texte.
    ---
    """
NOTE = """\
    ---
    seen: The abstract.
    ---
    """
ENTRIES = """\
    @string{jcs = {Journal of Community Safety}}
    @article{geddes_2000,
      author = {Geddes, Mike},
      title = {Tackling social exclusion},
      journal = jcs,
      date = {2000},
      doi = {10.1000/1},
      url = {https://example.org/},
    }
    @article{silver_1994,
      author = {Silver, Hilary},
      title = {Social exclusion},
      journaltitle = {International Labour Review},
      pages = {531--578},
      date = {1994},
      doi = {10.1000/2},
    }
    """
SETTINGS = """\
    docs_dir: docs/en
    extra:
      casebook:
        languages: {en: docs/en, fr: docs/fr}
        severity:
          unused-source: info
    """

EN = "docs/en/definitions/social-exclusion.md"
OTHER = "docs/en/definitions/partnership.md"
CASES = "docs/en/cases/safer-cities.md"
AREA = "docs/en/entrees/area.md"
FR = "docs/fr/definitions/social-exclusion.md"
PAGE = "docs/en/page.md"
BIB = "bibliography.bib"
MKDOCS = "mkdocs.yml"

GOOD: Mapping[str, str] = {
    MKDOCS: SETTINGS,
    BIB: ENTRIES,
    EN: DEFINITION,
    OTHER: PARTNERSHIP,
    "docs/en/definitions/inner-city-policy.md": RETIRED,
    CASES: CASE,
    AREA: ENTREE,
    FR: FRENCH,
    PAGE: "Text.\n",
    "docs/en/criteria/area.md": CRITERION,
    "docs/en/contexts/belgium.md": CONTEXT,
    "docs/en/questions/which-word.md": QUESTION,
    "docs/en/seminars/paris-2001.md": SEMINAR,
    "docs/en/sources/silver_1994.md": NOTE,
}
"""A study without problems, to which every example makes one change."""
