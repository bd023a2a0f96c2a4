"""memory: which segments are merged, so that there are few and none is written often."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.memory.merging import MOST_POSTINGS
from workbench.memory.segment import Segment

_TIER = 2
"""A segment is merged with the smaller ones when it is at most so many times as large as they together."""


def to_merge(segments: Sequence[Segment]) -> list[Segment]:
    """The segments to make one of; none where there are few enough.

    After merging, each is more than `_TIER` times as large as all smaller ones together: so their number
    grows with the logarithm of the units, and so does how often a unit is written.
    """
    ordered = sorted(segments, key=lambda segment: segment.units)
    chosen = units = postings = 0
    for at, segment in enumerate(ordered):
        postings += len(segment.postings)
        if postings > MOST_POSTINGS:
            break
        if at and segment.units <= _TIER * units:
            chosen = at + 1
        units += segment.units
    return ordered[:chosen]
