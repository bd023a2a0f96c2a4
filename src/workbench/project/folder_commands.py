"""project: commands about the folder: saving, merging what others saved, and who may write."""

from __future__ import annotations

from workbench.model.faults import WorkbenchError
from workbench.project.config import TMX_NAME
from workbench.project.opened import OpenedProject, rows_said
from workbench.project.operations import OperationLog
from workbench.project.outcome import Outcome, refused
from workbench.project.schema import FILE_NAME as DB_NAME
from workbench.project.store import Store


class FolderCommands(OpenedProject):
    """Save, merge, take over."""

    @property
    def saved_at(self) -> str:
        """When project.tmx was written last, UTC ISO 8601; empty for never."""
        return self._store.meta("saved_at")

    def save(self) -> Outcome:
        """Write project.tmx. Refused where the file on disk is not the one written last: merge first."""
        from workbench.project import saving

        if self.read_only:
            return refused("Read-only: the other Workbench saves this project.")
        if saving.foreign(self._store, self.folder) is not None:
            return refused(f"{TMX_NAME} was changed by someone else: merge it first.")
        saving.save(self._store, self.folder, self.languages, self.config.unit)
        return Outcome(message=f"Saved {TMX_NAME}.")

    def foreign_save(self) -> bool:
        """Whether project.tmx on disk is not the one written last here."""
        from workbench.project import saving

        return saving.foreign(self._store, self.folder) is not None

    def merge_foreign(self) -> Outcome:
        """Take the rows of a changed project.tmx that were not changed here, in one step of undo."""
        from workbench.project import saving

        found = saving.foreign(self._store, self.folder)
        if found is None:
            return refused(f"{TMX_NAME} is the one written last; there is nothing to merge.")
        if self.read_only:
            return refused("Read-only: the other Workbench merges.")
        plan = saving.merge(self._store, self.folder, found.path)
        row = plan.changes[0].row if plan.changes else self.place.row
        self.pause()
        with self._store.transaction():
            for document in plan.documents:
                self._store.add_document(document, ())
            self._store.reserve_ids(plan.next_id)
        self._log.append(f"merged {TMX_NAME}", row, plan.changes)
        saving.save(self._store, self.folder, self.languages, self.config.unit)
        said = f"Merged {TMX_NAME}: {rows_said(plan.taken)} taken"
        if plan.conflicts:
            said += f", {rows_said(plan.conflicts)} changed on both sides: ours stands, theirs is in the note"
        if plan.kept:
            said += f", {rows_said(plan.kept)} missing there and kept here"
        return Outcome(tuple(change.row for change in plan.changes), structure=True, message=said + ".")

    def take_over_requested(self) -> bool:
        """Whether another process wants to write. Then save, `step_back` and say so."""
        return self._lock.wished()

    def step_back(self) -> Outcome:
        """Save and turn read-only for the process that asked."""
        try:
            said = self.save().message
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
