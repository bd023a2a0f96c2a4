"""project: commands that take long, begun in the session's thread, worked out and written in another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Self

from workbench.project.log_reading import moved_since, newest_operation
from workbench.project.opened import OpenedProject
from workbench.project.operations import OperationLog, changes_of
from workbench.project.outcome import Outcome
from workbench.project.stopping import Progress, unheard

if TYPE_CHECKING:
    from workbench.project.prepared import Prepared


class LongCommands(OpenedProject):
    """One after the other: `preparing`, its work in any thread, `still`, and then `carry_out`, or to write
    aside `lend`, `write_aside` in any thread, and `taken_back`.
    """

    def preparing(
        self, command: Callable[[Self], Outcome], of: int, *, whole: bool = False
    ) -> Callable[[Progress], Prepared]:
        """Begin a command that changes many rows; what this gives is to be called in any thread.

        Args:
            command: is given a session that writes nothing, and does there what it does here.
            of: how many rows it looks at.
            whole: see `Prepared`.
        """
        from workbench.project.prepared import prepare

        self.pause()
        newest = newest_operation(self._store.connection)
        return lambda progress: prepare(self, command, newest, progress, of, whole=whole)

    def still(self, prepared: Prepared) -> Prepared | None:
        """What was prepared, without rows that changed meanwhile; None where it must be prepared again."""
        connection = self._store.connection
        if prepared.step is None or newest_operation(connection) == prepared.operation:
            return prepared
        query = "SELECT changes FROM operations WHERE id > ?"
        found = connection.execute(query, (prepared.operation,))
        rows = frozenset(change.row for (text,) in found for change in changes_of(text))
        if not prepared.whole:
            return prepared.without(rows)
        touched = any(change.row in rows for change in prepared.step.changes)
        moved = moved_since(connection, prepared.operation)
        return None if touched or moved or prepared.step.kind != "do" else prepared

    def carry_out(self, prepared: Prepared) -> Outcome:
        """Do what was prepared, and is `still` so. Raises WorkbenchError where the disk is full."""
        self.pause()
        if prepared.step is not None:
            self._log.carry_out(prepared.step)
        return prepared.outcome

    # ---- writing aside

    def lend(self, what: str) -> None:
        """Let another thread write the rows: until `taken_back` what would write here is refused.

        Args:
            what: is going on, as a sentence begins with it.
        """
        self.pause()
        self._store.lend(what)

    def write_aside(self, prepared: Prepared, progress: Progress = unheard) -> None:
        """Write what was prepared, in any thread, all of it or nothing.

        Raises:
            WorkbenchError: the disk is full.
            StopError: `progress` did.
        """
        from workbench.project.prepared import write

        if prepared.step is not None:
            write(self._store.path, self.user, prepared.step, progress)

    def taken_back(self) -> None:
        """The other thread has written, or has given it up."""
        self._store.taken_back()
        self._log = OperationLog(self._store, self.user)

    def weight(self, *, redo: bool = False) -> int:
        """How many bytes there are to undo, or redo: some thousand for a row."""
        return self._log.weight(redo=redo)
