"""glossary: what stands around a term in a text: neighbours, the sentence, the words the text is cut into."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from workbench.text.fold import Folded, fold, fold_mapped
from workbench.text.sentences import chinese_sentences

Cut: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]
"""Cuts a Chinese text into words: spans in code points, half-open, ascending (`annotate.words.words`)."""

QUOTES: Final = frozenset("“”‘’「」『』《》〈〉\"'")
"""Marks that may stand around a term without being part of it."""

_CAPITALS = re.compile(r"[A-Z]+")
_STRETCH = re.compile(r"[a-zA-Z0-9+#&._%\-\u3400-\u9fff\U00020000-\U000323af]+")
"""What jieba cuts at a time: no word goes across any other mark, so that each stretch can be cut alone."""


def match_key(text: str) -> str:
    """What forms and contexts are compared by: folded, Latin capitals as small letters."""
    return lowered(fold(text)).strip()


def lowered(folded: str) -> str:
    """Folded text with its capitals from A to Z as small letters, character by character."""
    return _CAPITALS.sub(lambda letters: letters.group().lower(), folded)


class Surroundings:
    """A text as terms are looked for in it, and what stands around a place of it.

    Offsets are code points of `text`, the folded text; words and sentences are worked out when first asked
    for, and words only in the stretches asked about.

    Attributes:
        text: the shown text folded, capitals as small letters.
        folded: the way back to the shown text.
    """

    __slots__ = ("_boundaries", "_cut", "_sentence_ends", "_shown", "_stretches", "folded", "text")

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
        self._stretches: tuple[list[int], list[int]] | None = None
        self._boundaries: dict[int, frozenset[int]] = {}
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
        """True where a place takes a piece of one word and a piece or the whole of the next (生物｜流感)."""
        if self._cut is None or (self._parted(start) and self._parted(end)):
            return False
        return any(self._parted(at) for at in range(start + 1, end))

    def _parted(self, at: int) -> bool:
        """True where the cut parts two words at an offset, or no word can go across it."""
        starts, ends = self._stretches or self._find_stretches()
        number = bisect_right(starts, at) - 1
        if number < 0 or at >= ends[number] or at == starts[number]:
            return True
        boundaries = self._boundaries.get(number)
        if boundaries is None:
            boundaries = self._cut_stretch(number, starts[number], ends[number])
        return at in boundaries

    def _find_stretches(self) -> tuple[list[int], list[int]]:
        spans = [found.span() for found in _STRETCH.finditer(self.text)]
        self._stretches = [start for start, _ in spans], [end for _, end in spans]
        return self._stretches

    def _cut_stretch(self, number: int, first: int, last: int) -> frozenset[int]:
        spans = self._cut(self.text[first:last]) if self._cut else ()
        boundaries = frozenset(first + offset for span in spans for offset in span)
        self._boundaries[number] = boundaries
        return boundaries
