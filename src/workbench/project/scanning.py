"""project: scanning, which rows a condition of SQL holds for; a long project is read in two halves."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

from workbench.model.faults import WorkbenchError
from workbench.project.records import Cell
from workbench.project.schema import connect

LONG = 20_000
"""From so many rows on a second thread takes half of them: SQLite holds no lock of the interpreter's."""


def rows_where(
    connection: sqlite3.Connection, where: str, values: Sequence[Cell], *, halves: bool = True
) -> frozenset[int]:
    """Ids of the rows that a condition of our own holds for; in any thread.

    Args:
        connection: reads the project's database.
        where: on the table `rows`; `values` fill its question marks.
        halves: it looks at each row by itself, and long at it, so that a second thread is worth its while.
    """
    last = int(connection.execute("SELECT coalesce(max(id), 0) FROM rows").fetchone()[0])
    path = str(connection.execute("PRAGMA database_list").fetchone()[2])
    if not halves or last < LONG or not path:
        return frozenset(_ids(connection, where, values))
    middle = last // 2
    second = _Half(Path(path), f"id > {middle} AND ({where})", values)
    second.start()
    first = _ids(connection, f"id <= {middle} AND ({where})", values)
    return frozenset(first) | second.found()


class _Half(threading.Thread):
    """Looks through its rows with a connection of its own."""

    def __init__(self, path: Path, where: str, values: Sequence[Cell]) -> None:
        super().__init__(daemon=True)
        self._path = path
        self._where = where
        self._values = values
        self._ids: list[int] = []
        self._failed: Exception | None = None

    def run(self) -> None:
        """In its own thread."""
        try:
            connection = connect(self._path, writable=False)
            try:
                self._ids = _ids(connection, self._where, self._values)
            finally:
                connection.close()
        except (sqlite3.Error, WorkbenchError) as error:
            self._failed = error

    def found(self) -> frozenset[int]:
        """What was found, when it is done. Raises what went wrong there."""
        self.join()
        if self._failed is not None:
            raise self._failed
        return frozenset(self._ids)


def _ids(connection: sqlite3.Connection, where: str, values: Sequence[Cell]) -> list[int]:
    # One string: SQLite joins it without holding the interpreter, which a list of tuples would.
    found = connection.execute(f"SELECT group_concat(id) FROM rows WHERE {where}", values).fetchone()[0]
    return [] if found is None else [int(row) for row in str(found).split(",")]
