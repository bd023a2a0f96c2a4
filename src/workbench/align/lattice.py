"""align: the cells of a corridor and the beads that lead from one to another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.align.corridor import Corridor
from workbench.align.settings import SHAPES
from workbench.align.side import Ints

_SOURCE_STEPS = np.array([a for a, _ in SHAPES])
_TARGET_STEPS = np.array([b for _, b in SHAPES])

Cells = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Place:
    """Where the cells of some rows lie: Chinese and English boundary of each."""

    rows: Ints
    columns: Ints


def places(path: Corridor, first: int, last: int) -> Place:
    """The cells of rows `first` to `last`, inclusive."""
    widths = path.widths[first : last + 1]
    rows = np.repeat(np.arange(first, last + 1), widths)
    inside = np.arange(len(rows)) - np.repeat(path.starts[first : last + 1] - path.starts[first], widths)
    return Place(rows, path.low[rows] + inside)


def cell(path: Corridor, rows: Ints, columns: Ints) -> Cells:
    """Cell numbers of boundary pairs; `path.cells`, one past the last, where a pair is outside."""
    known = (rows >= 0) & (rows < len(path.low))
    at = np.where(known, rows, 0)
    inside = known & (columns >= path.low[at]) & (columns <= path.high[at])
    return np.where(inside, path.starts[at] + columns - path.low[at], path.cells)


def origins(path: Corridor, place: Place) -> Cells:
    """From which cell each bead that ends in these cells comes, shape (cells, shapes)."""
    return cell(path, place.rows[:, None] - _SOURCE_STEPS, place.columns[:, None] - _TARGET_STEPS)


def goals(path: Corridor, place: Place) -> Cells:
    """To which cell each bead that begins in these cells leads, shape (cells, shapes)."""
    return cell(path, place.rows[:, None] + _SOURCE_STEPS, place.columns[:, None] + _TARGET_STEPS)
