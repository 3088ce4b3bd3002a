"""What changed between versions of a definition, as it shows on their pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from markupsafe import Markup

from mkdocs_casebook.model.definition import Version
from mkdocs_casebook.views.diff import word_diff
from mkdocs_casebook.views.templates import render
from mkdocs_casebook.views.view import View

# Of more versions, a page would hold more comparisons than text.
_MOST_COMPARED = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions compared.

    Attributes:
        first: Number of the older one.
        second: Number of the newer one.
        html: What changed.
    """

    first: int
    second: int
    html: Markup


def change(view: View, before: Version, after: Version) -> Markup:
    """Return what changed between two versions.

    Args:
        view: The page.
        before: The older one.
        after: The newer one.
    """
    pieces = word_diff(view.plain(before.definition), view.plain(after.definition))
    return render("definition/diff", view, pieces=pieces)


def changes(view: View, versions: Sequence[Version]) -> Mapping[int, Markup]:
    """Return what changed in each version, by its number; nothing for the first.

    Args:
        view: The page.
        versions: The versions, the oldest first.
    """
    return {after.version: change(view, before, after) for before, after in pairwise(versions)}


def pairs(view: View, versions: Sequence[Version]) -> Iterator[Pair]:
    """Yield each two versions compared, where they are few and more than two.

    Args:
        view: The page.
        versions: The versions, the oldest first.
    """
    if 2 < len(versions) <= _MOST_COMPARED:
        for before, after in combinations(versions, 2):
            yield Pair(before.version, after.version, change(view, before, after))
