"""Which addresses a public page may carry."""

import pytest

from mkdocs_casebook.model.url import doi_address, is_safe, scheme


@pytest.mark.parametrize(
    "address",
    [
        *("https://example.org", "HTTP://example.org", "mailto:a@example.org", "page.md", "#part"),
        *("../a/b.md", "/a?b=c:d", "", "a/b:c"),
    ],
)
def test_safe(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "javascript:alert(1)",
            "JavaScript:x",
            " javascript:x",
            "java\nscript:x",
            "java\tscript:x",
        ),
        *("java&#10;script:x", "&#106;avascript:x", "javascript&colon;x", "\x01javascript:x"),
        *("\u200bjavascript:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x"),
    ],
)
def test_unsafe(address: str) -> None:
    assert not is_safe(address)
    assert scheme(address)


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("doi: 10.1000/182", "https://doi.org/10.1000/182"),
        ("http://dx.doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("10.1000.10/123", "https://doi.org/10.1000.10/123"),
        (
            "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
            "https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15%3C1661::AID-SIM968%3E3.0.CO;2-2",
        ),
        ('10.1000/"><script>', "https://doi.org/10.1000/%22%3E%3Cscript%3E"),
    ],
)
def test_a_doi_is_rebuilt(written: str, address: str) -> None:
    assert doi_address(written) == address


@pytest.mark.parametrize(
    "written", ["", "none", "javascript:alert(1)", "11.1000/182", "10.1000/", "10.1000/a b"]
)
def test_not_a_doi(written: str) -> None:
    assert doi_address(written) is None
