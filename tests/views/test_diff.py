"""What changed between two texts, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_casebook.views.diff import Kind, word_diff

SHOWN = {Kind.SAME: "{}", Kind.DELETED: "[-{}-]", Kind.INSERTED: "[+{}+]"}
WORDS = ("a", "b", "c", "de", "l'un", "(x)", ",", ".", "«", "été")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def shown(before: str, after: str) -> str:
    pieces = word_diff(before, after)
    return "".join(SHOWN[each.kind].format(each.text) + each.space for each in pieces)


def test_equal_texts_have_no_change() -> None:
    assert shown("A process that lasts.", "A process  that lasts.") == "A process  that lasts."


def test_two_empty_texts_have_nothing() -> None:
    assert word_diff("", " ") == ()


def test_words_change_whole_never_their_letters() -> None:
    found = shown("Persons lose access to housing.", "Persons lose accesses to housing.")
    assert found == "Persons lose [-access-] [+accesses+] to housing."


def test_words_added_at_the_end() -> None:
    assert shown("One idea.", "One idea. And two.") == "One idea. [+And two.+]"


def test_punctuation_is_a_change_of_its_own() -> None:
    assert shown("rights, duties and means", "rights; duties and means") == (
        "rights[-,-] [+;+] duties and means"
    )


def test_passages_of_which_more_than_half_changes_change_whole() -> None:
    found = shown("measures which guarantee people income", "processes by which areas lose income")
    assert found == "[-measures which guarantee people-] [+processes by which areas lose+] income"


def test_long_passages_that_stay_are_kept_between_changes() -> None:
    before = "old words about access to education and training now"
    after = "new words on access to education and training then"
    assert "+] access to education and training [-" in shown(before, after)


def test_french_apostrophes_and_accents_belong_to_words() -> None:
    assert shown("l’exclusion dure", "l’inclusion dure") == "[-l’exclusion-] [+l’inclusion+] dure"


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_in_it(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    for kind, text in ((Kind.INSERTED, before), (Kind.DELETED, after)):
        kept = "".join(each.text for each in pieces if each.kind is not kind)
        assert "".join(kept.split()) == "".join(text.split())


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(each.kind is Kind.SAME for each in word_diff(text, text))
