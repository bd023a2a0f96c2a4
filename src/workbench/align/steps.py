"""align: how a path of beads is handed on from one run to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from workbench.align.side import Ints

Step = tuple[int, int, int, int]  # Chinese start, end, English start, end


class Likely(NamedTuple):
    """A bead and how likely it is.

    Attributes:
        step: its sentences.
        probability: 0 to 1.
        gain: its score, which is that above chance; 0 for an omission.
    """

    step: Step
    probability: float
    gain: float

    def shifted(self, z: int, e: int) -> Likely:
        """The same bead with sentence numbers counted from further up."""
        return self._replace(step=shifted(self.step, z, e))


def shifted(step: Step, z: int, e: int) -> Step:
    """A step with sentence numbers counted from further up."""
    return step[0] + z, step[1] + z, step[2] + e, step[3] + e


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
