"""A small study for tests: every kind of record, two languages, a bibliography with odd keys."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from mkdocs_casebook.reading.settings import read_configuration
from mkdocs_casebook.reading.study import read_study
from mkdocs_casebook.views.site import Site
from tests.studies import write

MKDOCS = """\
site_name: A small study
site_url: https://example.org/study/
docs_dir: docs/en
theme: {name: material, font: false}
plugins:
  - search
  - casebook/bibliography: {bib_file: bibliography.bib}
  - casebook/definitions
  - casebook/cases
markdown_extensions: [attr_list, footnotes, tables, pymdownx.highlight, pymdownx.superfences]
extra:
  generator: false
  casebook:
    languages: {en: docs/en, fr: docs/fr}
    # Its cases have only the parts that tests look for.
    severity: {incomplete-case: info, missing-section: info, missing-assessment: info}
"""

MKDOCS_FR = """\
INHERIT: mkdocs.yml
site_name: Une petite étude
site_url: https://example.org/study/fr/
docs_dir: docs/fr
site_dir: site/fr
theme: {language: fr}
"""

BIBLIOGRAPHY = """\
@article{geddes_2000,
  author = {Geddes, Mike},
  title = {Tackling social exclusion in the European Union?},
  journaltitle = {International Journal of Urban and Regional Research},
  date = {2000},
  volume = {24},
  number = {4},
  pages = {782-800},
  doi = {10.1111/1468-2427.00278},
  langid = {english},
  keywords = {core, partnership},
}

@article{silver_1994,
  author = {Silver, Hilary},
  title = {Social exclusion and social solidarity},
  journaltitle = {International Labour Review},
  date = {1994},
}

@book{lenoir_1974,
  author = {Lenoir, René},
  title = {Les exclus: un Français sur dix},
  publisher = {Seuil},
  location = {Paris},
  date = {1974},
  langid = {french},
}

@report{council_1989,
  author = {{Council of the European Communities}},
  title = {Resolution on combating social exclusion},
  date = {1989-09-29},
  url = {https://example.org/resolution},
}

@misc{twin_one,
  author = {Twin, Ann and Other, Bo},
  title = {A first title},
  date = {1999},
}

@misc{twin_two,
  author = {Twin, Ann and Other, Bo},
  title = {A second title},
  date = {1999},
}

@misc{undated,
  author = {Many, A. and Many, B. and Many, C.},
  title = {Without a date},
  year = {n.d.},
}

@misc{odd/key.x,
  author = {Odd, Key},
  title = {A key that no path should hold},
  date = {2001},
}
"""

FILES: Mapping[str, str] = {
    "mkdocs.yml": MKDOCS,
    "mkdocs.fr.yml": MKDOCS_FR,
    "bibliography.bib": BIBLIOGRAPHY,
    "docs/en/index.md": """\
        # A small study

        It asks what [social exclusion](term:social-exclusion) is [@geddes_2000, p. 782].
        """,
    "docs/en/definitions/social-exclusion.md": """\
        ---
        term: social exclusion
        forms: [socially excluded]
        labels: {fr: exclusion sociale}
        summary: What the study is about.
        status: contested
        status_reason: its sources disagree
        versions:
          - version: 1
            date: 2001-03
            definition: The first text.
            based_on: silver_1994
          - version: 2
            date: 2002
            definition: A process that bars people from [partnership](term:partnership).
            change: It names what people are barred from [@silver_1994].
        candidates:
          - id: council-1989
            text: exclusion from the benefits
            kind: quotation
            source: council_1989
            country: EU
        ---
        The word is [disputed](question:which-word).

        ## Origins {#origins}

        It came from France [@lenoir_1974]. Others say so too [see @silver_1994, pp. 531-2].
        """,
    "docs/en/definitions/partnership.md": """\
        ---
        term: partnership
        status: working
        versions:
          - version: 1
            date: 2001
            definition: Several bodies that act together.
        ---
        """,
    "docs/en/cases/safer-cities.md": """\
        ---
        title: Safer Cities
        summary: A programme against crime.
        country: GB
        areas: [{name: Twenty cities, scale: city}]
        period: 1988/1995
        project: {problem: Crime and fear of crime., objectives: [Less crime.]}
        partners:
          - {name: Home Office, sector: public, level: national, source: geddes_2000}
          - {name: NACRO, sector: voluntary, level: national}
        scheme: {type: partnership}
        contexts: [united-kingdom]
        assessments:
          - criterion: financing
            verdict: met
            confidence: low
            rationale: Money was given.
            evidence:
              - {kind: paraphrase, text: It was paid., source: silver_1994, direction: for}
        ---
        ## What area? {#area}

        Twenty cities, each with a [partnership](term:partnership) [@geddes_2000].
        """,
    "docs/en/cases/rede-social.md": """\
        ---
        title: Rede Social
        title_language: pt
        country: PT
        areas: [{name: Portugal, scale: country}]
        period: 1997/..
        project: {}
        partners:
          - {name: Municipalities, sector: public, level: local}
          - {name: Charities, sector: voluntary, level: local}
        scheme: {type: both}
        ---
        """,
    "docs/en/contexts/united-kingdom.md": """\
        ---
        title: United Kingdom
        country: GB
        frame: A unitary state.
        facts: [{date: 1997, fact: A change of government., source: geddes_2000}]
        ---
        """,
    "docs/en/entrees/area.md": """\
        ---
        title: Area
        order: 1
        question: Where is it?
        heading: What area?
        ---
        """,
    "docs/en/criteria/financing.md": """\
        ---
        title: Financing
        order: 1
        question: Is it paid for?
        met: It is.
        partly: In part.
        not_met: It is not.
        ---
        """,
    "docs/en/seminars/paris-2001.md": """\
        ---
        title: Seminar of Paris
        date: 2001-03-02/2001-03-03
        place: Paris
        source: geddes_2000
        ---
        """,
    "docs/en/questions/which-word.md": """\
        ---
        title: Which word?
        wording: Which word do we use?
        state: open
        ---
        """,
    "docs/en/findings/words-matter.md": """\
        ---
        title: Words matter
        statement: They do.
        confidence: low
        assessor: This study
        ---
        """,
    "docs/fr/index.md": """\
        # Une petite étude

        Elle demande ce qu’est l’[exclusion](term:social-exclusion) [@lenoir_1974].
        """,
    "docs/fr/definitions/social-exclusion.md": """\
        ---
        translates: social-exclusion@2
        term: exclusion sociale
        forms: [exclus]
        summary: Ce dont parle l’étude.
        status_reason: les sources divergent
        versions:
          - {version: 1, definition: Le premier texte.}
          - {version: 2, definition: Un processus.}
        ---
        """,
}


def small_study(root: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """Write the small study, with changes to its files; a file changed to None is left out."""
    files = {**FILES, **(changes or {})}
    return write(root, {name: text for name, text in files.items() if text is not None})


def site_of(root: Path, language: str = "en") -> Site:
    """Read the study in a folder, as the site of one of its languages."""
    configuration, problems = read_configuration(root / "mkdocs.yml")
    assert not problems
    study = read_study(replace(configuration, language=language))
    return Site(study, language, "A small study", "https://example.org/study/")
