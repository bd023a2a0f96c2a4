"""tui: Block, rows that are marked from here to there, to be moved or merged together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.screens.choose import Choose, Option
from workbench.tui.screens.part import Part
from workbench.tui.widgets.block_line import BlockLine

if TYPE_CHECKING:
    from workbench.tui.screens.editor import EditorScreen

_BEGUN = "F9 9 b again on its last row   Esc"
_WHOLE = "F9 9 b puts it before this row   9 u, 9 d up, down   m merges   Esc"


class Block(Part):
    """The marked rows. The line that tells of them is there as long as they are.

    Attributes:
        rows: their ids in order; empty while only the first is marked.
    """

    def __init__(self, desk: EditorScreen) -> None:
        super().__init__(desk)
        self.rows: list[int] = []
        self._first = 0

    def step(self) -> None:
        """Mark the first row, then the last, then put the block before the active row."""
        desk = self.desk
        self.rows_changed()  # another window may have taken rows away
        if not self._first:
            self._first = desk.row
            self._show()
            desk.say(f"The block begins at row {desk.number}: go to its last row and press F9 9 b again.")
        elif not self.rows:
            self._close()
        elif desk.row in self.rows:
            self.let_go()
            desk.say("The block is let go; nothing was moved.")
        else:
            self._put()

    def let_go(self) -> None:
        """There is no block any more."""
        self._first, self.rows = 0, []
        self._show()

    def chosen(self) -> list[int]:
        """The rows that a command is for: the block, or else the active row."""
        return list(self.rows) or [self.desk.row]

    def cancelled(self) -> None:
        """Escape lets the block go."""
        if self._first:
            self.let_go()
            self.desk.say("The block is let go.")

    def rows_changed(self) -> None:
        """Rows may have gone or moved: a block that is not one any more is let go."""
        if not self._first:
            return
        session, marked = self.desk.session, self.rows or [self._first]
        there = len(session.segments(marked)) == len(marked)
        if there and session.rows_between(marked[0], marked[-1]) == marked:
            self._show()
        else:
            self.let_go()

    def _close(self) -> None:
        desk = self.desk
        session = desk.session
        if session.segment(desk.row).document != session.segment(self._first).document:
            desk.say("A block has rows of one document: this row is of another one.", warn=True)
            return
        self.rows = session.rows_between(self._first, desk.row)
        self._first = self.rows[0]
        self._show()
        desk.say(f"{self._told()}: go to the row that it shall stand before and press F9 9 b.")

    def _put(self) -> None:
        desk = self.desk
        session = desk.session
        if session.is_last_of_document(desk.row):
            options = [Option(True, f"before row {desk.number}"), Option(False, "after it, at the end")]
            desk.ask(Choose("Put the block", options), self._put_last)
        else:
            self._move(desk.row)

    def _put_last(self, before: bool | None) -> None:
        if before is not None:
            self._move(self.desk.row if before else None)

    def _move(self, before: int | None) -> None:
        outcome = self.desk.session.move(self.rows, before)
        if outcome.done:
            self.let_go()
        self.desk.apply(outcome)

    def _told(self) -> str:
        session = self.desk.session
        first, last = session.number(self._first), session.number((self.rows or [self._first])[-1])
        if not self.rows:
            return f"Block from row {first}"
        return f"Block: row {first}" if first == last else f"Block: rows {first}–{last}"

    def _show(self) -> None:
        lines = self.desk.query(BlockLine)
        if not self._first:
            lines.remove()
            return
        line = lines.first() if lines else BlockLine()
        line.show(self._told(), _WHOLE if self.rows else _BEGUN)
        if not lines:
            self.desk.mount(line, before=self.desk.lower)
