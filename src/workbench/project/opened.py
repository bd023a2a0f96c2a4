"""project: OpenedProject, a project folder that is open: its rows, its log, and the right to change it."""

from __future__ import annotations

import contextlib
import copy
import getpass
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from workbench.model.faults import WorkbenchError
from workbench.model.segments import Kind, Segment, State
from workbench.project import views
from workbench.project.config import ProjectConfig, read_config
from workbench.project.identity import recognise
from workbench.project.lock import ProjectLock, clear_leftovers
from workbench.project.operations import OperationLog, now
from workbench.project.outcome import Outcome, refused
from workbench.project.place import place_of, place_text
from workbench.project.private_copy import writable
from workbench.project.row_change import difference
from workbench.project.row_filter import RowFilter
from workbench.project.schema import FILE_NAME as DB_NAME
from workbench.project.schema import connect
from workbench.project.stopping import Progress, unheard
from workbench.project.store import Store
from workbench.project.view import RowView

GONE = "That row is not there any more: it was merged, or its split was taken back."


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the project is. `by_state` counts rows that are not ignored."""

    total: int
    confirmed: int
    by_state: dict[State, int]


class OpenedProject:
    """A project that is open, and what every command needs of it.

    Attributes:
        fills_at_once: confirming a row fills its repetitions itself where there are no more than so many;
            None for any number. Of more the outcome says how many wait.
    """

    def __init__(
        self, folder: Path, store: Store, config: ProjectConfig, lock: ProjectLock, said: str
    ) -> None:
        self.folder = folder
        self.config = config
        self.opening_message = said
        self.user = _user()
        self.fills_at_once: int | None = None
        self._store = store
        self._lock = lock
        self._log = OperationLog(store, self.user)
        self._step: tuple[int, int, float] | None = None  # typing: operation, row, when
        self._jumped: tuple[int, int] | None = None  # the row jumped to, and where to return
        self._carets: dict[int, int] = {}
        self.place, self.filter = place_of(store.meta("place"))

    # ---- opening and closing

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False, progress: Progress = unheard) -> Self:
        """Open a project folder; read-only where another process writes it.

        A folder that cannot be written is opened as a private copy. A missing database is made again, and
        `progress` is told how far that is.

        Raises:
            WorkbenchError: the folder is not a project or cannot be read.
        """
        config = read_config(folder)
        said: list[str] = []
        if not read_only:
            folder, copied = writable(folder)
            said += copied
        lock = ProjectLock(folder)
        try:
            held = not read_only and lock.acquire()
            if held:
                clear_leftovers(folder)
            if not (folder / DB_NAME).is_file():
                if not held:
                    raise WorkbenchError(f"{folder / DB_NAME} is missing; open the project to make it again.")
                from workbench.project.creation import rebuild

                said.append(rebuild(folder, progress))
            store = Store(folder / DB_NAME, writable=held)
            if held:
                with contextlib.suppress(WorkbenchError):  # a full disk: what is there can be read
                    recognise(store, folder)
            project = cls(folder, store, config, lock, "")
        except BaseException as error:
            lock.release()
            if isinstance(error, sqlite3.Error):
                raise WorkbenchError(
                    f"{folder / DB_NAME} is damaged ({error}); move it away and open the folder again:"
                    " it is made anew from project.tmx."
                ) from error
            raise
        if not held and not read_only:
            said.append("Another Workbench has this project: opened read-only. Take over to write here.")
        project.opening_message = " ".join(said)
        return project

    def close(self) -> None:
        """Close the project; what was done is on disk already."""
        self._store.close()
        self._lock.release()

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return not self._lock.held

    # ---- rows

    def first_view(self, count: int = 120) -> RowView:
        """A window of rows around the remembered place, at once."""
        return views.window(self._store.connection, self.filter, self.place.row, count)

    def full_view(self) -> RowView:
        """All rows under the filter. Uses a connection of its own: safe in another thread."""
        connection = connect(self._store.path, writable=False)
        try:
            return views.whole(connection, self.filter)
        finally:
            connection.close()

    def segment(self, row: int) -> Segment:
        """The row of this id. Raises KeyError."""
        return self._store.segment(row)

    def segments(self, rows: Sequence[int]) -> list[Segment]:
        """The rows of these ids, in the order asked; one that is gone is left out."""
        return self._store.segments(rows)

    def every_segment(self) -> list[Segment]:
        """All rows in order."""
        return list(self._store.every_segment())

    def number(self, row: int) -> int:
        """Number of a row, 1-based; 0 where there is none of this id."""
        return views.number_of(self._store.connection, row)

    def row_numbered(self, number: int) -> int | None:
        """Id of the row of this number; None where there is none."""
        return views.row_numbered(self._store.connection, number)

    def counts(self) -> Counts:
        """How many rows are in which state, ignored ones left out."""
        by_state: Counter[State] = Counter()
        for (state, kind), count in self._store.counts().items():
            if count and kind != Kind.IGNORED.value:
                by_state[State(state)] += count
        done = by_state.get(State.CONFIRMED, 0) + by_state.get(State.REVIEWED, 0)
        return Counts(sum(by_state.values()), done, by_state)

    @property
    def store(self) -> Store:
        """The rows, for the other rooms of `project`."""
        return self._store

    @property
    def languages(self) -> tuple[str, str]:
        """Source and target language codes."""
        return self.config.source_language, self.config.target_language

    def on(self, store: Store, log: OperationLog) -> Self:
        """This project on other rows and another log, for a thread that only works something out."""
        other = copy.copy(self)
        other._store, other._log, other._carets, other._step = store, log, dict(self._carets), None
        return other

    @property
    def log(self) -> OperationLog:
        """What was done, for the other rooms of `project`."""
        return self._log

    def pause(self) -> None:
        """End the typing step: what comes next is a step of its own."""
        self._step = None

    # ---- for the commands

    @property
    def _wanted_filter(self) -> RowFilter:
        """The filter to come back to."""
        return self.filter

    def _keep_place(self) -> None:
        """A place is a comfort: where the disk is full, work goes on without its being kept."""
        if not self.read_only:
            with contextlib.suppress(WorkbenchError):
                self._store.set_meta("place", place_text(self.place, self._wanted_filter))

    def _edit(self, label: str, before: Segment, after: Segment) -> Outcome:
        if before == after:
            return Outcome()
        self._commit(label, before.id, [(before, self._stamped(after))])
        return Outcome((before.id,), message=label[0].upper() + label[1:] + ".")

    def _commit(self, label: str, row: int, pairs: Sequence[tuple[Segment | None, Segment | None]]) -> None:
        self.pause()
        self._log.append(label, row, [difference(before, after) for before, after in pairs])

    def _stamped(self, segment: Segment) -> Segment:
        return replace(segment, changed_at=now(), changed_by=self.user)

    def _there(self, row: int) -> Segment | None:
        """The row, where it was not merged away or a split taken back."""
        try:
            return self._store.segment(row)
        except KeyError:
            return None

    def _workable(self, row: int, *, locked: bool = False) -> Segment | Outcome:
        """The row a command is for, or why it may not be changed; `locked` rows count where said so."""
        segment = self._there(row)
        if segment is None:
            return refused(GONE)
        if self.read_only:
            return refused("Read-only: another Workbench has this project; take over to write here.")
        if segment.lock is not None and not locked:
            why = f" ({segment.lock.why})" if segment.lock.why else ""
            return refused(f"Row {self.number(row)} is locked by {segment.lock.who}{why}.")
        return segment


def rows_said(count: int) -> str:
    """So many rows, in words."""
    return "1 row" if count == 1 else f"{count} rows"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no login name, as in some containers
        return "translator"
