"""align: the corridor in which a path through the two texts is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from workbench.align.side import Ints

_FAR = 400  # sentences between two points
_MOST_BESIDE = 200  # sentences that their distance adds to each side
Boundary = tuple[int, int]  # sentences before it: Chinese, English


@dataclass(frozen=True, eq=False)
class Corridor:
    """For each Chinese boundary 0 … n the lowest and highest English boundary that a path may take.

    Both never fall, neighbours overlap, and the two corners are inside. Cells are numbered row by row;
    `starts` says where each row begins.

    Attributes:
        low: lowest English boundary of each row.
        high: highest.
        solid: 1 for a row with walls: no bead may jump over it.
        first_wall: of such a row, the highest English boundary at which a bead may end in it.
        last_wall: and the lowest at which one may begin.
    """

    low: Ints
    high: Ints
    solid: Ints
    first_wall: Ints
    last_wall: Ints

    @cached_property
    def widths(self) -> Ints:
        """Cells of each row."""
        return self.high - self.low + 1

    @cached_property
    def starts(self) -> Ints:
        """Number of each row's first cell, and of all cells."""
        return np.concatenate([[0], np.cumsum(self.widths)])

    @cached_property
    def solid_sums(self) -> Ints:
        """Solid rows up to each row, itself included."""
        return np.cumsum(self.solid)

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return int(self.starts[-1])

    def lets(self, z: Ints, i: Ints, e: Ints, j: Ints) -> NDArray[np.bool_]:
        """Whether beads with Chinese sentences `z` … `i` and English ones `e` … `j` cross no wall."""
        jumps = self.solid_sums[i - 1] > self.solid_sums[np.maximum(z, 0)]
        return np.asarray(~jumps & (j <= self.first_wall[i]) & (e >= self.last_wall[np.maximum(z, 0)]))

    def has_wall(self, row: int) -> bool:
        """Whether a row has a wall and its English boundary lies inside."""
        return bool(self.solid[row] and self.low[row] <= self.last_wall[row] <= self.high[row])

    def part(self, z0: int, z1: int, e0: int, e1: int) -> Corridor:
        """The corridor of a stretch of both texts, from corner to corner."""
        low = np.clip(self.low[z0 : z1 + 1] - e0, 0, e1 - e0)
        high = np.clip(self.high[z0 : z1 + 1] - e0, 0, e1 - e0)
        low[0], high[-1] = 0, e1 - e0
        rows = slice(z0, z1 + 1)
        return Corridor(low, high, self.solid[rows], self.first_wall[rows] - e0, self.last_wall[rows] - e0)


def limits(rows: int, columns: int, walls: Sequence[Boundary] = ()) -> Corridor:
    """Everything that is allowed.

    Args:
        rows: Chinese sentences.
        columns: English sentences.
        walls: boundaries that a path must pass, rising.
    """
    grid = np.arange(rows + 1)
    x = np.array([i for i, _ in walls], np.int64)
    y = np.array([j for _, j in walls], np.int64)
    first, behind = np.searchsorted(x, grid, side="left"), np.searchsorted(x, grid, side="right")
    before, after = np.append(0, y), np.append(y, columns)
    solid = behind > first
    return Corridor(
        before[first],
        after[behind],
        solid.astype(np.int64),
        np.where(solid, after[first], columns),
        np.where(solid, before[behind], 0),
    )


def around(points: Sequence[Boundary], bounds: Corridor, reach: int) -> Corridor:
    """Around a rising chain of boundaries, wider where they are far apart.

    Args:
        points: boundaries, rising; the corners are added.
        bounds: what is allowed at all.
        reach: English boundaries to each side.
    """
    rows, columns = len(bounds.low) - 1, int(bounds.high[-1])
    x = np.array([0, *(i for i, _ in points), rows])
    y = np.array([0, *(j for _, j in points), columns])
    grid = np.arange(rows + 1)
    after = np.minimum(np.searchsorted(x, grid, side="left"), len(x) - 1)
    before = np.maximum(np.searchsorted(x, grid, side="right") - 1, 0)
    gap = np.maximum(x[after] - x[before], 0)
    wide = reach + np.minimum(0.35 * gap, _MOST_BESIDE).astype(np.int64)
    # Between two near points everything may happen: a jump to the side, where sentences are missing, lies
    # inside from its foot to its top. Between far ones that would be too much to search.
    far = np.maximum(gap, y[after] - y[before]) > _FAR
    centre = np.interp(grid, x, y).astype(np.int64)
    low = np.where(far, centre, np.minimum(y[before], y[after])) - wide
    high = np.where(far, centre, np.maximum(y[before], y[after])) + wide
    foot = np.searchsorted(x, grid, side="left")
    on = gap == 0
    low[on] = y[foot[on]] - reach
    return _mended(low, high, bounds)


def _mended(low: Ints, high: Ints, bounds: Corridor) -> Corridor:
    """Inside the bounds, never falling, and without a place where two rows do not overlap."""
    low, high = np.clip(low, bounds.low, bounds.high), np.clip(high, bounds.low, bounds.high)
    low[0], high[-1] = 0, bounds.high[-1]
    low = np.minimum.accumulate(low[::-1])[::-1]
    high = np.maximum.accumulate(np.maximum(high, low))
    high[:-1] = np.maximum(high[:-1], np.minimum(low[1:], bounds.high[:-1]))
    low[1:] = np.minimum(low[1:], high[:-1])
    low = np.minimum.accumulate(low[::-1])[::-1]
    return Corridor(low, high, bounds.solid, bounds.first_wall, bounds.last_wall)


def touches(boundaries: Ints, path: Corridor, bounds: Corridor, margin: int = 2) -> bool:
    """Whether a path runs along the corridor's edge, so that a better one may lie outside.

    Args:
        boundaries: the lowest and highest English boundary the path has in each row, shape (rows + 1, 2).
        path: the corridor it was found in.
        bounds: what is allowed at all.
        margin: how near is too near.
    """
    below = (boundaries[:, 0] < path.low + margin) & (path.low > bounds.low)
    above = (boundaries[:, 1] > path.high - margin) & (path.high < bounds.high)
    return bool(np.any(below | above))
