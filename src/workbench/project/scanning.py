"""project: scanning, which rows a condition holds for; a long project is read by several threads."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path

from workbench.model.faults import WorkbenchError
from workbench.project.records import Cell
from workbench.project.schema import connect
from workbench.project.stopping import Progress, unheard

LONG = 20_000
"""From so many rows on other threads take part: SQLite holds no lock of the interpreter's."""
_MOST_OTHERS = 3  # threads besides the one that asks

_STRETCH = 1_000  # ids that are read at a time, where Python has to do with the texts
_RAISED = (sqlite3.Error, WorkbenchError, MemoryError, RecursionError, ValueError)
"""What may go wrong in a thread is raised where the rows are asked for."""
_LONG_STRETCH = 10_000  # where SQLite does it all
ReadStretch = Callable[[sqlite3.Connection, int, int], Iterable[int]]
"""Ids of the wanted rows from one id to another, both taken in; called in several threads."""


def rows_where(
    connection: sqlite3.Connection,
    where: str,
    values: Sequence[Cell],
    *,
    parted: bool = True,
    shown: str = "id",
    progress: Progress = unheard,
) -> frozenset[int]:
    """Ids of the rows that a condition of our own holds for; in any thread.

    Args:
        connection: reads the project's database.
        where: on the table `rows`; `values` fill the question marks of `shown` and of this.
        shown: what is given of each row, a whole number.
        progress: told how many rows of how many were looked at, where other threads take part.
        parted: it looks at each row by itself, and long at it, so that other threads are worth their while.

    Raises:
        StopError: `progress` did.
    """
    _, last = _ends(connection)
    if not parted or last < LONG:
        return frozenset(_ids(connection, shown, where, values))

    def read(connection: sqlite3.Connection, first: int, last: int) -> list[int]:
        within = f"id BETWEEN {first} AND {last} AND ({where})"
        return _ids(connection, shown, within, values)

    return rows_read(connection, read, stretch=_LONG_STRETCH, progress=progress)


def rows_read(
    connection: sqlite3.Connection,
    read: ReadStretch,
    *,
    stretch: int = _STRETCH,
    progress: Progress = unheard,
) -> frozenset[int]:
    """Ids of the wanted rows, read stretch by stretch; in any thread.

    Args:
        stretch: how many ids are read at a time.
        progress: told how many rows of how many were read.

    Raises:
        StopError: `progress` did.
    """
    first, last = _ends(connection)
    begins = deque(range(first, last + 1, stretch))
    path = str(connection.execute("PRAGMA database_list").fetchone()[2])
    count = _others() if path and last >= LONG else 0
    others = [_Other(Path(path), read, begins, stretch) for _ in range(count)]
    progress(0, last + 1 - first)  # also where the others take all there is
    for other in others:
        other.start()
    found: list[int] = []
    try:
        while (begin := _taken(begins)) is not None:
            progress(begin - first, last + 1 - first)
            found += read(connection, begin, begin + stretch - 1)
    finally:
        begins.clear()
        for other in others:
            other.join()
    return frozenset(chain(found, *(other.found() for other in others)))


def _others() -> int:
    """How many threads may help: one a processor that is left."""
    return min(_MOST_OTHERS, (os.cpu_count() or 1) - 1)


class _Other(threading.Thread):
    """Takes stretches with a connection of its own, as long as there are any."""

    def __init__(self, path: Path, read: ReadStretch, begins: deque[int], stretch: int) -> None:
        super().__init__(daemon=True)
        self._path = path
        self._read = read
        self._begins = begins
        self._stretch = stretch
        self._ids: list[int] = []
        self._failed: Exception | None = None

    def run(self) -> None:
        """In its own thread."""
        try:
            connection = connect(self._path, writable=False)
            try:
                while (begin := _taken(self._begins)) is not None:
                    self._ids += self._read(connection, begin, begin + self._stretch - 1)
            finally:
                connection.close()
        except _RAISED as error:
            self._failed = error

    def found(self) -> list[int]:
        """What was found, when it is done. Raises what went wrong there."""
        if self._failed is not None:
            raise self._failed
        return self._ids


def _taken(begins: deque[int]) -> int | None:
    """Where the next stretch begins; None where all are taken."""
    try:
        return begins.popleft()
    except IndexError:
        return None


def _ends(connection: sqlite3.Connection) -> tuple[int, int]:
    """The first and the last id; 0 and -1 where there are no rows."""
    first, last = connection.execute(
        "SELECT (SELECT min(id) FROM rows), (SELECT max(id) FROM rows)"
    ).fetchone()
    return (0, -1) if first is None else (int(first), int(last))


def _ids(connection: sqlite3.Connection, shown: str, where: str, values: Sequence[Cell]) -> list[int]:
    # One string: SQLite joins it without holding the interpreter, which a list of tuples would.
    found = connection.execute(f"SELECT group_concat({shown}) FROM rows WHERE {where}", values).fetchone()[0]
    return [] if found is None else [int(row) for row in str(found).split(",")]
