"""glossary: the texts of a document laid out as one, and which of its strings may be terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from workbench.glossary.candidates_grams import Codes, Flags, Grams
from workbench.text.characters import is_hanzi
from workbench.text.fold import Folded, fold_mapped

Spans = Callable[[str], Sequence[tuple[int, int]]]
"""Spans of a shown text: the terms known in it, or its words."""

LEAST_FREEDOM: Final = 0.3
"""Of its neighbours; below, a string is taken for a piece of a longer one."""
_CLEAN = 0.5  # share of the places of a string where its edges are edges of words
_LIGHT_VERB_WORDS = """
推进 推动 促进 加快 加强 增强 提高 提升 完善 健全 优化 深化 扩大 保障 确保 坚持 落实 实施 贯彻 开展 实行
实现 完成 达到 取得 构建 打造 建立 形成 培育 发挥 改善 统筹 支持 鼓励 引导 做好 深入 全面 扎实 积极 大力
持续 不断 为 是 对 以 向 从 把"""
_LIGHT_VERBS: Final = tuple(_LIGHT_VERB_WORDS.split())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a candidate stands: number of the text from 0, and code points of the shown text, half-open."""

    index: int
    start: int
    end: int


class Found(NamedTuple):
    """A frequent string: its length, where it stands in the layout, and how freely its neighbours change."""

    length: int
    places: Sequence[int]
    freedom: float


class LaidOut:
    """The folded texts one behind the other, with what may begin and end where."""

    def __init__(self, texts: Sequence[str], known: Spans, cut: Spans | None) -> None:
        self._texts = texts
        self._folded: list[Folded] = [fold_mapped(text) for text in texts]
        self._offsets = [0]
        for folded in self._folded:
            self._offsets.append(self._offsets[-1] + len(folded.text) + 1)
        self._all = "".join(f"{folded.text}\n" for folded in self._folded)
        self.codes = _codes(self._all)
        size = len(self._all)
        self.begins: Flags = np.ones(size, np.bool_)
        self.ends: Flags = np.ones(size + 1, np.bool_)
        self._covered = np.arange(
            size + 1
        )  # for each offset, the end of the known term it begins; else itself
        self._edges: Flags = np.ones(size + 1, np.bool_)
        for number, text in enumerate(texts):
            self._mark_known(number, known(text))
            if cut is not None:
                for start, end in self._in_all(number, cut(text)):
                    self._edges[start + 1 : end] = False
        self._mark_latin()

    def _in_all(self, number: int, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Spans of a shown text as spans of all texts folded."""
        folded, offset = self._folded[number], self._offsets[number]
        starts, ends = folded.starts, folded.ends
        for start, end in spans:
            yield offset + bisect_left(starts, start), offset + bisect_right(ends, end)

    def _mark_known(self, number: int, spans: Sequence[tuple[int, int]]) -> None:
        for start, end in self._in_all(number, spans):
            if start < end:
                self.begins[start + 1 : end] = False
                self.ends[start + 1 : end] = False
                self._covered[start] = max(self._covered[start], end)

    def _mark_latin(self) -> None:
        """No string begins or ends inside a word of Latin letters."""
        latin = (self.codes > 0) & (self.codes < 128)
        inside = latin[1:] & latin[:-1]
        self.begins[1:] &= ~inside
        self.ends[1:-1] &= ~inside
        self._hanzi = np.concatenate([np.zeros(1, np.int64), np.cumsum((self.codes > 0) & ~latin)])

    def read(self, grams: Grams, least: int) -> Iterator[tuple[str, Found]]:
        """The strings that are free enough, mostly end where words do, and often stand outside of terms."""
        outside = self._covered[grams.places] < grams.places + grams.length
        clean = self._edges[grams.places] & self._edges[grams.places + grams.length]
        tidy = np.add.reduceat(clean, grams.starts[:-1], dtype=np.int64) >= grams.counts * _CLEAN
        for at in np.flatnonzero((grams.freedom >= LEAST_FREEDOM) & tidy).tolist():
            span = slice(grams.starts[at], grams.starts[at + 1])
            places = grams.places[span][outside[span]].tolist()
            if len(places) < least:
                continue
            first = places[0]
            string = self._all[first : first + grams.length]
            if self._hanzi[first + grams.length] > self._hanzi[first] and not self._adds_a_verb(
                string, first
            ):
                yield string, Found(grams.length, places, float(grams.freedom[at]))

    def _adds_a_verb(self, string: str, first: int) -> bool:
        """Whether a string is but a known term behind a verb that goes with any, as promote does."""
        rest = next((len(verb) for verb in _LIGHT_VERBS if string.startswith(verb)), 0)
        return bool(rest) and bool(self._covered[first + rest] >= first + len(string))

    def shown(self, found: Found) -> tuple[str, tuple[Place, ...]]:
        """A string as it stands first, without spaces that a PDF left, and its places in the shown texts."""
        places = tuple(self._place(place, found.length) for place in found.places)
        first = places[0]
        return "".join(self._texts[first.index][first.start : first.end].split()), places

    def _place(self, place: int, length: int) -> Place:
        number = bisect_right(self._offsets, place) - 1
        start = place - self._offsets[number]
        return Place(number, *self._folded[number].span(start, start + length))


def _codes(text: str) -> Codes:
    """Hanzi and Latin letters as their code points, all else as 0."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.int64)
    kinds = np.unique(codes)
    kept = [code for code in kinds.tolist() if is_hanzi(chr(code)) or (code < 128 and chr(code).isalpha())]
    codes[~np.isin(codes, kept)] = 0
    return codes
