"""memory: Segment, an immutable part of the index, mapped from one file.

Its units are numbered by length, so that the units of some lengths are a range of numbers, and a range of
every posting list. The arrays:

- `ids`: the memory's id of each unit;
- `offsets`: where the posting list of each bucket of bigrams begins; `postings`: the units of each, rising;
- `signatures0` …: the signatures of the units of each class, one row a unit;
- `lengths`: the lengths that occur; `starts`: the first unit of each, and behind them the number of units.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.memory.grams import BUCKETS, CLASS_WORDS, Places, Words, class_span
from workbench.memory.index_file import Arrays, IndexDamagedError

Units = NDArray[np.uint32]


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
        self._bases = [self.range(*class_span(number))[0] for number in range(len(CLASS_WORDS))]

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

    def cut(self, start: int, end: int, keys: Units) -> list[int]:
        """Where in the postings the list from `start` to `end` reaches the unit of each key.

        Args:
            keys: of the type of the postings: with another, searchsorted would copy the list.
        """
        self._check_postings.part(start, end)
        return [start + at for at in self.postings[start:end].searchsorted(keys).tolist()]

    def base(self, number: int) -> int:
        """The first unit of a class."""
        return self._bases[number]

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
        self.check_signatures(number, first, end)
        base = self._bases[number]
        return self.signatures[number][first - base : end - base]

    def check_signatures(self, number: int, first: int, end: int) -> None:
        """Check the signatures of the units from `first` to `end`, which are of the class `number`."""
        base, words = self._bases[number], CLASS_WORDS[number]
        self._check_signatures[number].part((first - base) * words, (end - base) * words)

    def postings_between(self, start: int, end: int) -> Units:
        """The postings from `start` to `end`."""
        self._check_postings.part(start, end)
        return self.postings[start:end]

    def ids_of(self, units: Places) -> Places:
        """The ids of some units."""
        self._check_ids.each(units)
        return self.ids.take(units)


def offsets_of(buckets: Words) -> Units:
    """Where each bucket's list begins in postings whose buckets, rising, are these."""
    counts = np.bincount(buckets.astype(np.int64), minlength=BUCKETS)
    offsets = np.zeros(BUCKETS + 1, np.uint32)
    np.cumsum(counts, out=offsets[1:])
    return offsets
