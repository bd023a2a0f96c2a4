"""tui: BeadView, beads side by side, painted line by line; only what the screen shows is laid out.

Like the grid of rows: the place of the view is a bead and a line of it, heights far away are guesses, and
whatever changes, only those lines of the screen are painted again that look different now.
"""

from __future__ import annotations

from array import array
from itertools import groupby
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.project.mending import Mending
from workbench.project.mending_beads import SOURCE, MendedBead
from workbench.project.mending_order import BeadOrder
from workbench.tui.widgets.bead_layout import (
    BeadColumns,
    BeadFace,
    Cursor,
    bead_columns,
    bead_faces,
    guessed_heights,
)
from workbench.tui.widgets.bead_painting import painted
from workbench.tui.widgets.heights import HeightIndex
from workbench.tui.widgets.inks import ink
from workbench.tui.widgets.viewport import Viewport

_KEPT = 1024
WHEEL_LINES = 3
PARTS = ("active", "number", "line", "lit", "empty", "right", "hand", "doubt")


class BeadView(ScrollView, can_focus=True):
    """The beads of an alignment in an order, one of them active.

    Attributes:
        order: in which they are shown; `position` that of the active one in it.
        cursor: the sentence of it that one is at.
        columns: cells of each part of a line; None until the width is known.
        heights: of all beads in that order, guessed or exact.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"bead-grid--{part}" for part in PARTS}
    DEFAULT_CSS = """
    BeadView {
        background: $background; color: $foreground;
        overflow-y: scroll; overflow-x: hidden; scrollbar-size-vertical: 1; width: 1fr; height: 1fr;
    }
    BeadView > .bead-grid--active { background: $foreground 6%; }
    BeadView > .bead-grid--number { color: $foreground 45%; }
    BeadView > .bead-grid--line { color: $foreground 25%; }
    BeadView > .bead-grid--lit { background: $primary 32%; text-style: bold; }
    BeadView > .bead-grid--empty { color: $foreground 55%; text-style: italic; }
    BeadView > .bead-grid--right { color: $text-success; }
    BeadView > .bead-grid--hand { color: $text-accent; text-style: bold; }
    BeadView > .bead-grid--doubt { color: $text-warning; text-style: bold; }
    """

    def __init__(self, mending: Mending, *, doubtful_first: bool) -> None:
        super().__init__()
        self.mending = mending
        self.order = BeadOrder(mending.beads, doubtful_first=doubtful_first)
        self.position = 0
        self.cursor = Cursor(SOURCE, 0)
        self.columns: BeadColumns | None = None
        self.heights = array("l")
        self.viewport = Viewport(HeightIndex(()), self._height, 0)
        self._plain = False
        self._extent = Size(0, 0)
        self._faces: list[BeadFace] = []
        self._kept: LRUCache[tuple[int, MendedBead], tuple[BeadFace, ...]] = LRUCache(_KEPT)
        self._inks: dict[str, Style] = {}

    def forget(self) -> None:
        """Sentences were cut: beads of the same span look otherwise now."""
        self._kept.clear()

    # ---- showing

    def faces_of(self, position: int) -> tuple[BeadFace, ...]:
        """The lines of the bead at a position."""
        assert self.columns is not None
        index = self.order.index(position)
        bead = self.mending.beads[index]
        if position == self.position:
            return bead_faces(bead, index + 1, self.mending.sentences, self.columns, self.cursor)
        faces = self._kept.get((index, bead))
        if faces is None:
            faces = bead_faces(bead, index + 1, self.mending.sentences, self.columns, None)
            self._kept[index, bead] = faces
        return faces

    def _height(self, position: int) -> int:
        return len(self.faces_of(position))

    def cursor_lines(self) -> tuple[int, int]:
        """The lines of the bead on which the sentence one is at stands."""
        faces = self.faces_of(self.position)
        lit = [at for at, face in enumerate(faces) if (face.target if self.cursor.side else face.source).lit]
        return (lit[0], lit[-1] + 1) if lit else (0, 1)

    def reveal(self) -> None:
        """Move the view as little as it takes to show the bead, or of a tall one the sentence."""
        viewport = self.viewport
        if viewport.exact(self.position) <= viewport.size - 2:
            viewport.reveal(self.position)
            return
        first, end = self.cursor_lines()
        top = viewport.top_of(self.position)
        if top is None or top + first < 0 or end - first >= viewport.size:
            viewport.hold(self.position, -first)
        elif top + end > viewport.size:
            viewport.hold(self.position, viewport.size - end)

    def show(self) -> None:
        """Paint again whatever line of the screen looks different now."""
        if self.columns is None or not self._extent.height:
            return
        faces: list[BeadFace] = []
        for position, first, after in self.viewport.parts():
            faces += self.faces_of(position)[first:after]
        old, self._faces = self._faces, faces
        common = min(len(old), len(faces))
        changed = [y for y in range(common) if old[y] != faces[y]]
        changed += range(common, max(len(old), len(faces)))
        for _, stretch in groupby(enumerate(changed), lambda at: at[1] - at[0]):
            lines = [y for _, y in stretch]
            self.refresh(Region(0, lines[0], self._extent.width, len(lines)))
        self._sync_scrollbar()

    def _sync_scrollbar(self) -> None:
        total, top = self.viewport.index.total, self.viewport.top
        self.set_reactive(BeadView.virtual_size, Size(self._extent.width, total))
        self.set_reactive(BeadView.scroll_y, float(top))
        self.set_reactive(BeadView.scroll_target_y, float(top))
        if self.show_vertical_scrollbar:
            bar = self.vertical_scrollbar
            bar.window_virtual_size, bar.window_size, bar.position = total, self._extent.height, top

    def render_line(self, y: int) -> Strip:
        """Paint one line of the screen."""
        if y >= len(self._faces) or self.columns is None:
            return Strip.blank(self._extent.width, self._ink(""))
        return painted(self._faces[y], self.columns, self._ink, self._extent.width)

    def _ink(self, name: str) -> Style:
        """The style of a part, mixed with the ground once; empty for the line itself."""
        if name not in self._inks:
            self._inks[name] = ink(self, f"bead-grid--{name}") if name else self.rich_style
        return self._inks[name]

    def notify_style_update(self) -> None:
        """Another theme: other inks."""
        super().notify_style_update()
        self._inks.clear()

    # ---- size and mouse

    def set_plain(self, plain: bool) -> None:
        """Draw with signs of ASCII alone, or with the usual ones."""
        self._plain = plain
        if self.columns is not None:
            self._lay_out()

    def on_resize(self) -> None:
        """Lay out for the new size, keeping the bead one is at in view."""
        size = self.scrollable_content_region.size
        if size and size != self._extent:
            narrower = size.width != self._extent.width
            self._extent = size
            self.viewport.size = size.height
            self._faces = []
            if narrower or self.columns is None:
                self._lay_out()
            else:
                self.reveal()
                self.show()

    def _lay_out(self) -> None:
        fresh = self.columns is None
        top = None if fresh else self.viewport.top_of(self.position)
        self.columns = bead_columns(self._extent.width, len(self.order), plain=self._plain)
        self._kept.clear()
        self._faces = []
        self.guess()
        if top is None:
            self.viewport.centre(self.position)
        else:
            self.viewport.hold(self.position, top)
        self.reveal()
        self.show()
        self.refresh()

    def guess(self) -> None:
        """Guess all heights anew, for another order or width."""
        assert self.columns is not None
        mending = self.mending
        self.heights = guessed_heights(mending.beads, self.order, mending.texts, self.columns)
        self.viewport.index = HeightIndex(self.heights)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The scroll bar was moved (own scrolling sets the place without coming here)."""
        if round(old_value) != round(new_value) and self.columns is not None:
            self.viewport.go_to(round(new_value))
            self.show()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Wheel."""
        self._wheel(event, WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Wheel."""
        self._wheel(event, -WHEEL_LINES)

    def _wheel(self, event: events.MouseEvent, step: int) -> None:
        event.stop()
        event.prevent_default()
        if self.columns is not None:
            self.viewport.scroll(step)
            self.show()
