"""project: the beads of two texts as they are mended: an ordered list, and what a person does to it.

A place is an offset in the sentences of a side put end to end, so that cutting a sentence renumbers nothing.
The beads follow each other without a gap on both sides, and none is empty on both: so the pair of offsets at
which a bead begins is its own, and in the order of these pairs the beads stand. Every act takes neighbours
out and puts others in that hold the same stretch of both texts (`Swap`): turned round it is its own inverse.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from operator import sub
from typing import Literal, NamedTuple

Side = Literal[0, 1]
SOURCE: Side = 0
TARGET: Side = 1
Place = tuple[int, int]
"""Where a bead begins in the Chinese and in the English."""


class Mark(StrEnum):
    """Who stands for a bead."""

    FOUND = "found"
    HAND = "hand"
    RIGHT = "right"


class MendedBead(NamedTuple):
    """A stretch of the Chinese and the one of the English that renders it.

    Attributes:
        source: where its Chinese begins; `source_end` where it ends, the same where it has none.
        target: likewise of its English.
        confidence: how likely the aligner holds it to be exactly right, 0 to 1, with four decimals; 0 of what
            a person made.
        mark: found by the aligner, made by hand, or right because a person says so.
    """

    source: int
    source_end: int
    target: int
    target_end: int
    confidence: float = 0.0
    mark: Mark = Mark.FOUND

    @property
    def place(self) -> Place:
        """Where it begins: its own among the beads of a list."""
        return self.source, self.target

    @property
    def is_pair(self) -> bool:
        """Whether it has both sides."""
        return self.source < self.source_end and self.target < self.target_end

    def span(self, side: Side) -> tuple[int, int]:
        """Where a side begins and ends."""
        return (self.target, self.target_end) if side else (self.source, self.source_end)


@dataclass(frozen=True, slots=True)
class Swap:
    """Neighbouring beads and those that take their place: the same stretch of both texts, cut otherwise."""

    before: tuple[MendedBead, ...]
    after: tuple[MendedBead, ...]

    def inverse(self) -> Swap:
        """What undoes it."""
        return Swap(self.after, self.before)

    @property
    def keeps_borders(self) -> bool:
        """Whether only marks change, or how sure the aligner is."""
        return [bead[:4] for bead in self.before] == [bead[:4] for bead in self.after]


def check_beads(beads: Sequence[MendedBead]) -> None:
    """Raise ValueError unless each bead begins where the one before ends, and none is empty or reversed."""
    for bead in beads:
        if bead.source > bead.source_end or bead.target > bead.target_end:
            raise ValueError(f"the bead at {bead.place} ends before it begins")
        if bead.source == bead.source_end and bead.target == bead.target_end:
            raise ValueError(f"the bead at {bead.place} holds nothing")
    for one, next_one in pairwise(beads):
        if (one.source_end, one.target_end) != next_one.place:
            raise ValueError(f"between the beads at {one.place} and {next_one.place} something is left out")


class BeadList:
    """All beads of two texts in order. Columns of plain numbers: a hundred thousand take three megabytes."""

    __slots__ = ("_confidence", "_ends", "_marks", "_sources", "_targets")

    def __init__(self, beads: Iterable[MendedBead]) -> None:
        """Take beads in order. Raises ValueError unless they are one unbroken list."""
        columns = tuple(zip(*beads, strict=True)) or ((),) * 6
        self._take(*columns)

    @classmethod
    def of_columns(
        cls,
        sources: Iterable[int],
        source_ends: Iterable[int],
        targets: Iterable[int],
        target_ends: Iterable[int],
        confidences: Iterable[float],
        marks: Iterable[str],
    ) -> BeadList:
        """The same of columns, which is quicker where there are many."""
        beads = cls(())
        beads._take(sources, source_ends, targets, target_ends, confidences, marks)
        return beads

    def _take(
        self,
        sources: Iterable[int],
        source_ends: Iterable[int],
        targets: Iterable[int],
        target_ends: Iterable[int],
        confidences: Iterable[float],
        marks: Iterable[str],
    ) -> None:
        self._sources, self._targets = array("q", sources), array("q", targets)
        self._confidence = array("d", confidences)
        self._marks = bytearray(map(_CODES.__getitem__, marks))
        ends = array("q", source_ends), array("q", target_ends)
        self._ends = (ends[0][-1], ends[1][-1]) if self._marks else (0, 0)
        # Where all is well no bead has to be looked at by itself.
        unbroken = self._sources[1:] == ends[0][:-1] and self._targets[1:] == ends[1][:-1]
        lengths = zip(map(sub, ends[0], self._sources), map(sub, ends[1], self._targets), strict=True)
        if not unbroken or any(min(pair) < 0 or not any(pair) for pair in lengths):
            whole = zip(self._sources, ends[0], self._targets, ends[1], strict=True)
            check_beads([MendedBead(*bead) for bead in whole])

    def __len__(self) -> int:
        return len(self._marks)

    def __getitem__(self, index: int) -> MendedBead:
        at = range(len(self))[index]
        if at + 1 < len(self):
            source_end, target_end = self._sources[at + 1], self._targets[at + 1]
        else:
            source_end, target_end = self._ends
        mark = _MARKS[self._marks[at]]
        return MendedBead(
            self._sources[at], source_end, self._targets[at], target_end, self._confidence[at], mark
        )

    def __iter__(self) -> Iterator[MendedBead]:
        return (self[at] for at in range(len(self)))

    @property
    def starts(self) -> tuple[array[int], array[int]]:
        """Where the beads begin in the Chinese and in the English."""
        return self._sources, self._targets

    @property
    def ends(self) -> Place:
        """Where both texts end."""
        return self._ends

    def confidence(self, at: int) -> float:
        """That of the bead at an index."""
        return self._confidence[at]

    def mark(self, at: int) -> Mark:
        """That of the bead at an index."""
        return _MARKS[self._marks[at]]

    def states(self) -> Iterator[tuple[Mark, float]]:
        """Mark and confidence of every bead, in order."""
        return zip(map(_MARKS.__getitem__, self._marks), self._confidence, strict=True)

    def count(self, mark: Mark) -> int:
        """How many beads have a mark."""
        return self._marks.count(_CODES[mark])

    def index_of(self, place: Place) -> int | None:
        """Index of the bead that begins at a place; None where none does."""
        at = self._first_from(place)
        return at if at < len(self) and (self._sources[at], self._targets[at]) == place else None

    def near(self, place: Place) -> int:
        """Index of the last bead that begins at a place or before; 0 where all begin behind it."""
        at = bisect_right(range(len(self)), place, key=lambda n: (self._sources[n], self._targets[n]))
        return max(0, at - 1)

    def _first_from(self, place: Place) -> int:
        return bisect_left(range(len(self)), place, key=lambda n: (self._sources[n], self._targets[n]))

    def swap(self, swap: Swap) -> int:
        """Put beads in the place of others; the index of the first.

        Raises:
            ValueError: what is taken out is not there, or what comes in is another stretch of the texts.
        """
        check_beads(swap.after)
        if _edges(swap.before) != _edges(swap.after):
            raise ValueError("the beads that come in hold another stretch than those that go")
        at = self.index_of(swap.before[0].place)
        if at is None or tuple(self[n] for n in self._stretch(at, swap)) != swap.before:
            raise ValueError(f"the bead at {swap.before[0].place} is not as it was")
        end = at + len(swap.before)
        self._sources[at:end] = array("q", [bead.source for bead in swap.after])
        self._targets[at:end] = array("q", [bead.target for bead in swap.after])
        self._confidence[at:end] = array("d", [bead.confidence for bead in swap.after])
        self._marks[at:end] = bytes(_CODES[bead.mark] for bead in swap.after)
        return at

    def _stretch(self, at: int, swap: Swap) -> range:
        return range(at, min(len(self), at + len(swap.before)))


def _edges(beads: Sequence[MendedBead]) -> tuple[Place, Place]:
    return beads[0].place, (beads[-1].source_end, beads[-1].target_end)


_MARKS = tuple(Mark)
_CODES: dict[str, int] = {mark: code for code, mark in enumerate(_MARKS)}
