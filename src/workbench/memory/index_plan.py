"""memory: which posting lists a look-up reads, so that it reads few and misses nothing.

The lengths a match can have are cut into bands. For each band the edits are bounded, so it is known how many
bigrams they can spoil at most. Of so many lists and k more, every match is in k at least; the cheapest are
taken, of bigrams that share no character or of any (which is better where many of the edits must be
insertions). What is in k of them is compared by signature. A larger k means more to read and less to compare.
Where there are few units, or the bigrams do not suffice, all signatures of the band are compared.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.memory.grams import CLASS_ENDS, class_of, edits_allowed, lengths_allowed
from workbench.memory.index_apart import Apart

_LEAST = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32)
"""Those k that are considered."""

# What things cost, in nanoseconds, as measured; only their proportions matter, and only for speed.
_LIST, _POSTING, _UNIT = 1_200.0, 2.0, 0.7
_COMPARED = (15.0, 50.0, 150.0, 500.0, 1_000.0)
"""To compare a signature of each class, and to read and score what it lets pass though it is no match."""
_CHEAP = 20_000.0
"""A plan that costs no more than this, besides opening its lists, is not worth thinking further."""
_CLUSTERED = 2.0
"""Postings fall on units as if there were so many times as many, since texts repeat what others say."""


@dataclass(frozen=True, slots=True)
class Band:
    """Units of some lengths, and what a match among them has in common with the query.

    Attributes:
        shortest: in code points; `longest` likewise, included. All of them are of one class of signatures.
        number: of the class.
        lost: how many counted characters of the query a match can lack.
        gained: how many it can have that the query lacks.
        apart: how many bigrams without a common character the edits can spoil.
        any: how many of any bigrams.
    """

    shortest: int
    longest: int
    number: int
    lost: int
    gained: int
    apart: int
    any: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What is read in a band.

    Attributes:
        band: which.
        lists: positions in the query of the bigrams whose lists are read; none: all signatures are compared.
        least: in how many of these lists a match is at least.
    """

    band: Band
    lists: Sequence[int]
    least: int


@lru_cache(maxsize=4096)
def bands(length: int, threshold: float) -> tuple[tuple[Band, ...], NDArray[np.uint32]]:
    """The bands for a query of so many code points, and the lengths at which they begin; the last ends."""
    shortest, longest = lengths_allowed(length, threshold)
    cuts = {shortest - 1, length, length + (longest - length) // 3, longest}
    cuts |= {end for end in CLASS_ENDS if shortest <= end < longest}
    found = tuple(_band(length, a + 1, b, threshold) for a, b in pairwise(sorted(cuts)))
    return found, np.array([*(band.shortest for band in found), longest + 1], np.uint32)


def _band(length: int, shortest: int, longest: int, threshold: float) -> Band:
    number = class_of(longest)
    if longest <= length:
        edits = edits_allowed(length, threshold)
        return Band(shortest, longest, number, edits, edits - (length - longest), edits, 2 * edits)
    every = [edits_allowed(size, threshold) for size in range(shortest, longest + 1)]
    # What is longer has at least so many insertions, which take away nothing and spoil one bigram.
    others = [edits - size + length for size, edits in enumerate(every, shortest)]
    spoilt = max(other + edits for other, edits in zip(others, every, strict=True))
    return Band(shortest, longest, number, max(others), every[-1], every[-1], spoilt)


class Planner:
    """Plans a look-up.

    Args:
        costs: postings of the query's bigrams, in order; infinite for what stood before.
        segments: of the index: each has lists of its own.
    """

    def __init__(self, costs: Sequence[float], segments: int) -> None:
        self._list = _LIST * segments
        self._apart = Apart(costs)
        self._order = sorted(range(len(costs)), key=costs.__getitem__)
        self._sums = [0.0, *accumulate(costs[at] for at in self._order)]

    def plan(self, band: Band, units: int, share: float) -> Plan:
        """The cheapest plan for a band.

        Args:
            band: of `bands`.
            units: of the index that are in it.
            share: of all characters of the index, that are in these.
        """
        compared = _COMPARED[band.number]
        best, lists, least = units * compared, 0, 0
        for more in _LEAST:
            if best < _CHEAP + self._list * abs(lists):
                break
            count, postings = self._cheapest(band, more)
            postings *= share
            if postings == math.inf:
                break
            cost = abs(count) * self._list + postings * _POSTING
            if more == 1:
                cost += postings * compared
            else:
                cost += units * (_UNIT + _tail(_CLUSTERED * postings / units, more) * compared)
            if cost < best:
                best, lists, least = cost, count, more
            elif lists and cost > 2 * best:
                break
        if not lists:
            return Plan(band, (), 0)
        return Plan(band, self._apart.chosen(lists) if lists > 0 else self._order[:-lists], least)

    def _cheapest(self, band: Band, more: int) -> tuple[int, float]:
        """How many lists are read, below 0 where they may be any, and their postings."""
        apart, some = self._apart.cost(band.apart + more), math.inf
        if band.any + more < len(self._sums):
            some = self._sums[band.any + more]
        return (band.apart + more, apart) if apart <= some else (-band.any - more, some)


def _tail(mean: float, least: int) -> float:
    """How likely something that happens `mean` times on average happens `least` times or more (Poisson)."""
    term = total = math.exp(-mean)
    for times in range(1, least):
        term *= mean / times
        total += term
    return max(0.0, 1 - total)
