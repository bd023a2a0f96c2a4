"""lexicon: what the dictionary's long words teach about the short words inside them.

The dictionary is a parallel text: a hundred thousand headwords, each with its translation. IBM model 1
(Brown et al. 1993, The mathematics of statistical machine translation, Computational Linguistics 19 (2),
section 4.1) on the words inside headwords and the tokens of their translations tells that 中国 is `Chinese`
in compounds, though its own entry says only `China`, and which of the senses of 会 is alive.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from workbench.lexicon.cuts import cut
from workbench.lexicon.sparse import sp
from workbench.lexicon.table import Table, heaviest, mixed, to_one

OWN_COUNTS = 4.0  # compounds that a headword's own entry counts for
NOTHING = 5.0  # how ready a token is to come from none of the words, times its frequency
ROUNDS = 4
LEARNT = 0.7  # share of what was learnt in a headword's row
OF_PARTS = 0.2  # share of the words inside it

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def with_compounds(table: Table) -> Table:
    """The table, each row mixed with what compounds teach about the headword and the words inside it."""
    inside = _words_inside(table.headwords)
    # Only the heaviest: whole rows of the commonest hanzi, a thousand times over, would fill gigabytes.
    learnt = heaviest(_learnt(table.weights, inside))
    weights = to_one(mixed(table.weights, learnt, LEARNT))
    weights = mixed(weights, to_one(to_one(inside) @ learnt), OF_PARTS)
    return Table(table.headwords, table.tokens, heaviest(weights))


class _Others:
    """All headwords but one."""

    def __init__(self, known: dict[str, int]) -> None:
        self.known = known
        self.left_out = ""

    def __contains__(self, word: object) -> bool:
        return word in self.known and word != self.left_out


def _words_inside(headwords: list[str]) -> sp.csr_matrix:
    """Headword by headword: 1 where the second is one of the longest words inside the first."""
    known = {word: number for number, word in enumerate(headwords)}
    others = _Others(known)
    wholes: list[int] = []
    parts: list[int] = []
    for number, word in enumerate(headwords):
        if len(word) > 1:
            others.left_out = word
            inside = {known[part] for part in cut(word, others, len(word)) if part in known and part != word}
            wholes += [number] * len(inside)
            parts += sorted(inside)
    size = len(headwords)
    return sp.csr_matrix((np.ones(len(wholes)), (wholes, parts)), (size, size))


def _learnt(own: sp.csr_matrix, inside: sp.csr_matrix) -> sp.csr_matrix:
    """t(token | word) from expectation maximisation, where own entries are counts that stand fast."""
    words, tokens, cells, told = _pairs(own, inside)
    width = own.shape[1]
    entry = own.tocoo()
    own_codes = entry.row.astype(np.int64) * width + entry.col
    codes, places = np.unique(np.concatenate([words * width + tokens, own_codes]), return_inverse=True)
    place = places[: len(words)]
    word_of, token_of = codes // width, codes % width
    fast = OWN_COUNTS * _summed(places[len(words) :], entry.data, len(codes))
    frequency = np.asarray(own.sum(0)).ravel() / own.sum()
    nothing = NOTHING * frequency[tokens]
    counts = fast + _summed(place, told, len(codes)) / 2
    for _ in range(ROUNDS):
        chance = (counts / _summed(word_of, counts, own.shape[0])[word_of])[place]
        all_chances = _summed(cells, chance, own.nnz)[cells] + nothing
        counts = fast + _summed(place, told * chance / all_chances, len(codes))
    return to_one(sp.csr_matrix((counts, (word_of, token_of)), own.shape))


def _summed(places: Ints, values: Floats, size: int) -> Floats:
    """The values that have the same place, summed."""
    return np.bincount(places, values, size).astype(np.float64, copy=False)


def _pairs(own: sp.csr_matrix, inside: sp.csr_matrix) -> tuple[Ints, Ints, Ints, Floats]:
    """Every word inside a headword with every token of the headword's translation.

    Returns:
        For each pair the word, the token, the cell of `own` it comes from, and that cell's weight.
    """
    link = inside.tocoo()
    sizes = np.diff(own.indptr)[link.row]
    first = np.repeat(own.indptr[link.row], sizes)
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    cells = (first + within).astype(np.int64)
    words = np.repeat(link.col, sizes).astype(np.int64)
    return words, own.indices[cells].astype(np.int64), cells, own.data[cells]
