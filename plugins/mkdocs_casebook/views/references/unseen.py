"""What a bibliography says in brackets of what was not seen of a source, in a site's language."""

from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views.vocabulary import Vocabulary

_NAMES = ("author", "editor")
_TEXTS = ("container-title", "publisher")


def with_words(item: Item, words: Vocabulary) -> Item:
    """Return a source that says in the words of a site what was not seen of it.

    Args:
        item: A source, such as one whose author is ``[Author not seen]``.
        words: The words of the site. What it has no words for stays as it is.
    """
    changed: dict[str, object] = {
        field: words.unseen(value) for field in _TEXTS if isinstance(value := item.get(field), str)
    }
    for field in _NAMES:
        if field in item:
            changed[field] = [
                {**name, "literal": words.unseen(name["literal"])} if "literal" in name else name
                for name in item[field]
            ]
    return {**item, **changed}
