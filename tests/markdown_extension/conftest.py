"""The studies of the tests of the Markdown extension, each read once for all tests."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_casebook.model.settings import AutoLink
from mkdocs_casebook.views.site import Site
from tests.sites import site_of, small_study
from tests.studies import write

LinkedSites = Callable[[str, str], Site]
"""Gives the site of a language of a study of many terms, with a value of ``auto_link``."""

_FORMS = {
    "social exclusion": "socially excluded",
    "exclusion": "",
    "partnership": "partnerships",
    "contract": "long-term contract, cost-benefit contract",
    "C++": "",
    "equality": "",
}
_FRENCH_FORMS = {
    "exclusion": ("exclusion", "exclus"),
    "social-exclusion": ("exclusion sociale", ""),
    "equality": ("égalité", "égalité des chances"),
}


class Sites(dict[str, Site]):
    """Sites by language, which Hypothesis need not spell out."""

    def __repr__(self) -> str:
        return "the sites of the small study"


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Return the small study as the site of each of its languages."""
    # The home page cites nothing by itself: no list of references comes with each example.
    homes = {f"docs/{language}/index.md": "# Home\n" for language in ("en", "fr")}
    root = small_study(tmp_path_factory.mktemp("study"), homes)
    return Sites({language: site_of(root, language) for language in ("en", "fr")})


@pytest.fixture(scope="session")
def linked_sites(tmp_path_factory: pytest.TempPathFactory) -> LinkedSites:
    """Return a study of many terms."""
    root = _study_of_terms(tmp_path_factory.mktemp("terms"))
    read = {language: site_of(root, language) for language in ("en", "fr")}

    def site(language: str, auto_link: str) -> Site:
        found = read[language]
        settings = found.study.settings.model_copy(update={"auto_link": AutoLink(auto_link)})
        return replace(found, study=replace(found.study, settings=settings))

    return site


def _study_of_terms(root: Path) -> Path:
    version = "{version: 1, date: 2001, definition: A text.}"
    files = {
        f"docs/en/definitions/{term.replace(' ', '-').replace('+', 'p').lower()}.md": (
            f"---\nterm: {term}\nforms: [{forms}]\nstatus: working\nversions: [{version}]\n---\n"
        )
        for term, forms in _FORMS.items()
    }
    files["docs/en/definitions/ghetto.md"] = (
        f"---\nterm: ghetto\nstatus: retired\nversions: [{version}]\n---\n"
    )
    files |= {
        f"docs/fr/definitions/{id}.md": (
            f"---\ntranslates: {id}@1\nterm: {term}\nforms: [{forms}]\n---\n"
        )
        for id, (term, forms) in _FRENCH_FORMS.items()
    }
    return write(root, files)
