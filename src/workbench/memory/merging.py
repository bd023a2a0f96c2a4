"""memory: several segments become one, array by array; no text is read, and little memory is needed.

Every segment numbers its units by length, and so does the merged one, so each segment's numbers are mapped
to new ones that still rise: a posting list of the merged segment is the lists of the others, mapped and put
in order. This is done for runs of buckets, so many at a time as have `_POSTINGS` postings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.memory.building import write_lengths
from workbench.memory.grams import CLASS_WORDS, Places, class_span
from workbench.memory.index_file import ArrayWriter
from workbench.memory.segment import Segment, Units

MOST_POSTINGS = (1 << 32) - 1
"""More do not fit in one segment: its offsets have 32 bits."""

_POSTINGS = 1 << 20
_ROWS = 1 << 17

_Read = Callable[[Segment, int, int], NDArray[Any]]


def merge(path: Path, segments: Sequence[Segment]) -> None:
    """Write one segment with the units of several.

    Args:
        path: of the file, which is not there yet.
        segments: at least one; together of at most `MOST_POSTINGS` postings.

    Raises:
        IndexDamagedError: one of them is not as it was written.
    """
    order = _Order(segments)
    with ArrayWriter(path) as file:
        file.begin("ids", "<i8")
        order.write_rows(file, 0, len(order.lengths), Segment.ids_between)
        for number in range(len(CLASS_WORDS)):
            file.begin(f"signatures{number}", "<u8")
            shortest, longest = class_span(number)
            first, end = order.lengths.searchsorted(shortest), order.lengths.searchsorted(longest, "right")
            order.write_rows(file, int(first), int(end), _reader_of_class(number))
        _write_postings(file, segments, order.new_numbers)
        write_lengths(file, order.lengths, order.counts.sum(axis=0))
        file.finish()


def _reader_of_class(number: int) -> _Read:
    return lambda segment, first, end: segment.signatures_between(number, first, end)


class _Order:
    """Which number each unit gets.

    Attributes:
        lengths: that occur.
        counts: of the units of each segment (rows) and length (columns).
        new_numbers: for each segment, the new number of each of its units.
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self.lengths: Places = np.unique(np.concatenate([one.lengths for one in segments])).astype(np.int64)
        self.counts: Places = np.array([one.counts(self.lengths) for one in segments])
        self._starts = _running(self.counts, axis=1)
        self._new_starts = _running(self.counts.sum(axis=0))
        firsts = self._new_starts[:-1] + _running(self.counts, axis=0)[:-1]
        shifts = firsts - self._starts[:, :-1]
        self.new_numbers: list[Units] = [
            (np.repeat(shift, count) + np.arange(count.sum())).astype(np.uint32)
            for shift, count in zip(shifts, self.counts, strict=True)
        ]

    def write_rows(self, file: ArrayWriter, first: int, end: int, read: _Read) -> None:
        """Write a row a unit, in the new order, for the lengths from number `first` to number `end`."""
        for a, b in _runs(self._new_starts[first : end + 1], _ROWS):
            a, b = a + first, b + first
            base = self._new_starts[a]
            rows: NDArray[Any] | None = None
            for at, segment in enumerate(self._segments):
                low, high = int(self._starts[at, a]), int(self._starts[at, b])
                part = read(segment, low, high)
                if rows is None:
                    rows = np.empty((int(self._new_starts[b] - base), *part.shape[1:]), part.dtype)
                rows[self.new_numbers[at][low:high] - base] = part
            if rows is not None:
                file.write(rows)
            _let_go(self._segments)


def _running(counts: Places, axis: int = 0) -> Places:
    """The sums of what stands before each place, and the sum of all."""
    width = [(1, 0) if at == axis else (0, 0) for at in range(counts.ndim)]
    return np.pad(np.cumsum(counts, axis=axis), width)


def _runs(starts: Places, most: int) -> Iterator[tuple[int, int]]:
    """Ranges of places that hold `most` things at most, or are one place.

    Args:
        starts: how many things are before each place, and behind the last.
    """
    first = 0
    while first < len(starts) - 1:
        end = max(first + 1, int(starts.searchsorted(starts[first] + most, "right")) - 1)
        yield first, end
        first = end


def _write_postings(file: ArrayWriter, segments: Sequence[Segment], new_numbers: Sequence[Units]) -> None:
    each = [segment.all_offsets() for segment in segments]
    offsets = np.zeros(len(each[0]), np.int64)
    for own in each:
        offsets += own
    file.begin("offsets", "<u4")
    file.write(offsets)
    file.begin("postings", "<u4")
    for first, end in _runs(offsets, _POSTINGS):
        parts = []
        for segment, own, numbers in zip(segments, each, new_numbers, strict=True):
            units = numbers.take(segment.postings_between(int(own[first]), int(own[end])))
            buckets = np.repeat(np.arange(end - first, dtype=np.uint64), np.diff(own[first : end + 1]))
            parts.append((buckets << np.uint64(32)) | units)
        keys = np.concatenate(parts)
        keys.sort(kind="stable")  # the parts are in order: this finds their runs and merges them
        file.write((keys & np.uint64(0xFFFFFFFF)).astype(np.uint32))
        _let_go(segments)


def _let_go(segments: Sequence[Segment]) -> None:
    for segment in segments:
        segment.arrays.let_go()
