from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import workbench.align.scores
from workbench.align.corridor import Corridor, around, limits
from workbench.align.lattice import places
from workbench.align.lengths import Lengths
from workbench.align.scores import IMPOSSIBLE, BeadScores
from workbench.align.search import best_path
from workbench.align.settings import SETTINGS, SHAPES
from workbench.align.side import Side, side_of
from workbench.align.steps import Step
from workbench.align.tables import Tables, over_chance, rows_to_one

from .paths import Path, all_paths, kind

WORDS = "abcdef"
SKIPS = st.sampled_from([-0.5, -2.0, -6.0, -30.0])


def side(sentences: list[str]) -> Side:
    texts = [" ".join(sentence) + "." * (len(sentence) % 2) for sentence in sentences]
    return side_of(texts, [list(sentence) for sentence in sentences], [3 * len(s) for s in sentences])


def scores_of(zh: Side, en: Side, seed: int) -> BeadScores:
    """Of two sides, with a random table of translations in which some words have none."""
    import scipy.sparse as sp

    chance = np.random.default_rng(seed)
    shape = (len(zh.words), len(en.words))
    weights = sp.csr_matrix(chance.random(shape) * (chance.random(shape) < 0.4))
    tables = Tables(rows_to_one(weights), rows_to_one(weights.T.tocsr()))
    return BeadScores(zh, en, over_chance(tables, zh, en), SETTINGS, Lengths(0.2, 0.13))


def told(scores: BeadScores, bounds: Corridor) -> dict[Step, float]:
    """The score of every bead of a corridor."""
    rows = len(bounds.low) - 1
    place, block = places(bounds, 1, rows), scores.block(bounds, 1, rows)
    return {
        (int(i) - a, int(i), int(j) - b, int(j)): float(block[cell, shape])
        for cell, (i, j) in enumerate(zip(place.rows, place.columns, strict=True))
        for shape, (a, b) in enumerate(SHAPES)
        if i >= a and j >= b and block[cell, shape] > IMPOSSIBLE / 2
    }


def worth(path: Path | list[Step], scores: dict[Step, float], skip: float) -> float:
    return sum(scores.get(step, -1e9) if kind(step) == "bead" else skip for step in path)


TEXTS = st.lists(st.text(WORDS, min_size=1, max_size=5), min_size=1, max_size=4)


@settings(max_examples=60)
@given(TEXTS, TEXTS, st.integers(0, 99), SKIPS)
def test_no_path_is_better_than_the_one_that_is_found(
    chinese: list[str], english: list[str], seed: int, skip: float
) -> None:
    scores = scores_of(side(chinese), side(english), seed)
    bounds = limits(len(chinese), len(english))
    known = told(scores, bounds)
    best = max(worth(path, known, skip) for path in all_paths(len(chinese), len(english)))
    assert worth(best_path(scores, bounds, skip), known, skip) == pytest.approx(best, abs=1e-3)


@settings(max_examples=60)
@given(TEXTS, TEXTS, st.integers(0, 99), SKIPS, st.data())
def test_no_path_inside_a_corridor_is_better(
    chinese: list[str], english: list[str], seed: int, skip: float, data: st.DataObject
) -> None:
    rows, columns = len(chinese), len(english)
    points = [(data.draw(st.integers(0, rows)), data.draw(st.integers(0, columns)))]
    corridor = around(points, limits(rows, columns), data.draw(st.integers(0, 1)))
    scores = scores_of(side(chinese), side(english), seed)
    known = told(scores, limits(rows, columns))

    def inside(path: Path) -> bool:
        return all(corridor.low[z1] <= e1 <= corridor.high[z1] for _, z1, _, e1 in path)

    best = max(worth(path, known, skip) for path in all_paths(rows, columns) if inside(path))
    found = best_path(scores, corridor, skip)
    assert inside(tuple(found))
    assert worth(found, known, skip) == pytest.approx(best, abs=1e-3)


@given(TEXTS, TEXTS, st.integers(0, 99), SKIPS)
def test_a_path_leads_from_corner_to_corner(
    chinese: list[str], english: list[str], seed: int, skip: float
) -> None:
    path = best_path(scores_of(side(chinese), side(english), seed), limits(len(chinese), len(english)), skip)
    assert path[0][0] == path[0][2] == 0
    assert (path[-1][1], path[-1][3]) == (len(chinese), len(english))
    assert all((a[1], a[3]) == (b[0], b[2]) for a, b in pairwise(path))


def test_a_bead_has_the_same_score_wherever_the_rows_are_cut() -> None:
    chance = np.random.default_rng(3)
    texts = ["".join(chance.choice(list(WORDS), 6)) for _ in range(60)]
    scores, bounds = scores_of(side(texts), side(texts[:25] + texts[30:]), 5), limits(60, 55)
    whole = scores.block(bounds, 1, 60)
    by_rows = np.concatenate([scores.block(bounds, row, row) for row in range(1, 61)])
    np.testing.assert_allclose(by_rows, whole, atol=2e-3)


def test_a_bead_has_the_same_score_wherever_its_ratios_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of a long document are worked out a thousand sentences at a time, and dropped behind it."""
    chance = np.random.default_rng(8)
    texts = ["".join(chance.choice(list(WORDS), 5)) for _ in range(50)]
    bounds = limits(50, 44)

    def blocks() -> list[np.ndarray]:
        scores = scores_of(side(texts), side(texts[6:]), 9)
        return [scores.block(bounds, first, first + 9) for first in range(1, 51, 10)]

    whole = blocks()
    monkeypatch.setattr(workbench.align.scores, "_CHUNK", 7)
    for cut, expected in zip(blocks(), whole, strict=True):
        np.testing.assert_allclose(cut, expected, atol=1e-4)


def test_a_path_longer_than_a_block_of_rows_is_no_worse_than_one_that_is_known() -> None:
    chance = np.random.default_rng(4)
    texts = ["".join(chance.choice(list(WORDS), 8)) for _ in range(90)]
    scores, bounds = scores_of(side(texts), side(texts[:50] + texts[60:]), 6), limits(90, 80)
    straight: list[Step] = [(i, i + 1, i, i + 1) for i in range(50)]
    straight += [(i, i + 1, 50, 50) for i in range(50, 60)]
    straight += [(i, i + 1, i - 10, i - 9) for i in range(60, 90)]
    path, known = best_path(scores, bounds, -6.0), told(scores, bounds)
    assert path[-1][1::2] == (90, 80)
    assert worth(path, known, -6.0) >= worth(straight, known, -6.0) - 1e-2
