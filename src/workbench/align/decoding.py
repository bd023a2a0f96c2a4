"""align: the path of beads most of which are expected to be right."""

from __future__ import annotations

import numpy as np

from workbench.align.corridor import Corridor
from workbench.align.lattice import Place, origins
from workbench.align.posterior import Posterior
from workbench.align.scores import IMPOSSIBLE
from workbench.align.settings import SHAPES
from workbench.align.steps import Step

Choice = tuple[Step, int, int]  # sentences, cell it ends in, shape or kind of omission
_HARDLY = 0.05  # a bead less likely than this is only there because something must be
_SIZES = np.array([a + b for a, b in SHAPES])
SKIP_SOURCE, SKIP_TARGET = len(SHAPES), len(SHAPES) + 1


def most_right(path: Corridor, place: Place, likely: Posterior, price: float) -> list[Choice]:
    """The path with the highest sum of (probability - price) over its beads.

    With the price at half the F1 that is reached, this maximises the expected F1. Where nothing is likely, a
    bead costs by its sentences.

    Args:
        path: the corridor.
        place: all its cells.
        likely: probabilities of beads and omissions.
        price: 0 to 1.
    """
    best = np.full(path.cells + 1, float(IMPOSSIBLE))
    came = np.full(path.cells, SKIP_TARGET, np.int8)
    sources = origins(path, place)
    # Where nothing is likely, few large beads must not be cheaper than many small ones.
    prices = np.where(likely.beads < _HARDLY, price * _SIZES / 2, price)
    worth = likely.beads - prices.astype(np.float32)
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
            came[start:end] = np.where(skipped > value, SKIP_SOURCE, picks)
            value = np.maximum(value, skipped)
        level = np.cumsum(likely.target_gap[start:end] - price)
        with_runs = np.maximum.accumulate(value - level) + level
        came[start:end][with_runs > value + 1e-9] = SKIP_TARGET
        best[start:end] = with_runs
    return _trace(path, came)


def _above(best: np.ndarray, path: Corridor, row: int) -> np.ndarray:
    columns = np.arange(path.low[row], path.high[row] + 1)
    inside = columns <= path.high[row - 1]
    cells = path.starts[row - 1] + columns - path.low[row - 1]
    return np.where(inside, best[np.where(inside, cells, path.cells)], float(IMPOSSIBLE))


def _trace(path: Corridor, came: np.ndarray) -> list[Choice]:
    i, j = len(path.low) - 1, int(path.high[-1])
    choices: list[Choice] = []
    while i or j:
        at = int(path.starts[i] + j - path.low[i])
        code = int(came[at])
        if code == SKIP_TARGET:
            a, b = 0, 1
        else:
            a, b = (1, 0) if code == SKIP_SOURCE else SHAPES[code]
        choices.append(((i - a, i, j - b, j), at, code))
        i, j = i - a, j - b
    return choices[::-1]
