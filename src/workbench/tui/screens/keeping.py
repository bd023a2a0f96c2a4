"""tui: Keeping, the project as a whole: its place, saving and exporting, and who may write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual.timer import Timer

from workbench.project.place import Place

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.project.exporting import Form
    from workbench.project.outcome import Outcome
    from workbench.project.saving import Written
    from workbench.project.stopping import Progress
    from workbench.tui.screens.editor import EditorScreen

Found = TypeVar("Found")
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
        session = self._desk.session
        refusal = session.may_save()
        if refusal is None:
            self._long_work("Saving", session.write_save, self._saved)
        elif session.read_only:
            self._desk.apply(refusal)
        else:
            self._offer_merge(then_save=True)

    def _saved(self, written: Written) -> None:
        self._desk.apply(self._desk.session.settle_save(written))
        self._desk.refresh_header()

    def export(self, form: Form) -> None:
        """Write the translation in a form, beside the project's other files."""
        from workbench.project.exporting import export_aside

        def done(exported: tuple[Path, str]) -> None:
            path, left_out = exported
            self._desk.say(f"Exported to {path}. {left_out}".strip())

        self._long_work(f"Exporting {form}", partial(export_aside, self._desk.session, form), done)

    def _long_work(self, name: str, work: Callable[[Progress], Found], then: Callable[[Found], None]) -> None:
        """Write a file, aside where that takes a while."""
        from workbench.tui.screens.long_work import LongWork

        self._desk.part(LongWork).run(name, work, then, keeps=True)

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
        """Someone may want to write; or has written, where we only read."""
        from workbench.tui.screens.handing_over import HandingOver

        self._desk.part(HandingOver).look()

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
                self._merge()
            elif then_save:
                self._desk.say("Not saved: project.tmx was changed by someone else. Your rows are safe here.")

        self._desk.ask(Choose("project.tmx has changed", options, text=text), chosen)

    def _merge(self) -> None:
        from workbench.tui.screens.long_steps import LongSteps

        desk = self._desk
        refusal = desk.session.may_merge()
        if refusal is not None:
            desk.apply(refusal)
            return

        def merged(outcome: Outcome) -> None:
            desk.apply(outcome)
            saved = replace(outcome, structure=False, changed=())
            self._long_work("Saving", desk.session.write_save, lambda made: self._saved_merge(saved, made))

        desk.part(LongSteps).run("Merging", desk.session.merging, merged)

    def _saved_merge(self, merged: Outcome, made: Written) -> None:
        """What was merged is what is told, where it could be saved."""
        done = self._desk.session.settle_save(made)
        self._desk.apply(merged if done.done else done)
        self._desk.refresh_header()
