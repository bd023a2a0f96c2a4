"""memory: a look-up in segments of the index: lists are read, signatures compared, ids are left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

import numpy as np

from workbench.memory.grams import CLASS_WORDS, Likeness, Places, Words, alike, class_of, class_span
from workbench.memory.index_plan import Band, Plan
from workbench.memory.segment import Segment, Units

Spans = tuple[Sequence[int], Sequence[int]]

_STRIDE = 1 << 14  # units whose signatures are compared at once: their words stay in the cache
_FEW = 64  # units that are compared by signature sooner than looked up in one more list


class Finding:
    """What a look-up has read, segment by segment; the signatures are compared at the end, all at once.

    Args:
        likeness: the query.
        plans: for bands that follow one another.
    """

    def __init__(self, likeness: Likeness, plans: Sequence[Plan]) -> None:
        self._likeness = likeness
        self._plans = plans
        self._classes: dict[int, _Gathered] = {}
        self.found: list[Places] = []
        """Ids of the units that may match, so far."""

    def read(self, segment: Segment, edges: Sequence[int], spans: Spans) -> None:
        """Read what the plans say of a segment.

        Args:
            segment: whose units are looked through.
            edges: the first unit of each band, and the one after the last.
            spans: where the lists of the query's bigrams begin and end, in order.
        """
        keys = np.array(edges, np.uint32)
        cuts: dict[int, list[int]] = {}
        for at, plan in enumerate(self._plans):
            first, end = edges[at], edges[at + 1]
            if first == end:
                continue
            if not plan.lists:
                self.found += _scanned(segment, plan.band, first, end, self._likeness)
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
                units = np.concatenate(lists, dtype=np.int64)
                if plan.least > 1:
                    units = _in_many(units, plan.least, first, end)
                self._classes.setdefault(plan.band.number, _Gathered()).add(segment, plan.band, units)

    def compare(self) -> list[Places]:
        """Compare what was read; all ids, some perhaps twice."""
        for number, gathered in self._classes.items():
            self.found += gathered.alike(number, self._likeness.signature(CLASS_WORDS[number]))
        return self.found


class _Gathered:
    """Units of one class that are to be compared, and what a match may lack and have besides."""

    def __init__(self) -> None:
        self._parts: list[tuple[Segment, Band, Places]] = []

    def add(self, segment: Segment, band: Band, units: Places) -> None:
        """Units of a band of a segment."""
        self._parts.append((segment, band, units))

    def alike(self, number: int, signature: Words) -> Iterator[Places]:
        """Ids of those that may match."""
        counts = [len(units) for _, _, units in self._parts]
        rows = np.concatenate(list(self._rows(number)))
        if len(counts) == 1:
            band = self._parts[0][1]
            kept = alike(rows, signature, band.lost, band.gained)
        else:
            lost = np.repeat([band.lost for _, band, _ in self._parts], counts)
            gained = np.repeat([band.gained for _, band, _ in self._parts], counts)
            kept = alike(rows, signature, lost, gained)
        if len(kept):
            ends = list(accumulate(counts))
            cuts = [0, *kept.searchsorted(ends).tolist()]
            for (segment, _, units), end, low, high in zip(self._parts, ends, cuts, cuts[1:], strict=False):
                if low < high:
                    yield segment.ids_of(np.unique(units[kept[low:high] - end + len(units)]))

    def _rows(self, number: int) -> Iterator[Words]:
        """Their signatures, those of one segment at once."""
        for segment, parts in groupby(self._parts, key=lambda part: part[0]):
            units = np.concatenate([part[2] for part in parts])
            units -= segment.base(number)
            yield segment.signatures[number].take(units, 0)


def _in_many(units: Places, least: int, first: int, end: int) -> Places:
    """Those that occur so often, of units from `first` to `end`."""
    return np.flatnonzero(np.bincount(units - first, minlength=end - first) >= least) + first


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
