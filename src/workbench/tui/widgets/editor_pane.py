"""tui: EditorPane, the rows with a caret in one of them: what screens talk to, and what they hear from it.

Messages go straight to the screen and not up through the containers between: a key that the screen handles
(Enter confirms) must find every character typed before it already told, also when keys come in a burst.
"""

from __future__ import annotations

from typing import TypeAlias

from textual import events

from workbench.text.shown import pasted
from workbench.tui.at_once import nothing_before
from workbench.tui.keys_in_turn import AnswersAtOnce
from workbench.tui.widgets import editor_messages as messages
from workbench.tui.widgets.cell_editor import CellEditor, Effect
from workbench.tui.widgets.grid import Hit
from workbench.tui.widgets.row_room import Side
from workbench.tui.widgets.rows import Span
from workbench.tui.widgets.rows_pane import RowsPane


class EditorPane(RowsPane, AnswersAtOnce):
    """The editor's rows.

    Attributes:
        editable: False where nothing may be changed (a project opened read-only, a locked row).
        why_not: what a refused key is told when `editable` is False.
        columns_dragged: told the share of the source in percent while the line between the columns is moved
            with the mouse, and whether that was the last of it.
        ghost_gone: called when a key let go what was offered at the caret.
        segmenter: cuts runs of hanzi into words for word motion; None for hanzi by hanzi.
    """

    Edited: TypeAlias = messages.Edited
    CaretMoved: TypeAlias = messages.CaretMoved
    RowChanged: TypeAlias = messages.RowChanged
    Refused: TypeAlias = messages.Refused

    _tried: events.Key | None = None
    _dragging = False
    _dividing = False
    _share: int | None = None

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

    # ---- what happens

    def on_focus(self) -> None:
        """The terminal's cursor goes to the caret."""
        self.grid.place_cursor()

    def _forward_event(self, event: events.Event) -> None:
        """A key is answered where it comes in, and not in its turn of a queue, where nothing is before it."""
        if isinstance(event, events.Key) and nothing_before(self):
            event._set_forwarded()
            if self.answers(event):
                return
        super()._forward_event(event)

    def answers(self, event: events.Key) -> bool:
        """Deal with a key; one that is for the screen is not asked about again when it comes by."""
        with self._context():
            self.on_key(event)
        self._tried = event
        return event._stop_propagation

    def on_key(self, event: events.Key) -> None:
        """Keys of the cell and of moving between rows; all others go on to the screen."""
        editor = self.grid.editor
        if editor is None or event is self._tried:
            return
        if editor.ghost and event.key != "right":
            self._let_go(editor)
        if self._row_key(event.key) or self._clipboard_key(event.key):
            event.stop()
            event.prevent_default()
            return
        before = editor.target.text
        effect = editor.press(event.key, event.character)
        if effect is not Effect.PASSED:
            event.stop()
            event.prevent_default()
            self._done(effect, before)

    def on_paste(self, event: events.Paste) -> None:
        """A paste goes in whole; its newlines are newlines."""
        event.stop()
        event.prevent_default()
        editor = self.grid.editor
        text = pasted(event.text)
        if editor is not None and text:
            before = editor.target.text
            self._done(editor.insert(text), before)

    def _let_go(self, editor: CellEditor) -> None:
        editor.ghost = ""
        self.grid.update()
        self.ghost_gone()

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
            self._tell(self.Refused(self, self._active, editor.why_refused()))
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
        self._tell(self.CaretMoved(self, self._active, editor.buffer.caret, editor.side))
        self.grid.update()

    def _keep_in_view(self) -> None:
        if self.grid.columns is not None:
            self.grid.viewport.reveal(self.grid.active_index)

    def _send_edit(self, before: str, editor: CellEditor) -> None:
        row, text = self._active, editor.target.text
        self._typed.sent(row, before, text)
        self._tell(self.Edited(self, row, text, editor.target.caret))
        self.screen.call_later(self._typed.landed, row)  # behind the message, so after it was dealt with

    # ---- moving between rows

    def _row_key(self, key: str) -> bool:
        rows = self.grid.rows
        if rows is None:
            return False
        if key == "ctrl+up":
            self._step(-1)
        elif key == "ctrl+down":
            self._step(1)
        elif key == "ctrl+home":
            self._change_row(0)
        elif key == "ctrl+end":
            self._change_row(len(rows) - 1)
        elif key == "pagedown":
            self._page(1)
        elif key == "pageup":
            self._page(-1)
        else:
            return False
        return True

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
        self._tell(self.RowChanged(self, self._active, previous, placed))

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

    # ---- clipboard

    def _clipboard_key(self, key: str) -> bool:
        editor = self.grid.editor
        assert editor is not None
        if key in ("ctrl+c", "ctrl+x"):
            text = editor.buffer.selected
            if not text:
                return False
            self.app.copy_to_clipboard(text)
            if key == "ctrl+x":
                before = editor.target.text
                self._done(editor.insert(""), before)
            return True
        if key == "ctrl+v":
            text = pasted(self.app.clipboard)
            if text:
                before = editor.target.text
                self._done(editor.insert(text), before)
            return True
        return False

    # ---- mouse

    def _hit(self, event: events.MouseEvent) -> Hit | None:
        origin = self.grid.content_region.offset
        return self.grid.hit(event.screen_offset.x - origin.x, event.screen_offset.y - origin.y)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A click puts the caret there; holding the button begins a selection."""
        hit = self._hit(event)
        if hit is None or event.button != 1:
            return
        event.stop()
        if self.grid.on_line(event.screen_offset.x - self.grid.content_region.x, hit.row):
            self._dividing = True
            self.grid.capture_mouse()
            return
        self._dragging = True
        self.grid.capture_mouse()
        self._point(hit, select=event.shift and hit.row == self.grid.active_index)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Dragging selects, within the row and side where it began."""
        if self._dividing:
            event.stop()
            self._divide(event, done=False)
        editor = self.grid.editor
        if not self._dragging or editor is None:
            return
        event.stop()
        origin = self.grid.content_region.offset
        top = self.grid.viewport.top_of(self.grid.active_index) or 0
        columns = self.grid.active_columns
        assert columns is not None
        at = columns.source_at if editor.side == "source" else columns.target_at
        line = event.screen_offset.y - origin.y - top
        offset, at_end = editor.locate(editor.side, line, max(0, event.screen_offset.x - origin.x - at))
        if offset != editor.buffer.caret:
            editor.buffer.put_caret(offset, select=True, upstream=at_end)
            self._caret_moved()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The end of a drag."""
        if self._dividing:
            self._divide(event, done=True)
        if self._dragging or self._dividing:
            event.stop()
            self._dragging = self._dividing = False
            self.grid.release_mouse()

    def _divide(self, event: events.MouseEvent, *, done: bool) -> None:
        """The line between the columns follows the pointer; of moves that wait only the last counts."""
        waiting = self._share is not None
        self._share = self.grid.share_at(event.screen_offset.x - self.grid.content_region.x)
        if done:
            self._take_share(done=True)
        elif not waiting:
            self.call_later(self._take_share)

    def _take_share(self, *, done: bool = False) -> None:
        share, self._share = self._share, None
        if share is not None and (done or share != self.grid.share):
            self.columns_dragged(share, done)

    def on_click(self, event: events.Click) -> None:
        """A second click in the same place selects the word, a third the whole cell."""
        editor = self.grid.editor
        if editor is None or event.chain < 2:
            return
        if event.chain == 2:
            editor.buffer.select_word(editor.buffer.caret)
        else:
            editor.buffer.select_all()
        self._caret_moved()

    def _point(self, hit: Hit, *, select: bool) -> None:
        changed = hit.row != self.grid.active_index or self.grid.editor is None
        previous = self._active
        if changed:
            self._go(hit.row, None)
        editor = self.grid.editor
        assert editor is not None
        if not select or editor.side == hit.side:
            editor.side = hit.side
            offset, at_end = editor.locate(hit.side, hit.line, hit.cell)
            editor.buffer.put_caret(offset, select=select, upstream=at_end)
        if changed:
            self._tell(self.RowChanged(self, self._active, previous, True))
        self._caret_moved()
