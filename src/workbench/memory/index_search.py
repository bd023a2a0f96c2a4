"""memory: a look-up in all segments of the index."""

from __future__ import annotations

import math
from collections.abc import Sequence

from workbench.memory.grams import Likeness, Places
from workbench.memory.index_finding import Finding, Spans
from workbench.memory.index_plan import Planner, bands
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
    here, lengths = bands(likeness.length, threshold)
    edges = [segment.edges(lengths) for segment in segments]
    spans = [segment.spans(likeness.buckets) for segment in segments]
    planner = Planner(_costs(likeness, spans), len(segments))
    characters = sum(segment.characters for segment in segments)
    plans = []
    for at, band in enumerate(here):
        units = sum(first[at + 1] - first[at] for first, _ in edges)
        share = sum(before[at + 1] - before[at] for _, before in edges) / max(1, characters)
        plans.append(planner.plan(band, units, share))
    finding = Finding(likeness, plans)
    for segment, (first, _), span in zip(segments, edges, spans, strict=True):
        finding.read(segment, first, span)
    return finding.compare()


def _costs(likeness: Likeness, spans: Sequence[Spans]) -> list[float]:
    """Postings of each bigram of the query in all segments; infinite for one that stood before."""
    costs: list[float] = [0.0] * len(likeness.buckets)
    for starts, ends in spans:
        costs = [cost + end - start for cost, start, end in zip(costs, starts, ends, strict=True)]
    seen: set[int] = set()
    for at, bucket in enumerate(likeness.buckets.tolist()):
        if bucket in seen:
            costs[at] = math.inf
        seen.add(bucket)
    return costs
