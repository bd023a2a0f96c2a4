"""tui: RowsPane, the rows of a view, one of them active: views, changes from outside, marks; no keys."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Literal

from textual.message import Message

from workbench.model.coded import print_coded
from workbench.text.graphemes import Segmenter
from workbench.tui.widgets.cell_editor import CellEditor
from workbench.tui.widgets.columns import columns_for
from workbench.tui.widgets.editor_messages import RowChanged
from workbench.tui.widgets.pane_look import PaneLook
from workbench.tui.widgets.rows import RowMarks, Rows, RowSource, position
from workbench.tui.widgets.typed_texts import TypedTexts


class RowsPane(PaneLook, can_focus=True):
    """The rows, one of them active."""

    DEFAULT_CSS = """
    RowsPane { width: 1fr; height: 1fr; }
    """

    def __init__(self, source: RowSource, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(source, id=id, classes=classes)
        self.columns_dragged: Callable[[int, bool], None] = lambda _share, _done: None
        self.why_not = "This project is open for reading only."
        self.segmenter: Segmenter | None = None
        self.ghost_gone: Callable[[], None] = lambda: None
        self._editable = True
        self._active = 0
        self._carets: dict[int, int] = {}
        self._typed = TypedTexts()
        self.grid.others.newest_target = self._typed.newest

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
        lost = index is None and self._active
        if lost:
            self._leave()
        grid.set_rows(view, -1 if index is None else index)
        if lost:
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
        self._active = 0
        if len(view):
            index = min(_first_from(view, number), len(view) - 1)
            self._take(index, None)
        self._tell(RowChanged(self, self._active, previous, False))

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
            self.grid.rest()
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
            grid.viewport.turn_to(index)
            grid.rest()

    def _leave(self) -> None:
        """The active row becomes one of the others."""
        editor = self.grid.editor
        if editor is None:
            return
        self._carets[self._active] = editor.target.caret
        self.grid.others.set_marks(self._active, editor.marks)
        self.grid.others.forget(self._active)
        self.grid.editor = None

    def _take(self, index: int, caret: int | None) -> None:
        """The row at a position becomes the active one."""
        grid = self.grid
        assert grid.rows is not None
        row = self._active = grid.rows.ids[index]
        segment = self.source.segment(row)
        text = self._typed.newest(row, print_coded(segment.target))
        editor = CellEditor(
            segment, text, grid.active_columns or columns_for(80, 99), segmenter=self.segmenter
        )
        editor.marks = grid.others.marks_of(row)
        editor.target.put_caret(self._carets.get(row, 0) if caret is None else caret)
        grid.editor, grid.active_index = editor, index
        grid.lay_out_editor()
        self._say_refusal()

    def reload(self, row_id: int) -> None:
        """A row was changed from outside (undo, a repetition filled in, its state): show it as it is now."""
        grid, editor = self.grid, self.grid.editor
        held = grid.held_row()
        grid.others.forget(row_id)
        segment = self.source.segment(row_id)
        text = self._typed.stored(row_id, print_coded(segment.target))
        if editor is not None and row_id == self._active:
            if segment.source != editor.segment.source:
                self._reopen(text)
            else:
                editor.segment = segment
                if text != editor.target.text:
                    editor.load_target(text)
            self._say_refusal()
        if held is not None and (at := position(grid.rows, held[0], near=grid.active_index)) is not None:
            grid.viewport.hold(at, held[1])
        grid.update()

    def reload_all(self) -> None:
        """Any row may have been changed from outside, by another window say: show them as they are now."""
        self._typed.all_stored()
        self.grid.others.forget()
        if position(self.grid.rows, self._active, near=self.grid.active_index) is not None:
            self.reload(self._active)
        self.grid.update()

    def _reopen(self, text: str) -> None:
        editor = self.grid.editor
        assert editor is not None
        caret, side = min(editor.target.caret, len(text)), editor.side
        self._take(self.grid.active_index, caret)
        assert self.grid.editor is not None
        self.grid.editor.side = side

    def visible_rows(self) -> list[int]:
        """Ids of the rows on the screen, from the top."""
        grid = self.grid
        if grid.rows is None or grid.columns is None:
            return []
        ids = grid.rows.ids
        return list(dict.fromkeys(ids[index] for index, _ in grid.viewport.fill()))

    def set_marks(self, row_id: int, marks: RowMarks) -> None:
        """Say what is to be marked in a row; what was marked there before is not any more."""
        editor = self.grid.editor
        if editor is not None and row_id == self._active:
            if marks == editor.marks:
                return
            editor.marks = marks
            editor.follow()
        else:
            self.grid.others.set_marks(row_id, marks)
        self.grid.update()

    def rows_below(self) -> list[int]:
        """Ids of the rows that a screenful more would show."""
        grid = self.grid
        return [] if grid.rows is None or grid.columns is None else list(grid.rows_below())

    def mark_ahead(self, marks: Mapping[int, RowMarks]) -> None:
        """Say what is to be marked in rows of which none is on the screen: nothing is painted."""
        shown = set(self.visible_rows())
        for row, found in marks.items():
            if row not in shown and row != self._active:
                self.grid.others.set_marks(row, found)
        self.grid.look_ahead()

    def _tell(self, message: Message) -> None:
        if self.is_attached:
            self.screen.post_message(message)

    def cut_words_with(self, segmenter: Segmenter) -> None:
        """From now on a run of hanzi is cut into words, for going by words and for a double click."""
        self.segmenter = segmenter
        if self.grid.editor is not None:
            self.grid.editor.source.segmenter = segmenter

    # ---- what may be changed

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
            self.grid.rest()
            self.grid.update()


def _first_from(rows: Rows, number: int) -> int:
    return bisect_left(rows.numbers, number)
