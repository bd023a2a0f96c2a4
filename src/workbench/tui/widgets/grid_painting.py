"""tui: PaintedRows, the grid's rows painted line by line; only what the screen shows is laid out.

Whatever changes, `update` works out anew how every line of the screen looks (its `LineFace`), compares that
with what stands there and paints the lines that differ. A finished strip is kept under its face.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from textual.cache import LRUCache
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Offset, Region, Size
from textual.messages import Update
from textual.strip import Strip

from workbench.tui.at_once import paint_at_once
from workbench.tui.look import Arrangement
from workbench.tui.pause import Pause
from workbench.tui.widgets.grid_rows import GridRows
from workbench.tui.widgets.grid_styles import make_styles
from workbench.tui.widgets.row_layout import LineFace, Styles, paint
from workbench.tui.widgets.rows import RowSource

_KEPT_STRIPS = 1024  # some twenty screens of lines, of which each takes three kilobytes
_LOOK_AHEAD_AFTER = 0.08  # s


class PaintedRows(GridRows):
    """Lines of rows on the screen."""

    def __init__(self, source: RowSource) -> None:
        super().__init__(source)
        self.wants_cursor: Callable[[], bool] = lambda: False
        self._strips: LRUCache[LineFace, Strip] = LRUCache(_KEPT_STRIPS)
        self._styles: Styles | None = None
        self._ground = Color(0, 0, 0)
        self._filters: Sequence[LineFilter] = ()
        self._blank = Strip([], 0)
        self._faces: list[LineFace] = []
        self._painted: list[Strip | None] = []
        self._stale = self._asked = False
        self._ahead = Pause(self, self._make_ready)
        self._ahead_of = (-1, -1)
        self._thumb: tuple[int, int, int] = (0, 0, 0)

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
        self._ahead.begin(_LOOK_AHEAD_AFTER)

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
        self.set_reactive(PaintedRows.virtual_size, Size(self._extent.width, total))
        self.set_reactive(PaintedRows.scroll_y, float(top))
        self.set_reactive(PaintedRows.scroll_target_y, float(top))
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

    def _forget_painted(self) -> None:
        self._strips.clear()

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
