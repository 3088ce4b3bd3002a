"""Positions of cites in the document (CSL 1.0.2, "Choose", `position`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .items import Cite, Cluster


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cite stands.

    Attributes:
        position: "first", "subsequent", "ibid" or "ibid-with-locator".
        near_note: Whether the item was cited a few notes before.
        first_note: Number of the note that first cited the item; 0 in the first and in the text.
    """

    position: str = "first"
    near_note: bool = False
    first_note: int = 0


def _after(previous: Cite, cite: Cite) -> str:
    """Give the position of a cite that immediately follows one of the same item."""
    if not previous.locator:
        return "ibid-with-locator" if cite.locator else "ibid"
    if not cite.locator:
        return "subsequent"
    if (previous.locator, previous.label) == (cite.locator, cite.label):
        return "ibid"
    return "ibid-with-locator"


def place_cites(
    clusters: Sequence[Cluster], *, distance: int, notes: bool
) -> list[tuple[Place, ...]]:
    """Find the position of every cite.

    Args:
        clusters: The citations in the order of the document.
        distance: The style's `near-note-distance`.
        notes: Whether the style cites in notes.

    Returns:
        For each cluster the places of its cites.
    """
    first_note: dict[str, int] = {}
    last_note: dict[str, int] = {}
    in_note: dict[int, int] = {}
    for cluster in clusters:
        in_note[cluster.note] = in_note.get(cluster.note, 0) + len(cluster.cites)
    last: dict[bool, Cluster] = {}
    placed = []
    for cluster in clusters:
        previous = last.get(cluster.note > 0)
        places = []
        for index, cite in enumerate(cluster.cites):
            seen = cite.id in first_note
            if not seen:
                position, near = "first", False
                first_note[cite.id] = cluster.note
            else:
                position = "subsequent"
                before = cluster.cites[index - 1] if index else None
                if before is None and previous is not None and len(previous.cites) == 1:
                    gap = cluster.note - previous.note
                    alone = gap == 0 or in_note[previous.note] == 1
                    if not (notes and cluster.note) or (0 <= gap <= 1 and alone):
                        before = previous.cites[0]
                if before is not None and before.id == cite.id:
                    position = _after(before, cite)
                near = bool(
                    cluster.note
                    and last_note.get(cite.id)
                    and cluster.note - last_note[cite.id] <= distance
                )
            last_note[cite.id] = cluster.note
            if cite.position is not None:
                position, near = cite.position, cite.near_note
            number = first_note[cite.id] if position != "first" else 0
            places.append(Place(position, near, number))
        placed.append(tuple(places))
        last[cluster.note > 0] = cluster
    return placed
