"""bench: the same texts looked up by every engine in turn, what each missed, and how long each took."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from memory_corpus import Asked
from memory_engines import Answer, Ask
from report import Figures, figures

AT_A_TIME = 10


class Recall(NamedTuple):
    """How many of the matches of a full scan an engine found, among its best five."""

    found: int
    there: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.found / self.there if self.there else 1.0


class Trial(NamedTuple):
    """What came out for one engine."""

    times: Figures
    recall: Recall


def interleaved(
    engines: Mapping[str, Ask], asked: Sequence[Asked], least: int, truth: str
) -> dict[str, Trial]:
    """Ask every engine every text, some texts after the others and each time another engine first.

    So many at a time as an editor asks ahead: with one at a time every look-up would find the caches
    of the processor filled with what the scan has read, and that would be most of what is measured.

    Args:
        engines: by name.
        asked: the texts.
        least: similarity in per cent.
        truth: the engine that is right by definition.
    """
    names = list(engines)
    times: dict[str, list[float]] = {name: [] for name in names}
    found = dict.fromkeys(names, 0)
    there = 0
    for number, start in enumerate(range(0, len(asked), AT_A_TIME)):
        turn = number % len(names)
        answers: dict[str, list[Answer]] = {name: [] for name in names}
        for name in names[turn:] + names[:turn]:
            for one in asked[start : start + AT_A_TIME]:
                started = time.perf_counter()
                answers[name].append(engines[name](one.text, least))
                times[name].append(1e3 * (time.perf_counter() - started))
        there += sum(map(len, answers[truth]))
        for name in names:
            found[name] += sum(map(as_good, answers[name], answers[truth]))
    return {name: Trial(figures(times[name]), Recall(found[name], there)) for name in names}


def as_good(answer: Answer, right: Answer) -> int:
    """How many of the right matches stand in an answer with a similarity as high, rank by rank."""
    return sum(mine >= theirs for mine, theirs in zip(answer, right, strict=False))
