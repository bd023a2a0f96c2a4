"""tui: EditorPane, the rows with a caret in one of them: what screens talk to, and what they hear from it.

Messages go straight to the screen and not up through the containers between: a key that the screen handles
(Enter confirms) must find every character typed before it already told, also when keys come in a burst.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from workbench.model.coded import print_coded
from workbench.text.graphemes import Segmenter
from workbench.text.shown import pasted
from workbench.tui.widgets.cell_editor import CellEditor, Effect, Side
from workbench.tui.widgets.grid import Hit, SegmentGrid
from workbench.tui.widgets.row_text import Readings
from workbench.tui.widgets.rows import RowMarks, Rows, RowSource, Span

Ruby = Literal["off", "row", "all"]


class EditorPane(Container, can_focus=True):
    """The editor's rows.

    Attributes:
        editable: False where nothing may be changed (a project opened read-only, a locked row).
        why_not: what a refused key is told when `editable` is False.
        segmenter: cuts runs of hanzi into words for word motion; None for hanzi by hanzi.
    """

    DEFAULT_CSS = """
    EditorPane { width: 1fr; height: 1fr; }
    """

    class RowMessage(Message):
        """Something happened in a row.

        Attributes:
            row_id: the row. `pane`: the pane it is in.
        """

        def __init__(self, pane: EditorPane, row_id: int) -> None:
            super().__init__()
            self.pane = pane
            self.row_id = row_id

        @property
        def control(self) -> EditorPane:
            """The pane, for `on` with a selector."""
            return self.pane

    class Edited(RowMessage):
        """The target of the active row was changed: its printed text now, and the caret in it."""

        def __init__(self, pane: EditorPane, row_id: int, text: str, caret: int) -> None:
            super().__init__(pane, row_id)
            self.text = text
            self.caret = caret

    class CaretMoved(RowMessage):
        """The caret moved without a change: its offset, and the side it is on."""

        def __init__(self, pane: EditorPane, row_id: int, caret: int, side: Side) -> None:
            super().__init__(pane, row_id)
            self.caret = caret
            self.side = side

    class RowChanged(RowMessage):
        """Another row became active by a key or a click.

        Attributes:
            previous: id of the row left; 0 if there was none.
            placed: True where the user put the caret where it is (a click, up, down), so that it should stay.
        """

        def __init__(self, pane: EditorPane, row_id: int, previous: int, placed: bool) -> None:
            super().__init__(pane, row_id)
            self.previous = previous
            self.placed = placed

    class Refused(RowMessage):
        """A key would have changed what must not be changed; `why` is one sentence for a person."""

        def __init__(self, pane: EditorPane, row_id: int, why: str) -> None:
            super().__init__(pane, row_id)
            self.why = why

    class RowsShown(RowMessage):
        """Other rows are in view than before: `row_ids`, from the top. `row_id` is the active one."""

        def __init__(self, pane: EditorPane, row_id: int, row_ids: tuple[int, ...]) -> None:
            super().__init__(pane, row_id)
            self.row_ids = row_ids

    def __init__(self, source: RowSource, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.source = source
        self.grid = SegmentGrid(source)
        self.grid.on_shown = self._tell_shown
        self.grid.wants_cursor = lambda: self.has_focus
        self.why_not = "This project is open for reading only."
        self.segmenter: Segmenter | None = None
        self._editable = True
        self._ruby: Ruby = "off"
        self._readings: Readings | None = None
        self._active = 0
        self._shown: tuple[int, ...] = ()
        self._carets: dict[int, int] = {}
        self._flying: dict[int, list[str]] = {}
        self._dragging = False

    def compose(self) -> ComposeResult:
        """The grid fills the pane."""
        yield self.grid

    # ---- rows

    def set_view(self, view: Rows, *, keep: bool = True) -> None:
        """Show other rows: a window first, all of them later, or those a filter lets through.

        Args:
            view: the rows.
            keep: leave the row at the top (or the active one, if it can be seen) where it stands on the
                screen. When the active row is not among the new rows the next one that is becomes active.
        """
        grid = self.grid
        held = grid.held_row() if keep else None
        number = grid.active_number()
        index = position(view, self._active)
        grid.set_rows(view, -1 if index is None else index)
        if index is None and self._active:
            self._replace_active(view, number)
        if held is not None:
            at = position(view, held[0])
            if at is not None:
                grid.viewport.hold(at, held[1])
            elif grid.active_index >= 0:
                grid.viewport.centre(grid.active_index)
        grid.update()

    def _replace_active(self, view: Rows, number: int) -> None:
        """The active row went out of view: the one after it takes its place."""
        previous = self._active
        self._leave()
        self._active = 0
        if len(view):
            index = min(_first_from(view, number), len(view) - 1)
            self._take(index, None)
        self._tell(self.RowChanged(self, self._active, previous, False))

    @property
    def active(self) -> int:
        """Id of the row that has the caret; 0 while there is none."""
        return self._active

    def activate(
        self, row_id: int, caret: int | None = None, *, scroll: Literal["near", "centre"] = "near"
    ) -> bool:
        """Make a row active.

        Args:
            row_id: the row; False is returned, and nothing done, where it is not in the view.
            caret: offset in the printed target; None for where it was when the row was left, else the start.
            scroll: `near` moves the view as little as it must, `centre` puts the row near the middle.
        """
        index = position(self.grid.rows, row_id, near=self.grid.active_index)
        if index is None:
            return False
        self._go(index, caret)
        if scroll == "centre":
            self.grid.viewport.centre(index)
            self.grid.update()
        return True

    def _go(
        self, index: int, caret: int | None, *, cell: int | None = None, from_below: bool = False
    ) -> None:
        """Move the caret to the row at a position, keeping that row where it stands on the screen."""
        grid = self.grid
        top = grid.viewport.top_of(index) if grid.columns is not None else None
        bottom = None if top is None else top + grid.viewport.exact(index)
        if index != grid.active_index or not grid.editor:
            side = grid.editor.side if grid.editor else "target"
            self._leave()
            self._take(index, caret)
            if cell is not None and grid.editor is not None:
                grid.editor.side = side
                grid.editor.buffer.enter(cell, from_below=from_below)
                grid.editor.follow()
        elif caret is not None and grid.editor is not None:
            grid.editor.target.put_caret(caret)
            grid.editor.follow()
        if grid.columns is not None and grid.editor is not None:
            if top is not None and bottom is not None:
                grid.viewport.hold(index, top if top >= 0 else bottom - grid.editor.height)
            grid.viewport.reveal(index)
        grid.update()

    def _leave(self) -> None:
        """The active row becomes one of the others."""
        editor = self.grid.editor
        if editor is None:
            return
        self._carets[self._active] = editor.target.caret
        if self._active in self._flying:
            self.grid.live_targets[self._active] = editor.target.text
        self.grid.set_marks(self._active, editor.marks)
        self.grid.forget(self._active)
        self.grid.editor = None

    def _take(self, index: int, caret: int | None) -> None:
        """The row at a position becomes the active one."""
        grid = self.grid
        assert grid.rows is not None
        row = self._active = grid.rows.ids[index]
        segment = self.source.segment(row)
        flying = self._flying.get(row)
        editor = CellEditor(
            segment, flying[-1] if flying else print_coded(segment.target), segmenter=self.segmenter
        )
        editor.marks = grid.marks_of(row)
        editor.target.put_caret(self._carets.get(row, 0) if caret is None else caret)
        grid.editor, grid.active_index = editor, index
        grid.lay_out_editor()
        self._say_refusal()

    def reload(self, row_id: int) -> None:
        """A row was changed from outside (undo, a repetition filled in, its state): show it as it is now."""
        grid, editor = self.grid, self.grid.editor
        held = grid.held_row()
        grid.forget(row_id)
        if editor is not None and row_id == self._active:
            segment = self.source.segment(row_id)
            source_changed = segment.source != editor.segment.source
            text = print_coded(segment.target)
            if source_changed:
                self._reopen(text)
            else:
                editor.segment = segment
                # A text still on its way to the store is newer than what the store says.
                if text != editor.target.text and text not in self._flying.get(row_id, ()):
                    editor.load_target(text)
            self._say_refusal()
        if held is not None and (at := position(grid.rows, held[0], near=grid.active_index)) is not None:
            grid.viewport.hold(at, held[1])
        grid.update()

    def _reopen(self, text: str) -> None:
        editor = self.grid.editor
        assert editor is not None
        caret, side = min(editor.target.caret, len(text)), editor.side
        self._take(self.grid.active_index, caret)
        assert self.grid.editor is not None
        self.grid.editor.side = side

    def set_marks(self, row_id: int, marks: RowMarks) -> None:
        """Say what is to be marked in a row; what was marked there before is not any more."""
        editor = self.grid.editor
        if editor is not None and row_id == self._active:
            if marks == editor.marks:
                return
            editor.marks = marks
            editor.follow()
        else:
            self.grid.set_marks(row_id, marks)
        self.grid.update()

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

    # ---- how it is shown

    @property
    def ruby(self) -> Ruby:
        """Where readings stand above the source: nowhere, in the active row, in all rows."""
        return self._ruby

    @ruby.setter
    def ruby(self, ruby: Ruby) -> None:
        self._ruby = ruby
        self._show_readings()

    @property
    def readings(self) -> Readings | None:
        """Gives the readings of a source text, one string a code point."""
        return self._readings

    @readings.setter
    def readings(self, readings: Readings | None) -> None:
        self._readings = readings
        self._show_readings()

    @property
    def script(self) -> Callable[[str], str] | None:
        """Gives the source in another script, of the same length; None shows it as it is."""
        return self.grid.script

    @script.setter
    def script(self, script: Callable[[str], str] | None) -> None:
        self.grid.script = script
        self.grid.forget()
        self._lay_out_again()

    def _show_readings(self) -> None:
        grid = self.grid
        everywhere = self._readings if self._ruby == "all" else None
        if everywhere is not grid.readings_all:
            grid.readings_all = everywhere
            grid.forget()
            grid.columns = None
        grid.readings_active = None if self._ruby == "off" else self._readings
        self._lay_out_again()

    def _lay_out_again(self) -> None:
        held = self.grid.held_row()
        self.grid.lay_out_again()
        if held is not None and (at := position(self.grid.rows, held[0])) is not None:
            self.grid.viewport.hold(at, held[1])
            if at == self.grid.active_index:
                self.grid.viewport.reveal(at)
        self.grid.update()

    @property
    def editable(self) -> bool:
        """Whether typing may change the active row."""
        return self._editable

    @editable.setter
    def editable(self, editable: bool) -> None:
        self._editable = editable
        self._say_refusal()

    def _say_refusal(self) -> None:
        editor = self.grid.editor
        if editor is None:
            return
        lock = editor.segment.lock
        if lock is not None:
            why = f": {lock.why}" if lock.why else "."
            editor.refusal = f"This row is locked by {lock.who or 'somebody'}{why}"
        else:
            editor.refusal = "" if self._editable else self.why_not

    def scroll_place(self) -> tuple[int, int]:
        """The row at the top of the view, and which of its lines stands there; (0, 0) for no rows."""
        grid = self.grid
        if grid.rows is None or not len(grid.rows):
            return 0, 0
        return grid.rows.ids[grid.viewport.row], grid.viewport.line

    def restore_scroll(self, row_id: int, offset: int) -> None:
        """Bring a line of a row to the top of the view, as `scroll_place` told it."""
        index = position(self.grid.rows, row_id)
        if index is not None:
            self.grid.viewport.row, self.grid.viewport.line = index, max(0, offset)
            self.grid.update()

    # ---- what happens

    def on_focus(self) -> None:
        """The terminal's cursor goes to the caret."""
        self.grid.place_cursor()

    def on_key(self, event: events.Key) -> None:
        """Keys of the cell and of moving between rows; all others go on to the screen."""
        editor = self.grid.editor
        if editor is None:
            return
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
            self._step(
                -1 if effect is Effect.ABOVE else 1, cell=editor.buffer.goal or editor.buffer.caret_cell
            )
        if effect is Effect.EDITED:
            grid.update()

    def _caret_moved(self) -> None:
        editor = self.grid.editor
        assert editor is not None
        editor.follow()
        self._keep_in_view()
        self.grid.update()
        self._tell(self.CaretMoved(self, self._active, editor.buffer.caret, editor.side))

    def _keep_in_view(self) -> None:
        if self.grid.columns is not None:
            self.grid.viewport.reveal(self.grid.active_index)

    def _send_edit(self, before: str, editor: CellEditor) -> None:
        row, text = self._active, editor.target.text
        self._flying.setdefault(row, [before]).append(text)
        self._tell(self.Edited(self, row, text, editor.target.caret))
        self.screen.call_later(self._landed, row)

    def _landed(self, row: int) -> None:
        """The screen has dealt with the oldest change it was told of."""
        flying = self._flying[row]
        del flying[0]
        if len(flying) > 1:
            return
        del self._flying[row]
        if self.grid.live_targets.pop(row, None) is not None:
            self.grid.forget(row)
            self.grid.update()

    def _tell(self, message: Message) -> None:
        if self.is_attached:
            self.screen.post_message(message)

    def _tell_shown(self) -> None:
        shown = self.grid.shown_rows()
        if shown != self._shown:
            self._shown = shown
            self._tell(self.RowsShown(self, self._active, shown))

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
        self._dragging = True
        self.grid.capture_mouse()
        self._point(hit, select=event.shift and hit.row == self.grid.active_index)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Dragging selects, within the row and side where it began."""
        editor = self.grid.editor
        if not self._dragging or editor is None:
            return
        event.stop()
        origin = self.grid.content_region.offset
        top = self.grid.viewport.top_of(self.grid.active_index) or 0
        columns = self.grid.columns
        assert columns is not None
        at = columns.source_at if editor.side == "source" else columns.target_at
        line = event.screen_offset.y - origin.y - top
        offset, at_end = editor.locate(editor.side, line, max(0, event.screen_offset.x - origin.x - at))
        if offset != editor.buffer.caret:
            editor.buffer.put_caret(offset, select=True, upstream=at_end)
            self._caret_moved()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The end of a drag."""
        if self._dragging:
            event.stop()
            self._dragging = False
            self.grid.release_mouse()

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


def position(rows: Rows | None, row: int, *, near: int = -1) -> int | None:
    """Where a row stands among the rows; None where it is not among them.

    Looks beside `near` first; then one pass at C speed, which is cheaper than an index nobody asks twice.
    """
    if rows is None or not row:
        return None
    for index in range(max(0, near - 1), min(len(rows), near + 3)):
        if rows.ids[index] == row:
            return index
    try:
        return rows.ids.index(row)
    except ValueError:
        return None


def _first_from(rows: Rows, number: int) -> int:
    return bisect_left(rows.numbers, number)
