"""memory: the concordance, every unit that has a string in its Chinese or its English, and where it stands.

A row of a project is in a memory as a whole and again sentence by sentence: where a sentence has the string,
the row around it is not shown too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Protocol

from workbench.memory.finding import ConcordanceQuery, Finder, Side, Span
from workbench.model.memory_units import WHOLE, MemoryUnit, UnitState

__all__ = [
    "Concordance", "ConcordanceHit", "ConcordanceQuery", "Searchable", "Side", "Span", "concordance",
    "hit_in", "rank", "side_of",
]  # fmt: skip

MOST_LOOKED_AT = 20_000
"""Of units that may have the string so many are looked at, the newest; what is beyond is not counted."""
_ALL = 1 << 62
_ENOUGH = 200
"""Only where so many have it is the rest left alone: a rare word that begins as a common one is found."""
_STATES = {UnitState.REVIEWED: 3, UnitState.CONFIRMED: 2, UnitState.UNKNOWN: 1, UnitState.DRAFT: 0}


class Searchable(Protocol):
    """What a concordance is made of: a memory."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...

    def units_containing(self, folded: str, limit: int) -> Iterator[MemoryUnit]:
        """Units whose folded source contains a folded string."""
        ...

    def units_with_english(self, pieces: Sequence[str], limit: int) -> Iterator[MemoryUnit]:
        """Units whose English contains all pieces, capitals aside."""
        ...


@dataclass(frozen=True, slots=True)
class ConcordanceHit:
    """A unit that has the string.

    Attributes:
        memory: name of the memory it is in.
        side: where the string stands.
        spans: all its places in that text as it is shown, code points, in order.
    """

    unit: MemoryUnit
    memory: str
    side: Side
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The text that the spans are of."""
        return side_of(self.unit, self.side)


@dataclass(frozen=True, slots=True)
class Concordance:
    """What was found.

    Attributes:
        hits: the best of them, best first.
        more: how many others there are.
        at_least: whether there may be still more: not everything was looked at.
    """

    hits: tuple[ConcordanceHit, ...]
    more: int = 0
    at_least: bool = False


def concordance(memory: Searchable, query: ConcordanceQuery, limit: int = 200) -> Concordance:
    """The units of a memory that have a string: reviewed ones first, then the newest.

    Args:
        memory: where to look.
        query: what for; with hanzi it is looked for in the Chinese, else in the English, and as it stands in
            the Chinese too (GDP, 2035).
        limit: hits given; the others are counted.
    """
    finder = Finder(query)
    if finder.is_empty:
        return Concordance(())
    found: list[tuple[MemoryUnit, Side]] = []
    at_least = False
    for side in finder.sides:
        holding, is_all = _holding(_candidates(memory, finder, side), finder, side)
        found += [(unit, side) for unit in holding]
        at_least = at_least or not is_all
    found = _without_wholes(found)
    best = nlargest(limit, found, key=lambda one: rank(one[0]))
    hits = (hit_in(unit, memory.name, finder, side) for unit, side in best)
    return Concordance(tuple(hits), len(found) - len(best), at_least)


def _holding(units: Iterator[MemoryUnit], finder: Finder, side: Side) -> tuple[list[MemoryUnit], bool]:
    """Those of some units that have the string, and whether all were looked at."""
    found: list[MemoryUnit] = []
    for looked_at, unit in enumerate(units, 1):
        if finder.holds(side_of(unit, side), side):
            found.append(unit)
        if looked_at >= MOST_LOOKED_AT and len(found) >= _ENOUGH:
            return found, False
    return found, True


def _without_wholes(found: Sequence[tuple[MemoryUnit, Side]]) -> list[tuple[MemoryUnit, Side]]:
    """What was found without whole rows of which a sentence was found on the same side."""
    keys = [(unit.key, side) for unit, side in found]
    parts = {(key.project, key.row, side) for key, side in keys if key and key.part != WHOLE}
    return [
        one
        for one, (key, side) in zip(found, keys, strict=True)
        if not key or key.part != WHOLE or (key.project, key.row, side) not in parts
    ]


def hit_in(unit: MemoryUnit, memory: str, finder: Finder, side: Side) -> ConcordanceHit:
    """The places of a string in a unit that holds it."""
    return ConcordanceHit(unit, memory, side, finder.spans(side_of(unit, side), side))


def side_of(unit: MemoryUnit, side: Side) -> str:
    """The text of one side of a unit."""
    return unit.source.text if side == "source" else unit.target.text


def rank(unit: MemoryUnit) -> tuple[int, str, int]:
    """Greater for what is shown first: the reviewed, then the newest."""
    return _STATES[unit.state], unit.changed or unit.created, unit.id


def _candidates(memory: Searchable, finder: Finder, side: Side) -> Iterator[MemoryUnit]:
    """Units that may have the string on a side, each once."""
    if side == "source":
        yield from memory.units_containing(finder.folded, MOST_LOOKED_AT)
        return
    seen: set[int] = set()
    for pieces in finder.searches():
        for unit in memory.units_with_english(pieces, _ALL):
            if unit.id not in seen:
                seen.add(unit.id)
                yield unit
