"""Finding terms in a text."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_casebook.model.terms import TermMatcher

_FORMS = {
    "exclusion": ["social exclusion", "exclusion", "l'exclusion"],
    "partnership": ["partnership", "partnerships", "local partnership agreements in cities"],
    "cooperation": ["co-operation", "coöperation"],
    "union": ["E.U.", "straße"],
}
_PIECES = (
    *("social", "exclusion", "co", "operation", "partnership", "s", "local", "agreements"),
    *("in", "cities", "E", "U", "straße", "STRASSE", "coöperation", "é", "l", "d", "l’"),
    *("'", "-", ".", ",", "/", ":", "@", "\u0301", "\u00ad", "\u2011", "\x03"),
)
_texts = st.lists(st.sampled_from((*_PIECES, " ", " ", "\n", "\u00a0"))).map("".join)

# With an escape of Python-Markdown in it, a text is read from its first word to its last.
_ESCAPE = "\x0238\x03 \n"


@given(_texts)
def test_a_text_that_is_read_in_part_has_the_same_terms(text: str) -> None:
    matcher = TermMatcher(_FORMS)
    found = [(each.start, each.end, each.id) for each in matcher.find(text)]
    whole = [(each.start, each.end, each.id) for each in matcher.find(_ESCAPE + text)]
    assert found == [(start - len(_ESCAPE), end - len(_ESCAPE), id) for start, end, id in whole]


def test_a_longer_form_that_goes_on_does_not_hide_a_shorter_one_in_it() -> None:
    matcher = TermMatcher(_FORMS)
    text = "Local partnership agreements in cities2 of exclusion"
    assert [text[each.start : each.end] for each in matcher.find(text)] == [
        "partnership",
        "exclusion",
    ]
