"""project: the operations log: every change is one operation with its inverse; undo appends the inverse."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.project.row_change import RowChange
from workbench.project.stopping import Progress, told, unheard
from workbench.project.store import Store

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DECODER: Final = json.JSONDecoder()
_NUMBERED: Final = re.compile(r"\brow [0-9,]+")
_PART: Final = 200  # changes
_LONG: Final = 1 << 18  # characters


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


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done and logged as one operation; see there.

    Attributes:
        also: what else belongs to it, done before the changes in the same transaction.
    """

    kind: str
    inverts: int | None
    label: str
    row: int
    changes: tuple[RowChange, ...]
    also: Callable[[Store], None] | None = None


class OperationLog:
    """Appends operations, applies them, and walks back and forth."""

    def __init__(self, store: Store, who: str) -> None:
        self._store = store
        self._who = who
        self._stacks: tuple[list[int], list[int]] | None = None

    def append(
        self,
        label: str,
        row: int,
        changes: Iterable[RowChange],
        also: Callable[[Store], None] | None = None,
    ) -> int:
        """Apply `changes` and log them as one step; returns its id. Empty changes log nothing (0).

        Args:
            also: what else belongs to the step, done before the changes and with them or not at all.
        """
        real = tuple(change for change in changes if change.before != change.after)
        return self.carry_out(Step("do", None, label, row, real, also))

    def carry_out(self, step: Step, progress: Progress = unheard) -> int:
        """Do a step and log it; returns the operation's id, 0 where it changes no row.

        Raises:
            StopError: `progress` did; nothing is changed.
        """
        if not step.changes and step.also is None:
            return 0
        undo, redo = self._loaded()
        operation = self._carry_out(step, progress)
        if operation:
            _follow(undo, redo, step.kind, operation)
        return operation

    def _carry_out(self, step: Step, progress: Progress = unheard) -> int:
        with self._store.transaction():
            if step.also is not None:
                step.also(self._store)
            self._store.apply(told(step.changes, progress, len(step.changes)))
            return self._write(step) if step.changes else 0

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
        undo, _ = self._loaded()
        if not undo:
            return None
        step = self.read(undo[-1])
        inverse = tuple(change.inverse() for change in reversed(step.changes))
        self.carry_out(Step("undo", step.id, step.label, step.row, inverse))
        return step

    def redo(self) -> Operation | None:
        """Repeat the step that was taken back last; None where there is none."""
        _, redo = self._loaded()
        if not redo:
            return None
        step = self.read(redo[-1])
        self.carry_out(Step("redo", step.id, step.label, step.row, step.changes))
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

    def weight(self, *, redo: bool = False) -> int:
        """Bytes of the next step to undo or redo in the log, which say how long it takes; 0 for none."""
        steps = self._loaded()[redo]
        if not steps:
            return 0
        with self._store.connection.blobopen("operations", "changes", steps[-1], readonly=True) as blob:
            return len(blob)

    def _write(self, step: Step) -> int:
        cursor = self._store.connection.execute(
            "INSERT INTO operations (at, who, label, kind, inverts, row, changes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (now(), self._who, step.label, step.kind, step.inverts, step.row, _dump(step.changes)),
        )
        operation = int(cursor.lastrowid or 0)
        self._store.connection.executemany(
            "INSERT OR IGNORE INTO touched VALUES (?, ?)",
            ((change.row, operation) for change in step.changes),
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
                _follow(undo, redo, kind, operation)
            self._stacks = undo, redo
        return self._stacks


def label_now(label: str, number: int) -> str:
    """What was done to a row, with the number that the row has now: others may have come before it."""
    return _NUMBERED.sub(f"row {number}", label, count=1)


def _follow(undo: list[int], redo: list[int], kind: str, operation: int) -> None:
    """What can be undone and redone after one more entry."""
    if kind == "do":
        undo.append(operation)
        redo.clear()
    elif kind == "undo":
        redo.append(undo.pop())
    else:
        undo.append(redo.pop())


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
    """The changes as JSON, some hundred at a time: no other thread waits for those of a whole project."""
    parts = ([[change.row, change.before, change.after] for change in some] for some in _in_parts(changes))
    return f"[{','.join(_ENCODER.encode(part)[1:-1] for part in parts)}]"


def changes_of(text: str) -> tuple[RowChange, ...]:
    """The changes of an operation as the log keeps them; those of a long one by and by, see `_dump`."""
    if len(text) < _LONG:
        return tuple(RowChange(row, before, after) for row, before, after in json.loads(text))
    return tuple(_one_by_one(text))


def _one_by_one(text: str) -> Iterator[RowChange]:
    at = 1
    while at < len(text) - 1:
        (row, before, after), end = _DECODER.raw_decode(text, at)
        yield RowChange(row, before, after)
        at = end + 1


def _in_parts(changes: Sequence[RowChange]) -> Iterator[Sequence[RowChange]]:
    for at in range(0, len(changes), _PART):
        yield changes[at : at + _PART]
