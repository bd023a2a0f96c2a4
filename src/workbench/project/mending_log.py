"""project: what was done to an alignment, step by step; undo appends the inverse, so nothing is ever lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.project.mending_beads import Place
from workbench.project.mending_store import Change, MendingStore, dumped, loaded
from workbench.project.operations import now


@dataclass(frozen=True, slots=True)
class MendingStep:
    """One step.

    Attributes:
        label: what was done, in words that read after "Undone: ".
        place: of the bead to go to.
    """

    id: int
    label: str
    place: Place
    changes: tuple[Change, ...]


class MendingLog:
    """Appends steps, applies them to the store, and walks back and forth, also after a restart."""

    def __init__(self, store: MendingStore, who: str) -> None:
        self._store = store
        self._who = who
        self._stacks: tuple[list[int], list[int]] | None = None

    def append(self, label: str, place: Place, changes: Sequence[Change]) -> MendingStep:
        """Apply changes and log them as one step."""
        undo, redo = self._loaded()
        with self._store.transaction():
            self._store.apply(changes)
            number = self._write("do", label, place, changes)
        undo.append(number)
        redo.clear()
        return MendingStep(number, label, place, tuple(changes))

    def undo(self) -> MendingStep | None:
        """Take the newest step back; the changes given are those that did it. None where there is none."""
        undo, redo = self._loaded()
        if not undo:
            return None
        step = self.read(undo[-1])
        inverse = tuple(change.inverse() for change in reversed(step.changes))
        with self._store.transaction():
            self._store.apply(inverse)
            self._write("undo", step.label, step.place, inverse)
        redo.append(undo.pop())
        return MendingStep(step.id, step.label, step.place, inverse)

    def redo(self) -> MendingStep | None:
        """Repeat the step taken back last; None where there is none."""
        undo, redo = self._loaded()
        if not redo:
            return None
        step = self.read(redo[-1])
        with self._store.transaction():
            self._store.apply(step.changes)
            self._write("redo", step.label, step.place, step.changes)
        undo.append(redo.pop())
        return step

    def newest(self) -> int:
        """Number of the newest entry; 0 where nothing was done yet."""
        query = "SELECT coalesce(max(id), 0) FROM operations"
        return int(self._store.connection.execute(query).fetchone()[0])

    def read(self, number: int) -> MendingStep:
        """One entry. Raises KeyError where there is none."""
        query = "SELECT label, source, target, changes FROM operations WHERE id = ?"
        found = self._store.connection.execute(query, (number,)).fetchone()
        if found is None:
            raise KeyError(number)
        label, source, target, changes = found
        return MendingStep(number, label, (source, target), loaded(changes))

    def _write(self, kind: str, label: str, place: Place, changes: Sequence[Change]) -> int:
        cursor = self._store.connection.execute(
            "INSERT INTO operations (at, who, label, kind, source, target, changes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (now(), self._who, label, kind, *place, dumped(changes)),
        )
        return int(cursor.lastrowid or 0)

    def _loaded(self) -> tuple[list[int], list[int]]:
        """Numbers of the steps that can be undone and redone; read from the log when first asked for."""
        if self._stacks is None:
            undo: list[int] = []
            redo: list[int] = []
            query = "SELECT id, kind FROM operations ORDER BY id"
            for number, kind in self._store.connection.execute(query):
                if kind == "do":
                    undo.append(number)
                    redo.clear()
                elif kind == "undo":
                    redo.append(undo.pop())
                else:
                    undo.append(redo.pop())
            self._stacks = undo, redo
        return self._stacks
