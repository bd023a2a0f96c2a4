"""tui: EditorPane, the rows with a caret in one of them, and what keys, clipboard and mouse do there."""

from __future__ import annotations

from typing import TypeAlias

from textual import events

from workbench.text.shown import pasted
from workbench.tui.at_once import nothing_before
from workbench.tui.keys_in_turn import AnswersAtOnce
from workbench.tui.widgets import editor_messages as messages
from workbench.tui.widgets.cell_editor import CellEditor, Effect
from workbench.tui.widgets.cell_pane import CellPane
from workbench.tui.widgets.grid import Hit


class EditorPane(CellPane, AnswersAtOnce):
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

    # ---- keys

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
            self._tell(messages.RowChanged(self, self._active, previous, True))
        self._caret_moved()
