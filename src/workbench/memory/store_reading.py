"""memory: Reader, what is read of a memory file; SQLite has the last word on every unit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workbench.memory.store_keys import Keys
from workbench.memory.store_rows import JOINED, READ, unit_of
from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import MemoryUnit

_SELECT = f"SELECT {READ} FROM {JOINED}"
_ONE = f"{_SELECT} WHERE u.id = ?"
# The newest are picked by the index alone: of a number or a heading there may be a hundred thousand.
_SAME = (
    f"{_SELECT} WHERE u.id IN (SELECT id FROM units WHERE mask_hash = ? AND number_hash = ?"
    " ORDER BY id DESC LIMIT 1000) ORDER BY u.state = 'reviewed' DESC, u.changed DESC LIMIT ?"
)
_BUT_FOR_NUMBERS = (
    f"{_SELECT} WHERE u.id IN (SELECT id FROM units WHERE mask_hash = ? AND number_hash != ?"
    " ORDER BY id DESC LIMIT ?)"
)
LAST = "SELECT max(ifnull((SELECT max(id) FROM units), 0), (SELECT value FROM meta WHERE key = 'last_id'))"
"""The highest id that was ever given out."""
_FEW, _MANY = 8, 64


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """What is read inside may fail: the file is damaged, its disk is gone, or it is closed.

    Raises:
        WorkbenchError: it did.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise WorkbenchError(
            f"{path} cannot be read ({error}); take it from a backup, or export what can be read of it."
        ) from error


class Reader:
    """A connection to a memory file, and what can be asked of it.

    Attributes:
        connection: to the file.
        keys_fit: whether the keys in the file were made by this version of folding; false only in a file that
            cannot be written, for in others they are made anew.
    """

    def __init__(self, connection: sqlite3.Connection, *, keys_fit: bool) -> None:
        self.connection = connection
        self.keys_fit = keys_fit

    def close(self) -> None:
        """Close the file; the reader is of no use after it."""
        self.connection.close()

    def meta(self, key: str) -> str:
        """A setting; empty where it was never set."""
        found = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return "" if found is None else str(found[0])

    def data_version(self) -> int:
        """A number that changes when another connection has written."""
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def unit(self, unit_id: int) -> MemoryUnit:
        """The unit of this id. Raises KeyError."""
        row = self.connection.execute(_ONE, (unit_id,)).fetchone()
        if row is None:
            raise KeyError(unit_id)
        return unit_of(row)

    def units(self, ids: Sequence[int]) -> list[MemoryUnit]:
        """The units of these ids, in the order asked; one that is gone is left out."""
        found = {int(row[0]): row for row in self._by_ids(_SELECT, "u.id", ids)}
        return [unit_of(found[unit_id]) for unit_id in ids if unit_id in found]

    def folds(self, ids: Sequence[int]) -> list[tuple[int, str]]:
        """(id, folded source) of these ids, in no order; one that is gone is left out."""
        rows = self._by_ids("SELECT id, source, source_fold FROM units", "id", ids)
        return self.with_folds(rows)

    def with_folds(self, rows: Iterable[tuple[int, str, str | None]]) -> list[tuple[int, str]]:
        """(id, folded source) of rows of (id, source, source_fold)."""
        if self.keys_fit:
            return [(unit_id, source if folded is None else folded) for unit_id, source, folded in rows]
        from workbench.text.fold import fold

        return [(unit_id, fold(source)) for unit_id, source, _ in rows]

    def same(self, keys: Keys, limit: int) -> list[MemoryUnit]:
        """Units whose source may have this fold; reviewed ones first, then the newest."""
        hashes = keys.mask_hash, keys.number_hash
        return [unit_of(row) for row in self.connection.execute(_SAME, (*hashes, limit))]

    def same_but_for_numbers(self, keys: Keys, limit: int) -> list[MemoryUnit]:
        """Units whose source may differ in numbers alone, the newest of them."""
        if not keys.number_hash:
            return []
        hashes = keys.mask_hash, keys.number_hash
        return [unit_of(row) for row in self.connection.execute(_BUT_FOR_NUMBERS, (*hashes, limit))]

    def newest_id(self) -> int:
        """The highest id of a unit that is there; 0 where there is none."""
        return int(self.connection.execute("SELECT ifnull(max(id), 0) FROM units").fetchone()[0])

    def last_id(self) -> int:
        """The highest id that was ever given out; 0 where there was none."""
        return int(self.connection.execute(LAST).fetchone()[0])

    def _by_ids(self, select: str, column: str, ids: Sequence[int]) -> list[Any]:
        rows: list[Any] = []
        at = 0
        while at < len(ids):
            # Statements are kept prepared by their text: few sizes, the rest filled up with an id nobody has.
            size = _MANY if len(ids) - at > _FEW else _FEW
            part = [*ids[at : at + size], *[0] * (at + size - len(ids))]
            rows += self.connection.execute(f"{select} WHERE {column} IN ({','.join('?' * size)})", part)
            at += size
        return rows

    def operation(self, project: str) -> int:
        """The newest operation of a project that was remembered; 0 where there is none."""
        query = "SELECT operation FROM projects WHERE project = ?"
        found = self.connection.execute(query, (project,)).fetchone()
        return 0 if found is None else int(found[0])

    def rows_of(self, project: str) -> frozenset[int]:
        """Ids of the rows of a project that units are kept of."""
        query = "SELECT DISTINCT row FROM units WHERE project = (SELECT id FROM projects WHERE project = ?)"
        return frozenset(int(row) for (row,) in self.connection.execute(query, (project,)))

    def units_of_rows(self, number: int, rows: Iterable[int]) -> Mapping[int, list[MemoryUnit]]:
        """The units of some rows of the project of this number."""
        query = f"{_SELECT} WHERE u.project = ? AND u.row = ?"
        return {
            row: [unit_of(found) for found in self.connection.execute(query, (number, row))] for row in rows
        }
