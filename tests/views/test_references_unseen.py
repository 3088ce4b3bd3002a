"""What a bibliography says in brackets of what was not seen of a source."""

import pytest

from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.references.presentation import Presentation
from mkdocs_casebook.views.references.unseen import with_words
from mkdocs_casebook.views.vocabulary import Vocabulary

ITEM: Item = {
    "id": "key",
    "type": "article-journal",
    "author": [{"literal": "[Author not seen]"}, {"family": "Geddes", "given": "Mike"}],
    "title": "[Article on the contracts]",
    "container-title": "[Journal not seen]",
    "publisher": "[Forum]",
    "language": "it",
}


def test_it_is_said_in_the_words_of_the_site() -> None:
    item = with_words(ITEM, Vocabulary("fr"))
    assert item["author"] == [{"literal": "[Auteur non vu]"}, ITEM["author"][1]]
    assert item["container-title"] == "[Revue non vue]"
    assert item["publisher"] == "[Forum]"
    assert item["title"] == ITEM["title"]


@pytest.mark.parametrize("language", ["en", "pt"])
def test_what_has_no_words_stays(language: str) -> None:
    assert with_words(ITEM, Vocabulary(language)) == ITEM


def test_it_is_not_in_the_language_of_the_source() -> None:
    entry = "[Author not seen]. n.d. ‘[Article on the contracts]’."
    assert "lang=" not in Presentation.of(ITEM).present(entry, "en-GB")
    titled = {**ITEM, "title": "Il contratto [di quartiere]"}
    shown = Presentation.of(titled).present("Il contratto [di quartiere].", "en-GB")
    assert shown == '<span lang="it">Il contratto [di quartiere]</span>.'
