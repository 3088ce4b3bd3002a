"""Addresses of pages: safe for any key, and each found from any other."""

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.views.addresses import page_name, page_of, relative, site_path

_keys = st.text(min_size=1, max_size=120)
_names = st.text("abz09-", min_size=1, max_size=8)
_pages = st.lists(_names, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".md")
_places = st.tuples(_pages, st.sampled_from(("", "fr/")))


@given(_keys)
def test_the_name_of_a_page_is_safe(key: str) -> None:
    name = page_name(key)
    assert name
    assert name not in {".", ".."}
    assert not set(name) & set('/\\%?#:"<>| \n\0')
    assert name.isascii()
    assert len(name) <= 100


@given(_keys, _keys)
def test_two_keys_have_two_pages(one: str, other: str) -> None:
    assert (page_name(one).casefold() == page_name(other).casefold()) == (one == other) or (
        one.casefold() == other.casefold()
    )


def test_usual_keys_stay_as_they_are() -> None:
    for key in ("geddes_2000", "Silver1994", "eu-2001.b"):
        assert page_name(key) == key


@given(_keys)
def test_the_page_of_a_source_is_no_list(key: str) -> None:
    assert page_of(Target(Kind.SOURCE, key)) not in {
        "bibliography/index.md",
        "bibliography/README.md",
    }


def test_the_pages_of_records() -> None:
    assert page_of(Target(Kind.CASE, "a", "2")) == "cases/a.md"
    assert page_of(Target(Kind.DEFINITION, "a")) == "definitions/a.md"
    assert page_of(Target(Kind.DEFINITION, "a", "2")) == "definitions/a/v2.md"
    assert "/v" in page_of(Target(Kind.DEFINITION, "a", "../../x"))
    assert ".." not in page_of(Target(Kind.DEFINITION, "a", "../../x"))


@given(_places, _places, st.booleans(), st.sampled_from(("", "#part")))
def test_the_way_leads_to_the_target(
    here: tuple[str, str], there: tuple[str, str], directories: bool, fragment: str
) -> None:
    start = site_path(*here, directories)
    target = site_path(*there, directories) + fragment
    base = "https://example.org/study/"
    assert urljoin(base + start, relative(target, start)) == base + target


def test_addresses_of_lists_and_the_home_page() -> None:
    assert site_path("index.md", "") == ""
    assert site_path("index.md", "fr/", directory_urls=False) == "fr/index.html"
    assert site_path("cases/index.md", "fr/") == "fr/cases/"
    assert site_path("cases/README.md", "", directory_urls=False) == "cases/index.html"
    assert site_path("cases/a.md", "", directory_urls=False) == "cases/a.html"
    assert relative("", "cases/a/") == "../../"
    assert relative("fr/index.html", "cases/a.html") == "../fr/index.html"
