"""The facets of the list of cases: the values that occur, in words, each counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_casebook.model.case import Case, Conclusion, ExclusionField, SchemeType, Verdict
from mkdocs_casebook.model.document import Document
from mkdocs_casebook.views.case_list import values
from mkdocs_casebook.views.case_list.values import DECADE, Pair
from mkdocs_casebook.views.reference import folded
from mkdocs_casebook.views.vocabulary import Vocabulary

# More choices than these stand folded below the first.
_MOST_OPEN = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A value by which the list can be narrowed.

    Attributes:
        value: The value, as it stands in the address of the narrowed list.
        name: The value in words.
        count: The number of cases in the whole list that have it.
        language: Language of the name, where it is not that of the page.
    """

    value: str
    name: str
    count: int
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """Values of which a reader may choose several.

    Attributes:
        name: Its name in the address of the narrowed list.
        title: Its name in words.
        choices: The values that occur.
        language: Language of the title, where it is not that of the page.
        ranked: The most frequent values come first, so that the last can be folded.
    """

    name: str
    title: str
    choices: tuple[Choice, ...]
    language: str | None = None
    ranked: bool = False

    @property
    def open(self) -> tuple[Choice, ...]:
        """The choices that are always in sight."""
        return self.choices[:_MOST_OPEN] if self.folded else self.choices

    @property
    def folded(self) -> tuple[Choice, ...]:
        """The choices that stand folded below; never a single one."""
        several = self.ranked and len(self.choices) > _MOST_OPEN + 1
        return self.choices[_MOST_OPEN:] if several else ()


def facets_of(
    counts: Counter[Pair], cases: Iterable[Document], span: int, words: Vocabulary
) -> list[Facet]:
    """Return the facets of all cases, without those that have a single value.

    Args:
        counts: How many cases have each value.
        cases: The cases.
        span: How many years a period has.
        words: The words of the site.
    """
    periods = sorted({int(value) for facet, value in counts if facet == values.PERIOD})
    policies, foreign = _policies(cases, words.language)
    found = [
        _by_name(values.COUNTRY, counts, words.country),
        _in_order(
            values.PERIOD, counts, map(str, periods), lambda each: _period(each, span, words)
        ),
        _of_list(values.TYPE, counts, SchemeType, words, "scheme_type"),
        _of_list(values.EXCLUSION, counts, ExclusionField, words, "exclusion_field"),
        _by_count(values.POLICY, counts, policies, foreign),
        _in_order(
            values.JUDGEMENT,
            counts,
            [*Conclusion, values.UNJUDGED],
            lambda each: words.or_else(f"conclusion.{each}", words("cases_index.not_judged")),
        ),
    ]
    return [
        Facet(name, words(f"cases_index.facets.{name}"), choices, ranked=name == values.POLICY)
        for name, choices in found
        if len(choices) > 1
    ]


def verdict_facets(
    counts: Counter[Pair], criteria: Iterable[Document], words: Vocabulary
) -> list[Facet]:
    """Return a facet for the verdicts on each criterion by which a case is assessed.

    Args:
        counts: How many cases have each value.
        criteria: The criteria, in order.
        words: The words of the site.
    """
    found = []
    for each in criteria:
        facet = values.verdict_facet(each.id)
        _, choices = _of_list(facet, counts, Verdict, words, "verdict")
        language = each.language if each.language != words.language else None
        if choices:
            found.append(Facet(facet, each.title, choices, language))
    return found


Choices = tuple[str, tuple[Choice, ...]]


def _in_order(
    facet: str, counts: Counter[Pair], found: Iterable[str], name: Callable[[str], str]
) -> Choices:
    return facet, tuple(
        Choice(str(value), _capitalised(name(value)), counts[facet, value])
        for value in found
        if counts[facet, value]
    )


def _of_list(
    facet: str, counts: Counter[Pair], found: type[StrEnum], words: Vocabulary, group: str
) -> Choices:
    return _in_order(facet, counts, found, lambda each: words(f"{group}.{each}"))


def _by_name(facet: str, counts: Counter[Pair], name: Callable[[str], str]) -> Choices:
    names = {value: name(value) for each, value in counts if each == facet}
    in_order = sorted(names, key=lambda value: (folded(names[value]), value))
    return _in_order(facet, counts, in_order, names.__getitem__)


def _by_count(
    facet: str, counts: Counter[Pair], names: Mapping[str, str], foreign: Mapping[str, str]
) -> Choices:
    found = [
        Choice(value, _capitalised(name), counts[facet, value], foreign.get(value))
        for value, name in names.items()
    ]
    return facet, tuple(sorted(found, key=lambda each: (-each.count, folded(each.name))))


def _policies(
    cases: Iterable[Document], language: str
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the names of the fields of policy, and the languages of those that are foreign."""
    spelt: dict[str, Counter[str]] = {}
    foreign: dict[str, str] = {}
    own: set[str] = set()
    for document in cases:
        fields = document.record.policy_fields if isinstance(document.record, Case) else ()
        for field in fields:
            value = values.policy_value(field)
            if value:
                spelt.setdefault(value, Counter())[values.policy_name(field)] += 1
                foreign[value] = document.language
                own |= {value} if document.language == language else set()
    names = {value: counts.most_common(1)[0][0] for value, counts in spelt.items()}
    return names, {value: each for value, each in foreign.items() if value not in own}


def _period(start: str, span: int, words: Vocabulary) -> str:
    first = int(start)
    return words("date.decade", year=first) if span == DECADE else f"{first}–{first + span - 1}"


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
