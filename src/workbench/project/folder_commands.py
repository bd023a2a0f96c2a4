"""project: commands about the folder: saving, merging what others saved, and who may write."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.project.config import TMX_NAME
from workbench.project.long_commands import LongCommands
from workbench.project.opened import rows_said
from workbench.project.operations import OperationLog
from workbench.project.outcome import Outcome, refused
from workbench.project.schema import FILE_NAME as DB_NAME
from workbench.project.stopping import Progress, unheard
from workbench.project.store import Store

if TYPE_CHECKING:
    from workbench.project.prepared import Prepared
    from workbench.project.saving import Written

_FOREIGN = f"{TMX_NAME} was changed by someone else: merge it first."


class FolderCommands(LongCommands):
    """Save, merge, take over."""

    @property
    def saved_at(self) -> str:
        """When project.tmx was written last, UTC ISO 8601; empty for never."""
        return self._store.meta("saved_at")

    def save(self) -> Outcome:
        """Write project.tmx. Refused where the file on disk is not the one written last: merge first."""
        return self.may_save() or self.settle_save(self.write_save())

    def may_save(self) -> Outcome | None:
        """Why project.tmx cannot be saved; None where it can."""
        if self.read_only:
            return refused("Read-only: the other Workbench saves this project.")
        return refused(_FOREIGN) if self.foreign_save() else None

    def write_save(self, progress: Progress = unheard) -> Written:
        """Write the rows as they are now beside project.tmx, in any thread; `settle_save` puts it there.

        Raises:
            WorkbenchError: the disk is full or the folder cannot be written.
            StopError: `progress` did; nothing is left.
        """
        from workbench.project import saving

        return saving.written(self._store.path, self.folder, self.languages, self.config.unit, progress)

    def settle_save(self, written: Written) -> Outcome:
        """Put what was written into its place, unless someone else has put something there meanwhile."""
        from workbench.project import saving

        if saving.settle(self._store, self.folder, written):
            return Outcome(message=f"Saved {TMX_NAME}.")
        return refused(_FOREIGN)

    def foreign_save(self) -> bool:
        """Whether project.tmx on disk is not the one written last here."""
        from workbench.project import saving

        return saving.foreign(self._store, self.folder) is not None

    def merge_foreign(self) -> Outcome:
        """Take the rows of a changed project.tmx that were not changed here, in one step of undo."""
        refusal = self.may_merge()
        if refusal is not None:
            return refusal
        outcome = self.carry_out(self.merging()(unheard))
        saved = self.save()
        return outcome if saved.done else saved

    def may_merge(self) -> Outcome | None:
        """Why there is nothing to merge, or not here; None where there is."""
        if not self.foreign_save():
            return refused(f"{TMX_NAME} is the one written last; there is nothing to merge.")
        return refused("Read-only: the other Workbench merges.") if self.read_only else None

    def merging(self) -> Callable[[Progress], Prepared]:
        """Begin a merge: work for any thread, whose step is to be carried out; saving follows."""
        heard: list[Progress] = []
        work = self.preparing(lambda there: there._merged(heard[0]), 0, whole=True)

        def merged(progress: Progress) -> Prepared:
            heard.append(progress)
            return work(progress)

        return merged

    def _merged(self, progress: Progress) -> Outcome:
        """What `merge_foreign` does to the rows."""
        from workbench.project import saving
        from workbench.project.merging_reading import merge

        path = self.folder / TMX_NAME
        seen = saving.seen(path)
        plan = merge(self._store.connection, self.folder, path, progress)

        def enter(store: Store) -> None:
            for document in plan.documents:
                store.add_document(document, ())
            store.reserve_ids(plan.next_id)
            store.set_meta(saving.MERGED, seen)

        row = plan.changes[0].row if plan.changes else self.place.row
        self._log.append(f"merged {TMX_NAME}", row, plan.changes, enter)
        said = f"Merged {TMX_NAME}: {rows_said(plan.taken)} taken"
        if plan.conflicts:
            said += f", {rows_said(plan.conflicts)} changed on both sides: ours stands, theirs is in the note"
        if plan.kept:
            said += f", {rows_said(plan.kept)} missing there and kept here"
        return Outcome(tuple(change.row for change in plan.changes), structure=True, message=said + ".")

    def written_elsewhere(self) -> int:
        """A number that is another one after another window has written."""
        return self._store.data_version()

    @property
    def written_at_opening(self) -> int:
        """What `written_elsewhere` was before the first row was read."""
        return self._store.opened_at

    def take_over_requested(self) -> bool:
        """Whether another process wants to write. Then save, `step_back` and say so."""
        return self._lock.wished()

    def step_back(self, said: str = "") -> Outcome:
        """Save and turn read-only for the process that asked.

        Args:
            said: what came of saving, where that was done before.
        """
        try:
            said = said or self.save().message
        except WorkbenchError as error:  # every row is in the database: the other one can save it
            said = f"Not saved: {error}"
        self.pause()
        self._lock.release()
        self._store.turn_read_only()
        return Outcome(message=f"{said} Another Workbench has taken over: read-only here now.")

    def request_take_over(self) -> None:
        """Ask the process that writes to step back; call `try_take_over` until it says done.

        Raises:
            WorkbenchError: the folder cannot be written.
        """
        try:
            self._lock.wish()
        except OSError as error:
            raise WorkbenchError(f"{self.folder} cannot be written ({error.strerror}).") from error

    def try_take_over(self) -> Outcome:
        """Become the process that writes, if the other one has stepped back."""
        if not self._lock.acquire():
            return refused("Waiting for the other Workbench to step back.")
        before = self._store
        try:
            self._store = Store(self.folder / DB_NAME)
        except WorkbenchError:
            self._lock.release()
            raise
        before.close()
        self._log = OperationLog(self._store, self.user)
        return Outcome(structure=True, message="Taken over: you can write here now.")
