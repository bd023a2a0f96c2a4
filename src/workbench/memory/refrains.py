"""memory: refrains, strings that recur in a document: below the sentence, where policy prose repeats itself.

A refrain is as long as it can be without losing a place, stands within one sentence, and begins and ends
where a reader would let it: at words, not at half numbers, stray marks or the first hanzi of a clause.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log2
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from workbench.memory.edges import trimmed_repeats
from workbench.text.characters import is_hanzi
from workbench.text.fold import Folded, fold, fold_mapped

LEAST_HANZI = 8
LEAST_QUOTED = 4
MOST = 50_000
"""Refrains of a document; of more, those that count most are taken, so that time and memory are bounded."""
Cut = Callable[[str], Sequence[str]]
Offsets = NDArray[np.int64]
Numbers = NDArray[np.integer[Any]]

_BETWEEN = "\0"  # between texts; folding leaves it as it is
_ENDS = "\0\n。!?;"
_QUOTED = re.compile("“([^“”「」\0\n。!?;]+)[。!?;]?”|「([^“”「」\0\n。!?;]+)[。!?;]?」")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a refrain stands: the number of the text, 0-based, and a span of it in code points."""

    index: int
    start: int
    end: int


class Places(Sequence[Place]):
    """The places of a refrain, kept as numbers: there may be a million.

    Attributes:
        indexes: the number of the text of each.
        starts: where each begins in its text, code points.
        ends: where each ends.
    """

    def __init__(self, indexes: Numbers, starts: Numbers, ends: Numbers) -> None:
        self.indexes = indexes
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        return len(self.indexes)

    @overload
    def __getitem__(self, at: int) -> Place: ...
    @overload
    def __getitem__(self, at: slice) -> Places: ...
    def __getitem__(self, at: int | slice) -> Place | Places:
        if isinstance(at, slice):
            return Places(self.indexes[at], self.starts[at], self.ends[at])
        return Place(int(self.indexes[at]), int(self.starts[at]), int(self.ends[at]))


@dataclass(frozen=True, slots=True)
class Refrain:
    """A string that recurs.

    Attributes:
        text: as it is shown at its first place.
        folded: the match key, the same at all places.
        places: at least two, in order; none overlaps another.
    """

    text: str
    folded: str
    places: Places

    @property
    def weight(self) -> float:
        """How much it counts beside others of the same stretch: the longer and the more often, the more."""
        return hanzi_in(self.folded) * log2(len(self.places))


def hanzi_in(text: str) -> int:
    """How many hanzi a text has."""
    return sum(map(is_hanzi, text))


def refrains(
    texts: Sequence[str], least: int = LEAST_HANZI, *, quoted: int = LEAST_QUOTED, cut: Cut | None = None
) -> list[Refrain]:
    """The refrains of a document, in the order of their first places, the longest of a place first.

    Args:
        texts: its rows, in order.
        least: hanzi of a refrain.
        quoted: hanzi from which a repeated quotation (“…” or 「…」) is one, too.
        cut: parts folded Chinese text into words; with it refrains begin and end at words.

    Returns:
        Every string that stands twice within sentences and cannot grow without losing a place, its edges
        trimmed; none is part of another one with as many places. A comma may stand inside, 。！？； may not.
    """
    if not texts:
        return []
    shown = [text.replace(_BETWEEN, " ") for text in texts]
    text = fold(_BETWEEN.join(shown))
    found = _Found(text, least)
    found.take_repeats(cut)
    found.take_quotations(quoted)
    return _with_places(found.maximal(), text, shown)


class _Found:
    """The places of each refrain in one long folded text."""

    def __init__(self, text: str, least: int) -> None:
        self._text = text
        self._least = least
        self._places: dict[str, Offsets] = {}

    def take_repeats(self, cut: Cut | None) -> None:
        """Take the maximal repeats, trimmed; what was trimmed may stand at more places than it came from."""
        codes = _codes(self._text).copy()
        for end in _ENDS:
            codes[codes == ord(end)] = 0
        for repeat in trimmed_repeats(codes, self._text, self._least, cut, MOST):
            refrain = self._text[repeat.start : repeat.end]
            self._places[refrain] = _apart(repeat.places, len(refrain))

    def take_quotations(self, least: int) -> None:
        """Take what is quoted twice, without its marks; its places are those where it is quoted."""
        quotations: defaultdict[str, list[int]] = defaultdict(list)
        for match in _QUOTED.finditer(self._text):
            quotations[match[1] or match[2]].append(match.start() + 1)
        for quotation, places in quotations.items():
            if len(places) > 1 and hanzi_in(quotation) >= least:
                self._places.setdefault(quotation, np.array(places, np.int64))

    def maximal(self) -> dict[str, Offsets]:
        """Those that stand twice, and are not part of another one that stands as often."""
        ranked = sorted(
            ((text, places) for text, places in self._places.items() if len(places) > 1),
            key=lambda found: -len(found[0]),
        )
        taken: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        kept: dict[str, Offsets] = {}
        for text, places in ranked:
            start, end = int(places[0]), int(places[0]) + len(text)
            around = (self._text.rfind(_BETWEEN, 0, start), len(places))
            if not any(s <= start and end <= e for s, e in taken[around]):
                taken[around].append((start, end))
                kept[text] = places
        return kept


def _codes(text: str) -> NDArray[np.int32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.int32)


def _apart(places: Offsets, length: int) -> Offsets:
    """The places, without those that overlap the one before."""
    if len(places) < 2 or int(np.diff(places).min()) >= length:
        return places
    kept: list[int] = []
    for place in places.tolist():
        if not kept or place >= kept[-1] + length:
            kept.append(place)
    return np.array(kept, np.int64)


