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
    summary: A programme against crime.
    country: GB
    areas: [{name: England, scale: country, lat: 52.5, lon: -1.5}]
    period: 1988/1995
    contexts: [united-kingdom]
    project: {objectives: ["Less crime [@geddes_2000]."]}
    partners:
      - {name: Home Office, sector: public, level: national, source: silver_1994}
      - {name: Police, sector: public, level: local}
    scheme: {type: partnership, signed: 1988}
    assessments:
      - rationale: Nothing was seen [@geddes_2000, p. 3].
        verdict: no-evidence
        criterion: area
      - criterion: link-with-exclusion
        verdict: not-applicable
        rationale: It cannot be asked.
    exclusion_link: {claim: "There was a link [@geddes_2000].", status: stated}
    judgement: {conclusion: undetermined, rationale: Too little., assessor: Editors, date: 2001}
    ---
    ## What area? {#area}

    A [definite](term:social-exclusion) area [@geddes_2000].

    ## What project? {#project}

    Nothing was found.

    ## Who are the partners? {#partners}

    Nothing was found.

    ## What scheme? {#scheme}

    Nothing was found.

    ## Does it promote a global approach? {#global-approach}

    Nothing was found.

    ## Context {#context}

    Nothing was found.

    ## Evaluation {#evaluation}

    Nothing was found.

    ## Criticisms {#criticisms}

    Nothing was found.

    ## Link with social exclusion {#exclusion}

    Nothing was found.
    """
FULL_CASE = """\
    ---
    title: Rede Social
    title_language: pt
    summary: A network.
    date: 2001-06
    country: PT
    areas: [{name: Lisbon, scale: city, lat: 38.7, lon: -9.1}]
    period: 1997/2006
    contexts: [portugal]
    project: {problem: "Poverty [@geddes_2000].", objectives: ["Less of it [@geddes_2000]."]}
    partners:
      - {name: Municipalities, sector: public, level: local}
      - {name: Charities, sector: voluntary, level: local, roles: ["They help [@geddes_2000]."]}
    scheme: {type: both, signed: 1997, duration: "Ten years [@geddes_2000]."}
    assessments:
      - criterion: area
        rationale: The area is named.
        confidence: moderate
        verdict: met
        evidence:
          - {direction: for, language: fr, text: une ville, kind: quotation, source: schaut_2000}
      - criterion: link-with-exclusion
        verdict: partly
        confidence: low
        rationale: It is said, and denied.
        evidence:
          - kind: paraphrase
            text: It is denied.
            source: [geddes_2000, schaut_2000]
            direction: against
            confidence: low
    indicators:
      - name: Towns
        value: 1,040.5
        unit: towns
        year: about 2001
        baseline: {value: 27, year: 1999}
        source: [geddes_2000, schaut_2000]
    exclusion_link:
      claim: The link is shown.
      status: evidenced
      evidence:
        - {direction: for, kind: figure, text: Ten of them., source: geddes_2000}
    readings:
      - {title: The first, date: 2000, text: It did well., source: geddes_2000}
      - {date: 2004, title: The second, text: It did not., source: schaut_2000}
    judgement:
      rests_on: [area]
      conclusion: promising
      rationale: So it seems.
      date: 2001-06
      assessor: Editors
    mechanisms:
      - rival: Good times.
        title: Money
        context: A poor town.
        mechanism: Money helps.
        outcome: Help.
        kind: synthesis
        source: geddes_2000
    risks:
      - risk: Blame.
        evidence:
          - {kind: paraphrase, text: So they say., source: geddes_2000, direction: for}
    ---
    ## What area? {#area}

    The areas are told [@geddes_2000].

    ## What project? {#project}

    See [the other case](case:safer-cities).

    ## Who are the partners? {#partners}

    They are told [@geddes_2000].

    ## What scheme? {#scheme}

    They are told [@geddes_2000].

    ## Does it promote a global approach? {#global-approach}

    They are told [@geddes_2000].

    ## Context {#context}

    They are told [@geddes_2000].

    ## Evaluation {#evaluation}

    This study holds no evaluation.

    ## Criticisms {#criticisms}

    They are told [@geddes_2000].

    ## Link with social exclusion {#exclusion}

    It is told [@geddes_2000].
    """
FINDING = """\
    ---
    title: Money helps
    confidence: low
    cases_for: [{case: rede-social, note: It helped.}]
    cases_against: [{case: safer-cities, note: It did not.}]
    statement: Money helps.
    assessor: Editors
    ---
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
LINK = """\
    ---
    title: Link with exclusion
    order: 2
    question: Is there a link?
    met: There is.
    partly: In part.
    not_met: There is none.
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
UNITED_KINGDOM = """\
    ---
    title: United Kingdom
    country: GB
    frame: A unitary state.
    facts:
      - {date: 1988, fact: It began., source: silver_1994, cases: [safer-cities]}
      - {date: 1988-05, fact: It went on., source: silver_1994}
    ---
    """
PORTUGAL = """\
    ---
    title: Portugal
    country: PT
    frame: A unitary state.
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
    @article{schaut_2000,
      author = {Schaut, Christine},
      title = {Les contrats de sécurité},
      journaltitle = {Pyramides},
      date = {2000},
      langid = {french},
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
FULL = "docs/en/cases/rede-social.md"
KINGDOM = "docs/en/contexts/united-kingdom.md"
MONEY = "docs/en/findings/money.md"
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
    FULL: FULL_CASE,
    AREA: ENTREE,
    FR: FRENCH,
    PAGE: "Text.\n",
    "docs/en/criteria/area.md": CRITERION,
    "docs/en/criteria/link-with-exclusion.md": LINK,
    MONEY: FINDING,
    KINGDOM: UNITED_KINGDOM,
    "docs/en/contexts/portugal.md": PORTUGAL,
    "docs/en/contexts/belgium.md": CONTEXT,
    "docs/en/questions/which-word.md": QUESTION,
    "docs/en/seminars/paris-2001.md": SEMINAR,
    "docs/en/sources/silver_1994.md": NOTE,
}
"""A study without problems, to which every example makes one change."""
