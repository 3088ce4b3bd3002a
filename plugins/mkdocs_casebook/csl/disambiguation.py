"""Disambiguation of cites (CSL 1.0.2, "Disambiguation").

Cites are grouped by what they render to; only those of a group with more than one item are
rendered again, step by step, and each step that splits a group is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .context import NameBlock, NameShape
from .initials import initialise
from .persons import Name
from .style_parsing import Area


@dataclass(frozen=True, slots=True)
class Decision:
    """What disambiguation decided for an item.

    Attributes:
        shapes: How much of its names is shown, by variable.
        disambiguate: How many of the conditions `disambiguate` hold.
        year_suffix: Its letter.
    """

    shapes: Mapping[str, NameShape] = field(default_factory=dict)
    disambiguate: int = 0
    year_suffix: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """One rendering of a cite that is compared with others.

    Attributes:
        key: Text that is the same where cites are the same.
        blocks: The lists of names in it.
        asked: How many conditions `disambiguate` it has.
    """

    key: str
    blocks: tuple[NameBlock, ...]
    asked: int


@dataclass(frozen=True, slots=True)
class _Walk:
    """Items whose cites are the same, and the name to go on from."""

    clash: list[str]
    variable: int
    index: int


def _telling(blocks: Sequence[NameBlock | None], start: int) -> Iterator[int]:
    """Give the places in lists of names where showing more may tell the lists apart."""
    lists = [block.names if block else () for block in blocks]
    if all(names == lists[0] for names in lists[1:]):
        return
    shortest = min(map(len, lists))
    for index in range(start, max(map(len, lists))):
        if index >= shortest - 1 or any(names[index] != lists[0][index] for names in lists):
            yield index


def letters(index: int) -> str:
    """Give the year suffix for a place: a to z, aa, ab…."""
    written = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


class Disambiguator:
    """Finds the decisions for all items of a document.

    Args:
        area: The style's `cs:citation`.
        render: Renders the cite of an item under a decision.
    """

    def __init__(self, area: Area, render: Callable[[str, Decision], Trial]) -> None:
        self.area = area
        self.render = render
        self.rule = area.options.get("givenname-disambiguation-rule", "by-cite")
        self.add_names = area.option("disambiguate-add-names")
        self.add_given = area.option("disambiguate-add-givenname")
        self.add_suffix = area.option("disambiguate-add-year-suffix")
        self.decisions: dict[str, Decision] = {}
        self.levels: dict[Name, int] = {}

    def _trial(self, item: str, decision: Decision) -> Trial:
        """Render a cite under a decision."""
        return self.render(item, decision)

    def run(self, ordered: Sequence[str]) -> dict[str, Decision]:
        """Disambiguate.

        Args:
            ordered: The items in the order of the bibliography, which year suffixes follow.

        Returns:
            The decision for each item.
        """
        self.decisions = dict.fromkeys(ordered, Decision())
        self._expand_everywhere(ordered)
        unresolved = self._clashing(ordered)
        if self.add_names or (self.add_given and self.rule == "by-cite"):
            for clash in unresolved:
                self._expand(clash)
            unresolved = [part for clash in unresolved for part in self._clashing(clash)]
        unresolved = [part for clash in unresolved for part in self._by_condition(clash)]
        if self.add_suffix:
            for clash in unresolved:
                self._suffix(clash)
        return self.decisions

    def _clashing(self, items: Iterable[str]) -> list[list[str]]:
        """Group the items whose cites are the same, leaving out those that are alone."""
        groups: dict[str, list[str]] = defaultdict(list)
        for item in items:
            groups[self._trial(item, self.decisions[item]).key].append(item)
        return [group for group in groups.values() if len(group) > 1]

    def _by_condition(self, clash: list[str]) -> list[list[str]]:
        """Try the condition `disambiguate`; gives what still clashes."""
        asked = max(self._trial(item, self.decisions[item]).asked for item in clash)
        before = {item: self.decisions[item] for item in clash}
        return self._with_conditions(clash, before, 1, asked)

    def _with_conditions(
        self, clash: list[str], before: Mapping[str, Decision], level: int, asked: int
    ) -> list[list[str]]:
        """Let one condition more hold, as long as items of the clash are the same."""
        if level > asked:
            self.decisions.update({item: before[item] for item in clash})
            return [clash]
        for item in clash:
            self.decisions[item] = replace(self.decisions[item], disambiguate=level)
        left = self._clashing(clash)
        if len(left) == 1 and len(left[0]) == len(clash):
            return self._with_conditions(clash, before, level + 1, asked)
        reached = {item: self.decisions[item] for item in clash}
        return [
            part
            for group in left
            for part in self._with_conditions(group, reached, level + 1, asked)
        ]

    def _suffix(self, clash: list[str]) -> None:
        """Give each item of a clash its letter."""
        for index, item in enumerate(clash):
            self.decisions[item] = replace(self.decisions[item], year_suffix=letters(index))

    # Names of one ambiguous cite after another.

    def _expand(self, clash: list[str]) -> None:
        """Show more of the names of a clash, as far as that tells its items apart."""
        blocks = self._trial(clash[0], self.decisions[clash[0]]).blocks
        variables = list(dict.fromkeys(block.variable for block in blocks))
        waiting = [_Walk(clash, 0, 0)]
        while waiting:
            waiting += self._walk(waiting.pop(), variables)

    def _walk(self, walk: _Walk, variables: Sequence[str]) -> list[_Walk]:
        """Go through the names from one on, to the first step that splits the clash.

        Returns:
            Where to go on with the parts that still clash.
        """
        clash = walk.clash
        saved = {item: self.decisions[item] for item in clash}
        for at in range(walk.variable, len(variables)):
            variable = variables[at]
            blocks = [self._block(item, variable) for item in clash]
            start = walk.index if at == walk.variable else 0
            for index in _telling(blocks, start):
                hidden = any(block and index >= block.count for block in blocks)
                if hidden and not self.add_names:
                    break
                parts = self._step(clash, variable, index, hidden=hidden)
                if len(parts) > 1:
                    return [_Walk(part, at, index) for part in parts if len(part) > 1]
        self.decisions.update(saved)
        return []

    def _step(
        self, clash: list[str], variable: str, index: int, *, hidden: bool
    ) -> list[list[str]]:
        """Show names up to one, then more of that one; gives the parts of the clash."""
        if hidden:
            for item in clash:
                self._show(item, variable, index + 1)
            parts = self._parts(clash)
            if len(parts) > 1:
                return parts
        if self.add_given and self.rule == "by-cite":
            reached = {item: self.decisions[item] for item in clash}
            for level in (1, 2):
                if self._raise_level(clash, variable, index, level):
                    parts = self._parts(clash)
                    if len(parts) > 1:
                        return parts
            self.decisions.update(reached)
        return [clash]

    def _parts(self, clash: list[str]) -> list[list[str]]:
        """Group the items of a clash by what their cites are now."""
        groups: dict[str, list[str]] = defaultdict(list)
        for item in clash:
            groups[self._trial(item, self.decisions[item]).key].append(item)
        return list(groups.values())

    def _block(self, item: str, variable: str) -> NameBlock | None:
        blocks = self._trial(item, self.decisions[item]).blocks
        return next((block for block in blocks if block.variable == variable), None)

    def _show(self, item: str, variable: str, count: int) -> None:
        """Show a number of names of an item."""
        block = self._block(item, variable)
        if block is None:
            return
        decision = self.decisions[item]
        shape = decision.shapes.get(variable, NameShape(block.count, ()))
        shown = max(block.count, min(count, len(block.names)))
        levels = self._known_levels(block, shown, shape)
        self.decisions[item] = replace(
            decision, shapes={**decision.shapes, variable: NameShape(shown, levels)}
        )

    def _known_levels(self, block: NameBlock, count: int, shape: NameShape) -> tuple[int, ...]:
        """Give how much is shown of names that are told apart everywhere, or were in the cite."""
        return tuple(
            max(
                shape.level(index), self.levels.get(name, 0) if self._everywhere(name, index) else 0
            )
            for index, name in enumerate(block.names[:count])
        )

    def _everywhere(self, name: Name, index: int) -> bool:
        """Say whether a name at a place in its list is told apart from others in all cites.

        What rules the given names of persons says nothing of the acronyms of bodies.
        """
        if not name.person:
            return bool(name.acronym)
        if not self.add_given or self.rule == "by-cite":
            return False
        return index == 0 or not self.rule.startswith("primary-name")

    def _raise_level(self, clash: list[str], variable: str, index: int, level: int) -> bool:
        """Show more of one name in all items of a clash; says whether anything changed."""
        changed = False
        for item in clash:
            block = self._block(item, variable)
            if block is None or index >= block.count or level <= block.level:
                continue
            if level == 1 and not block.initials:
                continue
            decision = self.decisions[item]
            shape = decision.shapes.get(variable, NameShape(block.count, ()))
            levels = list(shape.levels) + [0] * (index + 1 - len(shape.levels))
            if levels[index] >= level:
                continue
            levels[index] = level
            self.decisions[item] = replace(
                decision,
                shapes={**decision.shapes, variable: NameShape(shape.count, tuple(levels))},
            )
            changed = True
        return changed

    # Names everywhere: acronyms, and for the rules that disambiguate names and not cites, surnames.

    def _expand_everywhere(self, items: Sequence[str]) -> None:
        """Show as much of each name as tells its bearer from others of the surname or acronym."""
        limit = 1 if self.rule.endswith("-with-initials") else 2
        shown: dict[tuple[bool, str], list[tuple[Name, NameBlock]]] = defaultdict(list)
        for item in items:
            for block in self._trial(item, self.decisions[item]).blocks:
                count = len(block.names) if self.add_names else block.count
                for index, name in enumerate(block.names[:count]):
                    if self._everywhere(name, index):
                        shown[name.person, name.short.lower()].append((name, block))
        for bearers in shown.values():
            self._tell_apart(bearers, limit)
        for item in items:
            decision = self.decisions[item]
            shapes = dict(decision.shapes)
            for block in self._trial(item, decision).blocks:
                levels = self._known_levels(block, block.count, NameShape())
                if any(level > block.level for level in levels):
                    shapes[block.variable] = NameShape(block.count, levels)
            if shapes:
                self.decisions[item] = replace(decision, shapes=shapes)

    def _tell_apart(self, bearers: list[tuple[Name, NameBlock]], limit: int) -> None:
        """Find how much must be shown of names that share a surname or acronym."""
        distinct: dict[Name, NameBlock] = {}
        for name, block in bearers:
            distinct.setdefault(name, block)
        if len({_spelt(name) for name in distinct}) < 2:
            return
        initials: dict[str, set[str]] = defaultdict(set)
        for name in distinct:
            initials[_initials(name)].add(_spelt(name))
        for name, block in distinct.items():
            if not name.person:
                self.levels[name] = 1
                continue
            same = initials[_initials(name)]
            if block.initials and (len(same) == 1 or limit == 1):
                if len(same) == 1 or len(initials) > 1:
                    self.levels[name] = 1
            elif limit == 2:
                self.levels[name] = 2


def _spelt(name: Name) -> str:
    """Give what tells a name from others: the given names, without differences of spacing.

    That of a body is its whole name.
    """
    if not name.person:
        return name.literal
    return initialise(name.given, ".", hyphen=True, all_names=False)


def _initials(name: Name) -> str:
    return initialise(name.given, ".", hyphen=True, all_names=True)
