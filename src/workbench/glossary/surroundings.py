"""glossary: what stands around a term in a text: neighbours, the sentence, the words the text is cut into."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, TypeAlias

from workbench.text.fold import Folded, fold, fold_mapped

Cut: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]
"""Cuts a Chinese text into words: spans in code points, half-open, ascending (`annotate.words.words`)."""

QUOTES: Final = frozenset("“”‘’「」『』《》〈〉\"'")
"""Marks that may stand around a term without being part of it."""

_CAPITALS = re.compile(r"[A-Z]+")
_FIRST_HANZI = "\u3400"
_REACH = 6
"""Characters on either side of a place that are cut with it: with so many it is cut as in the whole text."""
_ACROSS = (False, True, False)
_STOPS = ("。", "!", "?", ";", "\n")
_STOP = "。"
"""No word goes across it, and folding leaves it where it is."""


@lru_cache(maxsize=1 << 10)  # a termbase asks for tens of thousands, each once; a fold takes 3 µs
def match_key(text: str) -> str:
    """What forms and contexts are compared by: folded, Latin capitals as small letters."""
    key = lowered(fold(text)).strip()
    return text if key == text else key  # most are folded already: one string for both


def lowered(folded: str) -> str:
    """Folded text with its capitals from A to Z as small letters, character by character."""
    if folded.lower() == folded:
        return folded
    return _CAPITALS.sub(lambda letters: letters.group().lower(), folded)


class Surroundings:
    """A text as terms are looked for in it, and what stands around a place of it.

    Offsets are code points of `text`, the folded text.

    Attributes:
        text: the shown text folded, capitals as small letters.
        folded: the way back to the shown text.
    """

    __slots__ = ("_cut", "_shown", "_told", "folded", "text")

    def __init__(self, shown: str, cut: Cut | None = None, folded: Folded | None = None) -> None:
        """Fold a text.

        Args:
            shown: the text as it is shown.
            cut: how words are told; None: a place is taken to be a whole word.
            folded: `fold_mapped(shown)` where it is known already.
        """
        self._shown = shown
        self._cut = cut
        self.folded = fold_mapped(shown) if folded is None else folded
        self.text = lowered(self.folded.text)
        self._told: dict[tuple[int, int], tuple[bool, bool, bool]] = {}

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the shown text stands in the folded one."""
        return bisect_left(self.folded.starts, start), bisect_right(self.folded.ends, end)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence in which a place stands: up to 。！？； or a line end on either side.

        Coarser than `text.sentences`, which weighs quotes and brackets, and a hundred times as fast.
        """
        text = self.text
        behind = (at for stop in _STOPS if (at := text.find(stop, end)) >= 0)
        return max(text.rfind(stop, 0, start) for stop in _STOPS) + 1, min(behind, default=len(text))

    def look(self, short: Iterable[tuple[int, int]], whole: Iterable[tuple[int, int]]) -> None:
        """Cut the text around some places into words, all of them in one go.

        Args:
            short: places of which `crosses` will be asked.
            whole: places of which `stands_alone` will be asked.
        """
        if self._cut is None:
            return
        beside = self.text + "\0"  # also what stands before the first character
        places = [
            (start, end)
            for start, end in short
            if beside[end] >= _FIRST_HANZI and beside[start - 1] >= _FIRST_HANZI
        ]
        places += whole
        self._told = dict(zip(places, self._parted(places), strict=True))

    def crosses(self, place: tuple[int, int]) -> bool:
        """True where a place that was looked at takes pieces of two words and no whole one (生物｜流感).

        Where it takes a piece of a word and the whole of the other nothing is sure: of 惠民｜生 and
        惠｜民生, of 补短｜板 and 补｜短板 the cut chooses the wrong one.
        """
        return self._told.get(place) == _ACROSS

    def stands_alone(self, start: int, end: int) -> bool:
        """True where a place is one or more whole words of the cut."""
        if self._cut is None:
            return True
        told = self._told.get((start, end)) or self._parted([(start, end)])[0]
        return told[0] and told[2]

    def _parted(self, places: Sequence[tuple[int, int]]) -> list[tuple[bool, bool, bool]]:
        """Whether the cut parts words at the start of each place, inside it and at its end."""
        if self._cut is None or not places:
            return []
        windows = [self.text[max(0, start - _REACH) : end + _REACH] for start, end in places]
        parted = set(chain.from_iterable(self._cut(_STOP.join(windows))))
        told = []
        begin = 0
        for (start, end), window in zip(places, windows, strict=True):
            first = begin + min(start, _REACH)
            last = first + end - start
            told.append((first in parted, not parted.isdisjoint(range(first + 1, last)), last in parted))
            begin += len(window) + len(_STOP)
        return told
