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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

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
    odd = set(_odd().findall(text))
    if _has_space(odd):
        text = _SPACES.sub(_kept_space, text)
    quick = _apart(text, odd)
    if quick is not None:
        return quick.casefold() if case else quick
    folded = "".join(map(_SINGLES.__getitem__, text))
    if not _JOINING_BACK.isdisjoint(text):
        folded = "".join(_fold_cluster(text[start:end]) for start, end in _clusters(text))
    # Again, since folding may bring a space and a hanzi together: ㈱ holds one, a dropped sign stood between.
    folded = _SPACES.sub(_kept_space, folded)
    return folded.casefold() if case else folded


def fold_mapped(text: str, case: bool = False) -> Folded:
    """`fold(text, case)` with the way back to the shown text."""
    starts: Sequence[int] = range(len(text))
    ends: Sequence[int] = range(1, len(text) + 1)
    odd = set(_odd().findall(text))
    kept = text
    if _has_space(odd):
        kept, stretches = _without_spaces(text, _runs("".join(filter(str.isspace, odd))))
        starts, ends = _of_stretches(starts, stretches), _of_stretches(ends, stretches)
    quick = None if case else _apart(kept, odd)
    if quick is not None:
        grown = _grown(kept, odd) if len(quick) > len(kept) else ()
        return Folded(quick, _grow(starts, grown), _grow(ends, grown), len(text))
    pieces = list(map(_SINGLES.__getitem__, kept))
    if not _JOINING_BACK.isdisjoint(kept):
        clusters = _clusters(kept)
        pieces = [_fold_cluster(kept[start:end]) for start, end in clusters]
        starts, ends = [starts[start] for start, _ in clusters], [ends[end - 1] for _, end in clusters]
    if case:
        pieces = [piece.casefold() for piece in pieces]
    joined = "".join(pieces)
    if len(joined) > len(pieces) or "" in pieces:
        starts, ends = _spread(starts, pieces), _spread(ends, pieces)
    folded, stretches = _without_spaces(joined)
    return Folded(folded, _of_stretches(starts, stretches), _of_stretches(ends, stretches), len(text))


@cache
def _odd() -> re.Pattern[str]:
    """Finds every character but those of common hanzi, ASCII and Chinese marks that folding leaves alone."""
    # One scan by this class takes a tenth of the time that looking every character up would take.
    places = [0x4DFF, *sorted(code for code in FOLD_TABLE if 0x4E00 <= code <= 0x9FFF), 0xA000]
    hanzi = "".join(
        f"{chr(before + 1)}-{chr(after - 1)}" for before, after in pairwise(places) if after - before > 1
    )
    return re.compile(f"[^!-~、。《》「」“”‘’—{hanzi}]")


def _has_space(characters: Iterable[str]) -> bool:
    return any(map(str.isspace, characters))


def _apart(text: str, odd: set[str]) -> str | None:
    """`text` folded, where each of its characters folds by itself; else None.

    Args:
        text: what is left when spaces have gone out.
        odd: its characters that are not known to stay as they are.
    """
    changed = [(ch, _APART[ch]) for ch in odd]
    if not all(folded for _, folded in changed):
        return None
    if len(changed) > _FEW:
        return "".join(map(_SINGLES.__getitem__, text))
    for ch, folded in changed:
        text = text.replace(ch, folded)
    return text


def _grown(text: str, odd: set[str]) -> list[tuple[int, int]]:
    """Where a character stands that becomes several when folded, and how many."""
    lengths = {ch: len(_APART[ch]) for ch in odd}
    growing = (ch for ch, length in lengths.items() if length > 1)
    places = (found.start() for ch in growing for found in re.finditer(re.escape(ch), text))
    return [(at, lengths[text[at]]) for at in sorted(places)]


def _grow(offsets: Sequence[int], grown: Sequence[tuple[int, int]]) -> Sequence[int]:
    """Each offset at one of these places so many times."""
    if not grown:
        return offsets
    offsets = _counted(offsets)
    spread: list[int] = []
    place = 0
    for at, times in grown:
        spread += offsets[place:at]
        spread += [offsets[at]] * times
        place = at + 1
    spread += offsets[place:]
    return spread


class _Apart(dict[str, str]):
    """Character to what it folds to whatever stands around it; empty where its neighbours matter."""

    def __missing__(self, ch: str) -> str:
        folded = _SINGLES[ch]
        stands_apart = (
            ch not in _JOINING_BACK
            and (ch.isspace() or not _has_space(folded))
            # What turns into a Chinese mark may have kept a space beside it that has to go.
            and (_CHINESE[ch] or not any(map(_CHINESE.__getitem__, folded)))
        )
        self[ch] = folded if stands_apart else ""
        return self[ch]


_APART = _Apart()
_FEW = 80
"""So many replacements in a whole text take no longer than looking up each of a thousand characters."""


def _spread(offsets: Sequence[int], pieces: list[str]) -> list[int]:
    """Each offset as often as its piece has code points."""
    spread: list[int] = []
    for offset, piece in zip(offsets, pieces, strict=True):
        if len(piece) == 1:
            spread.append(offset)
        else:
            spread += [offset] * len(piece)
    return spread


@lru_cache(maxsize=64)
def _runs(spaces: str) -> re.Pattern[str]:
    """Finds runs of some kinds of spaces, several times as fast as `\\s` does."""
    return re.compile(f"[{spaces}]+" if len(spaces) > 1 else f"{spaces}+")


def _without_spaces(text: str, spaces: re.Pattern[str] = _SPACES) -> tuple[str, list[tuple[int, int]]]:
    """`text` without the spaces that go out, and the stretches of it that are left."""
    stretches: list[tuple[int, int]] = []
    place, length = 0, len(text)
    for space in spaces.finditer(text):
        start, end = space.span()
        if (start and _CHINESE[text[start - 1]]) or (end < length and _CHINESE[text[end]]):
            stretches.append((place, start))
            place = end
    stretches.append((place, length))
    return "".join([text[start:end] for start, end in stretches]), stretches


def _of_stretches(offsets: Sequence[int], stretches: Sequence[tuple[int, int]]) -> Sequence[int]:
    if len(stretches) == 1:
        return offsets
    offsets = _counted(offsets)
    kept: list[int] = []
    for start, end in stretches:
        kept += offsets[start:end]
    return kept


_COUNT = list(range(4097))


def _counted(offsets: Sequence[int]) -> Sequence[int]:
    """The numbers of a range as a list; to copy numbers takes a third of the time of making them."""
    if isinstance(offsets, range) and offsets.stop <= len(_COUNT):
        return _COUNT[offsets.start : offsets.stop]
    return offsets


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
