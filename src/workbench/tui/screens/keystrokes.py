"""tui: Keystrokes, from the cell's buffer to the session: kept within 0.3 s, one step a pause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from workbench.model.faults import WorkbenchError
from workbench.project.store import BusyError

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

KEEP_AFTER = 0.3
PAUSE_AFTER = 1.5
TRY_AGAIN_AFTER = 3.0


class Keystrokes:
    """Holds what was typed and is not yet in the session."""

    def __init__(self, desk: EditorScreen) -> None:
        self._desk = desk
        self._pending: dict[int, str] = {}
        self._keep: Timer | None = None
        self._pause: Timer | None = None

    def edited(self, row: int, text: str) -> None:
        """The cell of `row` now reads `text` (printed form)."""
        if self._pending and row not in self._pending:
            self.flush()
        self._pending[row] = text
        if self._keep is None:
            self._keep = self._desk.set_timer(KEEP_AFTER, self.flush)
        if self._pause is None:
            self._pause = self._desk.set_timer(PAUSE_AFTER, self._rested)
        else:
            self._pause.reset()

    def flush(self) -> bool:
        """Give the session what is pending; called before every command, and when the row is left.

        Returns:
            False where it could not be kept (a full disk, or thousands of rows are being written): the text
            stays, and it is tried again. What is not over in a moment is said.
        """
        if self._keep is not None:
            self._keep.stop()
            self._keep = None
        while self._pending:
            row, text = next(iter(self._pending.items()))
            try:
                outcome = self._desk.session.type(row, text)
            except BusyError:
                self._keep = self._desk.set_timer(KEEP_AFTER, self.flush)
                return False
            except WorkbenchError as error:
                self._desk.say(str(error), warn=True)
                self._keep = self._desk.set_timer(TRY_AGAIN_AFTER, self.flush)
                return False
            del self._pending[row]
            self._desk.typed(row, outcome)
        return True

    def end_step(self) -> bool:
        """What is typed from here on is another step of undo; False where it could not be kept so far."""
        kept = self.flush()
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self._desk.session.pause()
        return kept

    def _rested(self) -> None:
        self._pause = None
        self.end_step()
