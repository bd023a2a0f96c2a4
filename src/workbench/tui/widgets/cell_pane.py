"""tui: CellPane, the rows with a caret in one of them: the caret, what is put in, and going to other rows.

Messages go straight to the screen and not up through the containers between: a key that the screen handles
(Enter confirms) must find every character typed before it already told, also when keys come in a burst.
"""

from __future__ import annotations

from workbench.tui.widgets import editor_messages as messages
from workbench.tui.widgets.cell_editor import CellEditor, Effect
from workbench.tui.widgets.row_room import Side
from workbench.tui.widgets.rows import Span
from workbench.tui.widgets.rows_pane import RowsPane


class CellPane(RowsPane):
    """What screens ask of the caret, and what they hear from it."""

    # ---- the cell

    @property
    def caret(self) -> int:
        """Offset of the caret in the printed target."""
        return self.grid.editor.target.caret if self.grid.editor else 0

    @property
    def source_caret(self) -> int:
        """Offset of the caret in the source."""
        return self.grid.editor.source.caret if self.grid.editor else 0

    @property
    def target_text(self) -> str:
        """The printed target of the active row as it stands on the screen."""
        return self.grid.editor.target.text if self.grid.editor else ""

    @property
    def side(self) -> Side:
        """The side that has the caret."""
        return self.grid.editor.side if self.grid.editor else "target"

    def focus_side(self, side: Side) -> None:
        """Put the caret on a side, where it was there before."""
        editor = self.grid.editor
        if editor is not None and editor.side != side:
            editor.side = side
            self._caret_moved()

    def set_caret(self, offset: int) -> None:
        """Put the caret at an offset of the printed target."""
        editor = self.grid.editor
        if editor is not None:
            editor.side = "target"
            editor.target.put_caret(offset)
            self._caret_moved()

    def point_in_source(self, start: int, end: int | None = None) -> None:
        """Put the caret at an offset of the source; with `end` what stands between is selected."""
        editor = self.grid.editor
        if editor is not None:
            editor.side = "source"
            editor.source.put_caret(start)
            if end is not None:
                editor.source.put_caret(end, select=True)
            self._caret_moved()

    def selection(self) -> tuple[Side, int, int]:
        """Side, start and end of what is selected; start and end are the caret where nothing is."""
        editor = self.grid.editor
        if editor is None:
            return "target", 0, 0
        start, end = editor.buffer.selection or (editor.buffer.caret, editor.buffer.caret)
        return editor.side, start, end

    def selected_text(self) -> str:
        """The selected text; empty where nothing is selected."""
        return self.grid.editor.buffer.selected if self.grid.editor else ""

    def insert(self, text: str, *, replace: Span | None = None) -> None:
        """Put text into the target as if it had been typed: at the caret, or in place of a span."""
        editor = self.grid.editor
        if editor is not None:
            if replace is not None:
                editor.side = "target"
            before = editor.target.text
            self._done(editor.insert(text, replace), before)

    def offer(self, text: str) -> None:
        """Offer a text to go on with at the caret of the target; empty to offer nothing.

        It is painted faintly behind the caret; Right inserts it, any other key lets it go. Nothing is offered
        with the caret in the source, beside a selection or in a row that must not be changed.
        """
        editor = self.grid.editor
        if editor is None or text == editor.ghost:
            return
        free = editor.side == "target" and editor.target.selection is None and not editor.refusal
        editor.ghost = text if free else ""
        self.grid.update()

    @property
    def offered(self) -> str:
        """What is offered at the caret; empty for nothing."""
        return self.grid.editor.ghost if self.grid.editor else ""

    # ---- what is told

    def _done(self, effect: Effect, before: str) -> None:
        """Show and tell what a key did."""
        grid, editor = self.grid, self.grid.editor
        assert editor is not None
        if effect is Effect.EDITED:
            self._send_edit(before, editor)
            self._keep_in_view()
        elif effect is Effect.MOVED:
            self._caret_moved()
        elif effect is Effect.REFUSED:
            self._tell(messages.Refused(self, self._active, editor.why_refused()))
        elif effect in (Effect.ABOVE, Effect.BELOW):
            goal = editor.buffer.goal
            cell = editor.buffer.caret_cell if goal is None else goal
            self._step(-1 if effect is Effect.ABOVE else 1, cell=cell)
        if effect is Effect.EDITED:
            grid.update()

    def _caret_moved(self) -> None:
        editor = self.grid.editor
        assert editor is not None
        editor.ghost = ""
        editor.follow()
        self._keep_in_view()
        self._tell(messages.CaretMoved(self, self._active, editor.buffer.caret, editor.side))
        self.grid.update()

    def _keep_in_view(self) -> None:
        if self.grid.columns is not None:
            self.grid.viewport.reveal(self.grid.active_index)

    def _send_edit(self, before: str, editor: CellEditor) -> None:
        row, text = self._active, editor.target.text
        self._typed.sent(row, before, text)
        self._tell(messages.Edited(self, row, text, editor.target.caret))
        self.screen.call_later(self._typed.landed, row)  # behind the message, so after it was dealt with

    # ---- moving between rows

    def _step(self, step: int, *, cell: int | None = None) -> None:
        index = self.grid.active_index + step
        assert self.grid.rows is not None
        if 0 <= index < len(self.grid.rows):
            self._change_row(index, cell=cell, from_below=step < 0)

    def _change_row(
        self, index: int, *, caret: int | None = None, cell: int | None = None, from_below: bool = False
    ) -> None:
        previous = self._active
        if index == self.grid.active_index:
            return
        self._go(index, caret, cell=cell, from_below=from_below)
        placed = caret is not None or cell is not None
        self.grid.update_now()
        self._tell(messages.RowChanged(self, self._active, previous, placed))

    def _page(self, step: int) -> None:
        """A screenful on: inside the active row while it goes on, else among the rows."""
        grid, editor = self.grid, self.grid.editor
        assert editor is not None
        lines = max(1, editor.height - 1) * step
        sides: tuple[Side, Side] = (editor.side, "source" if editor.side == "target" else "target")
        for side in sides:
            hidden = editor.hidden(side)[0 if step < 0 else 1]
            if not hidden:
                continue
            if side == editor.side:
                editor.buffer.move_lines(lines)
                self._caret_moved()
            else:
                editor.scroll(side, lines)
                grid.update()
            return
        self._change_row(grid.row_a_page_away(step))
