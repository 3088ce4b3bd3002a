"""The summary of a case: eight facts at most, of twelve words at most."""

from collections.abc import Iterable

from markupsafe import Markup

from mkdocs_casebook.model.case import Case
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.text import capitalised
from mkdocs_casebook.views.pages.parts import Facts
from mkdocs_casebook.views.view import View
from mkdocs_casebook.views.vocabulary import Vocabulary

MOST_WORDS = 12
"""The words of a fact."""

# What "and 12 more" takes.
_WORDS_OF_REST = 3


def card_facts(view: View, record: Case) -> Facts:
    """Return the facts of the summary.

    Args:
        view: The page.
        record: The case.
    """
    words = view.words
    named = [view.word("exclusion_field", each) for each in record.exclusion_fields]
    fields = some(words, named, ", ") or words("case.no_fields")
    judgement = None
    if record.judgement:
        judgement = Markup('<a href="#judgement">{}</a>').format(
            view.word("conclusion", record.judgement.conclusion)
        )
    return [
        (words("case_page.country"), words.country(record.country)),
        (words("case.area"), some(words, (each.name for each in record.areas))),
        (words("case.period"), view.time(record.period)),
        (words("case.scheme"), view.word("scheme_type", record.scheme.type)),
        (words("case.partners"), some(words, (each.name for each in record.partners))),
        (words("case.exclusion_fields"), capitalised(fields)),
        (words("case.judgement"), judgement or words("case.not_judged")),
        (words("case.context"), context_links(view, record)),
    ]


def context_links(view: View, record: Case) -> Markup:
    """Return links to the contexts of a case."""
    return Markup(", ").join(view.link(Kind.CONTEXT, id) for id in record.contexts)


def some(words: Vocabulary, names: Iterable[str], separator: str = "") -> str:
    """Return as many names as a fact has words for, and how many there are beside them.

    Args:
        words: The words of the interface.
        names: The names, the first of which always stands there.
        separator: What stands between them; that of citations where none is given.
    """
    listed, separator = list(names), separator or words("cite.separator")
    if not listed:
        return ""
    if _length(listed) <= MOST_WORDS:
        return separator.join(listed)
    shown = 1
    while _length(listed[: shown + 1]) <= MOST_WORDS - _WORDS_OF_REST:
        shown += 1
    rest = len(listed) - shown
    most = MOST_WORDS - (_WORDS_OF_REST if rest else 0)
    text = separator.join([_clipped(listed[0], most), *listed[1:shown]])
    return f"{text}{separator}{words.count('case_page.more', rest)}" if rest else text


def _length(names: Iterable[str]) -> int:
    return sum(len(name.split()) for name in names)


def _clipped(name: str, most: int) -> str:
    parts = name.split()
    return name if len(parts) <= most else " ".join(parts[:most]).rstrip(",;:") + "…"
