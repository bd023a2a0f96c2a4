"""align: blocks that stand in another place in the translation, as an article that was moved.

A path that only goes forward leaves such a block out on both sides. Where a block without partners in the
Chinese and one in the English elsewhere do fit each other, they are aligned with each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from workbench.align.pins import Gap
from workbench.align.steps import Likely

_LEAST = 4  # sentences of a block, on each side
_MOST_HOLES = 12  # on each side that are tried, the longest
_STRAY, _TAKEN = -2, -1000
_FITS = 0.6  # of a block's sentences that must find a partner


@dataclass(frozen=True, slots=True)
class Moved:
    """A block of the source and where it stands in the target."""

    source: range
    target: range


Across = Callable[[Gap], list[Likely]]


def with_moved(beads: Sequence[Likely], across: Across) -> tuple[list[Likely], list[Moved]]:
    """Beads in which blocks that moved are aligned too.

    Args:
        beads: of a path that goes forward, in order.
        across: aligns a stretch of the source with one of the target.

    Returns:
        The beads, and the blocks that moved.
    """
    sources, targets = _holes(beads, 0), _holes(beads, 2)
    free_sources, free_targets = set(range(len(sources))), set(range(len(targets)))
    kept, moved = list(beads), []
    for s, t in product(range(len(sources)), range(len(targets))):
        if s not in free_sources or t not in free_targets:
            continue
        source, target = sources[s], targets[t]
        found = across((source.start, source.stop, target.start, target.stop))
        if _partnered(found) < _FITS * min(len(source), len(target)):
            continue
        kept = [part for bead in kept for part in _outside(bead, source, target)] + found
        free_sources.discard(s)
        free_targets.discard(t)
        moved.append(Moved(source, target))
    return kept, moved


def _holes(beads: Sequence[Likely], side: int) -> list[range]:
    """Stretches of one side (0 source, 2 target) where leaving the sentences out is worth most.

    A stray bead that fits does not end a stretch: the stretches are those with the highest sums of 1 for a
    sentence without a worthy partner and `_STRAY` for one with.
    """
    worth: list[int] = []
    for bead in beads:
        worth += [1 if bead.gain <= 0 else _STRAY] * (bead.step[side + 1] - bead.step[side])
    holes: list[range] = []
    while len(holes) < _MOST_HOLES:
        start, end = _heaviest(worth)
        if end - start < _LEAST:
            break
        holes.append(range(start, end))
        worth[start:end] = [_TAKEN] * (end - start)
    return holes


def _heaviest(worth: Sequence[int]) -> tuple[int, int]:
    """The stretch with the highest sum."""
    best, best_span, sum_here, start = 0, (0, 0), 0, 0
    for at, value in enumerate(worth):
        if sum_here <= 0:
            sum_here, start = 0, at
        sum_here += value
        if sum_here > best:
            best, best_span = sum_here, (start, at + 1)
    return best_span


def _partnered(beads: Sequence[Likely]) -> int:
    """Sentences of the shorter side in beads that are worth it."""
    good = [bead.step for bead in beads if bead.gain > 0 and bead.probability > 0.5]
    return min(sum(z1 - z0 for z0, z1, _, _ in good), sum(e1 - e0 for _, _, e0, e1 in good))


def _outside(bead: Likely, source: range, target: range) -> Iterator[Likely]:
    """What is left of a bead when two blocks are taken away; a bead that loses one side loses its partner."""
    z0, z1, e0, e1 = bead.step
    source_goes = z1 > z0 and source.start <= z0 and z1 <= source.stop
    target_goes = e1 > e0 and target.start <= e0 and e1 <= target.stop
    if not source_goes and not target_goes:
        yield bead
    elif z1 > z0 and not source_goes:
        yield from (Likely((z, z + 1, e1, e1), bead.probability, 0.0) for z in range(z0, z1))
    elif e1 > e0 and not target_goes:
        yield from (Likely((z1, z1, e, e + 1), bead.probability, 0.0) for e in range(e0, e1))
