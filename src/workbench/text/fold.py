"""text: one match key for all the ways to write the same Chinese.

Folding is what memory, terms, concordance and find compare by; the text shown is never changed by it. It has

- NFKC: full-width letters, digits and marks, compatibility ideographs, Kangxi radicals, … ½ ㎡ (they grow);
- fold_table.py: the other radicals, traditional and variant hanzi to simplified, character by character;
- characters that have no width (U+200B, U+FEFF, soft hyphens, variation selectors) go out;
- spaces, of any kind, go out beside a hanzi or a Chinese mark: `2014 年 2 月` and `2014年2月` are the same.

Curly quotes and 「」 stay as they are: which of them a text uses is no accident of its encoding.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.text.characters import is_hanzi
from workbench.text.fold_table import FOLD_TABLE, FOLD_VERSION

__all__ = ["FOLD_VERSION", "Folded", "fold", "fold_mapped"]

_DROPPED = re.compile("[\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that remembers where its characters came from.

    Attributes:
        text: the folded text.
        starts: for each of its code points, the offset in the shown text where what it came from begins.
        ends: likewise the offset where it ends.
        length: code points of the shown text.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the shown text that `text[start:end]` came from; an empty slice an empty one."""
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else self.length
            return (place, place)
        return (self.starts[start], self.ends[end - 1])


class _Singles(dict[str, str]):
    """Character to its folded form when it stands alone, worked out once."""

    def __missing__(self, ch: str) -> str:
        if _joins_back(ch):
            _JOINING_BACK.add(ch)
        self[ch] = folded = _fold_cluster(ch)
        return folded


_SINGLES = _Singles()
_JOINING_BACK: set[str] = set()
"""Characters met so far that NFKC may combine with the one before them, or that go out."""


def _joins_back(ch: str) -> bool:
    first = unicodedata.normalize("NFKD", ch)[0]
    is_vowel_or_tail_of_hangul = "\u1160" <= first <= "\u11ff"
    return unicodedata.category(first)[0] == "M" or is_vowel_or_tail_of_hangul or bool(_DROPPED.match(ch))


def _fold_cluster(cluster: str) -> str:
    return unicodedata.normalize("NFKC", _DROPPED.sub("", cluster)).translate(FOLD_TABLE)


def fold(text: str, case: bool = False) -> str:
    """The match key of `text`; folding it again changes nothing.

    Args:
        text: any text; what is pure ASCII stays as it is.
        case: True folds capitals too (`str.casefold`).
    """
    if text.isascii():
        return text.casefold() if case else text
    text = _SPACES.sub(_kept_space, text)
    folded = "".join(map(_SINGLES.__getitem__, text))
    if not _JOINING_BACK.isdisjoint(text):
        folded = "".join(_fold_cluster(text[start:end]) for start, end in _clusters(text))
    # Again, since folding may bring a space and a hanzi together: ㈱ holds one, a dropped sign stood between.
    folded = _SPACES.sub(_kept_space, folded)
    return folded.casefold() if case else folded


def fold_mapped(text: str, case: bool = False) -> Folded:
    """`fold(text, case)` with the way back to the shown text."""
    kept, offsets = _without_spaces(text, range(len(text)))
    pieces = list(map(_SINGLES.__getitem__, kept))
    starts, ends = offsets, _one_on(offsets)
    if not _JOINING_BACK.isdisjoint(kept):
        clusters = _clusters(kept)
        pieces = [_fold_cluster(kept[start:end]) for start, end in clusters]
        starts, ends = (
            [offsets[start] for start, _ in clusters],
            [offsets[end - 1] + 1 for _, end in clusters],
        )
    else:
        starts, ends = offsets, _one_on(offsets)
    if case:
        pieces = [piece.casefold() for piece in pieces]
    folded = "".join(pieces)
    if len(folded) > len(pieces) or "" in pieces:
        starts, ends = _spread(starts, pieces), _spread(ends, pieces)
    folded, places = _without_spaces(folded, range(len(folded)))
    if len(places) < len(starts):
        starts, ends = [starts[place] for place in places], [ends[place] for place in places]
    return Folded(folded, starts, ends, len(text))


def _one_on(offsets: Sequence[int]) -> Sequence[int]:
    if isinstance(offsets, range):
        return range(offsets.start + 1, offsets.stop + 1)
    return [offset + 1 for offset in offsets]


def _spread(offsets: Sequence[int], pieces: list[str]) -> list[int]:
    """Each offset as often as its piece has code points."""
    spread: list[int] = []
    for offset, piece in zip(offsets, pieces, strict=True):
        if len(piece) == 1:
            spread.append(offset)
        else:
            spread += [offset] * len(piece)
    return spread


def _without_spaces(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """`text` without the spaces that go out, and `offsets` without theirs."""
    pieces: list[str] = []
    kept: list[int] = []
    place = 0
    for space in _SPACES.finditer(text):
        if not _kept_space(space):
            pieces.append(text[place : space.start()])
            kept += offsets[place : space.start()]
            place = space.end()
    if place == 0:
        return text, offsets
    return "".join([*pieces, text[place:]]), [*kept, *offsets[place:]]


def _kept_space(space: re.Match[str]) -> str:
    """The spaces themselves; nothing where a hanzi or a Chinese mark stands beside them."""
    text, start, end = space.string, space.start(), space.end()
    if (start > 0 and _CHINESE[text[start - 1]]) or (end < len(text) and _CHINESE[text[end]]):
        return ""
    return space.group()


class _Chinese(dict[str, bool]):
    """Character to whether it is a hanzi, a CJK mark or a full-width mark.

    Full-width letters and digits are Latin ones in disguise, curly quotes and dashes belong to both systems.
    """

    def __missing__(self, ch: str) -> bool:
        is_wide_mark = "\u3001" <= ch <= "\u303f" or ("\uff01" <= ch <= "\uff65" and not ch.isalnum())
        self[ch] = is_chinese = is_wide_mark or is_hanzi(ch)
        return is_chinese


_CHINESE = _Chinese()


def _clusters(text: str) -> list[tuple[int, int]]:
    """The stretches of `text` that NFKC treats by themselves, whatever stands around them."""
    for ch in set(text):
        _SINGLES[ch]  # meeting a character for the first time notes whether it joins
    starts = [place for place, ch in enumerate(text) if place == 0 or ch not in _JOINING_BACK]
    return list(zip(starts, [*starts[1:], len(text)], strict=True)) if text else []
