from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.align.anchors import Point, anchors, rising_chain
from workbench.align.tables import dictionary_weights
from workbench.align.texts import Texts, read_texts
from workbench.lexicon.lexicon import Lexicon

from .prose import PLAN, RIVER, ROADS, sides

POINTS = st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from([0.25, 0.5, 1.0, 1.75, 4.0]))


def rises(chain: list[Point]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))


def weight(chain: list[Point]) -> float:
    return sum(point[2] for point in chain)


@given(st.lists(POINTS, max_size=9))
def test_no_rising_chain_is_heavier(points: list[Point]) -> None:
    chain = rising_chain(points)
    assert rises(chain)
    assert all(chain.count(point) <= points.count(point) for point in chain)
    of_all = (list(some) for size in range(len(points) + 1) for some in combinations(sorted(points), size))
    assert weight(chain) == pytest.approx(max(weight(some) for some in of_all if rises(some)))


@given(st.lists(POINTS, max_size=40))
def test_the_order_of_the_points_does_not_matter(points: list[Point]) -> None:
    assert weight(rising_chain(points)) == pytest.approx(weight(rising_chain(points[::-1])))


def anchors_of(chinese: list[str], english: list[str], lexicon: Lexicon) -> list[Point]:
    texts: Texts = read_texts(chinese, english, lexicon, (), None, None)
    return anchors(texts.zh, texts.en, dictionary_weights(texts.all_zh, texts.all_en, lexicon))


def test_rare_words_show_where_a_document_runs(lexicon: Lexicon) -> None:
    """Nine of ten: a long document is searched around its anchors, and wrong ones push its path aside."""
    chain = anchors_of(*sides(*PLAN), lexicon)
    assert rises(chain)
    assert sum(z == e for z, e, _ in chain) >= 0.9 * len(chain)
    assert len(chain) >= 30


def test_anchors_go_on_behind_a_missing_article(lexicon: Lexicon) -> None:
    chinese, _ = sides(*PLAN)
    _, english = sides(*PLAN[:1], *PLAN[4:])
    behind = [(z, e) for z, e, _ in anchors_of(chinese, english, lexicon) if e >= 8]
    assert sum(z - e == 24 for z, e in behind) >= 0.8 * len(behind) >= 8


def test_texts_without_a_rare_word_in_common_have_no_anchors(lexicon: Lexicon) -> None:
    english = ["La la.", "Tra la la.", "Fiddle dee dee."]
    assert anchors_of(sides(ROADS)[0], english, lexicon) == []
    assert anchors_of(sides(RIVER)[0], ["", "", ""], lexicon) == []
