"""project: the sentences of the two texts that are mended: where they begin, and cutting and joining them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.project.aligning_texts import Part, Text
from workbench.project.mending_beads import Side

Run = tuple[int, int, int]
"""Offset in the sentence, and the line and column of the file that stand there, 1-based."""


class Sentence(NamedTuple):
    """A sentence, paragraph or line of a side.

    Attributes:
        start: offset in the sentences of the side put end to end; `end` likewise, with the spaces that were
            cut off at a cut.
        text: without the spaces around it.
        number: of the part in its text, from 0; both halves of a sentence that was cut have it.
        paragraph: number of the paragraph it stands in.
        gap: what parts it from the next one of the same paragraph.
        runs: where each stretch of the text begins in the file.
    """

    start: int
    end: int
    text: str
    number: int
    paragraph: int
    gap: str
    runs: tuple[Run, ...]

    def part(self) -> Part:
        """As the aligner's results have it."""
        offset, line, column = self.runs[-1]
        last = line, column + len(self.text) - 1 - offset
        return Part(self.text, self.number, self.paragraph, self.runs[0][1:], last, self.gap, self.runs)


@dataclass(frozen=True, slots=True)
class SentenceSwap:
    """Neighbouring sentences of a side, and those of the same stretch that take their place."""

    side: Side
    before: tuple[Sentence, ...]
    after: tuple[Sentence, ...]

    def inverse(self) -> SentenceSwap:
        """What undoes it."""
        return SentenceSwap(self.side, self.after, self.before)


def laid_out(text: Text, order: Sequence[int]) -> list[Sentence]:
    """The parts of a text as sentences put end to end.

    Args:
        order: numbers of all parts; that of the file but for blocks that the other text has elsewhere.
    """
    sentences: list[Sentence] = []
    at = 0
    for number in order:
        part = text.parts[number]
        end = at + len(part.text)
        sentences.append(Sentence(at, end, part.text, part.index, part.paragraph, part.gap, part.runs))
        at = end
    return sentences


def cut(side: Side, sentence: Sentence, at: int) -> SentenceSwap | None:
    """A sentence becomes two.

    Args:
        at: offset in its text.

    Returns:
        None where one of them would hold nothing but spaces.
    """
    head, tail = sentence.text[:at], sentence.text[at:]
    first, second = head.rstrip(), tail.lstrip()
    if not first or not second:
        return None
    begin = len(sentence.text) - len(second)
    gap = sentence.text[len(first) : begin]
    border = sentence.start + begin
    one = sentence._replace(end=border, text=first, gap=gap, runs=_runs_to(sentence.runs, len(first)))
    two = sentence._replace(start=border, text=second, runs=_runs_from(sentence.runs, begin))
    return SentenceSwap(side, (sentence,), (one, two))


def _runs_to(runs: Sequence[Run], end: int) -> tuple[Run, ...]:
    return tuple(run for run in runs if run[0] < end)


def _runs_from(runs: Sequence[Run], start: int) -> tuple[Run, ...]:
    at = bisect_right(runs, start, key=lambda run: run[0]) - 1
    offset, line, column = runs[at]
    first = (0, line, column + start - offset)
    return (first, *((run[0] - start, run[1], run[2]) for run in runs[at + 1 :]))


class SentenceStarts:
    """Where the sentences of a side begin, and how many cells each takes on the screen."""

    __slots__ = ("cells", "end", "starts")

    def __init__(self, starts: Iterable[int], cells: Iterable[int], end: int) -> None:
        self.starts = array("q", starts)
        self.cells = array("l", cells)
        self.end = end

    def __len__(self) -> int:
        return len(self.starts)

    def within(self, span: tuple[int, int]) -> range:
        """Numbers of the sentences of a stretch, from 0."""
        return range(bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1]))

    def holding(self, offset: int) -> int:
        """Number of the sentence in which an offset lies; the last one behind the end."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def swap(self, swap: SentenceSwap, cells: Sequence[int]) -> None:
        """Put sentences in the place of others; `cells` are those of the new ones."""
        at = bisect_left(self.starts, swap.before[0].start)
        end = at + len(swap.before)
        self.starts[at:end] = array("q", [sentence.start for sentence in swap.after])
        self.cells[at:end] = array("l", cells)
