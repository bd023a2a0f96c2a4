"""memory: Delta, the units that no segment of the index holds yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from workbench.memory.grams import (
    CLASS_ENDS,
    CLASS_WORDS,
    Likeness,
    Places,
    Words,
    alike,
    class_of,
    counted_hashes,
    edits_allowed,
    joined,
    lengths_allowed,
    signatures,
)

_Kind = TypeVar("_Kind", bound=np.generic)
_ENDS = np.array(CLASS_ENDS)


class Delta:
    """Units in the order in which they were added; a look-up compares all their signatures.

    Adding a unit only notes it: its signature is made by the next look-up, of many units at once.

    Attributes:
        ids: of the units.
        texts: their folded sources.
    """

    def __init__(self, ids: Sequence[int] = (), texts: Sequence[str] = ()) -> None:
        self.ids = list(ids)
        self.texts = list(texts)
        self._classes = [_Class(words) for words in CLASS_WORDS]
        self._signed = 0

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, unit_id: int, text: str) -> None:
        """A unit more."""
        self.ids.append(unit_id)
        self.texts.append(text)

    def without(self, is_left_out: Callable[[int], bool]) -> Delta:
        """The units but those whose ids are left out."""
        kept = [at for at, unit_id in enumerate(self.ids) if not is_left_out(unit_id)]
        if len(kept) == len(self):
            return self
        return Delta([self.ids[at] for at in kept], [self.texts[at] for at in kept])

    def candidates(self, likeness: Likeness, threshold: float) -> list[int]:
        """Ids of the units that may be as much like a query."""
        if not self.ids:
            return []
        self._sign()
        shortest, longest = lengths_allowed(likeness.length, threshold)
        lost, gained = _allowances(likeness.length, shortest, longest, threshold)
        found: list[int] = []
        for number in range(class_of(shortest), class_of(longest) + 1):
            one = self._classes[number]
            places = one.of_lengths(shortest, longest)
            if len(places):
                lengths = one.lengths[places] - shortest
                signature = likeness.signature(one.words)
                kept = alike(one.rows.take(places, 0), signature, lost[lengths], gained[lengths])
                found += one.units[places[kept]].tolist()
        return [self.ids[at] for at in found]

    def containing(self, text: str) -> list[int]:
        """Ids of the units that contain a text."""
        return [unit_id for unit_id, one in zip(self.ids, self.texts, strict=True) if text in one]

    def _sign(self) -> None:
        """Make the signatures of what was added since the last look-up."""
        texts = self.texts[self._signed :]
        if not texts:
            return
        points, lengths = joined(texts)
        numbers = np.repeat(np.arange(len(texts), dtype=np.uint64), lengths)
        hashes, owners = counted_hashes(numbers, points)
        classes = np.searchsorted(_ENDS, lengths)
        for number in np.unique(classes).tolist():
            some = classes == number
            rank = np.cumsum(some, dtype=np.uint64) - np.uint64(1)
            mine = some[owners.astype(np.int64)]
            rows = signatures(
                hashes[mine], rank[owners[mine].astype(np.int64)], int(some.sum()), CLASS_WORDS[number]
            )
            self._classes[number].add(np.flatnonzero(some) + self._signed, lengths[some], rows)
        self._signed += len(texts)


class _Class:
    """The units of one class, in arrays that grow by doubling."""

    def __init__(self, words: int) -> None:
        self.words = words
        self._count = 0
        self._rows: Words = np.empty((0, words), np.uint64)
        self._facts: Places = np.empty((2, 0), np.int64)

    @property
    def rows(self) -> Words:
        """The signatures."""
        return self._rows[: self._count]

    @property
    def units(self) -> Places:
        """Which of the delta's units they are of."""
        return self._facts[0, : self._count]

    @property
    def lengths(self) -> Places:
        """Their lengths in code points."""
        return self._facts[1, : self._count]

    def of_lengths(self, shortest: int, longest: int) -> Places:
        """The rows of the units of these lengths."""
        return np.flatnonzero((self.lengths >= shortest) & (self.lengths <= longest))

    def add(self, units: Places, lengths: Places, rows: Words) -> None:
        """Some more rows."""
        end = self._count + len(rows)
        if end > len(self._rows):
            room = max(end, 2 * len(self._rows), 256)
            self._rows = _grown(self._rows, (room, self.words))
            self._facts = _grown(self._facts, (2, room))
        self._rows[self._count : end] = rows
        self._facts[:, self._count : end] = units, lengths
        self._count = end


def _grown(array: NDArray[_Kind], shape: tuple[int, int]) -> NDArray[_Kind]:
    grown = np.empty(shape, array.dtype)
    grown[: array.shape[0], : array.shape[1]] = array
    return grown


def _allowances(length: int, shortest: int, longest: int, threshold: float) -> tuple[Places, Places]:
    """How many counted characters a match of each length may lack and have besides; -1: there is none."""
    lost, gained = [], []
    for size in range(shortest, longest + 1):
        edits = edits_allowed(max(size, length), threshold)
        lost.append(edits - max(0, size - length))
        gained.append(edits - max(0, length - size))
    return np.array(lost, np.int64), np.array(gained, np.int64)
