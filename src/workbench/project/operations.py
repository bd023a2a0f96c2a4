"""project: the operations log: every change is one operation with its inverse; undo appends the inverse."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.project.store import RowChange, Store


def now() -> str:
    """This moment in UTC, ISO 8601 to the second."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


@dataclass(frozen=True, slots=True)
class Operation:
    """One entry of the log.

    Attributes:
        label: what was done, in words that read after "Undone: ".
        kind: do, undo or redo.
        inverts: the operation whose inverse this is (undo) or which this repeats (redo); else None.
        row: id of the row to go to.
    """

    id: int
    at: str
    who: str
    label: str
    kind: str
    inverts: int | None
    row: int
    changes: tuple[RowChange, ...]


class OperationLog:
    """Appends operations, applies them, and walks back and forth."""

    def __init__(self, store: Store, who: str) -> None:
        self._store = store
        self._who = who
        self._stacks: tuple[list[int], list[int]] | None = None

    def append(self, label: str, row: int, changes: Sequence[RowChange]) -> int:
        """Apply `changes` and log them as one step; returns its id. Empty changes log nothing (0)."""
        real = [change for change in changes if change.before != change.after]
        if not real:
            return 0
        undo, redo = self._loaded()
        with self._store.transaction():
            self._store.apply(real)
            operation = self._write("do", None, label, row, real)
        undo.append(operation)
        redo.clear()
        return operation

    def amend(self, operation: int, changes: Sequence[RowChange]) -> bool:
        """Let the newest step lead to a newer state: typing is one step a pause.

        Returns:
            False where `operation` is no longer the newest step; nothing is done then.
        """
        undo, redo = self._loaded()
        if redo or not undo or undo[-1] != operation or operation != self._last_id():
            return False
        before = {change.row: change for change in self.read(operation).changes}
        merged = [_joined(before.pop(change.row, None), change) for change in changes]
        with self._store.transaction():
            self._store.apply(changes)
            self._store.connection.execute(
                "UPDATE operations SET changes = ?, at = ? WHERE id = ?",
                (_dump([*before.values(), *merged]), now(), operation),
            )
        return True

    def undo(self) -> Operation | None:
        """Take the newest step back; None where there is none."""
        undo, redo = self._loaded()
        if not undo:
            return None
        step = self.read(undo[-1])
        inverse = [change.inverse() for change in reversed(step.changes)]
        with self._store.transaction():
            self._store.apply(inverse)
            self._write("undo", step.id, step.label, step.row, inverse)
        redo.append(undo.pop())
        return step

    def redo(self) -> Operation | None:
        """Repeat the step that was taken back last; None where there is none."""
        undo, redo = self._loaded()
        if not redo:
            return None
        step = self.read(redo[-1])
        with self._store.transaction():
            self._store.apply(step.changes)
            self._write("redo", step.id, step.label, step.row, step.changes)
        undo.append(redo.pop())
        return step

    def newest(self) -> Operation | None:
        """The step that undo would take back."""
        undo, _ = self._loaded()
        return self.read(undo[-1]) if undo else None

    def next_redo(self) -> Operation | None:
        """The step that redo would repeat."""
        _, redo = self._loaded()
        return self.read(redo[-1]) if redo else None

    def read(self, operation: int) -> Operation:
        """One entry. Raises KeyError where there is none."""
        query = "SELECT id, at, who, label, kind, inverts, row, changes FROM operations WHERE id = ?"
        found = self._store.connection.execute(query, (operation,)).fetchone()
        if found is None:
            raise KeyError(operation)
        return _operation(found)

    def of_row(self, row: int, limit: int = 50) -> list[Operation]:
        """What was done to one row, newest first."""
        query = "SELECT operation FROM touched WHERE row = ? ORDER BY operation DESC LIMIT ?"
        ids = [int(found[0]) for found in self._store.connection.execute(query, (row, limit))]
        return [self.read(operation) for operation in ids]

    def heads_of_row(self, row: int, limit: int) -> list[Operation]:
        """What was done to one row, newest first, without the changes: a step may have changed all rows."""
        query = (
            "SELECT id, at, who, label, kind, inverts, operations.row, '[]' FROM touched JOIN operations"
            " ON operations.id = touched.operation WHERE touched.row = ?"
            " ORDER BY touched.operation DESC LIMIT ?"
        )
        found = self._store.connection.execute(query, (row, limit))
        return [_operation(values) for values in found]

    def _write(
        self, kind: str, inverts: int | None, label: str, row: int, changes: Sequence[RowChange]
    ) -> int:
        cursor = self._store.connection.execute(
            "INSERT INTO operations (at, who, label, kind, inverts, row, changes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (now(), self._who, label, kind, inverts, row, _dump(changes)),
        )
        operation = int(cursor.lastrowid or 0)
        self._store.connection.executemany(
            "INSERT OR IGNORE INTO touched VALUES (?, ?)", ((change.row, operation) for change in changes)
        )
        return operation

    def _last_id(self) -> int:
        return int(
            self._store.connection.execute("SELECT coalesce(max(id), 0) FROM operations").fetchone()[0]
        )

    def _loaded(self) -> tuple[list[int], list[int]]:
        """Ids of the steps that can be undone and redone; read from the log when first asked for."""
        if self._stacks is None:
            undo: list[int] = []
            redo: list[int] = []
            for operation, kind in self._store.connection.execute(
                "SELECT id, kind FROM operations ORDER BY id"
            ):
                if kind == "do":
                    undo.append(operation)
                    redo.clear()
                elif kind == "undo":
                    redo.append(undo.pop())
                else:
                    undo.append(redo.pop())
            self._stacks = undo, redo
        return self._stacks


def _operation(values: tuple[int, str, str, str, str, int | None, int, str]) -> Operation:
    """An entry from its columns."""
    number, at, who, label, kind, inverts, row, changes = values
    return Operation(number, at, who, label, kind, inverts, row, changes_of(changes))


def _joined(first: RowChange | None, second: RowChange) -> RowChange:
    """Two changes of one row after each other, as one."""
    if first is None:
        return second
    before = None if first.before is None else {**(second.before or {}), **first.before}
    after = None if second.after is None else {**(first.after or {}), **second.after}
    return RowChange(second.row, before, after)


def _dump(changes: Sequence[RowChange]) -> str:
    plain = [[change.row, change.before, change.after] for change in changes]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def changes_of(text: str) -> tuple[RowChange, ...]:
    """The changes of an operation as the log keeps them."""
    return tuple(RowChange(row, before, after) for row, before, after in json.loads(text))
