"""project: what is confirmed in a project reaches its memory, and what is not any more leaves it.

A project and a memory are two databases, and no transaction holds both. So the memory keeps the number of the
newest operation of the log that it has taken, in the same transaction as the units: whatever is killed when,
the next catching up goes on from there. It runs beside the session, in a worker, with its own connection.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.memory_units import MemoryUnit
from workbench.project.identity import Identity, identity_of
from workbench.project.log_reading import (
    Placed,
    newest_operation,
    placed_rows,
    snapshot,
    touched_since,
)
from workbench.project.pairs import SentencePair, document_pairs
from workbench.project.row_units import Owner, certain_pairs, needs_aligner, row_units

if TYPE_CHECKING:
    import sqlite3

    from workbench.lexicon.lexicon import Lexicon
    from workbench.memory.memory import Memory

_MANY = 300
"""From so many rows on only those are withdrawn that the memory has something of."""
_PAIRED = "#paired"
"""Behind a project's id: how far its rows have been to the aligner."""


@dataclass(frozen=True, slots=True)
class _News:
    """What a memory has to take: rows that are there, ids that are gone, and the number to keep with them."""

    project: str
    placed: tuple[Placed, ...]
    gone: frozenset[int]
    operation: int


class Remembering:
    """Keeps one memory up to date with one project. Safe in any thread; one call at a time does the work.

    Args:
        database: project.db.
        memory: takes the units; it can be written.
        owner: title and languages; the id is read from the database.
        lexicon: gives the dictionary with the project's terms; asked only when the aligner has work.
    """

    def __init__(self, database: Path, memory: Memory, owner: Owner, lexicon: Callable[[], Lexicon]) -> None:
        self._database = database
        self._memory = memory
        self._owner = owner
        self._lexicon = lexicon
        self._lock = threading.Lock()

    def catch_up(self) -> frozenset[int]:
        """Take what was done since the last time; the sentences of a row as far as that needs no aligner.

        Doing so twice changes nothing the second time.

        Returns:
            Ids of the rows whose units may have changed.

        Raises:
            WorkbenchError: the memory cannot be written; the next call tries again.
        """
        with self._lock:
            news = self._news("")
            if news is None:
                return frozenset()
            pairs = {placed.segment.id: certain_pairs(placed.segment) for placed in news.placed}
            units = self._units(news.project, news.placed, pairs)
            units |= {row: [] for row in news.gone}
            self._memory.remember(news.project, units, news.operation)
            return frozenset(units)

    def pair_up(self) -> frozenset[int]:
        """Let the aligner pair the sentences that `catch_up` could not; this may take seconds.

        Returns:
            Ids of the rows whose units have changed.

        Raises:
            WorkbenchError: the memory cannot be written, or the dictionary is not installed.
        """
        self.catch_up()
        with self._lock:
            news = self._news(_PAIRED)
        if news is None:
            return frozenset()
        waiting = [placed for placed in news.placed if needs_aligner(placed.segment)]
        found = document_pairs([placed.segment for placed in waiting], self._lexicon) if waiting else ()
        pairs = {row.row: row.pairs for row in found}
        with self._lock:
            units = self._units(news.project, self._unchanged(news, waiting), pairs)
            if units:
                self._memory.remember(news.project, units, self._memory.remembered(news.project))
            # Killed in between, the rows are paired once more: that changes nothing.
            self._memory.remember(news.project + _PAIRED, {}, news.operation)
            return frozenset(units)

    def _news(self, mark: str) -> _News | None:
        """What is new since the memory last took something; None where there is nothing."""
        with snapshot(self._database) as connection:
            identity = identity_of(connection)
            if not identity.project:
                return None
            newest = identity.log_start + newest_operation(connection)
            seen = self._memory.remembered(identity.project + mark)
            if seen == newest:
                return None
            rows = self._touched(connection, identity, seen, newest)
            # Only settled rows have units: a project may have 100,000, and a step fill thousands as drafts.
            placed = tuple(placed_rows(connection, rows, settled=True))
        there = {row.segment.id for row in placed}
        gone = self._withdrawable(identity, rows) - there
        return _News(identity.project, placed, frozenset(gone), newest)

    def _withdrawable(self, identity: Identity, rows: set[int] | None) -> Set[int]:
        """Those of some rows, or of all, that the memory may have units of."""
        if rows is not None and len(rows) <= _MANY:
            return rows
        had = self._memory.rows_of(identity.project)
        return had if rows is None else had & rows

    def _touched(
        self, connection: sqlite3.Connection, identity: Identity, seen: int, newest: int
    ) -> set[int] | None:
        """Ids of the rows to look at; None for all, where the memory has seen another log than this one."""
        if not identity.log_start <= seen <= newest:
            return None
        return touched_since(connection, seen - identity.log_start)

    def _unchanged(self, news: _News, waiting: Iterable[Placed]) -> tuple[Placed, ...]:
        """Those rows of `waiting` that nothing was done to while the aligner worked."""
        with snapshot(self._database) as connection:
            identity = identity_of(connection)
            touched = touched_since(connection, news.operation - identity.log_start)
        return tuple(placed for placed in waiting if placed.segment.id not in touched)

    def _units(
        self, project: str, placed: Iterable[Placed], pairs: Mapping[int, tuple[SentencePair, ...]]
    ) -> dict[int, list[MemoryUnit]]:
        owner = replace(self._owner, project=project)
        return {row.segment.id: row_units(row, owner, pairs[row.segment.id]) for row in placed}
