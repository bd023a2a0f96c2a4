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
_FITS = 0.6  # of a block's sentences, on both sides, that must find a partner


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
    if not beads:
        return [], []
    sources, targets = _holes(beads, 0), _holes(beads, 2)
    free_sources, free_targets = set(range(len(sources))), set(range(len(targets)))
    kept, moved = list(beads), []
    for s, t in product(range(len(sources)), range(len(targets))):
        if s not in free_sources or t not in free_targets:
            continue
        source, target = sources[s], targets[t]
        found = across((source.start, source.stop, target.start, target.stop))
        block = _block(found)
        if block is None:
            continue
        kept = [part for bead in kept for part in _outside(bead, source, target)] + found
        free_sources.discard(s)
        free_targets.discard(t)
        moved.append(block)
    return kept, sorted(moved, key=lambda block: block.source.start)


def _holes(beads: Sequence[Likely], side: int) -> list[range]:
    """Stretches of one side (0 source, 2 target) where leaving the sentences out is worth most.

    A stray bead that fits does not end a stretch: the stretches are those with the highest sums of 1 for a
    sentence without a worthy partner and `_STRAY` for one with.
    """
    base = beads[0].step[side]
    worth: list[int] = []
    for bead in beads:
        worth += [1 if bead.gain <= 0 else _STRAY] * (bead.step[side + 1] - bead.step[side])
    holes: list[range] = []
    while len(holes) < _MOST_HOLES:
        start, end = _heaviest(worth)
        if end - start < _LEAST:
            break
        holes.append(range(base + start, base + end))
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


def _block(beads: Sequence[Likely]) -> Moved | None:
    """What the beads that are worth it span, if it is long enough and they fill most of it on both sides."""
    good = [bead.step for bead in beads if bead.gain > 0 and bead.probability > 0.5]
    if not good:
        return None
    source = range(min(step[0] for step in good), max(step[1] for step in good))
    target = range(min(step[2] for step in good), max(step[3] for step in good))
    sources, targets = (sum(step[k + 1] - step[k] for step in good) for k in (0, 2))
    fills = sources >= _FITS * len(source) and targets >= _FITS * len(target)
    return Moved(source, target) if fills and min(sources, targets) >= _LEAST else None


def _outside(bead: Likely, source: range, target: range) -> Iterator[Likely]:
    """What is left of a bead when two blocks are taken away; a bead that loses one side loses its partner."""
    z0, z1, e0, e1 = bead.step
    source_goes = z1 > z0 and source.start <= z0 and z1 <= source.stop
    target_goes = e1 > e0 and target.start <= e0 and e1 <= target.stop
    if not source_goes and not target_goes:
        yield bead
    elif z1 > z0 and not source_goes:
        yield from (Likely((z, z + 1, e1, e1), 1 - bead.probability, 0.0) for z in range(z0, z1))
    elif e1 > e0 and not target_goes:
        yield from (Likely((z1, z1, e, e + 1), 1 - bead.probability, 0.0) for e in range(e0, e1))
