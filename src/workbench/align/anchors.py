"""align: rare words that translate each other, and the heaviest rising chain of them.

They show where the path runs in a long document before any bead is scored.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.align.side import Ints, Side
from workbench.align.tables import rows_to_one
from workbench.lexicon.sparse import sp

Point = tuple[int, int, float]  # Chinese sentence, English sentence, weight
_PER_ROW = 3  # candidates of a sentence
_BLOCK = 2048


def anchors(zh: Side, en: Side, weights: sp.csr_matrix) -> list[Point]:
    """The chain through a document, rising on both sides.

    Args:
        zh: the Chinese sentences.
        en: the English ones.
        weights: of the dictionary, Chinese token × English token.
    """
    return rising_chain(candidates(zh, en, weights))


def candidates(zh: Side, en: Side, weights: sp.csr_matrix) -> list[Point]:
    """Pairs of sentences that share rare words, each among the best of both its sentences."""
    cap = max(3, min(12, int(0.03 * min(len(zh), len(en)))))
    table = _rare(zh.in_sentences, en.in_sentences, weights, cap)
    zh_bags, en_bags = _unit(zh), _unit(en).T.tocsr()
    rows: list[Ints] = []
    columns: list[Ints] = []
    values: list[np.ndarray] = []
    for first in range(0, len(zh), _BLOCK):
        found = ((zh_bags[first : first + _BLOCK] @ table) @ en_bags).tocoo()
        kept = _best(found.row, found.data)
        rows.append(found.row[kept].astype(np.int64) + first)
        columns.append(found.col[kept].astype(np.int64))
        values.append(found.data[kept])
    row, column, value = np.concatenate(rows), np.concatenate(columns), np.concatenate(values)
    kept = _best(column, value)
    return [(int(row[k]), int(column[k]), float(value[k])) for k in kept]


def _rare(zh_in: Ints, en_in: Ints, weights: sp.csr_matrix, cap: int) -> sp.csr_matrix:
    """The dictionary between words found in 1 to `cap` sentences only; the rarer, the weightier."""
    zh_rare = sp.diags(((zh_in > 0) & (zh_in <= cap)).astype(np.float64))
    en_rare = sp.diags(((en_in > 0) & (en_in <= cap)) / np.sqrt(np.maximum(en_in, 1)))
    table = (zh_rare @ rows_to_one(weights).minimum(0.5) @ en_rare).tocsr()
    table.eliminate_zeros()
    return table


def _unit(side: Side) -> sp.csr_matrix:
    """Bags of ones, each sentence divided by the root of its length."""
    bags = side.bags.copy()
    bags.data[:] = 1
    return (sp.diags(1 / np.sqrt(side.lengths)) @ bags).tocsr()


def _best(keys: Ints, values: np.ndarray) -> Ints:
    """Places of the `_PER_ROW` highest values of each key that reach 0.6 of its highest."""
    order = np.lexsort((-values, keys))
    sorted_keys = keys[order]
    new = np.concatenate([[True], sorted_keys[1:] != sorted_keys[:-1]]) if len(order) else np.zeros(0, bool)
    group = np.cumsum(new) - 1
    heads = np.flatnonzero(new)
    rank = np.arange(len(order)) - heads[group]
    top = values[order][heads][group]
    return np.asarray(order[(rank < _PER_ROW) & (values[order] >= 0.6 * top)])


def rising_chain(points: Sequence[Point]) -> list[Point]:
    """The heaviest chain rising on both sides, by a Fenwick tree of maxima."""
    ordered = sorted(points, key=lambda point: (point[0], -point[1]))
    size = max((j for _, j, _ in ordered), default=0) + 2
    heaviest, last_point = [0.0] * (size + 1), [-1] * (size + 1)
    before, total = [-1] * len(ordered), [0.0] * len(ordered)
    for k, (_, j, weight) in enumerate(ordered):
        value, at = 0.0, j
        while at > 0:
            if heaviest[at] > value:
                value, before[k] = heaviest[at], last_point[at]
            at -= at & -at
        total[k] = value + weight
        at = j + 1
        while at <= size:
            if total[k] > heaviest[at]:
                heaviest[at], last_point[at] = total[k], k
            at += at & -at
    return _followed(ordered, before, total)


def _followed(points: Sequence[Point], before: Sequence[int], total: Sequence[float]) -> list[Point]:
    chain: list[Point] = []
    k = max(range(len(points)), key=total.__getitem__, default=-1)
    while k >= 0:
        chain.append(points[k])
        k = before[k]
    return chain[::-1]
