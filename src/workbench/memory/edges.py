"""memory: where refrains begin and end: at words, not at stray marks, half numbers, clause ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from workbench.memory.repeats import Codes, Places, Repeats, repeats, windows
from workbench.text.characters import PAIRS, is_hanzi

Cut = Callable[[str], Sequence[str]]

_HANZI, _MARK, _OPENS, _CLOSES, _PARTS_CLAUSES = 1, 2, 4, 8, 16
_SHORTEST_CLAUSE = 4  # characters; the beginning or end of a clause that is shorter says nothing
_LONGEST_WAY = 40  # characters from an edge to where its clause begins or ends
_ENDINGS = "的 了 着 过 地 得 和 与 及 或 等 之 而 是 对 个 将 使 好 也 都 还 就 以及"
_BEGINNINGS = """的 地 得 和 与 及 或 之 以 而 为 在 对 将 把 从 向 于 是 要 更 最 以及 一个 一种 一项 重要
重大 不断 更加 进一步"""
_NOT_FIRST, _NOT_LAST = frozenset(_ENDINGS.split()), frozenset(_BEGINNINGS.split())
"""Words that say nothing at an edge, or that wait for what follows."""
_OPENING = {closing: opening for opening, closing in PAIRS.items()}


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A repeat with its edges trimmed.

    Attributes:
        start: where it begins at one of its places.
        end: where it ends there.
        places: all offsets where it stands, rising; they may overlap.
    """

    start: int
    end: int
    places: Places


def trimmed_repeats(codes: Codes, text: str, least: int, cut: Cut | None, most: int) -> Iterator[Trimmed]:
    """The maximal repeats of a text of at least so many hanzi, with their edges trimmed, each text once.

    Args:
        codes: the numbers of the characters; 0 where no repeat reaches over.
        text: the same as a string, folded.
        least: hanzi of a repeat, trimmed or not.
        cut: parts folded Chinese text into words; None leaves the edges where they are in a clause.
        most: of more repeats the weightiest ones (hanzi times the logarithm of the places) are taken.
    """
    found = windows(codes, least)
    whole = repeats(codes, found)
    flags = _flags(codes, text)
    hanzi = np.concatenate([np.zeros(1, np.int32), np.cumsum(flags & _HANZI, dtype=np.int32)])
    starts = whole.places[whole.starts[:-1]]
    ends = starts + whole.lengths
    chosen = _weightiest(whole, hanzi[ends] - hanzi[starts], least, most)
    starts, ends = _without_marks(flags, starts[chosen], ends[chosen])
    inside = hanzi[ends] - hanzi[starts] >= least
    kept, starts, ends = chosen[inside], starts[inside], ends[inside]
    edges = _Edges(text, flags, cut)
    trimmed = edges.trimmed(starts, ends)
    of_window = found.places_of(codes, np.array([start for start, _ in trimmed], np.int64))
    seen: set[str] = set()
    for (start, end), number, places in zip(trimmed, kept.tolist(), of_window, strict=True):
        repeat = text[start:end]
        if repeat in seen or hanzi[end] - hanzi[start] < least:
            continue
        seen.add(repeat)
        if end - start == whole.lengths[number]:
            yield Trimmed(start, end, whole.places[whole.starts[number] : whole.starts[number + 1]])
        else:
            yield Trimmed(start, end, _standing(codes, start, end, places, least))


def _standing(codes: Codes, start: int, end: int, places: Places, known: int) -> Places:
    """Those of `places` at which the repeat from `start` to `end` stands; so many characters are known to."""
    places = places[places + (end - start) <= len(codes)]
    for step in range(known, end - start):
        places = places[codes[places + step] == codes[start + step]]
    return places


def _weightiest(whole: Repeats, hanzi: NDArray[np.int32], least: int, most: int) -> Places:
    """The numbers of the repeats of at least so many hanzi; of more than `most` those that count most."""
    weights = np.where(hanzi >= least, hanzi * np.log2(np.diff(whole.starts)), 0.0)
    chosen = np.flatnonzero(weights)
    if len(chosen) > most:
        chosen = np.sort(np.argpartition(weights, -most)[-most:])
    return chosen


def _flags(codes: Codes, text: str) -> NDArray[np.uint8]:
    """What each character is."""
    table = np.zeros(0x110000, np.uint8)
    for character in set(text):
        table[ord(character)] = _flags_of(character)
    return table[codes]


def _flags_of(character: str) -> int:
    if character.isalnum():
        return _HANZI if is_hanzi(character) else 0
    flags = _MARK
    if character in PAIRS:
        flags |= _OPENS
    if character in _OPENING:
        flags |= _CLOSES
    if character in ",:—":
        flags |= _PARTS_CLAUSES
    return flags


