"""project: Session, the editor without a screen; every command of the editor is a function here.

One session belongs to one thread. What another thread needs is either pure (`light`, `term_offers`) or
opens a connection of its own (`full_view`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from workbench.model.segments import Segment
from workbench.project.comparing_with_commands import ComparingWithCommands
from workbench.project.completion_commands import CompletionCommands
from workbench.project.concordance_commands import ConcordanceCommands
from workbench.project.folder_commands import FolderCommands
from workbench.project.hand_commands import HandCommands
from workbench.project.history_commands import HistoryCommands
from workbench.project.light import Light, light, resting_caret
from workbench.project.look_up_commands import LookUpCommands
from workbench.project.moving_commands import MovingCommands
from workbench.project.next_commands import NextCommands
from workbench.project.operations import Operation
from workbench.project.outcome import Outcome, refused
from workbench.project.overview_commands import OverviewCommands
from workbench.project.place import Place
from workbench.project.query_commands import QueryCommands
from workbench.project.radicals_commands import RadicalsCommands
from workbench.project.refrain_commands import RefrainCommands
from workbench.project.replace_commands import ReplaceCommands
from workbench.project.research_commands import ResearchCommands
from workbench.project.reviewing_commands import ReviewingCommands
from workbench.project.row_commands import RowCommands
from workbench.project.saved_filter_commands import SavedFilterCommands
from workbench.project.spelling_commands import SpellingCommands
from workbench.project.structure_commands import StructureCommands

if TYPE_CHECKING:
    from workbench.project.creation import Reflow, Unit


class Session(
    OverviewCommands,
    ReviewingCommands,
    HandCommands,
    RowCommands,
    StructureCommands,
    NextCommands,
    ReplaceCommands,
    SavedFilterCommands,
    MovingCommands,
    RadicalsCommands,
    HistoryCommands,
    LookUpCommands,
    ConcordanceCommands,
    ComparingWithCommands,
    RefrainCommands,
    QueryCommands,
    ResearchCommands,
    SpellingCommands,
    CompletionCommands,
    FolderCommands,
):
    """A project that is open for work."""

    @classmethod
    def create(
        cls,
        sources: Sequence[Path],
        *,
        folder: Path,
        name: str,
        unit: Unit = "paragraph",
        reflow: Reflow = "auto",
    ) -> Self:
        """Make a project and open it. Raises WorkbenchError; nothing is left behind then."""
        from workbench.project.creation import create_project

        create_project(sources, folder, name, unit=unit, reflow=reflow)
        return cls.open(folder)

    def undo(self) -> Outcome:
        """Take the newest step back, go to its row and say so."""
        return self._walk("Undone", self._log.undo, "There is nothing to undo.")

    def redo(self) -> Outcome:
        """Repeat the step taken back last, go to its row and say so."""
        return self._walk("Redone", self._log.redo, "There is nothing to redo.")

    def history(self, row: int) -> list[Operation]:
        """What was done to a row, newest first."""
        return self._log.of_row(row)

    def _walk(self, word: str, step: Callable[[], Operation | None], nothing: str) -> Outcome:
        self.pause()
        if self.read_only:
            return refused("Read-only: another Workbench has this project.")
        operation = step()
        if operation is None:
            return refused(nothing)
        rows = tuple(change.row for change in operation.changes)
        moved = any(
            change.before is None or change.after is None or "rank" in change.after
            for change in operation.changes
        )
        here = (
            operation.row if self.number(operation.row) else next((r for r in rows if self.number(r)), None)
        )
        for row in rows:
            self._carets.pop(row, None)
        return Outcome(rows, structure=moved, row=here, message=f"{word}: {operation.label}.")

    def jump(self, row: int, start: int) -> Outcome:
        """Go to `row` from `start` (find, a list, a number): Enter there confirms and comes back."""
        self._jumped = (row, self._jumped[1] if self._jumped and self._jumped[0] == start else start)
        return Outcome(row=row)

    def light(self, segment: Segment, target: str, caret: int) -> Light:
        """What is lit with the caret at an offset of the plain target text; pure."""
        return light(segment, target, segment.anchors, caret)

    def resting_caret(self, row: int) -> int:
        """Where the caret lands when a row is entered."""
        return resting_caret(self.segment(row), self._carets.get(row))

    def leave(self, row: int, caret: int) -> None:
        """Remember where the caret was in a row that is left."""
        self._carets[row] = caret
        self.pause()

    def remember(self, place: Place) -> None:
        """Keep the place for the next opening."""
        if place != self.place:
            self.place = place
            self._keep_place()
