"""project: long commands, worked out in another thread on the rows as they are, and carried out when ready.

A command that changes thousands of rows is run there on a session of its own (`beside`), which writes
nothing: its step is caught (`Recorder`). What it would change is then written in one transaction, without the
rows that someone has changed meanwhile. Writing so many rows takes too long for the session's thread as well:
while another thread does it the session reads on, and refuses for that moment to write (`Store.lend`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from workbench.model.segments import Segment
from workbench.project.operations import OperationLog, Step
from workbench.project.outcome import Outcome
from workbench.project.stopping import Progress, told, unheard
from workbench.project.store import Store

if TYPE_CHECKING:
    from workbench.project.opened import OpenedProject

Project = TypeVar("Project", bound="OpenedProject")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a command would do.

    Attributes:
        outcome: what it says, as though it were done.
        step: what is to be written; None where nothing is.
        operation: the newest one of the log before it was worked out.
        whole: it is all or nothing: where one of its rows has changed meanwhile, it is worked out again.
    """

    outcome: Outcome
    step: Step | None
    operation: int
    whole: bool = False

    @property
    def rows(self) -> int:
        """How many rows it changes."""
        return 0 if self.step is None else len(self.step.changes)

    def without(self, rows: frozenset[int]) -> Self:
        """The same, these rows left as they are."""
        if self.step is None or not rows:
            return self
        left = [change for change in self.step.changes if change.row in rows]
        if not left:
            return self
        kept = tuple(change for change in self.step.changes if change.row not in rows)
        count = "1 row was" if len(left) == 1 else f"{len(left):,} rows were"
        said = f"{self.outcome.message} {count} changed meanwhile and left."
        changed = tuple(row for row in self.outcome.changed if row not in rows)
        outcome = replace(self.outcome, changed=changed, message=said)
        return replace(self, outcome=outcome, step=replace(self.step, changes=kept))


class Recorder(OperationLog):
    """A log that catches the step instead of writing it."""

    step: Step | None = None

    def _carry_out(self, step: Step, _progress: Progress = unheard) -> int:
        self.step = step
        return 0


class _StoreBeside(Store):
    """The rows as they are at one moment; how many were read is told."""

    def __init__(self, path: Path, progress: Progress, of: int) -> None:
        super().__init__(path, writable=False)
        self.connection.execute("BEGIN")
        self._told = progress
        self._of = of
        self._read = 0

    def every_segment(self) -> Iterator[Segment]:
        """All rows in order."""
        total = int(self.connection.execute("SELECT count(*) FROM rows").fetchone()[0])
        return told(super().every_segment(), self._told, total)

    def _keep(self, segment: Segment) -> Segment:
        if self._read % 64 == 0:
            self._told(min(self._read, self._of), self._of)
        self._read += 1
        return super()._keep(segment)


@contextmanager
def beside(project: Project, progress: Progress = unheard, of: int = 0) -> Iterator[Project]:
    """The project as it is at this moment, to be read in another thread; it cannot be written.

    Args:
        progress: told how many rows were read, of as many as `of`, or of all where all are asked for.

    Raises:
        WorkbenchError: the database cannot be read.
    """
    store = _StoreBeside(project.store.path, progress, of)
    try:
        yield project.on(store, Recorder(store, project.user))
    finally:
        store.close()


def prepare(
    project: Project,
    command: Callable[[Project], Outcome],
    operation: int,
    progress: Progress = unheard,
    of: int = 0,
    *,
    whole: bool = False,
) -> Prepared:
    """Work out what a command would do, in any thread; see `beside`.

    Args:
        operation: the newest one when this was asked for, and nothing is added to it any more.

    Raises:
        WorkbenchError: the command did, or the database cannot be read.
        StopError: `progress` did.
    """
    with beside(project, progress, of) as there:
        outcome = command(there)
        assert isinstance(there.log, Recorder)
        return Prepared(outcome, there.log.step, operation, whole)


def write(database: Path, who: str, step: Step, progress: Progress = unheard) -> None:
    """Write a step with a connection of its own: in any thread, while the session has lent the database.

    Raises:
        WorkbenchError: the disk is full; nothing is changed.
        StopError: `progress` did; nothing is changed.
    """
    store = Store(database)
    try:
        OperationLog(store, who).carry_out(step, progress)
    finally:
        store.close()
