"""memory: the store, units in SQLite; it knows nothing of matching."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.memory.schema import connect
from workbench.memory.store_keys import KEY_VERSION, Keys, keys_of_all
from workbench.memory.store_reading import LAST, Reader
from workbench.memory.store_rows import COLUMNS, Row, props_text, row_of
from workbench.model.faults import WorkbenchError
from workbench.model.memory_units import MemoryUnit
from workbench.model.stored_codes import codes_text

_PLACES = ", ".join("?" * len(COLUMNS.split(",")))
_INSERT = f"INSERT INTO units ({COLUMNS}) VALUES ({_PLACES})"
_INSERT_NEXT = _INSERT.replace("(?,", f"(({LAST}) + 1,")
_IMPORT_CACHE = 64_000  # kilobytes: the pages of the indexes that a transaction changes
_IMPORT_LOG = 25_000  # pages: how long the log gets before it is written back


class Store(Reader):
    """Units, projects and settings of one memory file.

    Attributes:
        path: the file.
        read_only: nothing is written.
    """

    def __init__(self, path: Path, *, create: bool = False, read_only: bool = False) -> None:
        super().__init__(connect(path, create=create, read_only=read_only), keys_fit=True)
        self.path = path
        self.read_only = read_only
        try:
            self.keys_fit = self._fit_keys()
        except sqlite3.Error as error:
            self.close()
            raise WorkbenchError(
                f"{path} cannot be opened as a memory ({error}); restore it from a copy."
            ) from error
        except BaseException:
            self.close()
            raise

    def reader(self) -> Reader:
        """Another connection, for reading beside what else is done; close it."""
        return Reader(connect(self.path, read_only=True), keys_fit=self.keys_fit)

    @contextlib.contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """Everything inside, or nothing.

        Args:
            durable: it survives a power cut; else only that the process is killed, which is much faster.

        Raises:
            WorkbenchError: the memory is read-only, the disk is full, the file cannot be written, or another
                process has been writing for too long.
        """
        if self.read_only:
            raise WorkbenchError(
                f"{self.path} is open for reading only; choose a memory that can be written."
            )
        try:
            if not durable:
                self.connection.execute("PRAGMA synchronous=NORMAL")
            self.connection.execute("BEGIN IMMEDIATE")
            yield self.connection
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise WorkbenchError(fault(self.path, error)) from error
        except BaseException:
            self._roll_back()
            raise
        finally:
            if not durable:
                self.connection.execute("PRAGMA synchronous=FULL")

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def importing(self) -> Iterator[None]:
        """Room for large transactions; at the end all that was written survives a power cut."""
        try:
            self.connection.execute(f"PRAGMA cache_size={-_IMPORT_CACHE}")
            self.connection.execute(f"PRAGMA wal_autocheckpoint={_IMPORT_LOG}")
            yield
            if not self.read_only:
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            raise WorkbenchError(fault(self.path, error)) from error
        finally:
            self.connection.execute("PRAGMA cache_size=-4000")
            self.connection.execute("PRAGMA wal_autocheckpoint=1000")

    def shrink(self) -> None:
        """Let go of pages that are kept in memory."""
        self.connection.execute("PRAGMA shrink_memory")

    # ---- writing (inside a transaction)

    def set_meta(self, key: str, value: str | int) -> None:
        """Keep a setting (inside a transaction)."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def next_id(self) -> int:
        """An id that no unit has or had."""
        return self.last_id() + 1

    def insert(self, unit: MemoryUnit, keys: Keys) -> int:
        """Add one unit; its id. Without a place in a project and neighbours it needs no transaction."""
        number = None if unit.key is None else self.number_of(unit.key.project)
        _, *row = row_of(unit, 0, keys.fold, keys.mask_hash, keys.number_hash, number)
        unit_id = int(self.connection.execute(_INSERT_NEXT, row).lastrowid or 0)
        if unit.before is not None or unit.after is not None:
            self.insert_neighbours([(unit_id, unit.before, unit.after)])
        return unit_id

    def insert_alone(self, unit: MemoryUnit, keys: Keys) -> int:
        """Add one unit in a transaction of its own; its id. Raises as `transaction` does."""
        if unit.key is not None or unit.before is not None or unit.after is not None or self.read_only:
            with self.transaction():
                return self.insert(unit, keys)
        try:
            return self.insert(unit, keys)
        except sqlite3.Error as error:
            raise WorkbenchError(fault(self.path, error)) from error

    def insert_rows(self, rows: Sequence[Row]) -> None:
        """Add units as `row_of` makes them, their ids from `next_id` on."""
        self.connection.executemany(_INSERT, rows)

    def insert_neighbours(self, rows: Sequence[tuple[int, str | None, str | None]]) -> None:
        """Add (unit, source before, source after)."""
        self.connection.executemany("INSERT OR REPLACE INTO neighbours VALUES (?, ?, ?)", rows)

    def overwrite(self, unit_id: int, unit: MemoryUnit) -> None:
        """Replace all of a unit but its id, its source and its place in a project."""
        self.connection.execute(
            "UPDATE units SET target = ?, target_codes = ?, state = ?, origin = ?, confidence = ?,"
            " created = ?, changed = ?, changed_by = ?, place = ?, source_language = ?, target_language = ?,"
            " note = ?, props = ? WHERE id = ?",
            (
                unit.target.text, codes_text(unit.target.codes), unit.state.value, unit.origin.value,
                unit.confidence, unit.created, unit.changed, unit.changed_by, unit.place,
                unit.source_language, unit.target_language, unit.note, props_text(unit.props), unit_id,
            ),
        )  # fmt: skip
        self.connection.execute("DELETE FROM neighbours WHERE unit = ?", (unit_id,))
        if unit.before is not None or unit.after is not None:
            self.insert_neighbours([(unit_id, unit.before, unit.after)])

    def set_locked(self, unit_id: int, locked: bool) -> None:
        """Lock or unlock a unit."""
        self.connection.execute("UPDATE units SET locked = ? WHERE id = ?", (locked, unit_id))

    def delete(self, ids: Sequence[int]) -> None:
        """Take units out; their ids are never given out again."""
        if ids and max(ids) >= self.newest_id():
            self.set_meta("last_id", self.last_id())
        marks = [(unit_id,) for unit_id in ids]
        self.connection.executemany("DELETE FROM units WHERE id = ?", marks)
        self.connection.executemany("DELETE FROM neighbours WHERE unit = ?", marks)

    # ---- projects

    def number_of(self, project: str) -> int:
        """The number of a project in this file, given where it had none (inside a transaction)."""
        found = self.connection.execute("SELECT id FROM projects WHERE project = ?", (project,)).fetchone()
        if found is not None:
            return int(found[0])
        made = self.connection.execute("INSERT INTO projects VALUES (NULL, ?, 0)", (project,))
        return int(made.lastrowid or 0)

    def set_operation(self, number: int, operation: int) -> None:
        """Keep the newest operation of the project of this number."""
        self.connection.execute("UPDATE projects SET operation = ? WHERE id = ?", (operation, number))

    # ---- keys

    def _fit_keys(self) -> bool:
        """Whether the keys are of this version; others are made anew where that can be done."""
        if self.meta("keys") == KEY_VERSION:
            return True
        if self.read_only:
            return False
        with self.transaction():
            last = 0
            query = "SELECT id, source FROM units WHERE id > ? ORDER BY id LIMIT 5000"
            while batch := self.connection.execute(query, (last,)).fetchall():
                self._write_keys(batch)
                last = batch[-1][0]
            self.set_meta("keys", KEY_VERSION)
        return True

    def _write_keys(self, batch: Sequence[tuple[int, str]]) -> None:
        keys = keys_of_all([source for _, source in batch])
        self.connection.executemany(
            "UPDATE units SET source_fold = ?, mask_hash = ?, number_hash = ? WHERE id = ?",
            [
                (None if folded == source else folded, mask_hash, number_hash, unit_id)
                for folded, mask_hash, number_hash, (unit_id, source) in zip(
                    keys.folds, keys.masks, keys.numbers, batch, strict=True
                )
            ],
        )


def fault(path: Path, error: sqlite3.Error) -> str:
    """What is wrong when the file could not be written, and the mend, as a sentence."""
    said = str(error)
    mend = "free the disk and try again"
    if "locked" in said:
        mend = "another program is writing it; try again"
    elif "readonly" in said:
        mend = "make the file and its folder writable"
    elif "malformed" in said or "not a database" in said:
        mend = "restore it from a copy"
    return f"{path} could not be written ({error}); {mend}."
