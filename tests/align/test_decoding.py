from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align.corridor import Corridor, around, limits
from workbench.align.decoding import SKIP_SOURCE, SKIP_TARGET, Choice, most_right
from workbench.align.lattice import cell, origins, places
from workbench.align.posterior import Posterior
from workbench.align.settings import SHAPES
from workbench.align.steps import Step

from .paths import all_paths, kind

PRICES = st.sampled_from([0.0, 0.2, 0.4, 0.5, 0.9])


def random_likelihoods(path: Corridor, seed: int) -> Posterior:
    """Any eighths above 0, where beads may be; many are the same, as ties are."""
    chance = np.random.default_rng(seed)
    place = places(path, 0, len(path.low) - 1)
    beads = chance.integers(1, 9, (path.cells, len(SHAPES))).astype(np.float32)
    beads /= 8
    beads[origins(path, place) == path.cells] = 0
    gaps = chance.integers(0, 9, (2, path.cells)).astype(np.float32)
    gaps /= 8
    return Posterior(beads, gaps[0], gaps[1])


def value(path: Corridor, likely: Posterior, step: Step) -> float:
    at = int(cell(path, np.array([step[1]]), np.array([step[3]]))[0])
    if kind(step) == "source":
        return float(likely.source_gap[at])
    if kind(step) == "target":
        return float(likely.target_gap[at])
    return float(likely.beads[at, SHAPES.index((step[1] - step[0], step[3] - step[2]))])


def assert_is_best(path: Corridor, likely: Posterior, price: float) -> None:
    rows, columns = len(path.low) - 1, int(path.high[-1])
    choices = most_right(path, places(path, 0, rows), likely, price)
    best = max(
        sum(value(path, likely, step) - price for step in steps)
        for steps in all_paths(rows, columns)
        if all(path.low[i] <= j <= path.high[i] for _, i, _, j in steps)
    )
    assert sum(value(path, likely, step) - price for step, _, _ in choices) == pytest.approx(best, abs=1e-5)


@settings(max_examples=80)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 9999), PRICES)
def test_no_path_is_expected_to_hold_more_that_is_right(
    rows: int, columns: int, seed: int, price: float
) -> None:
    path = limits(rows, columns)
    assert_is_best(path, random_likelihoods(path, seed), price)


@settings(max_examples=60)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 9999), PRICES, st.data())
def test_none_inside_a_corridor_either(
    rows: int, columns: int, seed: int, price: float, data: st.DataObject
) -> None:
    point = (data.draw(st.integers(0, rows)), data.draw(st.integers(0, columns)))
    path = around([point], limits(rows, columns), data.draw(st.integers(0, 1)))
    assert_is_best(path, random_likelihoods(path, seed), price)


@given(st.integers(1, 20), st.integers(1, 20), st.integers(0, 9999), PRICES)
def test_a_path_holds_every_sentence_once_and_says_where_its_beads_end(
    rows: int, columns: int, seed: int, price: float
) -> None:
    path = around([(rows // 2, columns // 2)], limits(rows, columns), 4)
    choices = most_right(path, places(path, 0, rows), random_likelihoods(path, seed), price)
    z = e = 0
    for step, at, code in choices:
        assert (step[0], step[2]) == (z, e)
        z, e = step[1], step[3]
        assert at == cell(path, np.array([z]), np.array([e]))[0]
        assert shape_of(code) == (step[1] - step[0], step[3] - step[2])
    assert (z, e) == (rows, columns)


def shape_of(code: int) -> tuple[int, int]:
    return {SKIP_SOURCE: (1, 0), SKIP_TARGET: (0, 1)}.get(code) or SHAPES[code]


def test_what_is_sure_is_taken() -> None:
    path = limits(2, 3)
    place = places(path, 0, 2)
    sure = Posterior(
        np.zeros((path.cells, len(SHAPES)), np.float32),
        np.zeros(path.cells, np.float32),
        np.zeros(path.cells, np.float32),
    )
    sure.beads[cell(path, np.array([1]), np.array([2]))[0], SHAPES.index((1, 2))] = 1.0
    sure.target_gap[cell(path, np.array([1]), np.array([3]))[0]] = 1.0
    sure.source_gap[cell(path, np.array([2]), np.array([3]))[0]] = 1.0
    choices: list[Choice] = most_right(path, place, sure, 0.4)
    assert [step for step, _, _ in choices] == [(0, 1, 0, 2), (1, 1, 2, 3), (1, 2, 3, 3)]
