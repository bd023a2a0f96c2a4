"""tests: boundaries that no bead crosses, as the ends of paragraphs are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from workbench.align.corridor import Boundary, Corridor, limits
from workbench.align.decoding import most_right
from workbench.align.lattice import places
from workbench.align.search import best_path
from workbench.align.settings import SHAPES
from workbench.align.steps import Step

from .paths import Path, all_paths
from .test_decoding import random_likelihoods, value
from .test_posterior import everywhere
from .test_search import SKIPS, TEXTS, scores_of, side, told, worth

SOURCES, TARGETS = (np.array(column) for column in zip(*SHAPES, strict=True))


@st.composite
def any_walls(draw: st.DrawFn, rows: int, columns: int) -> list[Boundary]:
    """Rising on both sides, where one may stand still; at the corners and edges too."""
    count = draw(st.integers(1, 4))
    x = sorted(draw(st.lists(st.integers(0, rows), min_size=count, max_size=count)))
    y = sorted(draw(st.lists(st.integers(0, columns), min_size=count, max_size=count)))
    return list(zip(x, y, strict=True))


def passes(path: Path | list[Step], walls: list[Boundary]) -> bool:
    """Whether a path comes through every wall."""
    return {(0, 0), *((z1, e1) for _, z1, _, e1 in path)} >= set(walls)


def assert_sound(path: Corridor) -> None:
    assert path.low[0] == 0
    assert (np.diff(path.low) >= 0).all()
    assert (np.diff(path.high) >= 0).all()
    assert (path.low[1:] <= path.high[:-1]).all()


@given(st.data(), st.integers(0, 12), st.integers(0, 12))
def test_between_walls_lies_a_corridor_from_corner_to_corner(
    data: st.DataObject, rows: int, columns: int
) -> None:
    path = limits(rows, columns, data.draw(any_walls(rows, columns)))
    assert_sound(path)
    assert path.high[-1] == columns


@settings(max_examples=60)
@given(st.data(), TEXTS, TEXTS, st.integers(0, 99), SKIPS)
def test_the_first_run_finds_the_best_path_through_all_walls(
    data: st.DataObject, chinese: list[str], english: list[str], seed: int, skip: float
) -> None:
    rows, columns = len(chinese), len(english)
    walls = data.draw(any_walls(rows, columns))
    scores = scores_of(side(chinese), side(english), seed)
    known = told(scores, limits(rows, columns))
    best = max(worth(path, known, skip) for path in all_paths(rows, columns) if passes(path, walls))
    found = best_path(scores, limits(rows, columns, walls), skip)
    assert passes(found, walls)
    assert worth(found, known, skip) == pytest.approx(best, abs=1e-3)


def crossing(path: Corridor, walls: list[Boundary]) -> NDArray[np.bool_]:
    """Which beads cross a wall or begin outside of the texts, shape (cells, shapes)."""
    place = everywhere(path)
    i, j = place.rows[:, None], place.columns[:, None]
    z, e = i - SOURCES, j - TARGETS
    outside = (z < 0) | (e < 0)
    for row, column in walls:
        outside |= ~(((i <= row) & (j <= column)) | ((z >= row) & (e >= column)))
    return np.asarray(outside)


@settings(max_examples=60)
@given(st.data(), st.integers(1, 4), st.integers(1, 4), st.integers(0, 9999), st.sampled_from([0.0, 0.4]))
def test_the_path_that_is_told_comes_through_all_walls(
    data: st.DataObject, rows: int, columns: int, seed: int, price: float
) -> None:
    """Of beads that cross one the probability is nothing."""
    walls = data.draw(any_walls(rows, columns))
    path = limits(rows, columns, walls)
    likely = random_likelihoods(path, seed)
    likely.beads[crossing(path, walls)] = -9
    steps = [step for step, _, _ in most_right(path, places(path, 0, rows), likely, price)]
    assert passes(steps, walls)
    best = max(
        sum(value(path, likely, step) - price for step in some)
        for some in all_paths(rows, columns)
        if passes(some, walls)
    )
    assert sum(value(path, likely, step) - price for step in steps) == pytest.approx(best, abs=1e-5)
