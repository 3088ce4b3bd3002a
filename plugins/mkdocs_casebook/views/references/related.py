"""Sources that stand near a source: by its authors, by what is cited with it, by its themes."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.mention import Target
from mkdocs_casebook.reading.csl_json import Item
from mkdocs_casebook.views import reference as references
from mkdocs_casebook.views.exports.item_values import family, given, names, year
from mkdocs_casebook.views.site import Site

MOST = 8
_MOST_BY_AUTHOR = 3
_MOST_CITED_TOGETHER = 5
_ROLES = ("author", "editor")


@dataclass(frozen=True, slots=True)
class Related:
    """A source that stands near another.

    Attributes:
        key: Its key.
        same_author: They have an author or editor in common.
        pages: The number of pages that cite both.
        themes: The themes that they have in common.
    """

    key: str
    same_author: bool
    pages: int
    themes: tuple[str, ...]


class RelatedSources:
    """Finds the sources related to a source of a site.

    Args:
        site: The site.
    """

    def __init__(self, site: Site) -> None:
        self._site = site

    def of(self, key: str) -> list[Related]:
        """Return the sources related to one: by author, then cited with it, then of its themes.

        Args:
            key: The key of the source.
        """
        by_author = self._by_author(key)
        together = self._together(key)
        by_theme = self._by_theme(key)
        chosen = list(
            dict.fromkeys(
                (
                    *by_author[:_MOST_BY_AUTHOR],
                    *list(together)[:_MOST_CITED_TOGETHER],
                    *by_theme,
                )
            )
        )[:MOST]
        return [
            Related(each, each in by_author, together.get(each, 0), self._shared(key, each))
            for each in chosen
        ]

    def _by_author(self, key: str) -> list[str]:
        """Return the sources of the same people or bodies, the nearest in time first."""
        same = {each for who in self._people.get(key, ()) for each in self._by_person[who]} - {key}
        own = year(self._site.items[key]) or 0
        return sorted(same, key=lambda each: (self._distance(each, own), each))

    def _distance(self, key: str, when: int) -> int:
        return abs((year(self._site.items[key]) or 0) - when)

    def _together(self, key: str) -> dict[str, int]:
        """Return how many pages cite both, for each source cited with this one.

        A page that cites few sources says more than one that cites hundreds: it decides among
        those that share equally many pages.
        """
        pages: Counter[str] = Counter()
        weights: dict[str, float] = defaultdict(float)
        for page in self._pages_of.get(key, ()):
            cited = self._cited_on[page]
            for other in cited - {key}:
                pages[other] += 1
                weights[other] += 1 / len(cited)
        ordered = sorted(pages, key=lambda each: (-pages[each], -weights[each], each))
        return {each: pages[each] for each in ordered}

    def _by_theme(self, key: str) -> list[str]:
        """Return the sources of the same themes: those that share most and have few others."""
        shared = Counter(
            other for theme in self._themes.get(key, ()) for other in self._of_theme[theme]
        )
        del shared[key]
        return sorted(
            shared,
            key=lambda each: (-shared[each], len(self._themes[each]), each not in self._core, each),
        )

    def _shared(self, key: str, other: str) -> tuple[str, ...]:
        theirs = self._themes.get(other, ())
        return tuple(theme for theme in self._themes.get(key, ()) if theme in theirs)

    @cached_property
    def _themes(self) -> Mapping[str, tuple[str, ...]]:
        sources = self._site.study.references
        return {key: tuple(references.themes(sources[key])) for key in self._site.items}

    @cached_property
    def _of_theme(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key, themes in self._themes.items():
            for theme in themes:
                found[theme].append(key)
        return found

    @cached_property
    def _core(self) -> frozenset[str]:
        sources = self._site.study.references
        return frozenset(key for key in self._site.items if references.is_core(sources[key]))

    @cached_property
    def _people(self) -> Mapping[str, frozenset[str]]:
        return {key: frozenset(_people(item)) for key, item in self._site.items.items()}

    @cached_property
    def _by_person(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for key, people in self._people.items():
            for who in people:
                found[who].add(key)
        return found

    @cached_property
    def _pages_of(self) -> Mapping[str, frozenset[str]]:
        return {
            key: frozenset(self._site.mentions_of(Target(Kind.SOURCE, key)))
            for key in self._site.items
        }

    @cached_property
    def _cited_on(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for key, pages in self._pages_of.items():
            for page in pages:
                found[page].add(key)
        return found


def _people(item: Item) -> Iterator[str]:
    """Yield a text for each author and editor that is the same wherever the name stands."""
    for role in _ROLES:
        for name in names(item, role):
            if "literal" in name:
                # In square brackets stands what is not a name, such as "author not seen".
                if not name["literal"].startswith("["):
                    yield references.folded(name["literal"])
            else:
                yield references.folded(f"{family(name)}, {given(name)[:1]}")
