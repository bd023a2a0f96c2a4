"""align: how likely each bead is.

Forward and backward sums over all paths of a corridor give the probability of every bead, whatever it
competes with: another boundary, a merge across the boundary, a split inside.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.align.corridor import Corridor
from workbench.align.gaps import GapCosts
from workbench.align.lattice import Place, goals, origins
from workbench.align.scores import IMPOSSIBLE
from workbench.align.settings import SHAPES
from workbench.align.side import Floats, Singles

Row = NDArray[np.float64]


@dataclass(eq=False)
class Forward:
    """Log sums over all paths to each cell: arriving by a bead, in a Chinese gap, in an English gap, any."""

    bead: Row
    source_gap: Row
    target_gap: Row
    any: Row


@dataclass(frozen=True, eq=False)
class Posterior:
    """Probabilities of what ends in each cell.

    Attributes:
        beads: shape (cells, shapes).
        source_gap: of the Chinese sentence before the cell's boundary being left out, at this place.
        target_gap: of the English sentence before it being an addition, at this place.
    """

    beads: Singles
    source_gap: Singles
    target_gap: Singles


def posterior(path: Corridor, place: Place, scores: Singles, gap: GapCosts) -> Posterior:
    """Probabilities from scores.

    Args:
        path: the corridor.
        place: all its cells.
        scores: of the beads that end in each cell, natural logarithms, shape (cells, shapes).
        gap: of omissions, likewise.
    """
    sources = origins(path, place)
    forward = _forward(path, sources, scores, gap)
    backward = _backward(path, goals(path, place), scores, gap)
    total = forward.any[path.cells - 1]
    beads = forward.any[sources] + scores + backward[0][: path.cells, None] - total
    return Posterior(
        np.exp(np.minimum(beads, 0)).astype(np.float32),
        np.exp(np.minimum(forward.source_gap + backward[1] - total, 0))[:-1].astype(np.float32),
        np.exp(np.minimum(forward.target_gap + backward[2] - total, 0))[:-1].astype(np.float32),
    )


def _log_sum(options: Floats) -> Row:
    """log Σ exp along the last axis."""
    top = options.max(-1)
    return np.asarray(top + np.log(np.exp(options - top[..., None]).sum(-1)))


def _run(values: Row, first: float, further: float) -> Row:
    """Log sums of gaps along a row: a gap opens behind any cell and goes on to the right."""
    gaps = np.full(len(values), float(IMPOSSIBLE))
    if len(values) > 1:
        level = np.arange(len(values) - 1) * further
        gaps[1:] = np.logaddexp.accumulate(values[:-1] + first - level) + level
    return gaps


def _shifted(values: Row, path: Corridor, row: int, onto: int) -> Row:
    """The values of one row at the columns of another, IMPOSSIBLE where it has none."""
    low, high = int(path.low[row]), int(path.high[row])
    to_low, to_high = int(path.low[onto]), int(path.high[onto])
    moved = np.full(to_high - to_low + 1, float(IMPOSSIBLE))
    start, end = max(low, to_low), min(high, to_high) + 1
    if end > start:
        at = path.starts[row] - low
        moved[start - to_low : end - to_low] = values[at + start : at + end]
    return moved


def _forward(path: Corridor, sources: NDArray[np.int64], scores: Singles, gap: GapCosts) -> Forward:
    bead, in_source, in_target, some = (np.full(path.cells + 1, float(IMPOSSIBLE)) for _ in range(4))
    # Where neighbours on both sides are left out, the Chinese come first, so that no path is counted twice;
    # but what stands before a wall comes before all that stands behind it.
    before_gap = np.full(path.cells + 1, float(IMPOSSIBLE))
    for row in range(len(path.low)):
        here = slice(int(path.starts[row]), int(path.starts[row + 1]))
        if row == 0:
            bead[0] = 0.0
        else:
            bead[here] = _log_sum(some[sources[here]] + scores[here])
            opened = _shifted(before_gap, path, row - 1, row) + gap.first
            gone_on = _shifted(in_source, path, row - 1, row) + gap.further
            in_source[here] = np.logaddexp(opened, gone_on)
        reached = np.logaddexp(bead[here], in_source[here])
        in_target[here] = _run(reached, gap.first, gap.further)
        some[here] = np.logaddexp(reached, in_target[here])
        before_gap[here] = bead[here]
        if path.has_wall(row):
            wall = int(path.starts[row] + path.last_wall[row] - path.low[row])
            before_gap[wall] = np.logaddexp(bead[wall], in_target[wall])
    return Forward(bead, in_source, in_target, some)


def _backward(
    path: Corridor, leads: NDArray[np.int64], scores: Singles, gap: GapCosts
) -> tuple[Row, Row, Row]:
    """Log sums over all paths from each cell to the end: having arrived by a bead, in a Chinese gap, in an
    English gap."""
    bead, in_source, in_target = (np.full(path.cells + 1, float(IMPOSSIBLE)) for _ in range(3))
    padded = np.concatenate([scores, np.full((1, len(SHAPES)), IMPOSSIBLE)])
    shapes = np.arange(len(SHAPES))
    last = len(path.low) - 1
    for row in range(last, -1, -1):
        here = slice(int(path.starts[row]), int(path.starts[row + 1]))
        onward = _log_sum(padded[leads[here], shapes] + bead[leads[here]])
        if row == last:
            onward[-1] = 0.0
            below = np.full(len(onward), float(IMPOSSIBLE))
        else:
            below = _shifted(in_source, path, row + 1, row)
        # A run to the right: what follows it is a bead (a Chinese gap only behind a wall).
        ends = onward.copy()
        if path.has_wall(row):
            wall = int(path.last_wall[row] - path.low[row])
            ends[wall] = np.logaddexp(onward[wall], below[wall] + gap.first)
        closed = _run(ends[::-1], gap.further, gap.further)[::-1]
        in_target[here] = np.logaddexp(ends, closed)
        opens_right = np.append(in_target[here][1:], float(IMPOSSIBLE)) + gap.first
        ahead = np.logaddexp(onward, opens_right)
        in_source[here] = np.logaddexp(ahead, below + gap.further)
        bead[here] = np.logaddexp(ahead, below + gap.first)
    return bead, in_source, in_target


def expected_gaps(likely: Posterior) -> float:
    """How many sentences are expected to have no partner."""
    return float(likely.source_gap.sum() + likely.target_gap.sum())
