"""What is wrong in the fields of the bibliography."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from mkdocs_casebook.checks import entries, whole_entries
from mkdocs_casebook.model.problems import CODES, Problem, Severity
from mkdocs_casebook.model.settings import Settings
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.reading.bibtex import read_bibliography

ROOT = Path(__file__).parent.parent.parent
Check = Callable[[Study], Iterable[Problem]]
ALL: tuple[Check, ...] = (
    entries.not_understood,
    whole_entries.whole_entries,
    entries.suspicious_names,
    entries.check_digits,
    entries.dois_in_addresses,
    entries.backward_pages,
)


def study(bibtex: str) -> Study:
    references, _ = read_bibliography(bibtex, "bibliography.bib")
    return Study(Settings(languages={"en": "docs/en"}), (), references)


def found(check: Check, bibtex: str) -> list[str]:
    return [problem.code for problem in check(study(bibtex))]


def test_the_real_bibliography_has_no_errors_and_warnings() -> None:
    real = study((ROOT / "bibliography.bib").read_text("utf-8"))
    problems = [problem for check in ALL for problem in check(real)]
    assert [each for each in problems if CODES[each.code].severity is not Severity.INFO] == []


@pytest.mark.parametrize(
    ("check", "fields", "count"),
    [
        (entries.suspicious_names, "author = {Smith, John and others}", 0),
        (entries.suspicious_names, "author = {{Barnes & Noble; Sons}}", 0),
        (entries.suspicious_names, "author = {King, Jr., Martin Luther and OECD}", 0),
        (entries.suspicious_names, "author = {Li, X. and Costa Alegre, N.}", 0),
        (entries.suspicious_names, "author = {Smith, John and et al.}", 1),
        (entries.suspicious_names, "author = {Smith, John et al}", 1),
        (entries.suspicious_names, "editor = {SMITH, JOHN}", 1),
        (entries.suspicious_names, "author = {Smith, John, Jones, Kate}", 1),
        (entries.suspicious_names, "author = {Smith, John; Jones, Kate}", 1),
        (entries.suspicious_names, "author = {Smith & Jones}", 1),
        (entries.check_digits, "isbn = {1-84082-794-7}, issn = {0309-1317}", 0),
        (entries.check_digits, "isbn = {ISBN-13: 978-0-19-953556-9, 0-822-32714-7}", 0),
        (entries.check_digits, "isbn = {1-84082-794-1}", 1),
        (entries.check_digits, "isbn = {978-0-19-953556-8}", 1),
        (entries.check_digits, "issn = {0309-1318}", 1),
        (entries.dois_in_addresses, "url = {https://doi.org/10.1000/182}", 1),
        (entries.dois_in_addresses, "url = {https://doi.org/10.1000/182}, doi = {10.1000/182}", 0),
        (entries.dois_in_addresses, "url = {https://www.doi.org/}", 0),
        (entries.backward_pages, "pages = {782--800, 12-9, 5, i--x, 431--56}", 0),
        (entries.backward_pages, "pages = {1--2, 800--782}", 1),
        (whole_entries.whole_entries, "url = {https://example.org}", 1),
        (whole_entries.whole_entries, "journal = {J}", 0),
        (entries.not_understood, r"title = {\unheardof{x}}", 1),
        (entries.not_understood, "date = {March 2001}", 1),
        (entries.not_understood, "year = {n.d.}", 0),
        (entries.not_understood, "date = {[S. d.]}", 0),
        (entries.not_understood, "journaltitel = {J}", 1),
        (entries.not_understood, "timestamp = {2001}", 0),
        (whole_entries.whole_entries, "journal = {J}, crossref = {nowhere}", 1),
        (whole_entries.whole_entries, "journal = {J}, crossref = {a}", 1),
    ],
)
def test_one_field(check: Check, fields: str, count: int) -> None:
    assert len(found(check, f"@article{{a, {fields}}}")) == count


def test_a_problem_says_where() -> None:
    problem = next(
        iter(entries.backward_pages(study("@article{a,\n title = {T},\n pages = {9--1}}")))
    )
    assert (problem.span.file, problem.span.line) == ("bibliography.bib", 3)
    assert problem.hint


@pytest.mark.parametrize(
    ("second", "codes"),
    [
        ("@article{b, author = {Silver, H.}, date = {1994}, title = {Social Exclusion!}}", 1),
        ("@article{b, author = {Silver, H.}, date = {1995}, title = {Social exclusion}}", 0),
        ("@article{b, author = {Silver, H.}, date = {1994}, title = {Social exclusion 2}}", 0),
        ("@article{b, author = {Daly, M.}, date = {1994}, title = {Social exclusion}}", 0),
        ("@article{b, author = {Silver, H.}, date = {1994}, title = {Something else}}", 0),
        ("@book{b, author = {Silver, H.}, date = 1994, xref = {a}, title = {Social exclusion}}", 0),
    ],
)
def test_near_duplicates(second: str, codes: int) -> None:
    first = "@article{a, author = {Silver, Hilary}, year = 1994, title = {Social {Exclusion}}}"
    found_codes = found(whole_entries.whole_entries, f"{first}\n{second}")
    assert found_codes.count("near-duplicate") == codes
