"""align: how a path of beads is handed on from one run to the next."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.align.side import Ints

Step = tuple[int, int, int, int]  # Chinese start, end, English start, end
Likely = tuple[int, int, int, int, float]  # the same with a probability


def boundaries(steps: Sequence[Step]) -> Ints:
    """The lowest and highest English boundary of a path in each row; a row inside a bead has its start's."""
    edges = np.zeros((steps[-1][1] + 1, 2), np.int64)
    for z0, z1, e0, e1 in steps:
        edges[z0, 1] = e0
        edges[z0 + 1 : z1] = e0
        if z1 > z0:
            edges[z1] = e1
        else:
            edges[z1, 1] = e1
    return edges
