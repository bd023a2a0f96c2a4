"""tui: Part, a piece of the editor that hears what happens and is loaded after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen


class Part:
    """Hears of the editor what it asks for, by the names below; all of them run on the UI's thread.

    `edited`, `kept` and `caret_moved` run on every key: whatever takes time belongs into a worker.
    """

    def __init__(self, desk: EditorScreen) -> None:
        self.desk = desk

    def start(self) -> None:
        """The first paint is over, or the part has just been made after it."""

    def row_changed(self) -> None:
        """Another row is active, or the active one has changed underneath."""

    def edited(self) -> None:
        """A key changed the English; the session does not have it yet."""

    def kept(self) -> None:
        """The session has what was typed."""

    def caret_moved(self) -> None:
        """The caret moved within its row."""

    def rows_changed(self) -> None:
        """A command changed rows: they came, went, moved, or have another state."""

    def resized(self) -> None:
        """The window has another size."""

    def cancelled(self) -> None:
        """Escape was pressed in the rows."""

    def closing(self) -> None:
        """The editor is about to close."""
