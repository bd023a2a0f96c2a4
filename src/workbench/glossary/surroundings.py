"""glossary: what stands around a term in a text: neighbours, the sentence, the words the text is cut into."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Final, TypeAlias

from workbench.text.fold import Folded, fold, fold_mapped
from workbench.text.sentences import chinese_sentences

Cut: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]
"""Cuts a Chinese text into words: spans in code points, half-open, ascending (`annotate.words.words`)."""

QUOTES: Final = frozenset("“”‘’「」『』《》〈〉\"'")
"""Marks that may stand around a term without being part of it."""

_CAPITALS = re.compile(r"[A-Z]+")
_SURELY_A_WORD = 3


def match_key(text: str) -> str:
    """What forms and contexts are compared by: folded, Latin capitals as small letters."""
    return lowered(fold(text)).strip()


def lowered(folded: str) -> str:
    """Folded text with its capitals from A to Z as small letters, character by character."""
    return _CAPITALS.sub(lambda letters: letters.group().lower(), folded)


class Surroundings:
    """A text as terms are looked for in it, and what stands around a place of it.

    Offsets are code points of `text`, the folded text; words and sentences are worked out when first asked
    for.

    Attributes:
        text: the shown text folded, capitals as small letters.
        folded: the way back to the shown text.
    """

    __slots__ = ("_boundaries", "_cut", "_sentence_ends", "_shown", "folded", "text")

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
        self._boundaries: frozenset[int] | None = None
        self._sentence_ends: list[int] | None = None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the shown text stands in the folded one."""
        return bisect_left(self.folded.starts, start), bisect_right(self.folded.ends, end)

    def behind_quotes(self, start: int, end: int) -> tuple[int, int]:
        """Where what stands before ends and what stands after begins, quotation marks passed over."""
        text = self.text
        while start > 0 and text[start - 1] in QUOTES:
            start -= 1
        while end < len(text) and text[end] in QUOTES:
            end += 1
        return start, end

    def sentence(self, start: int) -> tuple[int, int]:
        """The sentence in which an offset stands."""
        ends = self._sentence_ends
        if ends is None:
            spans = chinese_sentences(self._shown)
            ends = [bisect_right(self.folded.ends, end) for _, end in spans]
            self._sentence_ends = ends
        number = bisect_right(ends, start)
        first = ends[number - 1] if number else 0
        return first, ends[number] if number < len(ends) else len(self.text)

    def stands_alone(self, start: int, end: int) -> bool:
        """True where a place is one or more whole words of the cut."""
        if self._cut is None:
            return True
        return self._parted(start) and self._parted(end)

    def crosses(self, start: int, end: int) -> bool:
        """True where a place takes pieces of two neighbouring words (生物｜流感), and no whole one.

        Where it takes a piece of one word and the whole of the next, only a broken word of three characters
        or more counts: of 惠民｜生 and 惠｜民生 the cut often chooses the wrong one.
        """
        if self._cut is None:
            return False
        parted_before, parted_behind = self._parted(start), self._parted(end)
        if parted_before and parted_behind:
            return False
        inner = [at for at in range(start + 1, end) if self._parted(at)]
        if not inner or not (parted_before or parted_behind):
            return bool(inner)
        step, edge = (1, end) if parted_before else (-1, start)
        while not self._parted(edge):
            edge += step
        return abs(edge - inner[-1 if parted_before else 0]) >= _SURELY_A_WORD

    def _parted(self, at: int) -> bool:
        """True where the cut parts two words at an offset."""
        if self._boundaries is None:
            self._boundaries = frozenset(self._cut_all())
        return at in self._boundaries

    def _cut_all(self) -> Iterable[int]:
        spans = self._cut(self.text) if self._cut else ()
        return chain((0, len(self.text)), chain.from_iterable(spans))
