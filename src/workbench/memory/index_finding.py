"""memory: a look-up in one segment of the index: lists are read, signatures compared, ids are left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from workbench.memory.grams import CLASS_WORDS, Likeness, Places, alike, class_of, class_span
from workbench.memory.index_plan import Band, Plan
from workbench.memory.segment import Segment, Units

_STRIDE = 1 << 14  # units whose signatures are compared at once: their words stay in the cache
_FEW = 64  # units that are compared by signature sooner than looked up in one more list


def find(
    segment: Segment,
    plans: Sequence[Plan],
    edges: Sequence[int],
    likeness: Likeness,
    spans: tuple[Sequence[int], Sequence[int]],
) -> Iterator[Places]:
    """Ids of the units that may match.

    Args:
        segment: whose units are looked through.
        plans: for bands that follow one another.
        edges: the first unit of each, and the one after the last.
        likeness: the query.
        spans: where the lists of its bigrams begin and end, in order.
    """
    keys = np.array(edges, np.uint32)
    cuts: dict[int, list[int]] = {}
    gathered: dict[int, _Gathered] = {}
    for at, plan in enumerate(plans):
        first, end = edges[at], edges[at + 1]
        if first == end:
            continue
        if not plan.lists:
            yield from _scanned(segment, plan.band, first, end, likeness)
            continue
        lists = []
        for place in plan.lists:
            if place not in cuts:
                cuts[place] = segment.cut(spans[0][place], spans[1][place], keys)
            low, high = cuts[place][at], cuts[place][at + 1]
            if low < high:
                lists.append(segment.postings[low:high])
        if len(lists) >= plan.least:
            segment.check_signatures(plan.band.number, first, end)
            if plan.least > 1:
                lists = [_in_many(lists, plan.least, first, end)]
            gathered.setdefault(plan.band.number, _Gathered()).add(plan.band, lists)
    for number, one in gathered.items():
        yield _compared(segment, number, one, likeness)


class _Gathered:
    """Units of one class that are to be compared, and what a match may lack and have besides."""

    def __init__(self) -> None:
        self.lists: list[Units] = []
        self._bands: list[Band] = []
        self._counts: list[int] = []

    def add(self, band: Band, lists: Sequence[Units]) -> None:
        """Units of a band."""
        self.lists += lists
        self._bands.append(band)
        self._counts.append(sum(map(len, lists)))

    def allowances(self) -> tuple[int | Places, int | Places]:
        """How much each may lack and have besides."""
        lost, gained = [band.lost for band in self._bands], [band.gained for band in self._bands]
        if len(lost) == 1:
            return lost[0], gained[0]
        return np.repeat(lost, self._counts), np.repeat(gained, self._counts)


def _in_many(lists: Sequence[Units], least: int, first: int, end: int) -> Units:
    """The units, from `first` to `end`, that are in so many lists."""
    units = np.concatenate(lists, dtype=np.int64)
    units -= first
    return (np.flatnonzero(np.bincount(units, minlength=end - first) >= least) + first).astype(np.uint32)


def _compared(segment: Segment, number: int, gathered: _Gathered, likeness: Likeness) -> Places:
    """Ids of those that may match."""
    places = np.concatenate(gathered.lists, dtype=np.int64)
    places -= segment.base(number)
    rows = segment.signatures[number].take(places, 0)
    kept = places[alike(rows, likeness.signature(CLASS_WORDS[number]), *gathered.allowances())]
    if len(kept) > 1:
        kept = np.unique(kept)
    return segment.ids_of(kept + segment.base(number))


def _scanned(segment: Segment, band: Band, first: int, end: int, likeness: Likeness) -> Iterator[Places]:
    """Ids of those units from `first` to `end` that may match: all are compared."""
    signature = likeness.signature(CLASS_WORDS[band.number])
    for at in range(first, end, _STRIDE):
        rows = segment.signatures_between(band.number, at, min(at + _STRIDE, end))
        yield segment.ids_of(alike(rows, signature, band.lost, band.gained) + at)


def containing(segment: Segment, likeness: Likeness) -> Iterator[Places]:
    """Ids of the units that may contain the query's text as it is.

    Raises:
        IndexDamagedError: a file is not as it was written.
    """
    units: Units | None = None
    spans = zip(*segment.spans(likeness.buckets), strict=True)
    for start, end in sorted(spans, key=lambda span: span[1] - span[0]):
        posting = segment.postings_between(start, end)
        units = posting if units is None else _common(units, posting)
        if len(units) < _FEW:
            break
    for number in range(class_of(likeness.length), len(CLASS_WORDS)):
        shortest, longest = class_span(number)
        first, end = segment.range(max(shortest, likeness.length), longest)
        signature = likeness.signature(CLASS_WORDS[number])
        most = 64 * CLASS_WORDS[number]
        for at in range(first, end, _STRIDE):
            until = min(at + _STRIDE, end)
            if units is None:
                rows = segment.signatures_between(number, at, until)
                yield segment.ids_of(alike(rows, signature, 0, most) + at)
                continue
            low, high = units.searchsorted(np.array([at, until], np.uint32))
            if low < high:
                some = units[low:high].astype(np.int64)
                segment.check_signatures(number, int(some[0]), int(some[-1]) + 1)
                rows = segment.signatures[number].take(some - segment.base(number), 0)
                yield segment.ids_of(some[alike(rows, signature, 0, most)])


def _common(few: Units, many: Units) -> Units:
    """What is in both; both rise."""
    if not len(many):
        return many
    at = many.searchsorted(few)
    at[at == len(many)] = 0
    common: Units = few[many[at] == few]
    return common
