"""memory: a look-up in all segments of the index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from workbench.memory.grams import Likeness, Places
from workbench.memory.index_plan import Band, bands, choose
from workbench.memory.segment import Segment


def search(segments: Sequence[Segment], likeness: Likeness, threshold: float) -> list[Places]:
    """Ids of the units that may be as much like a query; none that is, is missing.

    Args:
        segments: whose units are looked through.
        likeness: the query.
        threshold: the least likeness, above 0 and at most 1.

    Raises:
        IndexDamagedError: a file is not as it was written.
    """
    buckets = np.maximum(likeness.buckets, 0)
    spans = [segment.spans(buckets) for segment in segments]
    costs = np.sum([ends - starts for starts, ends in spans], axis=0).tolist()
    every = sum(segment.units for segment in segments)
    found = []
    for band in _bands(likeness.length, threshold):
        ranges = [segment.range(band.shortest, band.longest) for segment in segments]
        units = sum(end - first for first, end in ranges)
        if units:
            chosen = choose(band, likeness, costs, units, units / every)
            found += [
                segment.find(chosen, likeness, span) for segment, span in zip(segments, spans, strict=True)
            ]
    return found


@lru_cache(maxsize=1024)
def _bands(length: int, threshold: float) -> list[Band]:
    return bands(length, threshold)
