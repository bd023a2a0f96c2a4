"""align: the corridor in which a path through the two texts is looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from workbench.align.side import Ints


@dataclass(frozen=True, eq=False)
class Corridor:
    """For each Chinese boundary 0 … n the lowest and highest English boundary that a path may take.

    Both never fall, neighbours overlap, and the two corners are inside. Cells are numbered row by row;
    `starts` says where each row begins.
    """

    low: Ints
    high: Ints

    @cached_property
    def widths(self) -> Ints:
        """Cells of each row."""
        return self.high - self.low + 1

    @cached_property
    def starts(self) -> Ints:
        """Number of each row's first cell, and of all cells."""
        return np.concatenate([[0], np.cumsum(self.widths)])

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return int(self.starts[-1])


def corridor(low: Ints, high: Ints, columns: int) -> Corridor:
    """A corridor between two lines, mended where they leave the text, fall or part.

    Args:
        low: the wished lowest boundary of each row.
        high: the wished highest.
        columns: English sentences.
    """
    low = np.clip(low, 0, columns)
    high = np.clip(high, 0, columns)
    low[0], high[-1] = 0, columns
    low = np.minimum.accumulate(low[::-1])[::-1]
    high = np.maximum.accumulate(np.maximum(high, low))
    low[1:] = np.minimum(low[1:], high[:-1])
    return Corridor(np.minimum.accumulate(low[::-1])[::-1], high)


def whole(rows: int, columns: int) -> Corridor:
    """Everything is allowed."""
    return Corridor(np.zeros(rows + 1, np.int64), np.full(rows + 1, columns, np.int64))


def around(points: Sequence[tuple[int, int]], rows: int, columns: int, reach: int) -> Corridor:
    """Around a rising chain of boundaries, wider where they are far apart.

    Args:
        points: (Chinese boundary, English boundary), rising; the corners are added.
        rows: Chinese sentences.
        columns: English sentences.
        reach: English boundaries to each side.
    """
    x = np.array([0, *(i for i, _ in points), rows])
    y = np.array([0, *(j for _, j in points), columns])
    # A jump to the side (sentences missing on one side) must be inside from its foot to its top.
    grid = np.arange(rows + 1)
    after = np.minimum(np.searchsorted(x, grid, side="left"), len(x) - 1)
    before = np.maximum(np.searchsorted(x, grid, side="right") - 1, 0)
    centre = np.interp(grid, *_once(x, y))
    gap = np.maximum(x[after] - x[before], 0)
    bend = np.minimum(np.abs((y[after] - y[before]) - gap * columns / max(rows, 1)), 2000)
    wide = reach + np.minimum(0.35 * gap, 200) + np.where(gap > 0, bend, 0)
    low, high = np.floor(centre - wide).astype(np.int64), np.ceil(centre + wide).astype(np.int64)
    on_chain = gap == 0
    low[on_chain] = np.minimum(low[on_chain], y[before[on_chain]] - reach)
    return corridor(low, high, columns)


def _once(x: Ints, y: Ints) -> tuple[Ints, Ints]:
    """Each x once, with the middle of its ys."""
    kept, first = np.unique(x, return_index=True)
    last = np.append(first[1:], len(x)) - 1
    return kept, (y[first] + y[last]) // 2


def touches(boundaries: Ints, path: Corridor, margin: int = 2) -> bool:
    """Whether a path runs along the corridor's edge, so that a better one may lie outside.

    Args:
        boundaries: the lowest and highest English boundary the path has in each row, shape (rows + 1, 2).
        path: the corridor it was found in.
        margin: how near is too near.
    """
    columns = path.high[-1]
    below = (boundaries[:, 0] < path.low + margin) & (path.low > 0)
    above = (boundaries[:, 1] > path.high - margin) & (path.high < columns)
    return bool(np.any(below | above))
