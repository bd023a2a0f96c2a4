"""memory: which posting lists a look-up reads, so that it reads few and misses nothing.

The lengths a match can have are cut into bands. For each band the edits are bounded, so it is known how
many bigrams they can spoil at most; one list more than that is enough, and the cheapest such lists are
chosen: either bigrams that share no character, or any ones (where many of the edits must be insertions).
Where the texts to look through are few, or the bigrams do not suffice, all signatures of the band are
compared.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.memory.grams import CLASS_ENDS, Likeness, edits_allowed, lengths_allowed

_SCAN_RATE = 0.4
"""What comparing the next signature costs, where reading a posting and comparing its signature costs 1."""
_UNUSABLE = 1e18


@dataclass(frozen=True, slots=True)
class Band:
    """Units of some lengths, and how those among them are found that may match.

    Attributes:
        shortest: in code points; `longest` likewise, included. All of them are of one class of signatures.
        lost: how many counted characters of the query a match can lack.
        gained: how many it can have that the query lacks.
        apart: how many bigrams without a common character are needed, so that a match has one of them.
        any: how many of any bigrams are needed.
        chosen: positions in the query of the bigrams whose lists are read; None where all signatures are.
    """

    shortest: int
    longest: int
    lost: int
    gained: int
    apart: int
    any: int
    chosen: tuple[int, ...] | None = None


def bands(length: int, threshold: float) -> list[Band]:
    """The bands for a query of so many code points, their lists not yet chosen."""
    shortest, longest = lengths_allowed(length, threshold)
    third = (longest - length) // 3
    cuts = {shortest - 1, length, length + third, longest}
    cuts |= {end for end in CLASS_ENDS if shortest <= end < longest}
    ordered = sorted(cut for cut in cuts if shortest - 1 <= cut <= longest)
    found = [_band(length, a + 1, b, threshold) for a, b in pairwise(ordered)]
    return [band for band in found if band.lost >= 0]


def _band(length: int, shortest: int, longest: int, threshold: float) -> Band:
    if longest <= length:
        edits = edits_allowed(length, threshold)
        return Band(shortest, longest, edits, edits - (length - longest), edits + 1, 2 * edits + 1)
    sizes = range(shortest, longest + 1)
    edits = edits_allowed(longest, threshold)
    # What is longer has at least so many insertions, which take away nothing and spoil one bigram.
    others = [edits_allowed(size, threshold) - (size - length) for size in sizes]
    spoilt = max(other + edits_allowed(size, threshold) for other, size in zip(others, sizes, strict=True))
    return Band(shortest, longest, max(others), edits, edits + 1, spoilt + 1)


def choose(band: Band, likeness: Likeness, costs: Sequence[float], units: int, share: float) -> Band:
    """The band with its cheapest lists chosen.

    Args:
        band: of `bands`.
        likeness: the query.
        costs: postings of each of its bigrams; what stood before counts as not there.
        units: in the band.
        share: of the units in the index, that are in the band.
    """
    usable = [
        cost if bucket >= 0 else _UNUSABLE for cost, bucket in zip(costs, likeness.buckets, strict=True)
    ]
    best: tuple[int, ...] | None = None
    least = units * _SCAN_RATE
    for picked in (cheapest_apart(usable, band.apart), _cheapest(usable, band.any)):
        cost = share * sum(usable[at] for at in picked)
        if picked and cost < least:
            best, least = tuple(picked), cost
    return Band(band.shortest, band.longest, band.lost, band.gained, band.apart, band.any, best)


def _cheapest(costs: Sequence[float], count: int) -> list[int]:
    """The places of the `count` lowest costs; none where there are fewer."""
    if count > len(costs):
        return []
    return sorted(range(len(costs)), key=costs.__getitem__)[:count]


def cheapest_apart(costs: Sequence[float], count: int) -> list[int]:
    """So many places, no two side by side, of the lowest cost in sum; none where there are too few places.

    The cheapest place is taken, and it and its neighbours become one place whose cost is that of taking the
    neighbours instead; and so on. (The greedy algorithm with regret, which is exact on a path.)
    """
    size = len(costs)
    if count > (size + 1) // 2:
        return []
    # Places 1..size; 0 and size + 1 are walls.
    cost = [_UNUSABLE * 4, *costs, _UNUSABLE * 4]
    before, after = list(range(-1, size + 1)), list(range(1, size + 3))
    first, last = list(range(size + 2)), list(range(size + 2))
    taken = bytearray(size + 2)
    gone = bytearray(size + 2)
    heap = [(value, at) for at, value in enumerate(costs, 1)]
    heapq.heapify(heap)
    for _ in range(count):
        value, at = heapq.heappop(heap)
        while gone[at]:
            value, at = heapq.heappop(heap)
        for place in range(first[at], last[at] + 1):
            taken[place] ^= 1
        left, right = before[at], after[at]
        gone[left] = gone[right] = 1
        if left == 0 or right == size + 1:
            # At a wall there are no two neighbours to take instead: it and its neighbour join the wall.
            gone[at] = 1
            if left == 0 and right == size + 1:
                break
            left, right = (0, after[right]) if left == 0 else (before[left], size + 1)
            after[left], before[right] = right, left
            continue
        first[at], last[at] = first[left], last[right]
        cost[at] = cost[left] + cost[right] - value
        before[at], after[at] = before[left], after[right]
        after[before[at]] = before[after[at]] = at
        heapq.heappush(heap, (cost[at], at))
    return [place - 1 for place in range(1, size + 1) if taken[place]]
