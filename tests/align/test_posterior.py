from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.align.corridor import Corridor, around, limits
from workbench.align.gaps import GapCosts
from workbench.align.lattice import Place, origins, places
from workbench.align.posterior import Posterior, expected_gaps, posterior
from workbench.align.scores import IMPOSSIBLE
from workbench.align.settings import SHAPES
from workbench.align.side import Singles
from workbench.align.steps import Step

from .paths import Path, canonical_paths, kind

COSTS = st.builds(GapCosts, st.floats(-8, 1), st.floats(-8, 1))


def everywhere(path: Corridor) -> Place:
    return places(path, 0, len(path.low) - 1)


def random_scores(path: Corridor, seed: int, spread: float) -> Singles:
    """Between -spread and spread, IMPOSSIBLE where a bead would begin outside, as real scores are."""
    chance = np.random.default_rng(seed)
    values = chance.uniform(-spread, spread, (path.cells, len(SHAPES))).astype(np.float32)
    values[origins(path, everywhere(path)) == path.cells] = IMPOSSIBLE
    return values


def by_step(path: Corridor, values: Singles) -> dict[Step, float]:
    place = everywhere(path)
    return {
        (int(i) - a, int(i), int(j) - b, int(j)): float(values[cell, shape])
        for cell, (i, j) in enumerate(zip(place.rows, place.columns, strict=True))
        for shape, (a, b) in enumerate(SHAPES)
        if i >= a and j >= b
    }


def log_weight(path: Path, scores: dict[Step, float], gap: GapCosts) -> float:
    """What the model gives a path; neighbouring omissions of both sides are two gaps."""
    total, before = 0.0, "bead"
    for step in path:
        this = kind(step)
        if this == "bead":
            total += scores[step]
        else:
            total += gap.further if this == before else gap.first
        before = this
    return total


def counted(path: Corridor, scores: Singles, gap: GapCosts) -> dict[Step, float]:
    """The probability of every bead and omission, path by path."""
    rows, columns = len(path.low) - 1, int(path.high[-1])
    known = by_step(path, scores)
    inside = [
        steps
        for steps in canonical_paths(rows, columns)
        if all(path.low[i] <= j <= path.high[i] for _, i, _, j in steps)
    ]
    logs = np.array([log_weight(steps, known, gap) for steps in inside])
    weights = np.exp(logs - logs.max())
    sums: dict[Step, float] = defaultdict(float)
    for steps, weight in zip(inside, weights / weights.sum(), strict=True):
        for step in steps:
            sums[step] += float(weight)
    return sums


def assert_agrees(path: Corridor, likely: Posterior, sums: dict[Step, float]) -> None:
    place = everywhere(path)
    for cell, (i, j) in enumerate(zip(place.rows.tolist(), place.columns.tolist(), strict=True)):
        for shape, (a, b) in enumerate(SHAPES):
            right = sums.get((i - a, i, j - b, j), 0.0)
            assert likely.beads[cell, shape] == pytest.approx(right, abs=2e-5)
        assert likely.source_gap[cell] == pytest.approx(sums.get((i - 1, i, j, j), 0.0), abs=2e-5)
        assert likely.target_gap[cell] == pytest.approx(sums.get((i, i, j - 1, j), 0.0), abs=2e-5)


@settings(max_examples=60)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 9999), COSTS, st.sampled_from([0.5, 3.0, 9.0]))
def test_probabilities_are_shares_of_all_paths(
    rows: int, columns: int, seed: int, gap: GapCosts, spread: float
) -> None:
    path = limits(rows, columns)
    scores = random_scores(path, seed, spread)
    assert_agrees(path, posterior(path, everywhere(path), scores, gap), counted(path, scores, gap))


@settings(max_examples=40)
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 9999), COSTS, st.integers(0, 1), st.data())
def test_in_a_corridor_they_are_shares_of_the_paths_inside(
    rows: int, columns: int, seed: int, gap: GapCosts, reach: int, data: st.DataObject
) -> None:
    point = (data.draw(st.integers(0, rows)), data.draw(st.integers(0, columns)))
    path = around([point], limits(rows, columns), reach)
    scores = random_scores(path, seed, 3.0)
    assert_agrees(path, posterior(path, everywhere(path), scores, gap), counted(path, scores, gap))


def shares_of_sentences(path: Corridor, likely: Posterior) -> tuple[np.ndarray, np.ndarray]:
    """For each sentence of both sides: the probability that some bead or omission holds it."""
    source, target = np.zeros(len(path.low) - 1), np.zeros(int(path.high[-1]))
    place = everywhere(path)
    for cell, (i, j) in enumerate(zip(place.rows.tolist(), place.columns.tolist(), strict=True)):
        for shape, (a, b) in enumerate(SHAPES):
            if i >= a and j >= b:
                source[i - a : i] += likely.beads[cell, shape]
                target[j - b : j] += likely.beads[cell, shape]
        source[i - 1 : i] += likely.source_gap[cell] if i else 0.0
        target[j - 1 : j] += likely.target_gap[cell] if j else 0.0
    return source, target


@settings(max_examples=40)
@given(
    st.integers(1, 25),
    st.integers(1, 25),
    st.integers(0, 9999),
    COSTS,
    st.sampled_from([1.0, 30.0, 1000.0]),
)
def test_every_sentence_is_somewhere(
    rows: int, columns: int, seed: int, gap: GapCosts, spread: float
) -> None:
    path = around([(rows // 2, columns // 2)], limits(rows, columns), 5)
    likely = posterior(path, everywhere(path), random_scores(path, seed, spread), gap)
    for shares in shares_of_sentences(path, likely):
        np.testing.assert_allclose(shares, 1, atol=1e-3)


@given(
    st.integers(1, 20),
    st.integers(1, 20),
    st.integers(0, 9999),
    st.builds(GapCosts, st.sampled_from([-1000.0, 1000.0]), st.sampled_from([-1000.0, 1000.0])),
)
def test_scores_and_costs_of_a_thousand_do_not_overflow(
    rows: int, columns: int, seed: int, gap: GapCosts
) -> None:
    path = limits(rows, columns)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        likely = posterior(path, everywhere(path), random_scores(path, seed, 1000.0), gap)
    for values in (likely.beads, likely.source_gap, likely.target_gap):
        assert ((values >= 0) & (values <= 1)).all()
    for shares in shares_of_sentences(path, likely):
        np.testing.assert_allclose(shares, 1, atol=1e-3)


@given(st.integers(1, 8), st.integers(1, 8), st.integers(0, 9999), COSTS)
def test_the_expected_number_of_omissions_is_the_sum_of_their_probabilities(
    rows: int, columns: int, seed: int, gap: GapCosts
) -> None:
    path = limits(rows, columns)
    likely = posterior(path, everywhere(path), random_scores(path, seed, 4.0), gap)
    assert 0 <= expected_gaps(likely) <= rows + columns
    assert expected_gaps(likely) == pytest.approx(
        float(likely.source_gap.sum()) + float(likely.target_gap.sum()), rel=1e-5
    )
