"""memory: Segment, an immutable part of the index, mapped from one file.

Its units are numbered by length, so that the units of some lengths are a range of numbers, and a range of
every posting list. The arrays:

- `ids`: the memory's id of each unit;
- `offsets`: where the posting list of each bucket of bigrams begins; `postings`: the units of each, rising;
- `signatures0` …: the signatures of the units of each class, one row a unit;
- `lengths`: the lengths that occur; `starts`: the first unit of each, and behind them the number of units.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.memory.grams import BUCKETS, CLASS_WORDS, Likeness, Places, Words, alike, class_of, class_span
from workbench.memory.index_file import Arrays, IndexDamagedError
from workbench.memory.index_plan import Plan

Units = NDArray[np.uint32]

_STRIDE = 1 << 14  # units whose signatures are compared at once: their words stay in the cache
_FEW = 64  # units: compared by signature sooner than looked up in one more list
NOTHING: Places = np.empty(0, np.int64)


class Segment:
    """One file of the index.

    Attributes:
        path: of the file.
        units: how many it holds.
        characters: of all of them together.
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
        characters = np.append(
            0, np.cumsum(self.lengths.astype(np.int64) * np.diff(self.starts.astype(np.int64)))
        )
        self._before: Places = characters
        self.characters = int(characters[-1])
        self._class_starts = [self.range(*class_span(number))[0] for number in range(len(CLASS_WORDS))]

    def range(self, shortest: int, longest: float) -> tuple[int, int]:
        """The first unit of these lengths, and the one after the last."""
        first, end = self.lengths.searchsorted(np.array([shortest, min(longest + 1, 1 << 31)], np.uint32))
        return int(self.starts[first]), int(self.starts[end])

    def spans(self, buckets: Places) -> tuple[list[int], list[int]]:
        """Where the posting lists of these buckets begin and end."""
        self._check_offsets.whole()
        return self.offsets.take(buckets).tolist(), self.offsets.take(buckets + 1).tolist()

    def edges(self, lengths: Units) -> tuple[list[int], list[int]]:
        """For each length the first unit that is as long, and how many characters there are before it."""
        at = self.lengths.searchsorted(lengths)
        return self.starts.take(at).tolist(), self._before.take(at).tolist()

    def find(
        self,
        plans: Sequence[Plan],
        edges: Sequence[int],
        likeness: Likeness,
        spans: tuple[Sequence[int], Sequence[int]],
    ) -> list[Places]:
        """Ids of the units that may match, by band.

        Args:
            plans: for bands that follow one another.
            edges: the first unit of each, and the one after the last.
            likeness: the query.
            spans: where the lists of its bigrams begin and end, in order.
        """
        keys, cuts = np.array(edges, np.uint32), {}
        found = []
        for at, plan in enumerate(plans):
            first, end = edges[at : at + 2]
            if first < end:
                lists = []
                for place in plan.lists:
                    if place not in cuts:
                        cuts[place] = self._cut(spans[0][place], spans[1][place], keys)
                    low, high = cuts[place][at : at + 2]
                    if low < high:
                        lists.append(self.postings[low:high])
                found.append(self._compared(plan, first, end, likeness, lists))
        return found

    def _cut(self, start: int, end: int, keys: Units) -> list[int]:
        """Where in the postings the list from `start` to `end` reaches the unit of each key."""
        self._check_postings.part(start, end)
        # Keys of another type than the postings would make searchsorted copy the list.
        return [start + at for at in self.postings[start:end].searchsorted(keys).tolist()]

    def _compared(
        self, plan: Plan, first: int, end: int, likeness: Likeness, lists: Sequence[Units]
    ) -> Places:
        """Ids of those in enough of the lists, or of all units from `first` to `end`, that may match."""
        band = plan.band
        base, rows, words = (
            self._class_starts[band.number],
            self.signatures[band.number],
            CLASS_WORDS[band.number],
        )
        signature = likeness.signature(words)
        self._check_signatures[band.number].part((first - base) * words, (end - base) * words)
        if not plan.lists:
            kept = [
                alike(rows[at - base : min(at + _STRIDE, end) - base], signature, band.lost, band.gained) + at
                for at in range(first, end, _STRIDE)
            ]
            return self._ids_of(np.concatenate(kept))
        if len(lists) < plan.least:
            return NOTHING
        units = np.concatenate(lists, dtype=np.int64)
        if plan.least > 1:
            units -= first
            units = np.flatnonzero(np.bincount(units, minlength=end - first) >= plan.least)
            units += first
        places = units - base
        kept_places = places[alike(rows.take(places, 0), signature, band.lost, band.gained)]
        return self._ids_of(_distinct(kept_places) + base) if len(kept_places) else NOTHING

    def containing(self, likeness: Likeness) -> Places:
        """Ids of the units that may contain the query's text as it is."""
        units: Units | None = None
        for start, end in sorted(
            zip(*self.spans(likeness.buckets), strict=True), key=lambda span: span[1] - span[0]
        ):
            posting = self.postings_between(start, end)
            units = posting if units is None else _common(units, posting)
            if len(units) < _FEW:
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

    def _ids_of(self, units: Places) -> Places:
        self._check_ids.each(units)
        return self.ids.take(units)


def _common(few: Units, many: Units) -> Units:
    """What is in both; both rise."""
    at = many.searchsorted(few)
    at[at == len(many)] = 0
    return few[many[at] == few] if len(many) else few[:0]


def _distinct(units: Places) -> Places:
    return units if len(units) == 1 else np.unique(units)


def offsets_of(buckets: Words) -> Units:
    """Where each bucket's list begins in postings whose buckets, rising, are these."""
    counts = np.bincount(buckets.astype(np.int64), minlength=BUCKETS)
    offsets = np.zeros(BUCKETS + 1, np.uint32)
    np.cumsum(counts, out=offsets[1:])
    return offsets
