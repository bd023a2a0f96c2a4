"""memory: Segment, an immutable part of the index, mapped from one file.

Its units are numbered by length, so that the units of some lengths are a range of numbers, and a range of
every posting list. The arrays:

- `ids`: the memory's id of each unit;
- `offsets`: where the posting list of each bucket of bigrams begins; `postings`: the units of each, rising;
- `signatures0` …: the signatures of the units of each class, one row a unit;
- `lengths`: the lengths that occur; `starts`: the first unit of each, and behind them the number of units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.memory.grams import BUCKETS, CLASS_WORDS, Likeness, Places, Words, alike, class_of, class_span
from workbench.memory.index_file import Arrays, IndexDamagedError
from workbench.memory.index_plan import Band

Units = NDArray[np.uint32]

_STRIDE = 1 << 15  # units whose signatures are compared at once: their words stay in the cache
NOTHING: Places = np.empty(0, np.int64)


class Segment:
    """One file of the index.

    Attributes:
        path: of the file.
        units: how many it holds.
        size: bytes of the file.
    """

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises:
            IndexDamagedError: it is no whole file, or not of the form of this version.
            FileNotFoundError: there is none.
        """
        arrays = Arrays(path)
        self.path = path
        self.size = arrays.size
        try:
            self.arrays = arrays
            self.ids: NDArray[np.int64] = arrays.array("ids")
            self.offsets: Units = arrays.array("offsets")
            self.postings: Units = arrays.array("postings")
            self.signatures: list[Words] = [
                arrays.array(f"signatures{number}").reshape(-1, words)
                for number, words in enumerate(CLASS_WORDS)
            ]
            self._check_ids, self._check_postings = arrays.checker("ids"), arrays.checker("postings")
            self._check_offsets = arrays.checker("offsets")
            self._check_signatures = [
                arrays.checker(f"signatures{number}") for number in range(len(CLASS_WORDS))
            ]
            for name in ("lengths", "starts"):
                arrays.checker(name).whole()
            self.lengths: Units = arrays.array("lengths")
            self.starts: Units = arrays.array("starts")
        except KeyError as error:
            raise IndexDamagedError(f"{path} has no {error}") from None
        self.units = len(self.ids)
        self._class_starts = [self.range(*class_span(number))[0] for number in range(len(CLASS_WORDS))]

    def range(self, shortest: int, longest: float) -> tuple[int, int]:
        """The first unit of these lengths, and the one after the last."""
        first, end = self.lengths.searchsorted(np.array([shortest, min(longest + 1, 1 << 31)], np.uint32))
        return int(self.starts[first]), int(self.starts[end])

    def spans(self, buckets: Places) -> tuple[Places, Places]:
        """Where the posting lists of these buckets begin and end."""
        self._check_offsets.whole()
        return self.offsets.take(buckets).astype(np.int64), self.offsets.take(buckets + 1).astype(np.int64)

    def find(self, band: Band, likeness: Likeness, spans: tuple[Places, Places]) -> Places:
        """Ids of the units of a band that may match.

        Args:
            band: with its lists chosen.
            likeness: the query.
            spans: of its bigrams, in order.
        """
        first, end = self.range(band.shortest, band.longest)
        if first == end:
            return NOTHING
        number = class_of(band.shortest)
        base, rows = self._class_starts[number], self.signatures[number]
        words = CLASS_WORDS[number]
        signature = likeness.signature(words)
        self._check_signatures[number].part((first - base) * words, (end - base) * words)
        if band.chosen is None:
            kept = [
                alike(rows[at - base : min(at + _STRIDE, end) - base], signature, band.lost, band.gained) + at
                for at in range(first, end, _STRIDE)
            ]
            return self._ids_of(np.concatenate(kept))
        starts, ends = spans
        chosen = np.array(band.chosen, np.int64)
        lists = list(self._lists(starts[chosen].tolist(), ends[chosen].tolist(), first, end))
        if not lists:
            return NOTHING
        places = np.subtract(np.concatenate(lists), base, dtype=np.int64)
        kept_places = places[alike(rows.take(places, 0), signature, band.lost, band.gained)]
        return self._ids_of(np.unique(kept_places) + base) if len(kept_places) else NOTHING

    def containing(self, likeness: Likeness) -> Places:
        """Ids of the units that may contain the query's text as it is."""
        spans = self.spans(likeness.buckets[likeness.buckets >= 0])
        order = np.argsort(spans[1] - spans[0])
        units: Units | None = None
        for at in order.tolist():
            posting = self.postings_between(int(spans[0][at]), int(spans[1][at]))
            units = posting if units is None else _common(units, posting)
            if len(units) < 64:
                break
        found = [
            self._holding(number, likeness, units)
            for number in range(class_of(likeness.length), len(CLASS_WORDS))
        ]
        return np.concatenate(found)

    def _holding(self, number: int, likeness: Likeness, units: Units | None) -> Places:
        """Of the units of a class (of all, where `units` is None) those with all the query's characters."""
        shortest, longest = class_span(number)
        first, end = self.range(max(shortest, likeness.length), longest)
        base, rows, words = self._class_starts[number], self.signatures[number], CLASS_WORDS[number]
        if units is None:
            places = np.arange(first - base, end - base)
        else:
            low, high = units.searchsorted(np.array([first, end], np.uint32))
            places = units[low:high].astype(np.int64) - base
        if not len(places):
            return NOTHING
        self._check_signatures[number].part(int(places[0]) * words, (int(places[-1]) + 1) * words)
        kept = [
            part[alike(rows.take(part, 0), likeness.signature(words), 0, 64 * words)]
            for part in (places[at : at + _STRIDE] for at in range(0, len(places), _STRIDE))
        ]
        return self._ids_of(np.concatenate(kept) + base)

    def counts(self, lengths: Places) -> Places:
        """How many units there are of each of these lengths, which hold all that occur."""
        counts = np.zeros(len(lengths), np.int64)
        counts[lengths.searchsorted(self.lengths)] = np.diff(self.starts.astype(np.int64))
        return counts

    def all_offsets(self) -> Units:
        """Where the list of each bucket begins, and the end of the last."""
        self._check_offsets.whole()
        return self.offsets

    def ids_between(self, first: int, end: int) -> Places:
        """The ids of the units from `first` to `end`."""
        self._check_ids.part(first, end)
        return self.ids[first:end]

    def signatures_between(self, number: int, first: int, end: int) -> Words:
        """The signatures of the units from `first` to `end`, which are of the class `number`."""
        base, words = self._class_starts[number], CLASS_WORDS[number]
        self._check_signatures[number].part((first - base) * words, (end - base) * words)
        return self.signatures[number][first - base : end - base]

    def postings_between(self, start: int, end: int) -> Units:
        """The postings from `start` to `end`."""
        self._check_postings.part(start, end)
        return self.postings[start:end]

    def _lists(self, starts: Sequence[int], ends: Sequence[int], first: int, end: int) -> Iterator[Units]:
        """The part of each posting list that is of the units from `first` to `end`."""
        # Keys of another type than the postings would make searchsorted copy the list.
        keys = np.array([first, end], np.uint32)
        for a, b in zip(starts, ends, strict=True):
            if a < b:
                posting = self.postings_between(a, b)
                low, high = posting.searchsorted(keys)
                if low < high:
                    yield posting[low:high]

    def _ids_of(self, units: Places) -> Places:
        self._check_ids.each(units)
        return self.ids.take(units)


def _common(few: Units, many: Units) -> Units:
    """What is in both; both rise."""
    at = many.searchsorted(few)
    at[at == len(many)] = 0
    return few[many[at] == few] if len(many) else few[:0]


def offsets_of(buckets: Words) -> Units:
    """Where each bucket's list begins in postings whose buckets, rising, are these."""
    counts = np.bincount(buckets.astype(np.int64), minlength=BUCKETS)
    offsets = np.zeros(BUCKETS + 1, np.uint32)
    np.cumsum(counts, out=offsets[1:])
    return offsets
