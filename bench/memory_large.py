"""bench: ten times as many units: the index alone, its candidates read from a plain file and scored.

The texts need no database for that: they stand folded in one file, and where each begins in another. A
million units and ten million are asked in turn.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from memory_corpus import PART, folded_all, made_up_part, made_up_queries
from memory_engines import Answer, Ask, best
from memory_trial import interleaved
from report import Figures
from workbench.memory.index import Index
from workbench.text.fold import fold

ONE = 1_000_000
Batch = tuple[range, list[str]]


class Large(NamedTuple):
    """What came out: both sizes, and what the larger one cost."""

    small: Figures
    large: Figures
    open: float  # ms
    first: float  # ms
    missed: int
    size: float  # GB of the index
    units: int = 0
    build: float = 0.0  # seconds

    @property
    def growth(self) -> float:
        """How many times as long the slowest twentieth takes."""
        return self.large.p95 / self.small.p95


class Texts:
    """Folded texts in a file, numbered from 1."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "texts"
        self._starts: list[np.ndarray[tuple[int], np.dtype[np.int64]]] = []
        self._size = 0

    def add(self, texts: list[str]) -> None:
        """Some more."""
        data = [text.encode() for text in texts]
        lengths = np.fromiter(map(len, data), np.int64, len(data))
        self._starts.append(self._size + np.cumsum(lengths) - lengths)
        self._size += int(lengths.sum())
        with self._path.open("ab") as file:
            file.write(b"".join(data))

    def open(self) -> None:
        """No more will come."""
        self._edges = np.append(np.concatenate(self._starts), self._size)
        self._data = np.memmap(self._path, np.uint8, "r")

    def __getitem__(self, number: int) -> str:
        start, end = self._edges[number - 1 : number + 1]
        return self._data[start:end].tobytes().decode()


def measure(folder: Path, units: int, queries: int, most: int = ONE) -> Large:
    """Build both indexes and ask them; all files are taken away after.

    Args:
        folder: with room for 500 bytes a unit.
        units: of the larger index.
        queries: how many texts are looked up.
        most: units of the smaller one.
    """
    texts = Texts(folder)
    small = Index.open(folder / "small", "bench")
    small.build(_batches(texts, 0, most))
    large = Index.open(folder / "large", "bench")
    clock = _Clock()
    started = time.perf_counter()
    large.build(clock.outside(_again(most)))
    large.build(clock.outside(_batches(texts, most, units)))
    build = time.perf_counter() - started - clock.seconds
    large.close()
    texts.open()
    done = _asked(small, folder, texts, queries)._replace(units=units, build=build)
    shutil.rmtree(folder)
    return done


def _asked(small: Index, folder: Path, texts: Texts, queries: int) -> Large:
    """Open the larger index, and look the same texts up in both."""
    asked = made_up_queries(made_up_part(0), queries + 1)
    started = time.perf_counter()
    large = Index.open(folder / "large", "bench")
    opened = time.perf_counter()
    _ask(large, texts)(asked[0].text, 70)
    first = time.perf_counter() - opened
    _ask(small, texts)(asked[0].text, 70)
    engines = {"small": _ask(small, texts), "large": _ask(large, texts)}
    trials = interleaved(engines, asked[1:], 70, "small")
    recall = trials["large"].recall
    done = Large(
        trials["small"].times,
        trials["large"].times,
        open=1e3 * (opened - started),
        first=1e3 * first,
        missed=recall.there - recall.found,
        size=large.size / 1e9,
    )
    small.close()
    large.close()
    return done


class _Clock:
    """Counts the seconds that making up texts takes."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def outside(self, batches: Iterator[Batch]) -> Iterator[Batch]:
        while True:
            started = time.perf_counter()
            batch = next(batches, None)
            self.seconds += time.perf_counter() - started
            if batch is None:
                return
            yield batch


def _batches(texts: Texts, first: int, end: int) -> Iterator[Batch]:
    """The units from number `first` to number `end`, which are added to the texts."""
    for number in range(first // PART, end // PART):
        part = folded_all(made_up_part(number))
        texts.add(part)
        yield range(number * PART + 1, (number + 1) * PART + 1), part


def _again(end: int) -> Iterator[Batch]:
    for number in range(end // PART):
        yield range(number * PART + 1, (number + 1) * PART + 1), folded_all(made_up_part(number))


def _ask(index: Index, texts: Texts) -> Ask:
    def ask(text: str, least: int) -> Answer:
        query = fold(text)
        candidates = index.candidates(query, least / 100).tolist()
        return best(query, [texts[number] for number in candidates], least)

    return ask
