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

from workbench.text.characters import is_hanzi
from workbench.text.fold import Folded, fold, fold_mapped

LEAST_HANZI = 8
LEAST_QUOTED = 4
MOST = 50_000
"""Refrains of a document; of more, those that count most are taken, so that time and memory are bounded."""
Cut = Callable[[str], Sequence[str]]

_BETWEEN = "\0"  # between texts; folding leaves it as it is
_ENDS = "\0\n。!?;"
_QUOTED = re.compile("“([^“”「」\0\n。!?;]+)[。!?;]?”|「([^“”「」\0\n。!?;]+)[。!?;]?」")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a refrain stands: the number of the text, 0-based, and a span of it in code points."""

    index: int
    start: int
    end: int


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
    places: tuple[Place, ...]

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
        self._places: dict[str, list[int]] = {}

    def take_repeats(self, cut: Cut | None) -> None:
        """Take the maximal repeats, trimmed; what was trimmed may stand at more places than it came from."""
        import numpy as np

        from workbench.memory.edges import trimmed_repeats

        codes = np.frombuffer(self._text.encode("utf-32-le", "surrogatepass"), np.int32).copy()
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
                self._places.setdefault(quotation, places)

    def maximal(self) -> dict[str, list[int]]:
        """Those that stand twice, and are not part of another one that stands as often."""
        ranked = sorted(
            ((text, places) for text, places in self._places.items() if len(places) > 1),
            key=lambda found: -len(found[0]),
        )
        taken: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        kept: dict[str, list[int]] = {}
        for text, places in ranked:
            start, end = places[0], places[0] + len(text)
            around = (self._text.rfind(_BETWEEN, 0, start), len(places))
            if not any(s <= start and end <= e for s, e in taken[around]):
                taken[around].append((start, end))
                kept[text] = places
        return kept


def _apart(places: Sequence[int], length: int) -> list[int]:
    """The places, without those that overlap the one before."""
    kept: list[int] = []
    for place in places:
        if not kept or place >= kept[-1] + length:
            kept.append(place)
    return kept


def _with_places(found: dict[str, list[int]], text: str, shown: Sequence[str]) -> list[Refrain]:
    """The refrains with their places in the texts as they are shown."""
    rows = _Rows(text, shown)
    made: list[Refrain] = []
    for folded, offsets in found.items():
        places = tuple(rows.places(offsets, len(folded)))
        first = places[0]
        made.append(Refrain(shown[first.index][first.start : first.end], folded, places))
    return sorted(made, key=lambda it: (it.places[0].index, it.places[0].start, -len(it.folded)))


class _Rows:
    """The way from the long folded text back to the texts it was put together from."""

    def __init__(self, text: str, shown: Sequence[str]) -> None:
        self._shown = shown
        self._folded = text.split(_BETWEEN)
        self._starts = list(accumulate((len(folded) + 1 for folded in self._folded), initial=0))
        self._odd = {ch for ch in set().union(*shown) if ch.isspace() or len(fold(ch)) != 1}
        self._mapped: dict[int, Folded | None] = {}

    def places(self, offsets: Sequence[int], length: int) -> Iterator[Place]:
        """Where `length` characters of the long text from each of `offsets`, which rise, stand."""
        index = 0
        for offset in offsets:
            index = bisect_right(self._starts, offset, index) - 1
            start = offset - self._starts[index]
            mapped = self._mapped[index] if index in self._mapped else self._way(index)
            if mapped is None:
                yield Place(index, start, start + length)
            else:
                yield Place(index, *mapped.span(start, start + length))

    def _way(self, index: int) -> Folded | None:
        """The way back to a text; None where each character was folded by itself, and places are the same."""
        shown = self._shown[index]
        is_plain = len(shown) == len(self._folded[index]) and self._odd.isdisjoint(shown)
        self._mapped[index] = mapped = None if is_plain else fold_mapped(shown)
        return mapped


@dataclass(frozen=True, slots=True)
class Mark:
    """A refrain as it is marked in a text: a span of it in code points."""

    start: int
    end: int
    refrain: Refrain


def marks(found: Sequence[Refrain]) -> dict[int, tuple[Mark, ...]]:
    """Which refrains to mark in each text, in order: none over another, together of the greatest weight.

    Where refrains lie over one another, a long one that stands seven times is marked rather than a slightly
    longer one that stands twice, or a short one inside of it that stands ten times.

    Returns:
        Number of the text to its marks; a text without any is left out.
    """
    of_text: defaultdict[int, list[Mark]] = defaultdict(list)
    for refrain in found:
        for place in refrain.places:
            of_text[place.index].append(Mark(place.start, place.end, refrain))
    return {index: _heaviest(of_text[index]) for index in sorted(of_text)}


def _heaviest(candidates: list[Mark]) -> tuple[Mark, ...]:
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
