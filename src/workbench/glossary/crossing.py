"""glossary: where places of terms cross one another, which of them stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Found: TypeAlias = tuple[int, int, int, int, int, int]
"""A concept at a place: start and minus end of its core, the concept's number, minus its length, start, end.

Offsets are code points of the folded text; the core is the place without quotation marks at its ends. In
order: leftmost first, then longest, then the earlier concept, then the one that takes the quotes in.
"""


def uncrossed(found: Sequence[Found]) -> Sequence[Found]:
    """What is found, without what crosses something longer, or as long and further left.

    What lies inside another stays, and what would have lain inside something left out stands by itself.

    Args:
        found: in order.
    """
    kept: list[Found] = []
    done = 0
    for begin, end in _crossing_clusters(found):
        kept += found[done:begin]
        kept += _longest_first(found[begin:end])
        done = end
    return kept + list(found[done:]) if done else found


def _crossing_clusters(found: Sequence[Found]) -> list[tuple[int, int]]:
    """The stretches of `found` that overlap one another and in which some place crosses another."""
    clusters: list[tuple[int, int]] = []
    begin, stop, crossing = 0, 0, False
    for at, one in enumerate(found):
        if one[4] >= stop:
            if crossing:
                clusters.append((begin, at))
            begin, stop, crossing = at, one[5], False
        elif one[5] > stop:
            crossing = crossing or one[0] != found[begin][0]
            stop = one[5]
    if crossing:
        clusters.append((begin, len(found)))
    return clusters


def _longest_first(cluster: Iterable[Found]) -> list[Found]:
    standing: list[Found] = []  # none overlaps another; by their starts
    starts: list[int] = []
    kept: list[Found] = []
    for one in sorted(cluster, key=lambda one: (one[0] + one[1], one)):
        place = bisect_right(starts, one[4])
        # What stands is no shorter, so that one before and one behind are all that can be touched.
        beside = standing[max(0, place - 1) : place + 1]
        over = [other for other in beside if one[4] < other[5] and other[4] < one[5]]
        if all(_inside(one, other) for other in over):
            kept.append(one)
            if not over:
                standing.insert(place, one)
                starts.insert(place, one[4])
    return sorted(kept)


def _inside(one: Found, other: Found) -> bool:
    """Inside another place, or the same but for quotation marks."""
    return other[0] <= one[0] and other[1] <= one[1]
