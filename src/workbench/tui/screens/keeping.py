"""tui: Keeping, the project as a whole: its place, saving and exporting, and who may write."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer

from workbench.project.exporting import Form, export, left_out
from workbench.project.place import Place

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

PLACE_EVERY = 3.0
LOOK_EVERY = 1.0


class Keeping:
    """What goes on beside the rows."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._waiting: Timer | None = None

    def start(self) -> None:
        """Keep the place, watch for who wants to write, and ask what opening has found."""
        self._desk.set_interval(PLACE_EVERY, partial(self._desk.attempt, self.remember_place))
        self._desk.set_interval(LOOK_EVERY, partial(self._desk.attempt, self._look))
        self._remember_project()
        if self._desk.session.read_only:
            self._offer_take_over()
        elif self._desk.session.foreign_save():
            self._offer_merge(then_save=False)

    def _remember_project(self) -> None:
        """This project heads the list of those opened lately."""
        from workbench.project.recent import remember

        remember(self._desk.session.folder, self._desk.session.config.name)

    def remember_place(self) -> None:
        """Keep row, caret, scroll and modes for the next opening."""
        desk = self._desk
        scroll_row, scroll_offset = desk.pane.scroll_place()
        reading = desk.reading
        desk.session.remember(
            Place(
                row=desk.row,
                caret=desk.pane.caret,
                scroll_row=scroll_row,
                scroll_offset=scroll_offset,
                ruby=reading.ruby,
                script=reading.script,
                sound="numbers" if reading.numeric else "marks",
                look=desk.arranging.text,
            )
        )

    def save(self) -> None:
        """Write project.tmx; where someone else changed it, ask first."""
        if not self._desk.session.read_only and self._desk.session.foreign_save():
            self._offer_merge(then_save=True)
            return
        self._desk.apply(self._desk.session.save())
        self._desk.refresh_header()

    def export(self, form: Form) -> None:
        """Write the translation in a form, beside the project's other files."""
        path = export(self._desk.session, form)
        self._desk.say(" ".join((f"Exported to {path}.", left_out(self._desk.session))))

    def take_over(self) -> None:
        """Ask the other window, and wait for it."""
        session = self._desk.session
        if not session.read_only:
            self._desk.say("You can write here already.")
            return
        session.request_take_over()
        self._desk.say("Asked the other Workbench to step back. Waiting for it…")
        if self._waiting is None:
            self._waiting = self._desk.set_interval(
                LOOK_EVERY / 2, partial(self._desk.attempt, self._try_take_over)
            )
        self._try_take_over()

    def _try_take_over(self) -> None:
        outcome = self._desk.session.try_take_over()
        if outcome.done:
            if self._waiting is not None:
                self._waiting.stop()
                self._waiting = None
            self._desk.apply(outcome)
            self._desk.writing_changed()

    def _look(self) -> None:
        """Someone may want to write: save, step back and say so."""
        if not self._desk.session.take_over_requested():
            return
        self._desk.keystrokes.end_step()
        self.remember_place()
        outcome = self._desk.session.step_back()
        self._desk.apply(replace(outcome, message=""))
        self._desk.writing_changed()
        self._desk.say(outcome.message, warn=True)

    def _offer_take_over(self) -> None:
        from workbench.tui.screens.choose import Choose, Option

        text = (
            "Another Workbench has this project open. Here it can be read. "
            "Taking over makes the other one save and turn read-only."
        )
        options = [Option(False, "read only"), Option(True, "take over", "write here")]

        def chosen(take: bool | None) -> None:
            if take:
                self.take_over()

        self._desk.ask(Choose("Open elsewhere", options, start=False, text=text), chosen)

    def _offer_merge(self, *, then_save: bool) -> None:
        from workbench.tui.screens.choose import Choose, Option

        text = (
            "project.tmx is not the one written last here: someone else saved, or a pull brought it. "
            "Merging takes the rows changed only there; where both changed, yours stays and theirs goes "
            "into the note. Undo takes a merge back."
        )
        options = [
            Option(True, "merge", "row by row"),
            Option(False, "not now", "it is asked again before the next save"),
        ]

        def chosen(merge: bool | None) -> None:
            if merge:
                self._desk.apply(self._desk.session.merge_foreign())
                self._desk.refresh_header()
            elif then_save:
                self._desk.say("Not saved: project.tmx was changed by someone else. Your rows are safe here.")

        self._desk.ask(Choose("project.tmx has changed", options, text=text), chosen)
