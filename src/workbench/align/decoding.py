"""align: the path of beads most of which are expected to be right."""

from __future__ import annotations

import numpy as np

from workbench.align.corridor import Corridor
from workbench.align.lattice import Place, origins
from workbench.align.posterior import Posterior
from workbench.align.scores import IMPOSSIBLE
from workbench.align.settings import SHAPES
from workbench.align.steps import Likely

_SKIP_SOURCE, _SKIP_TARGET = len(SHAPES), len(SHAPES) + 1


def most_right(path: Corridor, place: Place, likely: Posterior, price: float) -> list[Likely]:
    """The path with the highest sum of (probability - price) over its beads.

    With the price at half the F1 that is reached, this maximises the expected F1.

    Args:
        path: the corridor.
        place: all its cells.
        likely: probabilities of beads and omissions.
        price: 0 to 1.
    """
    best = np.full(path.cells + 1, float(IMPOSSIBLE))
    came = np.full(path.cells, _SKIP_TARGET, np.int8)
    sources = origins(path, place)
    worth = likely.beads - np.float32(price)
    for row in range(len(path.low)):
        start, end = int(path.starts[row]), int(path.starts[row + 1])
        if row == 0:
            value = np.full(end - start, float(IMPOSSIBLE))
            value[0] = 0.0
        else:
            options = best[sources[start:end]] + worth[start:end]
            picks = options.argmax(1)
            value = options[np.arange(end - start), picks]
            skipped = _above(best, path, row) + likely.source_gap[start:end] - price
            came[start:end] = np.where(skipped > value, _SKIP_SOURCE, picks)
            value = np.maximum(value, skipped)
        level = np.cumsum(likely.target_gap[start:end] - price)
        with_runs = np.maximum.accumulate(value - level) + level
        came[start:end][with_runs > value + 1e-9] = _SKIP_TARGET
        best[start:end] = with_runs
    return _trace(path, came, likely)


def _above(best: np.ndarray, path: Corridor, row: int) -> np.ndarray:
    columns = np.arange(path.low[row], path.high[row] + 1)
    inside = columns <= path.high[row - 1]
    cells = path.starts[row - 1] + columns - path.low[row - 1]
    return np.where(inside, best[np.where(inside, cells, path.cells)], float(IMPOSSIBLE))


def _trace(path: Corridor, came: np.ndarray, likely: Posterior) -> list[Likely]:
    i, j = len(path.low) - 1, int(path.high[-1])
    beads: list[Likely] = []
    while i or j:
        at = int(path.starts[i] + j - path.low[i])
        code = int(came[at])
        if code == _SKIP_TARGET:
            a, b, sure = 0, 1, float(likely.target_gap[at])
        elif code == _SKIP_SOURCE:
            a, b, sure = 1, 0, float(likely.source_gap[at])
        else:
            (a, b), sure = SHAPES[code], float(likely.beads[at, code])
        beads.append((i - a, i, j - b, j, sure))
        i, j = i - a, j - b
    return beads[::-1]
