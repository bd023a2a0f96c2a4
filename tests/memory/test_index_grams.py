"""memory: the index knows the same of a query as of a unit, and edits change little of it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tests.memory.index_texts import edited, texts
from workbench.memory.grams import (
    CLASS_WORDS,
    Likeness,
    bigram_buckets,
    code_points,
    counted_hashes,
    joined,
    signatures,
)


def bits(row: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> int:
    return int(np.bitwise_count(row).sum())


@given(st.lists(texts(300), min_size=1, max_size=5), st.sampled_from(CLASS_WORDS))
def test_a_query_has_the_signature_that_it_has_as_a_unit(units: list[str], words: int) -> None:
    points, lengths = joined(units)
    owners = np.repeat(np.arange(len(units), dtype=np.uint64), lengths)
    rows = signatures(*counted_hashes(owners, points), len(units), words)
    for unit, row in zip(units, rows, strict=True):
        assert Likeness(unit).signature(words).tolist() == row.tolist()


@given(st.data(), st.sampled_from(CLASS_WORDS))
def test_an_edit_changes_at_most_one_bit_each_way_and_two_bigrams(data: st.DataObject, words: int) -> None:
    one = data.draw(texts())
    other = data.draw(edited(one))
    edits = Levenshtein.distance(one, other)
    a, b = Likeness(one).signature(words), Likeness(other).signature(words)
    assert max(bits(a & ~b), bits(b & ~a)) <= edits
    buckets = [set(bigram_buckets(code_points(text)).tolist()) for text in (one, other)]
    assert len(buckets[0] - buckets[1]) <= 2 * edits
