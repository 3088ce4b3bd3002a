"""A published data set, typed in by hand: conditions for the survival of democracy, 1918 to 1939.

The indicators of eighteen countries after Lipset (1959), as used by Rihoux and De Meur, 'Crisp-Set
Qualitative Comparative Analysis (csQCA)', in Rihoux and Ragin (eds), Configurational Comparative
Methods (Sage, 2009), chapter 3. The figures are those of the data set LR of the R package QCA
(version 3.25.1, https://github.com/dusadrian/QCA, data/LR): gross product per head in dollars;
percent in towns of 20,000 and more; percent that can read; percent of the labour force in industry;
number of cabinets; and a score that is negative where democracy broke down.
"""

from mkdocs_casebook.analysis.calibration import Configuration
from mkdocs_casebook.model.analysis import Membership

COUNTRIES = {
    "AU": (720, 33.4, 98, 33.4, 10, -9),
    "BE": (1098, 60.5, 94.4, 48.9, 4, 10),
    "CZ": (586, 69, 95.9, 37.4, 6, 7),
    "EE": (468, 28.5, 95, 14, 6, -6),
    "FI": (590, 22, 99.1, 22, 9, 4),
    "FR": (983, 21.2, 96.2, 34.8, 5, 10),
    "DE": (795, 56.5, 98, 40.4, 11, -9),
    "GR": (390, 31.1, 59.2, 28.1, 10, -8),
    "HU": (424, 36.3, 85, 21.6, 13, -1),
    "IE": (662, 25, 95, 14.5, 5, 8),
    "IT": (517, 31.4, 72.1, 29.6, 9, -9),
    "NL": (1008, 78.8, 99.9, 39.3, 2, 10),
    "PL": (350, 37, 76.9, 11.2, 21, -6),
    "PT": (320, 15.3, 38, 23.1, 19, -9),
    "RO": (331, 21.9, 61.8, 12.2, 7, -4),
    "ES": (367, 43, 55.6, 25.5, 12, -8),
    "SE": (897, 34, 99.9, 32.3, 6, 10),
    "UK": (1038, 74, 99.9, 49.9, 4, 10),
}

# The first dichotomisation: 600 dollars, 50, 75 and 30 percent. The table is that of a note on the
# package which follows the chapter (RPubs, document 1210283, 'Initial analysis'), as truthTable
# prints it with incl.cut = c(1, 0.01): number, row, OUT, cases.
FIRST_TABLE = (
    (1, "0000", "0", "GR,IT,PT,RO,ES"),
    (2, "0001", "?", ""),
    (3, "0010", "C", "EE,FI,HU,PL"),
    (4, "0011", "?", ""),
    (5, "0100", "?", ""),
    (6, "0101", "?", ""),
    (7, "0110", "?", ""),
    (8, "0111", "1", "CZ"),
    (9, "1000", "?", ""),
    (10, "1001", "?", ""),
    (11, "1010", "1", "IE"),
    (12, "1011", "C", "AU,FR,SE"),
    (13, "1100", "?", ""),
    (14, "1101", "?", ""),
    (15, "1110", "?", ""),
    (16, "1111", "C", "BE,DE,NL,UK"),
)

# The inclusion scores of the rows with cases, from the same table: the share that has the outcome.
FIRST_SHARES = {1: 0.0, 3: 0.25, 8: 1.0, 11: 1.0, 12: 0.667, 16: 0.75}

# The second: 550 dollars, and a fifth condition, fewer than ten cabinets (the data set LC). The
# rows with cases are those of the package's own tests (tests/testthat/_snaps/truthTable.md in the
# commit ee9fd13); none of them contradicts itself.
SECOND_TABLE = (
    (1, "00000", "0", "GR,PT,ES"),
    (2, "00001", "0", "IT,RO"),
    (5, "00100", "0", "HU,PL"),
    (6, "00101", "0", "EE"),
    (22, "10101", "1", "FI,IE"),
    (23, "10110", "0", "AU"),
    (24, "10111", "1", "FR,SE"),
    (31, "11110", "0", "DE"),
    (32, "11111", "1", "BE,CZ,NL,UK"),
)


def first() -> list[Configuration]:
    """Return the countries with four conditions."""
    return [
        _configuration(name, (product >= 600, towns >= 50, reading >= 75, industry >= 30), score)
        for name, (product, towns, reading, industry, _, score) in COUNTRIES.items()
    ]


def second() -> list[Configuration]:
    """Return the countries with five conditions."""
    return [
        _configuration(
            name,
            (product >= 550, towns >= 50, reading >= 75, industry >= 30, cabinets < 10),
            score,
        )
        for name, (product, towns, reading, industry, cabinets, score) in COUNTRIES.items()
    ]


def _configuration(name: str, conditions: tuple[bool, ...], score: float) -> Configuration:
    return Configuration(name, _value(score >= 0), tuple(_value(each) for each in conditions))


def _value(present: bool) -> Membership:
    return Membership.PRESENT if present else Membership.ABSENT
