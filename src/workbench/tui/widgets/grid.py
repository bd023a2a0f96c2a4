"""tui: SegmentGrid, the rows in two columns, painted line by line; only what the screen shows is laid out.

Whatever changes, `update` works out anew how every line of the screen looks (its `LineFace`), compares that
with what stands there and refreshes the lines that differ. A finished strip is kept under its face.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import ClassVar, NamedTuple

from textual import events
from textual.cache import LRUCache
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Offset, Region, Size
from textual.messages import Update
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.at_once import paint_at_once
from workbench.tui.look import USUAL_SHARE, Arrangement
from workbench.tui.pause import Pause
from workbench.tui.widgets.cell_editor import CellEditor
from workbench.tui.widgets.columns import Columns, columns_for
from workbench.tui.widgets.grid_styles import PARTS, make_styles
from workbench.tui.widgets.heights import HeightIndex, guess_heights
from workbench.tui.widgets.row_faces import RowFaces
from workbench.tui.widgets.row_layout import LineFace, Styles, paint
from workbench.tui.widgets.row_room import Side
from workbench.tui.widgets.row_text import Readings
from workbench.tui.widgets.rows import Rows, RowSource
from workbench.tui.widgets.viewport import Viewport

_KEPT_STRIPS = 1024  # some twenty screens of lines, of which each takes three kilobytes
WHEEL_LINES = 3
ROOM_FOR_TWO = 90
"""Columns of the window from which two columns of text have room."""
LOOK_AHEAD_AFTER = 0.08  # s


class Hit(NamedTuple):
    """What stands under a point: a row's position, a line of it, a side, a cell of that side's column."""

    row: int
    line: int
    side: Side
    cell: int


class SegmentGrid(ScrollView):
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

    def __init__(self, source: RowSource) -> None:
        super().__init__()
        self.others = RowFaces(source)
        self.rows: Rows | None = None
        self.editor: CellEditor | None = None
        self.active_index = -1
        self.columns: Columns | None = None
        self.active_columns: Columns | None = None
        self.chosen = Arrangement.AUTOMATIC
        self.share = USUAL_SHARE
        self.plain = False
        self.readings_active: Readings | None = None
        self.wants_cursor: Callable[[], bool] = lambda: False
        self.viewport = Viewport(HeightIndex(()), self._height, 0)
        self._strips: LRUCache[LineFace, Strip] = LRUCache(_KEPT_STRIPS)
        self._styles: Styles | None = None
        self._ground = Color(0, 0, 0)
        self._filters: Sequence[LineFilter] = ()
        self._blank = Strip([], 0)
        self._faces: list[LineFace] = []
        self._painted: list[Strip | None] = []
        self._extent = Size(0, 0)
        self._stale = self._asked = False
        self._ahead = Pause(self, self._make_ready)
        self._ahead_of = (-1, -1)
        self._thumb: tuple[int, int, int] = (0, 0, 0)

    # ---- rows

    def set_rows(self, rows: Rows, active_index: int) -> None:
        """Show other rows; where the view stands is for the caller to say afterwards."""
        self.rows = rows
        self.active_index = active_index
        self.columns = None
        if self._extent.width:
            self._share_out()
        else:
            self.viewport.index = HeightIndex([1] * len(rows))

    def _share_out(self) -> None:
        """Divide the width among the columns and guess all heights anew."""
        rows = self.rows
        if rows is None:
            return
        layout, brief = self.arrangement, self.arrangement is Arrangement.FOCUS
        columns = self._columns_for(rows, stacked=layout is Arrangement.STACKED)
        active = self._columns_for(rows, stacked=layout is not Arrangement.SIDE)
        if (columns, active) != (self.columns, self.active_columns):
            self._strips.clear()
        if self.columns is None or columns != self.columns or brief != self.others.brief:
            self.others.forget()
        self.columns = self.others.columns = columns
        self.active_columns = active
        self.others.brief = brief
        self.viewport.index = HeightIndex(self._guess(rows, columns, brief=brief))
        self.lay_out_editor()

    def _columns_for(self, rows: Rows, *, stacked: bool) -> Columns:
        width = self._extent.width
        return columns_for(width, rows.total, share=self.share, stacked=stacked, plain=self.plain)

    def _guess(self, rows: Rows, columns: Columns, *, brief: bool) -> Sequence[int]:
        if brief:
            return array("l", [1]) * len(rows)
        return guess_heights(
            rows.source_cells,
            rows.target_cells,
            columns.source,
            columns.target,
            ruby=self.others.readings is not None,
            stacked=columns.stacked,
        )

    @property
    def arrangement(self) -> Arrangement:
        """How rows are laid out in the room there is."""
        if self.chosen is not Arrangement.AUTOMATIC:
            return self.chosen
        return Arrangement.SIDE if self._extent.width + 1 >= ROOM_FOR_TWO else Arrangement.STACKED

    def rest(self) -> None:
        """In focus the active row stands in the same place whichever it is, a third down where it fits."""
        if self.arrangement is Arrangement.FOCUS and self.editor is not None and self.columns is not None:
            size, height = self.viewport.size, self.editor.height
            self.viewport.hold(self.active_index, max(0, min(size // 3, size - height - 1)))

    def lay_out_editor(self) -> None:
        """Fit the active row to the columns, the height of the view and the readings asked for."""
        if self.editor is not None and self.active_columns is not None and self.rows is not None:
            self.editor.lay_out(
                self.active_columns,
                self.cap,
                self.rows.numbers[self.active_index],
                readings=self.readings_active,
                script=self.others.script,
                roomy=self.arrangement is Arrangement.FOCUS,
            )

    @property
    def cap(self) -> int:
        """Lines the active row may take: a line of each neighbour stays in view."""
        height = self._extent.height
        return height - 2 if height > 4 else max(1, height)

    # ---- layout

    def _height(self, index: int) -> int:
        if index == self.active_index and self.editor is not None:
            return self.editor.height
        return len(self._faces_of(index))

    def _faces_of(self, index: int) -> tuple[LineFace, ...]:
        assert self.rows is not None
        return self.others.of(self.rows.ids[index], self.rows.numbers[index])

    # ---- showing

    def update(self) -> None:
        """Paint again whatever line of the screen looks different now.

        Once for all that happens until the screen has dealt with what it was told before: a key that goes to
        another row, and the light and the caret that the screen puts there in answer, are painted together.
        """
        self._stale = True
        if not self._asked and self.is_attached:
            self._asked = True
            self.screen.call_later(self._show_if_stale)

    def update_now(self) -> None:
        """The same at once: for keys whose answer is known before the screen has heard of them."""
        self._show()

    def show_now(self) -> None:
        """Show what was put off until all is known, which it is."""
        if self._stale:
            self._show()

    def _show_if_stale(self) -> None:
        self._asked = False
        self.show_now()

    def _show(self, *, painting: bool = False) -> None:
        """Work out how the lines look; while they are being painted anyway none need be asked for again."""
        self._stale = False
        if not self._extent.height or self.columns is None:
            return
        self._fetch()
        faces: list[LineFace] = []
        for index, first, after in self.viewport.parts():
            faces += self._some_faces(index, first, after)
        self._take_faces(faces, painting=painting)
        self._sync_scrollbar()
        self.place_cursor()
        self._look_ahead()

    def _look_ahead(self) -> None:
        """When the view has rested a moment in a new place, get the next screenful ready for painting."""
        place = (self.viewport.row, self.viewport.line)
        if place != self._ahead_of:
            self._ahead_of = place
            self.look_ahead()

    def look_ahead(self) -> None:
        """Get the next screenful ready for painting when nothing is done for a moment."""
        self._ahead.begin(LOOK_AHEAD_AFTER)

    def _make_ready(self) -> None:
        rows, viewport, styles = self.rows, self.viewport, self._styles
        if rows is None or styles is None or self.columns is None:
            return
        index, room = viewport.row + len(self.shown_rows()), viewport.size
        while index < len(rows) and room > 0:
            for face in self._faces_of(index)[:room]:
                self._strip(face, styles).render(self.app.console)
            room -= viewport.exact(index)
            index += 1

    def rows_below(self) -> Sequence[int]:
        """Ids of the rows of the next screenful, as far as heights are known."""
        rows, viewport = self.rows, self.viewport
        first = last = viewport.row + len(self.shown_rows())
        room = viewport.size
        while rows is not None and last < len(rows) and room > 0:
            room -= viewport.index[last]
            last += 1
        return () if rows is None else rows.ids[first:last]

    def _fetch(self) -> None:
        """Ask for the rows about to be shown in one go."""
        rows, viewport = self.rows, self.viewport
        if rows is None or not len(viewport.index):
            return
        last, room = viewport.row, viewport.size + viewport.line
        while last < len(rows) and room > 0:
            room -= viewport.index[last]
            last += 1
        wanted = [row for row in rows.ids[viewport.row : last] if row not in self.others]
        if len(wanted) > 1:
            self.others.source.segments(wanted)

    def _some_faces(self, index: int, first: int, after: int) -> Sequence[LineFace]:
        if index == self.active_index and self.editor is not None:
            return self.editor.faces(first, after)
        return self._faces_of(index)[first:after]

    def _take_faces(self, faces: list[LineFace], *, painting: bool) -> None:
        """Keep the strips of lines that look as before; ask for the others to be painted."""
        old, strips = self._faces, self._painted
        common = min(len(old), len(faces))
        changed = [y for y in range(common) if old[y] != faces[y]]
        self._faces = faces
        self._painted = [*strips[:common], *[None] * (len(faces) - common)]
        for y in changed:
            self._painted[y] = None
        if painting:
            return
        changed += range(common, max(len(old), len(faces)))
        if not changed or paint_at_once(self, {y: self.render_line(y) for y in changed}):
            return
        width = self._extent.width + self.scrollbar_size_vertical
        for _, stretch in groupby(enumerate(changed), lambda at: at[1] - at[0]):
            lines = [y for _, y in stretch]
            self.refresh(Region(0, lines[0], width, len(lines)))
        self.screen.post_message(Update(self))  # now, and not when the grid's own turn comes

    def _sync_scrollbar(self) -> None:
        total, top, height = self.viewport.index.total, self.viewport.top, self._extent.height
        self.set_reactive(SegmentGrid.virtual_size, Size(self._extent.width, total))
        self.set_reactive(SegmentGrid.scroll_y, float(top))
        self.set_reactive(SegmentGrid.scroll_target_y, float(top))
        # Drawing the bar costs as much as drawing the rows: leave it alone until it would move by a cell.
        thumb = (top * height // max(1, total), height * height // max(1, total), height)
        if thumb != self._thumb and self.show_vertical_scrollbar:
            self._thumb = thumb
            bar = self.vertical_scrollbar
            bar.window_virtual_size, bar.window_size, bar.position = total, height, top

    def place_cursor(self) -> None:
        """Put the terminal's own cursor on the caret: an input method opens its window there."""
        if self.editor is None or not self.wants_cursor():
            return
        place = self.editor.caret_place()
        top = self.viewport.top_of(self.active_index)
        if place is None or top is None or not 0 <= top + place[0] < self._extent.height:
            return
        self.app.cursor_position = self.content_region.offset + Offset(place[1], top + place[0])

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of some lines of the widget.

        This goes past Textual's own cache of lines, which paints borders and paddings (the grid has neither)
        and makes a new strip of every line it is given: ours are finished and kept.
        """
        if not self._extent.width:
            self._fit()
        if self._stale:  # of a few lines that are painted again; those that changed besides are asked for
            self._show(painting=not self._faces)
        strips = [self.render_line(y) for y in crop.line_range]
        if crop.x or crop.right < self._extent.width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """The strip of a line of the screen, counted from the top of the widget."""
        styles = self._styles
        if styles is None:
            styles = self._styles = make_styles(self)
            self._ground = self.background_colors[1]
            self._filters = self.get_line_filters()
            self._blank = self._filtered(Strip.blank(self._extent.width, styles.parts["row"]))
        if self.columns is None or y >= len(self._faces):
            return self._blank
        strip = self._painted[y]
        if strip is None:
            strip = self._painted[y] = self._strip(self._faces[y], styles)
        return strip

    def _strip(self, face: LineFace, styles: Styles) -> Strip:
        """The strip of a face, as the app's filters (no colours, say) let it through."""
        strip = self._strips.get(face)
        if strip is None:
            columns = self.active_columns if face.active else self.columns
            assert columns is not None
            strip = self._strips[face] = self._filtered(paint(face, styles, columns))
        return strip

    def _filtered(self, strip: Strip) -> Strip:
        for line_filter in self._filters:
            strip = strip.apply_filter(line_filter, self._ground)
        return strip

    def notify_style_update(self) -> None:
        """The theme changed: forget styles and painted lines."""
        super().notify_style_update()
        self._styles = None
        self._strips.clear()
        self._painted = [None] * len(self._faces)

    # ---- size

    def on_resize(self) -> None:
        """Lay out for the new size."""
        self._fit()

    def _fit(self) -> None:
        """Take the size the widget has now, keeping the place of the view."""
        size = self.scrollable_content_region.size
        if size == self._extent or not size:
            return
        self._styles = None
        self._faces = []
        narrower = size.width != self._extent.width
        opening = self.columns is None  # the place remembered may be of a wider window
        held = self._held()
        self._extent = size
        self.viewport.size = size.height
        if narrower or self.columns is None:
            self._share_out()
        elif self.editor is not None:
            self.editor.fit(self.cap)
        if held is not None and self.columns is not None:
            self.viewport.hold(*held)
            if held[0] == self.active_index or (opening and self.active_index >= 0):
                self.viewport.reveal(self.active_index)
                self.rest()
        self.update()

    def arrange_rows(self, layout: Arrangement, share: int, *, plain: bool) -> None:
        """Take another layout, share of the source in percent, or signs; the place of the view is kept."""
        if (layout, share, plain) == (self.chosen, self.share, self.plain):
            return
        held = self._held()
        self.chosen, self.share, self.plain = layout, share, plain
        if self._extent.width:
            self._share_out()
            if held is not None and self.columns is not None:
                self.viewport.hold(*held)
                if held[0] == self.active_index:
                    self.viewport.reveal(self.active_index)
                    self.rest()
            self.update()

    def lay_out_again(self) -> None:
        """Readings or script changed: fit everything anew."""
        if self._extent.width:
            if self.columns is None:
                self._share_out()
            else:
                self.lay_out_editor()

    def held_row(self) -> tuple[int, int] | None:
        """Id of the row that should stay where it is, and the line of the view on which it begins."""
        held = self._held()
        return None if held is None or self.rows is None else (self.rows.ids[held[0]], held[1])

    def active_number(self) -> int:
        """Number of the active row; 0 while there is none."""
        return self.rows.numbers[self.active_index] if self.rows is not None and self.active_index >= 0 else 0

    def shown_rows(self) -> tuple[int, ...]:
        """Ids of the rows in view, from the top."""
        rows, viewport = self.rows, self.viewport
        if rows is None or not len(rows):
            return ()
        last, room = viewport.row, viewport.size + viewport.line
        while last < len(rows) and room > 0:
            room -= viewport.index[last]
            last += 1
        return tuple(rows.ids[viewport.row : last])

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

    def _held(self) -> tuple[int, int] | None:
        """The row that should stay where it is, and its place: the active one where it can be seen."""
        if not len(self.viewport.index):
            return None
        if self.columns is not None and self.active_index >= 0:
            y = self.viewport.top_of(self.active_index)
            if y is not None:
                return self.active_index, y
        return self.viewport.row, -self.viewport.line

    # ---- scrolling

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