def _without_marks(flags: NDArray[np.uint8], first: Places, last: Places) -> tuple[Places, Places]:
    """Spans without the marks at their edges, and without clauses of which they hold a few characters."""
    first, last = first.copy(), last.copy()
    top = len(flags) - 1
    while True:
        before, behind = first, last
        for step in range(1, _SHORTEST_CLAUSE):
            at = first + step
            first = np.where((at < last) & (flags[np.minimum(at, top)] & _PARTS_CLAUSES != 0), at, first)
            at = last - 1 - step
            last = np.where((at > first) & (flags[np.maximum(at, 0)] & _PARTS_CLAUSES != 0), at, last)
        inside = first < last
        first = first + (inside & (flags[np.minimum(first, top)] & (_MARK | _OPENS) == _MARK))
        last = last - (inside & (flags[np.maximum(last - 1, 0)] & (_MARK | _CLOSES) == _MARK))
        last = np.maximum(first, last)
        if np.array_equal(first, before) and np.array_equal(last, behind):
            return first, last


class _Edges:
    """Trims what takes looking at words, one repeat at a time."""

    def __init__(self, text: str, flags: NDArray[np.uint8], cut: Cut | None) -> None:
        self._text = text
        self._marks = np.concatenate([[-1], np.flatnonzero(flags & _MARK), [len(text)]]).astype(np.int64)
        self._cut = cut
        self._borders = lru_cache(maxsize=1 << 14)(self._borders_of)

    def trimmed(self, starts: Places, ends: Places) -> list[tuple[int, int]]:
        """The spans of repeats trimmed."""
        first = np.searchsorted(self._marks, starts, "right")  # the clause that a repeat begins in
        last = np.searchsorted(self._marks, ends - 1, "right")
        opened, closed = self._marks[first - 1] + 1, self._marks[first]
        reopened, reclosed = self._marks[last - 1] + 1, self._marks[last]
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        clauses = zip(opened.tolist(), closed.tolist(), reopened.tolist(), reclosed.tolist(), strict=True)
        return [self._one(start, end, *clause) for (start, end), clause in zip(spans, clauses, strict=True)]

    def _one(
        self, start: int, end: int, opened: int, closed: int, reopened: int, reclosed: int
    ) -> tuple[int, int]:
        start, end = self._without_half_numbers(start, end)
        if self._cut is not None:
            if opened < start < closed:
                start = self._at_word(
                    start, max(opened, start - _LONGEST_WAY), min(closed, start + _LONGEST_WAY)
                )
            if reopened < end < reclosed:
                end = self._to_word(end, max(reopened, end - _LONGEST_WAY), min(reclosed, end + _LONGEST_WAY))
        return self._balanced(*self._between_marks(start, end))

    def _without_half_numbers(self, start: int, end: int) -> tuple[int, int]:
        """Without the end of a number or Latin word that begins before, and its measure; likewise behind."""
        text = self._text
        if start and _is_latin(text[start]) and _is_latin(text[start - 1]):
            while start < end and _is_latin(text[start]):
                start += 1
        if 0 < start < end and text[start - 1].isdecimal() and text[start].isalnum():
            start += 1  # 年 of 2026年, whose number is not the same everywhere
        if start < end < len(text) and _is_latin(text[end - 1]) and _is_latin(text[end]):
            while start < end and _is_latin(text[end - 1]):
                end -= 1
        return start, end

    def _at_word(self, start: int, first: int, last: int) -> int:
        """The first border of words from `start` on in a clause, behind particles."""
        borders = self._borders(self._text[first:last])
        at = bisect_left(borders, start - first)
        while (
            at + 1 < len(borders) and self._text[first + borders[at] : first + borders[at + 1]] in _NOT_FIRST
        ):
            at += 1
        return first + borders[at]

    def _to_word(self, end: int, first: int, last: int) -> int:
        """The last border of words up to `end`, likewise."""
        borders = self._borders(self._text[first:last])
        at = bisect_right(borders, end - first) - 1
        while at > 0 and self._text[first + borders[at - 1] : first + borders[at]] in _NOT_LAST:
            at -= 1
        return first + borders[at]

    def _borders_of(self, clause: str) -> tuple[int, ...]:
        assert self._cut is not None
        return tuple(accumulate(map(len, self._cut(clause)), initial=0))

    def _between_marks(self, start: int, end: int) -> tuple[int, int]:
        text = self._text
        while start < end and not (text[start].isalnum() or text[start] in PAIRS):
            start += 1
        while start < end and not (text[end - 1].isalnum() or text[end - 1] in _OPENING):
            end -= 1
        return start, end

    def _balanced(self, start: int, end: int) -> tuple[int, int]:
        """Without a mark at an edge whose partner is not inside, and without a pair around the whole."""
        text = self._text
        while start < end:
            inside = text[start + 1 : end - 1]
            first, last = text[start], text[end - 1]
            if PAIRS.get(first) == last and first not in inside and last not in inside:
                start, end = start + 1, end - 1
            elif first in PAIRS and PAIRS[first] not in text[start + 1 : end]:
                start += 1
            elif last in _OPENING and _OPENING[last] not in text[start : end - 1]:
                end -= 1
            else:
                break
        return start, end


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
