"""bench: what writing a memory costs: an import with its index, and single units that are durable at once."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from memory_corpus import SEED, edited, made_up_units
from report import Figures, figures
from workbench.memory.memory import Memory
from workbench.model.coded import CodedText
from workbench.model.matches import Query
from workbench.model.memory_units import MemoryUnit

_ENGLISH = "the committee shall report on the matter to the assembly before the end of the year "


class Imported(NamedTuple):
    """What an import took: seconds without those in which the units were made up, and units."""

    seconds: float
    units: int

    @property
    def rate(self) -> float:
        """Units a second."""
        return self.units / self.seconds


class Inserts(NamedTuple):
    """Single units: ours and SQLite alone, and how many were found by the next look-up."""

    ours: Figures
    bare: Figures
    found: int
    asked: int

    @property
    def ratio(self) -> float:
        """How many times as long as SQLite alone, at the median."""
        return self.ours.median / self.bare.median


def unit_of(source: str) -> MemoryUnit:
    """A unit with English of the length that a translation has."""
    length = 3 * len(source)
    english = (_ENGLISH * (length // len(_ENGLISH) + 1))[:length]
    return MemoryUnit(
        CodedText(source), CodedText(english), changed="2024-05-06T07:08:09Z", changed_by="bench"
    )


class Clocked:
    """Units made up as they are asked for, and the seconds that took."""

    def __init__(self, count: int) -> None:
        self.seconds = 0.0
        self._count = count

    def __iter__(self) -> Iterator[MemoryUnit]:
        parts = made_up_units(self._count)
        while True:
            started = time.perf_counter()
            units = [unit_of(source) for source in next(parts, [])]
            self.seconds += time.perf_counter() - started
            if not units:
                return
            yield from units


def import_units(path: Path, indexes: Path, count: int) -> Imported:
    """Make a memory of so many units; its index is on disk at the end."""
    memory = Memory.open(path, create=True, index_folder=indexes)
    units = Clocked(count)
    started = time.perf_counter()
    memory.add_many(iter(units))
    memory.flush()
    seconds = time.perf_counter() - started - units.seconds
    memory.close()
    return Imported(seconds, count)


def insert_units(memory: Memory, sources: Sequence[str], count: int) -> Inserts:
    """Add units one by one, in turn with SQLite alone, and look each up at once."""
    luck = random.Random(SEED + 1)
    bare = Bare(memory.path)
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    found = 0
    for number in range(count):
        text = edited(luck.choice(sources), 0.5, luck)
        unit = unit_of(f"{text}第{number}回")
        started = time.perf_counter()
        unit_id = memory.add(unit)
        times["ours"].append(1e3 * (time.perf_counter() - started))
        row = bare.row(unit_id)
        started = time.perf_counter()
        bare.add(row)
        times["bare"].append(1e3 * (time.perf_counter() - started))
        matches = memory.look_up(Query(unit.source), least=70, best=5)
        found += any(match.unit.id == unit_id for match in matches)
    bare.close()
    return Inserts(figures(times["ours"]), figures(times["bare"]), found, count)


class Bare:
    """A table like the memory's units beside it, without indexes, written by nothing but SQLite."""

    def __init__(self, path: Path) -> None:
        self._memory = sqlite3.connect(path)
        self._bare = sqlite3.connect(path.with_name("bare.db"), isolation_level=None)
        query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'units'"
        self._bare.execute("PRAGMA journal_mode = WAL")
        self._bare.execute("PRAGMA synchronous = FULL")
        self._bare.execute(self._memory.execute(query).fetchone()[0])

    def row(self, unit_id: int) -> tuple[object, ...]:
        """The memory's row of a unit."""
        found: tuple[object, ...] = self._memory.execute(
            "SELECT * FROM units WHERE id = ?", (unit_id,)
        ).fetchone()
        return found

    def add(self, row: tuple[object, ...]) -> None:
        """Insert a row, durably."""
        marks = ",".join("?" * len(row))
        self._bare.execute("BEGIN IMMEDIATE")
        self._bare.execute(f"INSERT INTO units VALUES ({marks})", row)
        self._bare.execute("COMMIT")

    def close(self) -> None:
        """Close both files."""
        self._memory.close()
        self._bare.close()
