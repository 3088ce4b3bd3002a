"""One page of each kind, in both languages."""

PAGES = (
    "",
    "definitions/",
    "definitions/social-exclusion/",
    "definitions/social-exclusion/v1/",
    "definitions/glossary/",
    "cases/",
    "cases/uk-ndc/",
    "cases/compare/",
    "cases/compare/be-contrats-securite--fr-contrat-ville/",
    "cases/matrix/",
    "contexts/belgium/",
    "criteria/partners/",
    "entrees/scheme/",
    "seminars/paris-2001/",
    "questions/",
    "questions/contract-or-partnership/",
    "bibliography/",
    "bibliography/geddes_2000/",
    "casebook/writing/",
    "casebook/checks/unknown-source/",
    "fr/",
    "fr/definitions/",
    "fr/definitions/social-exclusion/",
    "fr/bibliography/silver_1994/",
    "404.html",
)

MAIN = (
    "",
    "definitions/social-exclusion/",
    "cases/",
    "cases/safer-cities/",
    "bibliography/geddes_2000/",
)