def _with_places(found: dict[str, Offsets], text: str, shown: Sequence[str]) -> list[Refrain]:
    """The refrains with their places in the texts as they are shown."""
    sizes = [len(offsets) for offsets in found.values()]
    starts = np.concatenate([*found.values(), np.zeros(0, np.int64)])
    ends = starts + np.repeat([len(folded) for folded in found], sizes).astype(np.int64)
    places = _Rows(text, shown).places(starts, ends)
    made: list[Refrain] = []
    for folded, end, size in zip(found, accumulate(sizes), sizes, strict=True):
        own = Places(*(column[end - size : end] for column in places))
        first = own[0]
        made.append(Refrain(shown[first.index][first.start : first.end], folded, own))
    return sorted(made, key=lambda it: (it.places[0].index, it.places[0].start, -len(it.folded)))


class _Rows:
    """The way from the long folded text back to the texts it was put together from."""

    def __init__(self, text: str, shown: Sequence[str]) -> None:
        self._shown = shown
        folded = text.split(_BETWEEN)
        self._starts = np.array(list(accumulate((len(one) + 1 for one in folded), initial=0)), np.int64)
        longer = (index for index, one in enumerate(folded) if len(one) != len(shown[index]))
        self._odd = np.array(sorted({*longer, *_with_odd_characters(shown)}), np.int64)

    def places(self, starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets, Offsets]:
        """Numbers of texts and spans in them for stretches of the long text."""
        index = np.searchsorted(self._starts, starts, "right") - 1
        starts, ends = starts - self._starts[index], ends - self._starts[index]
        # What folds character by character has its places for free; others are asked for theirs.
        mapped: dict[int, Folded] = {}
        for at in np.flatnonzero(np.isin(index, self._odd)).tolist():
            row = int(index[at])
            if row not in mapped:
                mapped[row] = fold_mapped(self._shown[row])
            starts[at], ends[at] = mapped[row].span(int(starts[at]), int(ends[at]))
        return index, starts, ends


def _with_odd_characters(shown: Sequence[str]) -> Iterator[int]:
    """Numbers of the texts that have a character which folding takes out, or makes several of."""
    codes = _codes(_BETWEEN.join(shown))
    there = np.zeros(0x110000, np.bool_)
    there[codes] = True
    characters = [chr(code) for code in np.flatnonzero(there).tolist()]
    odd = [ord(ch) for ch in characters if ch.isspace() or len(fold(ch)) != 1]
    there[:] = False
    there[odd] = True
    rows = np.cumsum(codes == ord(_BETWEEN), dtype=np.int32)
    yield from np.unique(rows[there[codes]]).tolist()


@dataclass(frozen=True, slots=True)
class Mark:
    """A refrain as it is marked in a text: a span of it in code points."""

    start: int
    end: int
    refrain: Refrain


class Marks(Sequence[Refrain]):
    """Refrains, which of them stand in each row, and which of those to mark."""

    def __init__(self, found: Sequence[Refrain], ids: Sequence[int]) -> None:
        """Look up nothing yet.

        Args:
            found: the refrains of the rows.
            ids: of the rows, in order.
        """
        self._found = found
        self._ids = ids
        self._index_of = {row: index for index, row in enumerate(ids)}
        sizes = [len(refrain.places) for refrain in found]
        index = np.concatenate([np.zeros(0, np.int64), *(refrain.places.indexes for refrain in found)])
        self._order = np.argsort(index, kind="stable")
        self._index = index[self._order]
        self._numbers = np.repeat(np.arange(len(found)), sizes)
        self._firsts = np.cumsum([0, *sizes])

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> Refrain: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Refrain]: ...
    def __getitem__(self, at: int | slice) -> Refrain | Sequence[Refrain]:
        return self._found[at]

    def id_of(self, index: int) -> int:
        """The id of a row by its number, from 0."""
        return self._ids[index]

    def index_of(self, row: int) -> int | None:
        """The number of a row by its id; None where it was not among the rows."""
        return self._index_of.get(row)

    def every(self, index: int) -> list[Mark]:
        """All places of refrains in a text, also those over one another."""
        first, last = np.searchsorted(self._index, (index, index + 1)).tolist()
        marks: list[Mark] = []
        for at in self._order[first:last].tolist():
            number = int(self._numbers[at])
            place = self._found[number].places[at - int(self._firsts[number])]
            marks.append(Mark(place.start, place.end, self._found[number]))
        return marks

    def of(self, index: int) -> tuple[Mark, ...]:
        """The refrains to mark in a text, in order: none over another, together of the greatest weight.

        Where refrains lie over one another, a long one that stands seven times is marked rather than a
        slightly longer one that stands twice, or a short one inside of it that stands ten times.
        """
        return heaviest(self.every(index))


def heaviest(candidates: list[Mark]) -> tuple[Mark, ...]:
    """The marks of the greatest weight together that do not overlap (weighted interval scheduling)."""
    candidates.sort(key=lambda mark: (mark.end, mark.start))
    ends = [mark.end for mark in candidates]
    best = [0.0]
    behind: list[int] = []
    for number, mark in enumerate(candidates):
        behind.append(bisect_right(ends, mark.start, 0, number))
        best.append(max(best[-1], best[behind[-1]] + mark.refrain.weight))
    chosen: list[Mark] = []
    number = len(candidates)
    while number:
        if best[number] > best[number - 1]:
            chosen.append(candidates[number - 1])
            number = behind[number - 1]
        else:
            number -= 1
    return tuple(reversed(chosen))
