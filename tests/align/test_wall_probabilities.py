"""tests: between walls, too, probabilities are shares of all paths."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align.corridor import Boundary, limits
from workbench.align.gaps import GapCosts
from workbench.align.posterior import posterior
from workbench.align.scores import IMPOSSIBLE
from workbench.align.steps import Step

from .paths import Path, canonical_paths
from .test_posterior import COSTS, assert_agrees, by_step, everywhere, log_weight, random_scores
from .test_walls import any_walls, crossing


def through(walls: list[Boundary], rows: int, columns: int) -> list[Path]:
    """Each alignment that no bead of crosses a wall, told one way: stretch by stretch."""
    corners = [(0, 0), *walls, (rows, columns)]
    stretches = [
        [
            tuple((z + a, z + b, e + c, e + d) for a, b, c, d in path)
            for path in canonical_paths(next_z - z, next_e - e)
        ]
        for (z, e), (next_z, next_e) in pairwise(corners)
    ]
    return [tuple(step for part in parts for step in part) for parts in product(*stretches)]


@settings(max_examples=80)
@given(st.data(), st.integers(1, 4), st.integers(1, 4), st.integers(0, 9999), COSTS)
def test_probabilities_are_shares_of_the_paths_through_all_walls(
    data: st.DataObject, rows: int, columns: int, seed: int, gap: GapCosts
) -> None:
    walls = data.draw(any_walls(rows, columns))
    path = limits(rows, columns, walls)
    scores = random_scores(path, seed, 3.0)
    place = everywhere(path)
    scores[crossing(path, walls)] = IMPOSSIBLE
    known = by_step(path, scores)
    paths = through(walls, rows, columns)
    logs = np.array([log_weight(steps, known, gap) for steps in paths])
    weights = np.exp(logs - logs.max())
    sums: dict[Step, float] = defaultdict(float)
    for steps, weight in zip(paths, weights / weights.sum(), strict=True):
        for step in steps:
            sums[step] += float(weight)
    assert_agrees(path, posterior(path, place, scores, gap), sums)
