"""align: the first run, the best path through a corridor of any width."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from workbench.align.corridor import Corridor
from workbench.align.lattice import origins, places
from workbench.align.scores import IMPOSSIBLE, BeadScores
from workbench.align.settings import SHAPES
from workbench.align.side import Ints
from workbench.align.steps import Step

_CELLS_AT_ONCE = 20_000
_SKIP_SOURCE, _SKIP_TARGET = len(SHAPES), len(SHAPES) + 1


def best_path(scores: BeadScores, path: Corridor, skip: float) -> list[Step]:
    """The beads whose scores sum up highest, omissions one by one.

    Args:
        scores: of beads.
        path: where to look.
        skip: score of a sentence without a partner.
    """
    best = np.full(path.cells + 1, IMPOSSIBLE, np.float64)
    came = np.zeros(path.cells, np.int8)
    _first_row(best, came, path, skip)
    first, rows = 1, len(path.low) - 1
    while first <= rows:
        last = _block_end(path, first)
        place = places(path, first, last)
        sources, values = origins(path, place), scores.block(path, first, last)
        for i in range(first, last + 1):
            start, end = path.starts[i] - path.starts[first], path.starts[i + 1] - path.starts[first]
            _row(best, came, path, i, sources[start:end], values[start:end], skip)
        first = last + 1
    return _trace(came, path)


def _block_end(path: Corridor, first: int) -> int:
    """The last row of a block that begins at `first` and is not too large."""
    enough = int(np.searchsorted(path.starts, path.starts[first] + _CELLS_AT_ONCE, side="right")) - 2
    return int(np.clip(enough, first, min(first + 31, len(path.low) - 1)))


def _first_row(best: NDArray[np.float64], came: NDArray[np.int8], path: Corridor, skip: float) -> None:
    width = int(path.widths[0])
    best[:width] = np.arange(width) * skip
    came[:width] = _SKIP_TARGET


def _row(
    best: NDArray[np.float64],
    came: NDArray[np.int8],
    path: Corridor,
    row: int,
    sources: Ints,
    values: NDArray[np.float32],
    skip: float,
) -> None:
    options = best[sources] + values
    picks = options.argmax(1)
    value = options[np.arange(len(picks)), picks]
    columns = np.arange(path.low[row], path.high[row] + 1)
    above = columns - path.low[row - 1]
    known = above < path.widths[row - 1]
    skipped = np.where(
        known, best[path.starts[row - 1] + np.minimum(above, path.widths[row - 1] - 1)], IMPOSSIBLE
    )
    skipped = skipped + skip
    codes = np.where(skipped > value, _SKIP_SOURCE, picks).astype(np.int8)
    value = np.maximum(value, skipped)
    level = np.arange(len(value)) * skip  # runs of omitted English sentences, all at once
    with_runs = np.maximum.accumulate(value - level) + level
    codes[with_runs > value + 1e-6] = _SKIP_TARGET
    best[path.starts[row] : path.starts[row + 1]] = with_runs
    came[path.starts[row] : path.starts[row + 1]] = codes


def _trace(came: NDArray[np.int8], path: Corridor) -> list[Step]:
    i, j = len(path.low) - 1, int(path.high[-1])
    steps: list[Step] = []
    while i or j:
        code = int(came[path.starts[i] + j - path.low[i]])
        if code == _SKIP_TARGET:
            a, b = 0, 1
        else:
            a, b = (1, 0) if code == _SKIP_SOURCE else SHAPES[code]
        steps.append((i - a, i, j - b, j))
        i, j = i - a, j - b
    return steps[::-1]
