"""tui: HandingOver, two windows on one project: stepping back for the other, and following what it writes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.faults import WorkbenchError
from workbench.project.outcome import Outcome
from workbench.tui.screens.long_work import LongWork
from workbench.tui.screens.part import Part

if TYPE_CHECKING:
    from workbench.project.saving import Written
    from workbench.project.view import RowView
    from workbench.tui.screens.editor import EditorScreen


class HandingOver(Part):
    """Looks once a second, see `Keeping`."""

    def __init__(self, desk: EditorScreen) -> None:
        super().__init__(desk)
        self._leaving = self._reading = False
        self._seen = desk.session.written_at_opening

    def look(self) -> None:
        """Someone may want to write; or someone has written, where we only read."""
        if self.desk.session.read_only:
            self._follow()
        elif self.desk.session.take_over_requested() and not self._leaving:
            self._leave()

    # ---- stepping back

    def _leave(self) -> None:
        """Save, step back and say so."""
        work, session = self.desk.part(LongWork), self.desk.session
        if work.writing is not None:
            return  # asked again in a second
        self.desk.keystrokes.end_step()
        self.desk.attempt(self.desk.keeping.remember_place)
        try:
            refusal = session.may_save()
        except WorkbenchError as error:
            self._step_back(f"Not saved: {error}")
            return
        if refusal is not None:
            self._step_back(refusal.message)
            return
        self._leaving = True
        work.run(
            "Saving for the other window", session.write_save, self._saved, keeps=True, otherwise=self._not
        )

    def _saved(self, written: Written) -> None:
        self._leaving = False
        try:
            said = self.desk.session.settle_save(written).message
        except WorkbenchError as error:
            said = f"Not saved: {error}"
        self._step_back(said)

    def _not(self) -> None:
        """It could not be saved, or was stopped: every row is in the database, the other one can save it."""
        self._leaving = False
        self._step_back("Not saved.")

    def _step_back(self, said: str) -> None:
        self.desk.keystrokes.end_step()
        outcome = self.desk.session.step_back(said)
        self._seen = self.desk.session.written_elsewhere()
        self.desk.apply(replace(outcome, message=""))
        self.desk.writing_changed()
        self.desk.say(outcome.message, warn=True)

    # ---- following

    def _follow(self) -> None:
        """Read the rows again where the other window has written."""
        now = self.desk.session.written_elsewhere()
        if now != self._seen and not self._reading:
            self._seen, self._reading = now, True
            self.desk.run_worker(self._read, thread=True, group="following")

    def _read(self) -> None:
        """In a worker's thread."""
        try:
            view = self.desk.session.full_view()
        except WorkbenchError:  # it is being taken away: looked at again
            view = None
        self.desk.call_later(self._show, view)

    def _show(self, view: RowView | None) -> None:
        self._reading = False
        if view is None or not self.desk.session.read_only:
            return
        if view.ids != self.desk.view.ids:
            self.desk.show_rows(view)
        self.desk.apply(Outcome(tuple(view.ids)))
        self.desk.refresh_header()
