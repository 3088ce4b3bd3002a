"""The small study, read once for all tests of the Markdown extension."""

import pytest

from mkdocs_casebook.views.site import Site
from tests.sites import site_of, small_study


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
