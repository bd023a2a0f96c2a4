"""align: the tables learn from the document itself (IBM model 1 on the beads of the first run)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.align.side import Floats, Ints, Side
from workbench.align.steps import Step
from workbench.align.tables import Tables
from workbench.lexicon.sparse import sp

_ROUNDS = 3
_MOST_BEADS = 4000  # of a long document an even share is enough
_OF_MEMORY = 0.5  # what a bead of a memory counts beside one of the text itself
_KEPT = 0.01  # smaller probabilities are noise


@dataclass(frozen=True, eq=False)
class _Meetings:
    """Every (word given, word) of every bead: one line each."""

    pair: Ints  # number of the (given, word) pair
    given: Ints  # of each pair
    word: Ints  # of each pair
    given_count: Floats  # how often the given word stands in the bead
    word_count: Floats
    group: Ints  # number of the (bead, word)
    groups: int


def learnt(
    zh: Side, en: Side, steps: Sequence[Step], dictionary: Tables, discount: float, memory: int = 0
) -> Tables:
    """Translation probabilities from beads, both directions, starting from the dictionary.

    Args:
        zh: the Chinese sentences.
        en: the English ones.
        steps: beads; omissions teach nothing.
        dictionary: where the counting starts.
        memory: how many of the steps, at the end, come from a memory; they count half.
        discount: taken off each expected count, so that a pair met once proves nothing.
    """
    own = _thinned(steps[: len(steps) - memory])
    beads = own + _thinned(steps[len(steps) - memory :])
    if not beads:
        return Tables(sp.csr_matrix(dictionary.target.shape), sp.csr_matrix(dictionary.source.shape))
    chosen = np.asarray(beads)
    zh_bags = _gathered(chosen[:, 0], chosen[:, 1], len(zh)) @ zh.bags
    en_bags = _gathered(chosen[:, 2], chosen[:, 3], len(en)) @ en.bags
    weights = sp.diags(np.where(np.arange(len(beads)) < len(own), 1.0, _OF_MEMORY))
    return Tables(
        _learn(_meetings(zh_bags, weights @ en_bags), dictionary.target, en.background, discount),
        _learn(_meetings(en_bags, weights @ zh_bags), dictionary.source, zh.background, discount),
    )


def _thinned(steps: Sequence[Step]) -> list[Step]:
    beads = [step for step in steps if step[1] > step[0] and step[3] > step[2]]
    if len(beads) <= _MOST_BEADS:
        return beads
    return [beads[k] for k in np.linspace(0, len(beads) - 1, _MOST_BEADS).astype(int)]


def _gathered(starts: Ints, ends: Ints, sentences: int) -> sp.csr_matrix:
    """Beads × sentences, 1 where the sentence belongs to the bead."""
    sizes = ends - starts
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    columns = np.arange(offsets[-1]) - np.repeat(offsets[:-1] - starts, sizes)
    return sp.csr_matrix((np.ones(len(columns), np.float32), columns, offsets), (len(starts), sentences))


def _meetings(given: sp.csr_matrix, words: sp.csr_matrix) -> _Meetings:
    given_sizes, word_sizes = np.diff(given.indptr), np.diff(words.indptr)
    sizes = (given_sizes * word_sizes).astype(np.int64)
    bead = np.repeat(np.arange(len(sizes)), sizes)
    inside = np.arange(len(bead)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    at_given = given.indptr[bead] + inside // word_sizes[bead]
    at_word = words.indptr[bead] + inside % word_sizes[bead]
    keys = given.indices[at_given].astype(np.int64) * words.shape[1] + words.indices[at_word]
    pairs, pair = np.unique(keys, return_inverse=True)
    return _Meetings(
        pair,
        pairs // words.shape[1],
        pairs % words.shape[1],
        given.data[at_given].astype(np.float64),
        words.data[at_word].astype(np.float64),
        at_word.astype(np.int64),
        words.nnz,
    )


def _learn(met: _Meetings, start: sp.csr_matrix, background: Floats, discount: float) -> sp.csr_matrix:
    chance = background[met.word]
    t = 10 * chance + np.asarray(start[met.given, met.word]).ravel() + 1e-4
    null = 12 * chance[met.pair] + 1e-12  # the empty word explains a part
    for turn in range(_ROUNDS):
        share = t[met.pair] * met.given_count
        whole = np.bincount(met.group, share, met.groups)[met.group] + null
        counts = np.bincount(met.pair, share / whole * met.word_count, len(met.given))
        if turn == _ROUNDS - 1:
            counts = np.maximum(counts - discount, 0)
        sums = np.bincount(met.given, counts, start.shape[0])
        t = counts / np.maximum(sums, 1e-9)[met.given]
    kept = t > _KEPT
    return sp.csr_matrix((t[kept], (met.given[kept], met.word[kept])), start.shape)
