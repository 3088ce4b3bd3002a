"""The words that biblatex's keys stand for, in the languages of the interface."""

from collections.abc import Mapping

_ENGLISH: Mapping[str, str] = {
    "mathesis": "Master's thesis",
    "phdthesis": "PhD thesis",
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "habilitation": "Habilitation thesis",
    "resreport": "Research report",
    "techreport": "Technical report",
    "software": "Computer software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    "patent": "Patent",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentfr": "French patent",
    "patentuk": "British patent",
    "patentus": "U.S. patent",
    "patreq": "Patent request",
    "patreqde": "German patent request",
    "patreqeu": "European patent request",
    "patreqfr": "French patent request",
    "patrequk": "British patent request",
    "patrequs": "U.S. patent request",
    "countryde": "Germany",
    "countryeu": "European Union",
    "countryep": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "United States of America",
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "inpress": "in press",
    "prepublished": "pre-published",
    "newseries": "new series",
    "oldseries": "old series",
}

_FRENCH: Mapping[str, str] = {
    "mathesis": "Mémoire de master",
    "phdthesis": "Thèse de doctorat",
    "bathesis": "Mémoire de licence",
    "candthesis": "Mémoire de candidature",
    "habilitation": "Mémoire d’habilitation",
    "resreport": "Rapport de recherche",
    "techreport": "Rapport technique",
    "software": "Logiciel",
    "datacd": "Cédérom",
    "audiocd": "Disque compact audio",
    "patent": "Brevet",
    "patentde": "Brevet allemand",
    "patenteu": "Brevet européen",
    "patentfr": "Brevet français",
    "patentuk": "Brevet britannique",
    "patentus": "Brevet américain",
    "patreq": "Demande de brevet",
    "patreqde": "Demande de brevet allemand",
    "patreqeu": "Demande de brevet européen",
    "patreqfr": "Demande de brevet français",
    "patrequk": "Demande de brevet britannique",
    "patrequs": "Demande de brevet américain",
    "countryde": "Allemagne",
    "countryeu": "Union européenne",
    "countryep": "Union européenne",
    "countryfr": "France",
    "countryuk": "Royaume-Uni",
    "countryus": "États-Unis d’Amérique",
    "inpreparation": "en préparation",
    "submitted": "soumis",
    "forthcoming": "à paraître",
    "inpress": "sous presse",
    "prepublished": "prépublié",
    "newseries": "nouvelle série",
    "oldseries": "ancienne série",
}

_TERMS = {"en": _ENGLISH, "fr": _FRENCH}


def term(key: str, language: str) -> str:
    """Return the word that a key of biblatex stands for; what is no key stays as it is.

    Args:
        key: For example ``phdthesis``, or a text of the author's own.
        language: A BCP 47 tag; languages without words speak English.
    """
    words = _TERMS.get(language.partition("-")[0].lower(), _ENGLISH)
    return words.get(key.strip().lower(), key)
