"""tui: SegmentGrid, the rows in two columns: it scrolls, and says what stands under the mouse."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import events

from workbench.tui.widgets.grid_painting import PaintedRows
from workbench.tui.widgets.grid_styles import PARTS
from workbench.tui.widgets.row_room import Side

WHEEL_LINES = 3


class Hit(NamedTuple):
    """What stands under a point: a row's position, a line of it, a side, a cell of that side's column."""

    row: int
    line: int
    side: Side
    cell: int


class SegmentGrid(PaintedRows):
    """The rows of a view. It shows and scrolls; `EditorPane` around it decides."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"segment-grid--{part}" for part in PARTS}
    DEFAULT_CSS = """
    SegmentGrid {
        background: $background; color: $foreground;
        overflow-y: scroll; overflow-x: hidden; scrollbar-size-vertical: 1;
        width: 1fr; height: 1fr;
    }
    SegmentGrid > .segment-grid--active { background: $foreground 6%; }
    SegmentGrid > .segment-grid--strong { text-style: bold; }
    SegmentGrid > .segment-grid--faint { color: $foreground 60%; }
    SegmentGrid > .segment-grid--number { color: $foreground 45%; }
    SegmentGrid > .segment-grid--number-active { color: $foreground; text-style: bold; }
    SegmentGrid > .segment-grid--line { color: $foreground 25%; }
    SegmentGrid > .segment-grid--edge { color: $text-accent; text-style: bold; }
    SegmentGrid > .segment-grid--reading { color: $text-accent; }
    SegmentGrid > .segment-grid--lit { background: $primary 32%; text-style: bold; }
    SegmentGrid > .segment-grid--term { text-style: underline; }
    SegmentGrid > .segment-grid--refrain { color: $text-secondary; }
    SegmentGrid > .segment-grid--finding { color: $text-warning; text-style: underline; }
    SegmentGrid > .segment-grid--misspelt { color: $text-error; text-style: underline; }
    SegmentGrid > .segment-grid--ghost { color: $foreground 50%; text-style: italic; }
    SegmentGrid > .segment-grid--selected { background: $foreground 35%; }
    SegmentGrid > .segment-grid--caret { text-style: reverse; }
    SegmentGrid > .segment-grid--note { color: $text-accent; }
    SegmentGrid > .segment-grid--lock { color: $text-warning; }
    SegmentGrid > .segment-grid--state-untranslated { color: $foreground; }
    SegmentGrid > .segment-grid--state-draft { color: $foreground; text-style: bold; }
    SegmentGrid > .segment-grid--state-confirmed { color: $text-success; }
    SegmentGrid > .segment-grid--state-reviewed { color: $text-success; text-style: bold; }
    SegmentGrid > .segment-grid--state-rejected { color: $text-error; text-style: bold; }
    """

    # ---- scrolling

    def row_a_page_away(self, step: int) -> int:
        """Scroll by a screenful; the position of the row that then stands where the active one did.

        Where the rows end (or begin) before that, it is the last (or first) row.
        """
        viewport = self.viewport
        y = viewport.top_of(self.active_index)
        if y is None:
            viewport.reveal(self.active_index)
            y = viewport.top_of(self.active_index) or 0
        page = max(1, viewport.size - 2)
        if viewport.scroll(step * page) < page:
            return len(viewport.index) - 1 if step > 0 else 0
        filled = viewport.fill()
        index = filled[max(0, min(y, len(filled) - 1))][0]
        if index == self.active_index:
            index = max(0, min(index + step, len(viewport.index) - 1))
        return index

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The scroll bar was moved (own scrolling sets the place without coming here)."""
        if round(old_value) != round(new_value) and self.columns is not None:
            self.viewport.go_to(round(new_value))
            self.update()

    def scroll_lines(self, step: int) -> None:
        """Move the view by lines."""
        if self.columns is not None and len(self.viewport.index):
            self.viewport.place(self.viewport.row, self.viewport.line + step)
            self.update()

    def wheel(self, event: events.MouseEvent, step: int) -> None:
        """Scroll inside the active row while the pointer is over it and it goes on, else the rows."""
        event.stop()
        event.prevent_default()
        hit = self.hit(event.x, event.y)
        editor = self.editor
        inside = editor is not None and hit is not None and hit.row == self.active_index
        if inside and editor is not None and hit is not None and editor.scroll(hit.side, step):
            self.update()
        else:
            self.scroll_lines(step)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Wheel."""
        self.wheel(event, WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Wheel."""
        self.wheel(event, -WHEEL_LINES)

    def on_line(self, x: int, row: int) -> bool:
        """Whether the line between the columns stands at a cell of a row; its two neighbours count as it."""
        columns = self.active_columns if row == self.active_index else self.columns
        return columns is not None and not columns.stacked and 0 <= x - columns.target_at + 3 <= 2

    def share_at(self, x: int) -> int:
        """The share of the source, in percent, with which the line between the columns stands at a cell."""
        if self.columns is None:
            return self.share
        room = self.columns.width - self.columns.gutter - 4
        return -(-100 * (x - self.columns.gutter - 1) // max(1, room))  # the least that gives these cells

    # ---- the mouse

    def hit(self, x: int, y: int) -> Hit | None:
        """What stands at a point of the widget; None past the last row."""
        filled = self.viewport.fill() if self.columns is not None else []
        if self.columns is None or not 0 <= y < len(filled):
            return None
        index, line = filled[y]
        columns = self.active_columns if index == self.active_index and self.editor else self.columns
        assert columns is not None
        if columns.stacked:
            below = y < len(self._faces) and self._faces[y].edge[0] == columns.signs.line
            return Hit(index, line, "target" if below else "source", max(0, x - columns.source_at))
        if x < columns.target_at - 1:
            return Hit(index, line, "source", max(0, x - columns.source_at))
        return Hit(index, line, "target", max(0, x - columns.target_at))
